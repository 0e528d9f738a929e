import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MIGRATIONS_FOLDER } from '../../src/store/open/migrate.js';
import { openStore } from '../../src/store/open/open.js';

/** What a data folder comes from: the engine, and how the program makes and migrates its database. */
const SOURCES = [
  fileURLToPath(new URL('../../src/store/open', import.meta.url)),
  MIGRATIONS_FOLDER,
  join(MIGRATIONS_FOLDER, 'meta'),
];
const ENGINE = fileURLToPath(import.meta.resolve('@electric-sql/pglite/pglite.wasm'));

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(ENGINE));
  for (const folder of SOURCES) {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
    for (const name of names) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Makes one beside its place. Of several who make it at the same time the first puts it there. */
async function make(place: string): Promise<void> {
  const folder = await mkdtemp(`${place}-`);
  await (await openStore({ databaseUrl: null, dataDir: folder })).close();
  await rename(folder, place).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  });
}

let kept: Promise<string> | undefined;

async function findOrMake(): Promise<string> {
  const place = join(tmpdir(), `repaso-test-data-${await hashOfSources()}`);
  if (!existsSync(place)) await make(place);
  return place;
}

/**
 * Fills a data folder with an embedded database of this version that has no rows: made by the program itself once a
 * machine, and copied, because making one takes seconds.
 */
export async function copyDataFolder(to: string): Promise<void> {
  kept ??= findOrMake();
  await cp(await kept, to, { recursive: true });
}
