import { StoreUnavailable } from '../store/interfaces/store.js';
import { DatabaseNewer, DatabaseUnreachable, DataFolderLocked, DataFolderUnreadable } from '../store/open/errors.js';
import type { ExitCode, Io } from './io.js';
import { say } from './messages/say.js';

type StoreTrouble = { readonly what: string; readonly mend: string };

/** Says why a database does not open and what a person can do; `null` for any other error. */
export function wordStoreError({ language }: Pick<Io, 'language'>, error: unknown): StoreTrouble | null {
  if (error instanceof DataFolderLocked) {
    const pid = error.pid === null ? 'none' : String(error.pid);
    const what = say(language, 'store.locked', { folder: error.folder, pid });
    return { what, mend: say(language, 'store.locked.mend') };
  }
  if (error instanceof DataFolderUnreadable) {
    const what = say(language, 'store.unreadable', { folder: error.folder });
    return { what, mend: say(language, 'store.unreadable.mend') };
  }
  if (error instanceof DatabaseNewer) {
    const { databaseVersion: database, programVersion } = error;
    const what = say(language, 'store.newer', { database, program: programVersion });
    return { what, mend: say(language, 'store.newer.mend') };
  }
  if (error instanceof DatabaseUnreachable) {
    const what = say(language, 'store.unreachable', { address: error.address, reason: error.reason ?? 'none' });
    return { what, mend: say(language, 'store.unreachable.mend') };
  }
  if (!(error instanceof StoreUnavailable)) return null;
  return { what: say(language, 'store.away'), mend: say(language, 'store.away.mend') };
}

export function reportStoreError(io: Io, error: unknown): ExitCode | null {
  const words = wordStoreError(io, error);
  if (words === null) return null;
  io.err(`${words.what} ${words.mend}`);
  return 1;
}
