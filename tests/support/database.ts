import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NEVER_LOST } from '../../src/store/open/connection.js';
import { createEmbeddedDatabase, type EmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { sessionInThisThread } from '../../src/store/open/embedded-session.js';
import { MIGRATIONS_FOLDER, migrateDatabase } from '../../src/store/open/migrate.js';
import { type OpenStore, storeOn } from '../../src/store/open/open.js';

type Template = { readonly name: string; readonly make: () => Promise<PGlite> };

/** What a database in memory is made of, so that a change of it makes new templates. */
async function hashOf(...paths: readonly (string | URL)[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
}

const ENGINE = new URL(import.meta.resolve('@electric-sql/pglite/pglite.wasm'));

async function migrationFiles(): Promise<readonly string[]> {
  const names = (await readdir(MIGRATIONS_FOLDER)).filter((name) => name.endsWith('.sql'));
  // The journal says when each was made, by which a database knows them.
  return [...names.sort(), join('meta', '_journal.json')].map((name) => join(MIGRATIONS_FOLDER, name));
}

function inMemory(client: PGlite): EmbeddedDatabase {
  return createEmbeddedDatabase(sessionInThisThread(client), () =>
    Promise.reject(new Error('the test database has failed')),
  );
}

/**
 * A data folder as an archive, made once a machine and kept: several test workers may make it at the same time, each
 * beside its place, and whoever renames last wins with the same content.
 */
async function load({ name, make }: Template): Promise<Blob> {
  const folder = join(tmpdir(), 'repaso-test-databases');
  const path = join(folder, `${name}.tar`);
  if (!existsSync(path)) {
    await mkdir(folder, { recursive: true });
    const client = await make();
    const dump = await client.dumpDataDir('none');
    await client.close();
    const unfinished = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`;
    await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
    await rename(unfinished, path);
  }
  return new Blob([await readFile(path)]);
}

let empty: Promise<Blob> | undefined;
let migrated: Promise<Blob> | undefined;

/** Postgres fills its buffers with zeros when it starts: an eighth of them takes half of the time. */
const SMALL = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/** A PGlite in memory with nothing in it. Close it when done: it holds about 100 MB. */
export async function emptyTestClient(): Promise<PGlite> {
  const make = () => PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  empty ??= load({ name: `empty-${await hashOf(ENGINE)}`, make });
  return PGlite.create({ loadDataDir: await empty, startParams: SMALL });
}

/** The same with all migrations and no rows. */
export async function openTestClient(): Promise<PGlite> {
  const make = async () => {
    const client = await emptyTestClient();
    await migrateDatabase(inMemory(client));
    return client;
  };
  migrated ??= load({ name: `migrated-${await hashOf(ENGINE, ...(await migrationFiles()))}`, make });
  return PGlite.create({ loadDataDir: await migrated, startParams: SMALL });
}

/** A database of its own with all tables and no rows, in memory. Close it when done. */
export async function openTestDatabase(): Promise<EmbeddedDatabase> {
  return inMemory(await openTestClient());
}

/** The store on an embedded database of its own, in memory. Close it when done. */
export async function openTestStore(): Promise<OpenStore> {
  const database = inMemory(await openTestClient());
  return storeOn({ kind: 'embedded', database, lost: NEVER_LOST, close: database.close });
}

const WITHOUT_ROWS = `do $$ declare one text; begin
  set local session_replication_role = replica;
  for one in select tablename from pg_tables where schemaname = 'public' loop execute format('delete from %I', one); end loop;
end $$`;
const WITHOUT_TABLES = 'drop schema public cascade; create schema public; drop schema if exists drizzle cascade';

let wiped: Promise<PGlite> | undefined;
let emptied: Promise<{ readonly client: PGlite; readonly opened: OpenStore }> | undefined;

/** The worker's own PGlite with nothing in it, until the next who asks: many times sooner than another. */
export async function wipedTestClient(): Promise<PGlite> {
  wiped ??= emptyTestClient();
  const client = await wiped;
  await client.exec(WITHOUT_TABLES);
  return client;
}

async function openKept() {
  const client = await openTestClient();
  const database = inMemory(client);
  return { client, opened: await storeOn({ kind: 'embedded', database, lost: NEVER_LOST, close: async () => {} }) };
}

/** The worker's own store without a row, until the next who asks. It stays open. */
export async function emptiedTestStore(): Promise<OpenStore> {
  emptied ??= openKept();
  const { client, opened } = await emptied;
  await client.exec(WITHOUT_ROWS);
  return opened;
}
