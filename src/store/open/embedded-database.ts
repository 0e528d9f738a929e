import { sql } from 'drizzle-orm';
import type { Database, Queries } from '../database.js';
import { StoreUnavailable } from '../interfaces/store.js';
import { ALL_TABLES } from '../schema.js';
import type { EmbeddedSession } from './embedded-session.js';
import { isFatalDriverError, isFatalWorkError, wrapDriverError, wrapWorkError } from './unavailable.js';

export type EmbeddedDatabase = Database & {
  /** Does something while no statement runs, and with as much as possible written to the database's files. */
  readonly whileIdle: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

const TIDY = sql`vacuum (analyze) ${ALL_TABLES}`;

function ignore(): void {}

/** Runs work one at a time, in order. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

/** Throws where this process must not write any more. */
export type Guard = () => void;

type Drop = (failed: EmbeddedSession) => Promise<void>;

async function control(
  session: EmbeddedSession,
  statement: 'begin' | 'commit' | 'rollback' | 'checkpoint',
  drop: Drop,
): Promise<void> {
  try {
    await session.exec(statement);
  } catch (error) {
    if (isFatalDriverError(error)) await drop(session);
    throw wrapDriverError(error);
  }
}

async function attempt<T>(session: EmbeddedSession, work: (queries: Queries) => Promise<T>, drop: Drop): Promise<T> {
  try {
    return await work(session.queries);
  } catch (error) {
    if (isFatalWorkError(error)) await drop(session);
    throw wrapWorkError(error);
  }
}

/**
 * The store's database on PGlite, with one session that one caller uses at a time. An engine that fails, for example
 * on a disk that cannot be written, is dropped; the next call starts another one, which recovers from the log.
 *
 * @param first the running engine
 * @param restart starts another on the same data
 * @param guard is asked before each statement that stands alone, each transaction and each commit
 */
export function createEmbeddedDatabase(
  first: EmbeddedSession,
  restart: () => Promise<EmbeddedSession>,
  guard: Guard = ignore,
): EmbeddedDatabase {
  const inLine = createQueue();
  let session: EmbeddedSession | null = first;
  let closed = false;

  async function running(): Promise<EmbeddedSession> {
    if (closed) throw new StoreUnavailable('the embedded database is closed');
    guard();
    try {
      session ??= await restart();
      return session;
    } catch (cause) {
      throw new StoreUnavailable('the embedded database does not start', { cause });
    }
  }

  /** Ends the failed engine before another one starts, since two engines on one folder would destroy it. */
  async function drop(failed: EmbeddedSession): Promise<void> {
    session = null;
    await failed.abandon();
  }

  async function inTransaction<T>(current: EmbeddedSession, work: (queries: Queries) => Promise<T>): Promise<T> {
    await control(current, 'begin', drop);
    try {
      const result = await attempt(current, work, drop);
      guard();
      await control(current, 'commit', drop);
      return result;
    } catch (error) {
      if (session !== null) await control(current, 'rollback', drop);
      throw error;
    }
  }

  return {
    run: (work) => inLine(async () => attempt(await running(), work, drop)),
    transaction: (work) => inLine(async () => inTransaction(await running(), work)),
    // An embedded engine has no autovacuum.
    tidy: () => inLine(async () => attempt(await running(), (db) => db.execute(TIDY), drop)).then(ignore, ignore),
    whileIdle: (work) =>
      inLine(async () => {
        await control(await running(), 'checkpoint', drop);
        return work();
      }),
    close: () =>
      inLine(async () => {
        if (closed) return;
        closed = true;
        await session?.close();
      }),
  };
}
