import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection, OnStoreStep } from './connection.js';
import { type DataLock, lockDataFolder } from './data-lock.js';
import { createEmbeddedDatabase } from './embedded-database.js';
import type { EmbeddedSession } from './embedded-session.js';
import { makeDatabase, startEngineSession } from './engine-session.js';
import { DataFolderUnreadable } from './errors.js';

const DATABASE_FOLDER = 'db';
const UNFINISHED = 'db-unfinished-';

async function removeUnfinished(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  const unfinished = names.filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(unfinished.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
}

/**
 * Creates the database beside its place and moves it there when it is complete: a process killed in between leaves
 * nothing that looks like a database.
 */
async function createDatabase(dataDir: string, folder: string): Promise<void> {
  const unfinished = join(dataDir, `${UNFINISHED}${process.pid}`);
  await makeDatabase(unfinished);
  await rename(unfinished, folder);
}

async function startDatabase(folder: string): Promise<EmbeddedSession> {
  try {
    return await startEngineSession(folder);
  } catch (error) {
    throw new DataFolderUnreadable(folder, error);
  }
}

async function openLocked(dataDir: string, lock: DataLock, onStep: OnStoreStep): Promise<Connection> {
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
 * The database in `dataDir`, created if necessary. Throws `DataFolderLocked` where another process has it open,
 * `DataFolderUnreadable` where the existing one cannot be started.
 */
export async function openEmbedded(dataDir: string, onStep: OnStoreStep): Promise<Connection> {
  await mkdir(dataDir, { recursive: true });
  const lock = await lockDataFolder(dataDir);
  try {
    return await openLocked(dataDir, lock, onStep);
  } catch (error) {
    await lock.release();
    throw error;
  }
}
