import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Statements of one connection. What a driver returns for raw SQL differs, so only the query builder is used. */
export type Queries = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/**
 * The database behind the store, whichever driver carries it. Both methods throw `StoreUnavailable` when the database
 * cannot be reached, and whatever `work` throws otherwise.
 */
export interface Database {
  /** Statements that stand alone: each is its own transaction. */
  run<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** All of `work`'s statements or none. Not to be nested. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /**
   * After many rows have changed: tells the planner, who otherwise believes that tables are nearly empty and joins
   * them row by row. Never throws, since nothing is lost without it.
   */
  tidy(): Promise<void>;
}
