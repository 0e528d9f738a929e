import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreUnavailable } from '../interfaces/store.js';
import type { Connection, OnStoreStep } from './connection.js';
import { answerCopyRequests, copyDatabase } from './copy-requests.js';
import { type DataLock, lockDataFolder } from './data-lock.js';
import { createEmbeddedDatabase } from './embedded-database.js';
import type { EmbeddedSession } from './embedded-session.js';
import { makeDatabase, startEngineSession } from './engine-session.js';
import { DataFolderLost, DataFolderRefused, DataFolderUnreadable } from './errors.js';
import { type Fence, isHeld } from './fence.js';

export const DATABASE_FOLDER = 'db';
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

async function startDatabase(folder: string, fence: Fence): Promise<EmbeddedSession> {
  try {
    return await startEngineSession(folder, fence);
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
  const start = () => startDatabase(folder, lock.fence);
  const database = createEmbeddedDatabase(await start(), start, () => refuseLost(lock.fence));
  const copies = answerCopyRequests(dataDir, (to) => database.whileIdle(() => copyDatabase(folder, to)));
  async function close(): Promise<void> {
    await copies.stop();
    await database.close();
    await lock.release();
  }
  return { kind: 'embedded', database, lost: lock.lost, close };
}

function refuseLost(fence: Fence): void {
  if (isHeld(fence)) return;
  throw new StoreUnavailable('the data folder belongs to another process now', {
    cause: new DataFolderLost(fence.folder, null),
  });
}

/** The system's complaints about the folder itself, in words of ours. */
async function inFolder<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isSystems = error instanceof Error && 'syscall' in error && 'code' in error;
    if (isSystems) throw new DataFolderRefused(dataDir, String(error.code), error);
    throw error;
  }
}

/**
 * The database in `dataDir`, made where there is none. Throws `DataFolderLocked` where another process has it open,
 * `DataFolderUnreadable` where what is there cannot be started, `DataFolderRefused` where the system lets no folder be
 * made or written there.
 */
export async function openEmbedded(dataDir: string, onStep: OnStoreStep): Promise<Connection> {
  const onWatch = (): void => onStep({ kind: 'watching-lock', folder: dataDir });
  const lock = await inFolder(dataDir, async () => {
    await mkdir(dataDir, { recursive: true });
    return lockDataFolder(dataDir, { onWatch });
  });
  try {
    return await inFolder(dataDir, () => openLocked(dataDir, lock, onStep));
  } catch (error) {
    await lock.release();
    throw error;
  }
}
