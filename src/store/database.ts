import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/**
 * The statements of one connection. Drivers differ in what they return for raw SQL, so only the query builder is
 * used.
 */
export type Queries = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/**
 * The database behind the store, for either driver. Both methods throw `StoreUnavailable` when the database cannot be
 * reached, and otherwise whatever `work` throws.
 */
export interface Database {
  /** Runs statements that are each a transaction of their own. */
  run<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Runs all statements of `work`, or none. Must not be nested. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /**
   * Updates the planner's statistics after many rows have changed; without them it takes the tables for empty and
   * joins them row by row. Never throws, since a failure only costs time.
   */
  tidy(): Promise<void>;
}
