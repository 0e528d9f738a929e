import { BackupError } from '../store/backup/errors.js';
import type { ExitCode, Io } from './io.js';
import { say } from './messages/say.js';

/** What kept a backup from being made or restored; `null` for any other error. Nothing was changed. */
export function reportBackupError(io: Io, file: string, error: unknown): ExitCode | null {
  if (!(error instanceof BackupError)) return null;
  const { code } = error;
  const detail = error.detail === '' ? 'none' : error.detail;
  io.err(say(io.language, `backup.trouble.${code}`, { file, detail }));
  return 1;
}
