import { DatabaseNewer, DatabaseUnreachable, DataFolderLocked, DataFolderUnreadable } from '../store/errors.js';
import { StoreUnavailable } from '../store/interfaces/store.js';
import type { ExitCode, Io } from './io.js';
import { say } from './messages/say.js';

/** What a person can do about a database that does not open, or `null` for any other error. */
export function wordStoreError(io: Pick<Io, 'language'>, error: unknown): string | null {
  const { language } = io;
  if (error instanceof DataFolderLocked) {
    return say(language, 'store.locked', {
      folder: error.folder,
      pid: error.pid === null ? 'none' : String(error.pid),
    });
  }
  if (error instanceof DataFolderUnreadable) return say(language, 'store.unreadable', { folder: error.folder });
  if (error instanceof DatabaseNewer) {
    return say(language, 'store.newer', { database: error.databaseVersion, program: error.programVersion });
  }
  if (error instanceof DatabaseUnreachable) {
    return say(language, 'store.unreachable', { address: error.address, reason: error.reason ?? 'none' });
  }
  return error instanceof StoreUnavailable ? say(language, 'store.away') : null;
}

export function reportStoreError(io: Io, error: unknown): ExitCode | null {
  const words = wordStoreError(io, error);
  if (words === null) return null;
  io.err(words);
  return 1;
}
