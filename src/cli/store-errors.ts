import { StoreUnavailable } from '../store/interfaces/store.js';
import {
  DatabaseNewer,
  DatabaseUnreachable,
  DataFolderLocked,
  DataFolderLost,
  DataFolderRefused,
  DataFolderUnreadable,
  type Holder,
} from '../store/open/errors.js';
import type { ExitCode, Io } from './io.js';
import { say } from './messages/say.js';

type StoreTrouble = { readonly what: string; readonly mend: string };

/** Says why a database does not open and what a person can do; `null` for any other error. */
export function wordStoreError({ language }: Pick<Io, 'language'>, error: unknown): StoreTrouble | null {
  if (error instanceof DataFolderLocked) {
    const file = error.file ?? error.folder;
    const what = say(language, 'store.locked', { folder: error.folder, ...holderWords(error.holder) });
    return { what, mend: say(language, 'store.locked.mend', { file }) };
  }
  if (error instanceof DataFolderLost) return wordLoss({ language }, error);
  if (error instanceof StoreUnavailable && error.cause instanceof DataFolderLost)
    return wordLoss({ language }, error.cause);
  if (error instanceof DataFolderRefused) return wordRefusal({ language }, error);
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

function holderWords(holder: Holder) {
  return { pid: holder === null ? 'none' : String(holder.pid), host: holder?.host ?? '' };
}

export function wordRefusal({ language }: Pick<Io, 'language'>, { folder, reason }: DataFolderRefused): StoreTrouble {
  const what = say(language, 'store.refused', { folder, reason });
  return { what, mend: say(language, 'store.refused.mend', { reason }) };
}

/** A process that has lost its data folder. */
export function wordLoss({ language }: Pick<Io, 'language'>, { folder, holder }: DataFolderLost): StoreTrouble {
  const what = say(language, 'store.lost', { folder, ...holderWords(holder) });
  return { what, mend: say(language, 'store.lost.mend') };
}

export function reportStoreError(io: Io, error: unknown): ExitCode | null {
  const words = wordStoreError(io, error);
  if (words === null) return null;
  io.err(`${words.what} ${words.mend}`);
  return 1;
}
