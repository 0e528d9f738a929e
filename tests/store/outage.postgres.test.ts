import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Client, Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { workspaceId } from '../../src/core/ids.js';
import { StoreUnavailable } from '../../src/store/interfaces/store.js';
import { type OpenStore, openStore } from '../../src/store/open/open.js';
import { serverDatabase } from '../../src/store/open/open-server.js';
import { workspaces } from '../../src/store/schema.js';
import { ANA, createWorld, NOW, type World } from '../contracts/store/world.js';
import { createServerDatabase } from '../support/server-database.js';
import { findPostgres, type PostgresServer, startPostgres } from '../support/server-postgres.mjs';

const away = expect.any(StoreUnavailable);
const open = (databaseUrl: string) => openStore({ databaseUrl, dataDir: '' });

/** A server that only exists somewhere else cannot be stopped. */
describe.skipIf((await findPostgres()) === null)('a server that goes away (needs a PostgreSQL installed here)', () => {
  let server: PostgresServer;
  let opened: OpenStore;
  let world: World;
  beforeAll(async () => {
    server = await startPostgres();
    opened = await open(server.url);
    world = await createWorld(opened);
    await world.teach('a');
  });
  afterAll(async () => {
    await opened?.close();
    await server?.remove();
  });

  it.each([
    'fast',
    'immediate',
  ] as const)('is told by every call, and needs no help to come back (%s)', async (mode) => {
    // Several connections in the pool, all of them lost at once.
    await Promise.all(Array.from({ length: 6 }, () => opened.ping()));
    await server.stop(mode);
    const calls = [() => opened.ping(), () => world.store.workspaces.list(), () => world.review('a', 1)];
    for (const call of calls) await expect(call()).rejects.toEqual(away);
    await expect(Promise.all(calls.map((call) => call()))).rejects.toEqual(away);
    await server.start();
    await opened.ping();
    expect(await world.store.workspaces.list()).toHaveLength(1);
  });

  it('loses no acknowledged review and counts none twice when it crashes under load', async () => {
    const acknowledged: number[] = [];
    let turn = 0;
    let stopping = false;
    const press = async () => {
      while (!stopping) {
        turn += 1;
        const mine = turn + 100;
        try {
          await world.review('a', mine);
          acknowledged.push(mine);
        } catch (error) {
          expect(error).toEqual(away);
          return;
        }
      }
    };
    const load = Promise.all([press(), press(), press(), press()]);
    await sleep(150);
    await server.stop('immediate');
    stopping = true;
    await load;
    await server.start();
    expect(acknowledged.length).toBeGreaterThan(0);
    const turns = (await world.store.reviews.history(world.workspace, ANA)).map((review) => review.turn);
    expect(turns).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(turns).size).toBe(turns.length);
  });
});

describe('a server that is there', () => {
  let url: string;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ url, drop } = await createServerDatabase(inject('postgresUrl')));
  });
  afterEach(() => drop());

  /** A statement from outside, to the same database. */
  async function meddle(statement: string): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  it('may end every connection without anybody noticing', async () => {
    const opened = await open(url);
    await Promise.all(Array.from({ length: 4 }, () => opened.ping()));
    await meddle(`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database()`);
    await sleep(100);
    await opened.ping();
    await opened.close();
  });

  it('may end a connection in the middle of a transaction: nothing is kept, and the next one works', async () => {
    const opened = await open(url);
    const world = await createWorld(opened);
    const pool = new Pool({ connectionString: url, max: 1 });
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
    const database = serverDatabase(pool);
    const work = database.transaction(async (db) => {
      await db.delete(workspaces);
      await meddle(`select pg_terminate_backend(pid) from pg_stat_activity
        where state = 'idle in transaction' and datname = current_database()`);
      await sleep(50);
      await db.select().from(workspaces);
    });
    await expect(work).rejects.toEqual(away);
    expect(await database.run((db) => db.$count(workspaces))).toBe(1);
    expect(await world.store.workspaces.list()).toHaveLength(1);
    await pool.end();
    await opened.close();
  });

  it.each([
    ['a statement takes too long', 'run', { statement_timeout: 100 }],
    ['a statement takes too long', 'transaction', { statement_timeout: 100 }],
    ['the network swallows the answer', 'run', { query_timeout: 100 }],
    ['the network swallows the answer', 'transaction', { query_timeout: 100 }],
  ] as const)('counts as away where %s (%s), and goes on with another connection', async (_, method, limits) => {
    const opened = await open(url);
    await opened.store.workspaces.ensure(workspaceId('w'), 'web', NOW);
    await opened.close();
    const pool = new Pool({ connectionString: url, max: 1, ...limits });
    const database = serverDatabase(pool);
    const asked = database[method]((db) => db.select({ slow: sql`pg_sleep(3)` }).from(workspaces));
    await expect(asked).rejects.toEqual(away);
    expect(await database.run((db) => db.$count(workspaces))).toBe(1);
    await pool.end();
  });

  it('counts as away where no connection is free in time', async () => {
    await (await open(url)).close();
    const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 100 });
    const database = serverDatabase(pool);
    await database.transaction(async () => {
      await expect(database.run((db) => db.$count(workspaces))).rejects.toEqual(away);
    });
    await pool.end();
  });

  it('passes on a mistake of ours as it is', async () => {
    const opened = await open(url);
    const world = await createWorld(opened);
    const mistake = world.store.sessions.open(world.session());
    await expect(mistake).rejects.not.toEqual(away);
    await opened.close();
  });
});

describe('a server that lets nobody in', () => {
  it.each([
    ['is not there', 'postgres://ana:secret@127.0.0.1:1/repaso', '127.0.0.1:1/repaso', 'ECONNREFUSED'],
    [
      'has no such name',
      'postgres://ana:secret@nowhere.invalid/repaso',
      'nowhere.invalid:5432/repaso',
      /ENOTFOUND|EAI_AGAIN/,
    ],
    ['has no readable address', 'postgres://ana:secret@:::/', 'an address that cannot be read', /.*/],
  ])('is named without the password where it %s', async (_, url, address, reason) => {
    const error: unknown = await open(url).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'database-unreachable', address, reason: expect.stringMatching(reason) });
    expect(`${error instanceof Error ? error.message : error}`).not.toContain('secret');
  });

  it('is named where the database does not exist', async () => {
    const url = new URL(inject('postgresUrl'));
    url.pathname = '/missing';
    await expect(open(url.href)).rejects.toMatchObject({ code: 'database-unreachable', reason: '3D000' });
  });
});
