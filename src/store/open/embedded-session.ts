import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Queries } from '../database.js';

/** The one session of an embedded engine, wherever the engine runs. Errors are as the engine throws them. */
export interface EmbeddedSession {
  readonly queries: Queries;
  /** A statement without parameters or rows. */
  exec(statement: string): Promise<void>;
  /** Ends it in good order. */
  close(): Promise<void>;
  /** Ends one that has failed, without asking it anything. */
  abandon(): Promise<void>;
}

/** An engine in this thread: it stops everything else while it works. For tests, whose databases are small. */
export function sessionInThisThread(client: PGlite): EmbeddedSession {
  return {
    queries: drizzle({ client }),
    exec: async (statement) => void (await client.exec(statement)),
    close: () => client.close(),
    abandon: async () => {},
  };
}
