import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { countsOf } from '../store/backup/format.js';
import { type Restored, restoreBackup } from '../store/backup/restore-backup.js';
import { reportBackupError } from './backup-errors.js';
import { configured } from './configured.js';
import { type ExitCode, type Io, printJson, usageError } from './io.js';
import { say } from './messages/say.js';

export type RestoreOptions = { readonly replace: boolean; readonly json: boolean };

const STANDARD_INPUT = '-';

async function bytesOf(io: Io, file: string): Promise<number> {
  if (file === STANDARD_INPUT) return 0;
  const found = await stat(file).catch(() => null);
  if (found === null) throw usageError(io, 'usage.batch-missing', { file });
  return found.size;
}

/** `repaso restore FILE`: makes an empty database what a backup says, whichever engine it came from. */
export async function restore(io: Io, file: string, { replace, json }: RestoreOptions): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const bytes = await bytesOf(io, file);
  const { databaseUrl, dataDir } = config;
  try {
    const input = file === STANDARD_INPUT ? process.stdin : createReadStream(file);
    const restored = await restoreBackup({ databaseUrl, dataDir }, input, { replace });
    return report(io, { file, bytes, json }, restored);
  } catch (error) {
    const known = reportBackupError(io, file, error);
    if (known === null) throw error;
    return known;
  }
}

/** What differs was so in the backup: it is kept, and told. */
function report(
  io: Io,
  { file, bytes, json }: { readonly file: string; readonly bytes: number; readonly json: boolean },
  { header, check }: Restored,
): ExitCode {
  const counts = countsOf(header);
  if (json) printJson(io, { file, bytes, ...counts, checked: check });
  else io.out(say(io.language, 'restore.done', { file, ...counts, cards: check.cards }));
  if (check.differing === 0) return 0;
  io.err(say(io.language, 'restore.differs', { differing: check.differing }));
  return 1;
}
