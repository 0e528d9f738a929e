import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Queries } from '../database.js';

/**
 * The one session of an embedded engine, in whichever thread the engine runs. Errors are as the engine throws them.
 */
export interface EmbeddedSession {
  readonly queries: Queries;
  /** A statement without parameters or rows. */
  exec(statement: string): Promise<void>;
  /** Shuts the engine down. */
  close(): Promise<void>;
  /** Ends an engine that has failed, without sending it anything. */
  abandon(): Promise<void>;
}

/** An engine in this thread, which blocks everything else while it works. For tests, whose databases are small. */
export function sessionInThisThread(client: PGlite): EmbeddedSession {
  return {
    queries: drizzle({ client }),
    exec: async (statement) => void (await client.exec(statement)),
    close: () => client.close(),
    abandon: async () => {},
  };
}
