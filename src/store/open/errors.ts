/** What keeps the store from opening. The facts are fields; whoever reports it finds the words by `code`. */
export type OpenStoreError =
  | DataFolderLocked
  | DataFolderLost
  | DataFolderRefused
  | DataFolderUnreadable
  | DatabaseNewer
  | DatabaseUnreachable;

/** A process by what its lock file says; `null` where that cannot be read. */
export type Holder = { readonly pid: number; readonly host: string } | null;

function holderWords(holder: Holder): string {
  return holder === null ? 'an unknown process' : `process ${holder.pid} on ${holder.host}`;
}

/** Another live process has the embedded data folder open. */
export class DataFolderLocked extends Error {
  override readonly name = 'DataFolderLocked';
  readonly code = 'data-folder-locked';
  readonly folder: string;
  readonly holder: Holder;
  /** The lock file; `null` where others took the lock from each other while we looked. */
  readonly file: string | null;

  constructor(folder: string, holder: Holder, file: string | null) {
    super(`data folder ${folder} is in use by ${holderWords(holder)} (${file ?? 'its lock changes hands'})`);
    this.folder = folder;
    this.holder = holder;
    this.file = file;
  }
}

/** This process had the data folder, was paused or cut off for too long, and another one has it now. */
export class DataFolderLost extends Error {
  override readonly name = 'DataFolderLost';
  readonly code = 'data-folder-lost';
  readonly folder: string;
  /** Who has it now. */
  readonly holder: Holder;

  constructor(folder: string, holder: Holder) {
    super(`data folder ${folder} was taken over by ${holderWords(holder)}`);
    this.folder = folder;
    this.holder = holder;
  }
}

/** The data folder cannot be used as one: no permission, a file in its place, a disk that is full or read-only. */
export class DataFolderRefused extends Error {
  override readonly name = 'DataFolderRefused';
  readonly code = 'data-folder-refused';
  readonly folder: string;
  /** The system's code, such as `EACCES`. */
  readonly reason: string;

  constructor(folder: string, reason: string, cause: unknown) {
    super(`data folder ${folder} cannot be used (${reason})`, { cause });
    this.folder = folder;
    this.reason = reason;
  }
}

/**
 * The data folder holds a database that the embedded engine cannot start: a damaged one, or one of another engine's
 * version.
 */
export class DataFolderUnreadable extends Error {
  override readonly name = 'DataFolderUnreadable';
  readonly code = 'data-folder-unreadable';
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    super(`the database in ${folder} cannot be started`, { cause });
    this.folder = folder;
  }
}

/** The database has migrations that this program does not know: a newer program has updated it. */
export class DatabaseNewer extends Error {
  override readonly name = 'DatabaseNewer';
  readonly code = 'database-newer';
  /** Migrations applied to the database. */
  readonly databaseVersion: number;
  /** Migrations that this program has. */
  readonly programVersion: number;

  constructor(databaseVersion: number, programVersion: number) {
    super(`the database is at version ${databaseVersion}, this program knows ${programVersion}`);
    this.databaseVersion = databaseVersion;
    this.programVersion = programVersion;
  }
}

/** The server cannot be reached or refuses the connection. Names the address, never the user or the password. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
  readonly code = 'database-unreachable';
  /** `host:port/database`. */
  readonly address: string;
  /** A system code (`ECONNREFUSED`) or an SQLSTATE (`28P01`); `null` where the driver gave none. */
  readonly reason: string | null;

  constructor(address: string, reason: string | null, cause: unknown) {
    super(`no connection to the database at ${address}${reason === null ? '' : ` (${reason})`}`, { cause });
    this.address = address;
    this.reason = reason;
  }
}
