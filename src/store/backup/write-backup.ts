import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database } from '../database.js';
import type { Connection } from '../open/connection.js';
import { requestCopy } from '../open/copy-requests.js';
import { DataFolderLocked } from '../open/errors.js';
import type { OpenOptions } from '../open/open.js';
import { DATABASE_FOLDER, openEmbedded } from '../open/open-embedded.js';
import { openServer } from '../open/open-server.js';
import { type DumpFacts, dump } from './dump.js';
import { BackupError } from './errors.js';
import type { BackupHeader } from './format.js';

function ignore(): void {}

/** A copy that the running Repaso makes of its database, as a database of its own that goes when it is closed. */
async function openCopy(dataDir: string): Promise<Connection> {
  const answer = await requestCopy(dataDir);
  if (answer.kind === 'no-answer') throw new BackupError('no-answer');
  if (answer.kind === 'failed') throw new BackupError('no-copy', answer.reason);
  const { folder } = answer;
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const connection = await openEmbedded(folder, ignore);
    return { ...connection, close: () => connection.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function openSource({ databaseUrl, dataDir, onStep = ignore }: OpenOptions): Promise<Connection> {
  if (databaseUrl !== null) return openServer(databaseUrl, onStep);
  if (!existsSync(join(dataDir, DATABASE_FOLDER))) throw new BackupError('nothing');
  try {
    return await openEmbedded(dataDir, onStep);
  } catch (error) {
    if (error instanceof DataFolderLocked) return openCopy(dataDir);
    throw error;
  }
}

/** Writes the database as it is at one moment. Throws what the stream throws, having closed it. */
export async function writeSnapshot(database: Database, facts: DumpFacts, out: Writable): Promise<BackupHeader> {
  let header: BackupHeader | null = null;
  const onHeader = (written: BackupHeader): void => {
    header = written;
  };
  await database.transaction((db) => pipeline(Readable.from(dump(db, facts, onHeader)), createGzip(), out));
  if (header === null) throw new BackupError('nothing');
  return header;
}

/**
 * Writes a backup of the database, whoever works in it meanwhile: a server takes a snapshot, the Repaso that has an
 * embedded one open makes a copy of it. Throws `BackupError`, an `OpenStoreError`, or what the stream throws.
 */
export async function writeBackup(options: OpenOptions, facts: DumpFacts, out: Writable): Promise<BackupHeader> {
  const source = await openSource(options);
  try {
    return await writeSnapshot(source.database, facts, out);
  } finally {
    await source.close();
  }
}
