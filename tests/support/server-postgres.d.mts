export type PostgresServer = {
  /** Of its database `postgres`, as a superuser without a password. */
  readonly url: string;
  /** After `stop`: the same data on the same port. */
  readonly start: () => Promise<unknown>;
  readonly stop: (mode?: 'fast' | 'immediate') => Promise<unknown>;
  /** Stops it and deletes its data. */
  readonly remove: () => Promise<void>;
};
export function findPostgres(): Promise<string | null>;
export function startPostgres(): Promise<PostgresServer>;
