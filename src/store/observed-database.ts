import { sql } from 'drizzle-orm';
import type { Database } from './database.js';

/** What a database can do now: all, nothing, or everything but keep what is new. */
export type DatabaseCondition = 'good' | 'away' | 'disk-full';

export type ObservedDatabase = {
  readonly database: Database;
  /** Asks the database. Never rejects. */
  readonly condition: () => Promise<DatabaseCondition>;
};

/** What Postgres and the system call a full disk. */
const DISK_FULL: ReadonlySet<unknown> = new Set(['53100', 'ENOSPC']);
const DEEPEST_CAUSE = 4;

function isDiskFull(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return false;
  return ('code' in error && DISK_FULL.has(error.code)) || isDiskFull(error.cause, depth + 1);
}

/** A small thing that must be written, and is gone at once. */
const WRITE = sql`create temporary table repaso_room_left (note text) on commit drop`;

/**
 * Remembers that the disk was full when something was to be written: reading goes on then, and a question tells nothing.
 * From there on the condition is asked by writing.
 */
export function observeDatabase(database: Database): ObservedDatabase {
  let isFull = false;

  async function noting<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (isDiskFull(error)) isFull = true;
      throw error;
    }
  }

  const observed: Database = {
    run: (work) => noting(database.run(work)),
    transaction: (work) => noting(database.transaction(work)),
    tidy: () => database.tidy(),
  };

  async function ask(): Promise<void> {
    if (!isFull) return void (await observed.run((db) => db.execute(sql`select 1`)));
    await observed.transaction((db) => db.execute(WRITE));
    isFull = false;
  }

  return {
    database: observed,
    async condition() {
      try {
        await ask();
        return 'good';
      } catch {
        return isFull ? 'disk-full' : 'away';
      }
    },
  };
}
