/** Why the store does not open. The facts are fields; the words are found by `code`. */
export type OpenStoreError = DataFolderLocked | DataFolderUnreadable | DatabaseNewer | DatabaseUnreachable;

/** Another live process has the embedded data folder open. */
export class DataFolderLocked extends Error {
  override readonly name = 'DataFolderLocked';
  readonly code = 'data-folder-locked';
  readonly folder: string;
  /** The process that holds it; `null` where its lock file cannot be read. */
  readonly pid: number | null;

  constructor(folder: string, pid: number | null) {
    super(`data folder ${folder} is in use by process ${pid ?? 'unknown'}`);
    this.folder = folder;
    this.pid = pid;
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
