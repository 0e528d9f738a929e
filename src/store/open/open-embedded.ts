import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Connection, OnStep } from './connection.js';
import { type DataLock, lockDataFolder } from './data-lock.js';
import { createEmbeddedDatabase } from './embedded-database.js';
import { Engine } from './engine.js';
import { DataFolderUnreadable } from './errors.js';
import { SYNCED_START_PARAMS, SyncedNodeFS } from './synced-files.js';

const DATABASE_FOLDER = 'db';
const UNFINISHED = 'db-unfinished-';

async function removeUnfinished(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  const unfinished = names.filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(unfinished.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
}

/**
 * Makes the database beside its place and moves it there when it is whole: a process killed on the way leaves
 * nothing that looks like a database. Log files of 1 MB instead of 16 make the folder smaller and the start faster.
 */
async function createDatabase(dataDir: string, folder: string): Promise<void> {
  const unfinished = join(dataDir, `${UNFINISHED}${process.pid}`);
  const client = await PGlite.create({ dataDir: unfinished, initDbStartParams: ['--wal-segsize=1'] });
  await client.close();
  await rename(unfinished, folder);
}

async function startDatabase(folder: string): Promise<Engine> {
  try {
    return await Engine.start({ fs: new SyncedNodeFS(folder), startParams: SYNCED_START_PARAMS });
  } catch (error) {
    throw new DataFolderUnreadable(folder, error);
  }
}

async function openLocked(dataDir: string, lock: DataLock, onStep: OnStep): Promise<Connection> {
  const folder = join(dataDir, DATABASE_FOLDER);
  await removeUnfinished(dataDir);
  if (!existsSync(folder)) {
    onStep({ kind: 'creating', folder });
    await createDatabase(dataDir, folder);
  }
  onStep({ kind: 'opening', folder });
  const start = () => startDatabase(folder);
  const database = createEmbeddedDatabase(await start(), start);
  async function close(): Promise<void> {
    await database.close();
    await lock.release();
  }
  return { kind: 'embedded', database, close };
}

/**
 * The database in `dataDir`, made where there is none. Throws `DataFolderLocked` where another process has it open,
 * `DataFolderUnreadable` where what is there cannot be started.
 */
export async function openEmbedded(dataDir: string, onStep: OnStep): Promise<Connection> {
  await mkdir(dataDir, { recursive: true });
  const lock = await lockDataFolder(dataDir);
  try {
    return await openLocked(dataDir, lock, onStep);
  } catch (error) {
    await lock.release();
    throw error;
  }
}
