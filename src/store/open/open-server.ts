import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';
import type { Database, Queries } from '../database.js';
import { StoreUnavailable } from '../interfaces/store.js';
import { ALL_TABLES } from '../schema.js';
import { type Connection, NEVER_LOST, type OnStoreStep } from './connection.js';
import { DatabaseUnreachable } from './errors.js';
import { wrapDriverError, wrapWorkError } from './unavailable.js';

/** In milliseconds, except `max`. A person waits for each of these, so they are short. */
const LIMITS = {
  /** Connections of a process. */
  max: 10,
  /** To get a connection, new or from the pool. */
  connectionTimeoutMillis: 5_000,
  /** A statement, by the server's clock. */
  statement_timeout: 10_000,
  /** A statement, by ours: for a network that swallows the answer. */
  query_timeout: 15_000,
  idle_in_transaction_session_timeout: 30_000,
  idleTimeoutMillis: 30_000,
};

/** The address of a connection, `host:port/database`, without user and password, so that it can be shown. */
export function addressOf(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'an address that cannot be read';
  const url = new URL(databaseUrl);
  const host = url.searchParams.get('host') ?? (url.hostname || 'localhost');
  // What is not the name of a database may be a piece of a password that was not escaped.
  const name = /^\/[\w.-]*$/u.test(url.pathname) ? url.pathname : '/…';
  return `${host}:${url.port || '5432'}${name}`;
}

async function checkOut(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw new StoreUnavailable('no connection to the database', { cause });
  }
}

/** Rolls the transaction back. `false` where the connection fails at that too. */
async function rolledBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}

async function runAlone<T>(pool: Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await checkOut(pool);
  let usable = true;
  try {
    return await work(drizzle({ client }));
  } catch (error) {
    const wrapped = wrapWorkError(error);
    usable = !(wrapped instanceof StoreUnavailable);
    throw wrapped;
  } finally {
    client.release(!usable);
  }
}

async function control(client: PoolClient, statement: 'begin' | 'commit'): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    throw wrapDriverError(error);
  }
}

async function runTogether<T>(pool: Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await checkOut(pool);
  let usable = true;
  try {
    await control(client, 'begin');
    const result = await work(drizzle({ client }));
    await control(client, 'commit');
    return result;
  } catch (error) {
    const wrapped = wrapWorkError(error);
    usable = !(wrapped instanceof StoreUnavailable) && (await rolledBack(client));
    throw wrapped;
  } finally {
    client.release(!usable);
  }
}

function ignore(): void {}

/** The store's database on a pool. A connection that failed is closed; the next call opens another. */
export function serverDatabase(pool: Pool): Database {
  return {
    run: (work) => runAlone(pool, work),
    transaction: (work) => runTogether(pool, work),
    // Autovacuum would do it too, but only about a minute later.
    tidy: () => runAlone(pool, (db) => db.execute(sql`analyze ${ALL_TABLES}`)).then(ignore, ignore),
  };
}

export function createPool(databaseUrl: string): Pool {
  const pool = new Pool({ connectionString: databaseUrl, keepAlive: true, application_name: 'repaso', ...LIMITS });
  // When the server ends a connection, the pool emits an event that would end the process without a listener. The
  // statement that uses the connection gets the error too, and the pool replaces the connection.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function reasonOf(error: unknown): string | null {
  const cause = error instanceof StoreUnavailable ? error.cause : error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

/** Opens the database at `databaseUrl`. Throws `DatabaseUnreachable` where that fails. */
export async function openServer(databaseUrl: string, onStep: OnStoreStep): Promise<Connection> {
  const address = addressOf(databaseUrl);
  onStep({ kind: 'connecting', address });
  const pool = createPool(databaseUrl);
  try {
    (await checkOut(pool)).release();
  } catch (error) {
    await pool.end();
    throw new DatabaseUnreachable(address, reasonOf(error), error);
  }
  return { kind: 'server', database: serverDatabase(pool), lost: NEVER_LOST, close: () => pool.end() };
}
