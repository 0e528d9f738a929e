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
/** `durable`: what is committed survives a crash of the machine, as on a server that is used. Off by default. */
export function startPostgres(options?: { readonly durable?: boolean }): Promise<PostgresServer>;
