import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database, Queries } from '../database.js';
import { StoreUnavailable } from '../interfaces/store.js';
import { ALL_TABLES } from '../schema.js';
import { isFatalDriverError, isFatalWorkError, wrapDriverError, wrapWorkError } from './unavailable.js';

export type EmbeddedDatabase = Database & { readonly close: () => Promise<void> };

const TIDY = sql`vacuum (analyze) ${ALL_TABLES}`;

function ignore(): void {}

/** Runs one piece of work at a time, in the order they come. */
function createLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

/**
 * The store's database on PGlite: one session, so whoever uses it has it alone. An engine that has failed (a disk
 * that cannot be written ends it) is dropped, and the next call starts another, which recovers from the log.
 *
 * @param first the running engine
 * @param restart starts another on the same data
 */
export function createEmbeddedDatabase(first: PGlite, restart: () => Promise<PGlite>): EmbeddedDatabase {
  const inLine = createLine();
  let engine: PGlite | null = first;
  let closed = false;

  async function running(): Promise<PGlite> {
    if (closed) throw new StoreUnavailable('the embedded database is closed');
    try {
      engine ??= await restart();
      return engine;
    } catch (cause) {
      throw new StoreUnavailable('the embedded database does not start', { cause });
    }
  }

  async function control(client: PGlite, statement: 'begin' | 'commit' | 'rollback'): Promise<void> {
    try {
      await client.exec(statement);
    } catch (error) {
      if (isFatalDriverError(error)) engine = null;
      throw wrapDriverError(error);
    }
  }

  async function attempt<T>(client: PGlite, work: (queries: Queries) => Promise<T>): Promise<T> {
    try {
      return await work(drizzle({ client }));
    } catch (error) {
      if (isFatalWorkError(error)) engine = null;
      throw wrapWorkError(error);
    }
  }

  async function together<T>(client: PGlite, work: (queries: Queries) => Promise<T>): Promise<T> {
    await control(client, 'begin');
    try {
      const result = await attempt(client, work);
      await control(client, 'commit');
      return result;
    } catch (error) {
      if (engine !== null) await control(client, 'rollback');
      throw error;
    }
  }

  return {
    run: (work) => inLine(async () => attempt(await running(), work)),
    transaction: (work) => inLine(async () => together(await running(), work)),
    // Nobody else does: an embedded engine has no autovacuum.
    tidy: () => inLine(async () => attempt(await running(), (db) => db.execute(TIDY))).then(ignore, ignore),
    close: () =>
      inLine(async () => {
        if (closed) return;
        closed = true;
        await engine?.close();
      }),
  };
}
