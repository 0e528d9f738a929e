import type { Readable } from 'node:stream';
import type { Connection } from '../open/connection.js';
import type { OpenOptions } from '../open/open.js';
import { openEmbedded } from '../open/open-embedded.js';
import { openServer } from '../open/open-server.js';
import { checkReplay, type ReplayCheck } from './check-replay.js';
import type { BackupHeader } from './format.js';
import { type LoadOptions, load } from './load.js';
import { type ReadBackup, readBackup } from './read-lines.js';
import { refuseCompany } from './refuse-company.js';

export type Restored = { readonly header: BackupHeader; readonly check: ReplayCheck };

/** All of it in one transaction, then the check by what the reviews amount to. */
export async function restoreInto(
  { database }: Pick<Connection, 'database'>,
  { header, lines }: Pick<ReadBackup, 'header' | 'lines'>,
  options: LoadOptions,
): Promise<Restored> {
  await refuseCompany(database);
  await database.transaction((db) => load(db, header, lines, options));
  await database.tidy();
  return { header, check: await checkReplay(database) };
}

/**
 * Makes the database what a backup says. Throws `BackupError` or an `OpenStoreError`; the database is then as it was.
 */
export async function restoreBackup(
  { databaseUrl, dataDir, onStep = () => {} }: OpenOptions,
  file: Readable,
  options: LoadOptions,
): Promise<Restored> {
  const backup = await readBackup(file);
  try {
    const target = databaseUrl === null ? await openEmbedded(dataDir, onStep) : await openServer(databaseUrl, onStep);
    try {
      return await restoreInto(target, backup, options);
    } finally {
      await target.close();
    }
  } finally {
    backup.close();
  }
}
