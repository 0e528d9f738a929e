import { sql } from 'drizzle-orm';
import type { Database, Queries } from '../database.js';
import { StoreUnavailable } from '../interfaces/store.js';
import { ALL_TABLES } from '../schema.js';
import type { EmbeddedSession } from './embedded-session.js';
import { isFatalDriverError, isFatalWorkError, wrapDriverError, wrapWorkError } from './unavailable.js';

export type EmbeddedDatabase = Database & { readonly close: () => Promise<void> };

const TIDY = sql`vacuum (analyze) ${ALL_TABLES}`;

function ignore(): void {}

/** Runs one piece of work at a time, in the order they come. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
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
export function createEmbeddedDatabase(
  first: EmbeddedSession,
  restart: () => Promise<EmbeddedSession>,
): EmbeddedDatabase {
  const inLine = createQueue();
  let session: EmbeddedSession | null = first;
  let closed = false;

  async function running(): Promise<EmbeddedSession> {
    if (closed) throw new StoreUnavailable('the embedded database is closed');
    try {
      session ??= await restart();
      return session;
    } catch (cause) {
      throw new StoreUnavailable('the embedded database does not start', { cause });
    }
  }

  /** Two engines on one folder would ruin it: the failed one is gone before another is started. */
  async function drop(failed: EmbeddedSession): Promise<void> {
    session = null;
    await failed.abandon();
  }

  async function control(current: EmbeddedSession, statement: 'begin' | 'commit' | 'rollback'): Promise<void> {
    try {
      await current.exec(statement);
    } catch (error) {
      if (isFatalDriverError(error)) await drop(current);
      throw wrapDriverError(error);
    }
  }

  async function attempt<T>(current: EmbeddedSession, work: (queries: Queries) => Promise<T>): Promise<T> {
    try {
      return await work(current.queries);
    } catch (error) {
      if (isFatalWorkError(error)) await drop(current);
      throw wrapWorkError(error);
    }
  }

  async function together<T>(current: EmbeddedSession, work: (queries: Queries) => Promise<T>): Promise<T> {
    await control(current, 'begin');
    try {
      const result = await attempt(current, work);
      await control(current, 'commit');
      return result;
    } catch (error) {
      if (session !== null) await control(current, 'rollback');
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
        await session?.close();
      }),
  };
}
