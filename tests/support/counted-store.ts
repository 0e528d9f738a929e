import { types } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pg-proxy';
import type { Database } from '../../src/store/database.js';
import { NEVER_LOST } from '../../src/store/open/connection.js';
import { createEmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { type OpenStore, storeOn } from '../../src/store/open/open.js';
import { openTestClient } from './database.js';

/** What somebody waited for: the statements, and the waits in sequence: those that run side by side are one. */
export type Counted = { readonly statements: readonly string[]; readonly waits: number };

/** A store that counts. Its statements come back together, as they would from a server that is far away. */
export type CountedStore = {
  readonly opened: OpenStore;
  counted(work: () => Promise<unknown>): Promise<Counted>;
};

const LEAVE_DATES = Object.fromEntries([types.TIMESTAMP, types.TIMESTAMPTZ, types.DATE].map((type) => [type, String]));
const noOther = () => Promise.reject(new Error('the test database has failed'));

/** Lets what came in since it last opened out together, once nothing more comes. */
function createTurnstile() {
  let waiting: (() => void)[] = [];
  let opened = 0;
  let isPlanned = false;
  async function open(): Promise<void> {
    let before = -1;
    while (before !== waiting.length) {
      before = waiting.length;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    isPlanned = false;
    opened += 1;
    const all = waiting;
    waiting = [];
    for (const letGo of all) letGo();
  }
  return {
    pass: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (isPlanned) return;
        isPlanned = true;
        void open();
      }),
    opened: () => opened,
  };
}

export async function openCountedStore(): Promise<CountedStore> {
  const client = await openTestClient();
  const turnstile = createTurnstile();
  let isCounting = false;
  const statements: string[] = [];
  const session = {
    queries: drizzle(async (text, params, method) => {
      const rowMode = method === 'all' ? 'array' : 'object';
      const { rows } = await client.query(text, params, { rowMode, parsers: LEAVE_DATES });
      if (isCounting) {
        statements.push(text);
        await turnstile.pass();
      }
      return { rows: [...rows] };
    }),
    exec: async (text: string) => void (await client.exec(text)),
    close: () => client.close(),
    abandon: async () => {},
  };
  const embedded = createEmbeddedDatabase(session, noOther);
  const database: Database = {
    // Side by side, as on a server.
    run: (work) => (isCounting ? work(session.queries) : embedded.run(work)),
    async transaction(work) {
      if (isCounting) throw new Error('a transaction is several waits: count it by itself');
      return embedded.transaction(work);
    },
    tidy: () => embedded.tidy(),
  };
  const opened = await storeOn({ kind: 'embedded', database, lost: NEVER_LOST, close: embedded.close });
  return {
    opened,
    async counted(work) {
      statements.length = 0;
      const before = turnstile.opened();
      isCounting = true;
      try {
        await work();
      } finally {
        isCounting = false;
      }
      return { statements: [...statements], waits: turnstile.opened() - before };
    },
  };
}
