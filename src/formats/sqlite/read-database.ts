import { Refused } from '../refused.js';
import { type Engine, startEngine } from './engine.js';

export type Cell = string | number | bigint | Uint8Array | Int8Array | ArrayBuffer | null;
export type DatabaseRow = readonly Cell[];

export type ReadableDatabase = {
  readonly tables: ReadonlySet<string>;
  /** All rows, `limit` at most, in the order of storage. Throws `Refused`. */
  readonly rows: (table: string, columns: readonly string[], limit: number) => readonly DatabaseRow[];
};

/** Limit of a value's bytes, text or blob. Note types with large templates have a few hundred kilobytes. */
const MAX_VALUE_BYTES = 8 * 1024 * 1024;
/**
 * Limit of the steps of SQLite's virtual machine: about 20 a row, so enough for more rows than fit in 100 MB, and
 * done in seconds.
 */
const MAX_STEPS = 100_000_000;
const STEPS_A_CHECK = 100_000;
const HEADER_BYTES = 100;
/** Both give the journal's format; 2 is a journal in a second file, which a single file lacks. */
const JOURNAL_BYTES = [18, 19];

type Database = InstanceType<Engine['oo1']['DB']>;

function load({ oo1, capi, wasm }: Engine, bytes: Uint8Array): Database {
  const own = Uint8Array.from(bytes);
  for (const at of JOURNAL_BYTES) own[at] = 1;
  const database = new oo1.DB(':memory:');
  const data = wasm.allocFromTypedArray(own);
  const flags = capi.SQLITE_DESERIALIZE_READONLY;
  database.checkRc(capi.sqlite3_deserialize(database, 'main', data, own.length, own.length, flags));
  return database;
}

/** Switches off everything that a schema can do beyond tables, and stops work that takes too long. */
function limit({ capi }: Engine, database: Database, maxSteps: number): void {
  const set = (option: Parameters<typeof capi.sqlite3_db_config>[1], value: 0 | 1): void => {
    database.checkRc(capi.sqlite3_db_config(database, option, value, 0));
  };
  set(capi.SQLITE_DBCONFIG_DEFENSIVE, 1);
  set(capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  set(capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
  set(capi.SQLITE_DBCONFIG_ENABLE_VIEW, 0);
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_SQL_LENGTH, 100_000);
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_COLUMN, 100);
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_EXPR_DEPTH, 20);
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_ATTACHED, 0);
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_TRIGGER_DEPTH, 0);
  capi.sqlite3_limit(database, capi.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
  let steps = 0;
  capi.sqlite3_progress_handler(
    database,
    STEPS_A_CHECK,
    () => {
      steps += STEPS_A_CHECK;
      return steps > maxSteps ? 1 : 0;
    },
    0,
  );
}

/** The names of the tables. Views, triggers, virtual tables and computed columns would run code from the file. */
function tablesOf(database: Database): ReadonlySet<string> {
  const schema = database.selectArrays('select type, name, sql from sqlite_schema');
  const tables = new Set<string>();
  for (const [type, name, sql] of schema) {
    if (type === 'view' || type === 'trigger') throw new Refused('database-strange');
    if (type !== 'table' || typeof name !== 'string') continue;
    if (typeof sql === 'string' && !/^create\s+table\b/iu.test(sql)) throw new Refused('database-strange');
    tables.add(name);
  }
  const hidden = database.selectValue(
    'select count(*) from sqlite_schema as s, pragma_table_xinfo(s.name) as c where s.type = ? and c.hidden <> 0',
    'table',
  );
  if (hidden !== 0) throw new Refused('database-strange');
  return tables;
}

function rowsOf(database: Database, table: string, columns: readonly string[], most: number): readonly DatabaseRow[] {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return database.selectArrays(`select ${names} from "${table}" not indexed limit ${most}`);
}

function refusal({ capi, SQLite3Error }: Engine, error: unknown): Refused {
  if (error instanceof Refused) return error;
  const code = error instanceof SQLite3Error ? error.resultCode & 0xff : undefined;
  if (code === capi.SQLITE_INTERRUPT) return new Refused('database-slow', error);
  if (code === capi.SQLITE_TOOBIG) return new Refused('database-value', error);
  return new Refused('database-broken', error);
}

/**
 * Runs `read` on an untrusted database, in an engine of its own and within limits of size, steps and memory. Throws
 * `Refused` for one that is damaged, takes too long or contains anything but plain tables.
 *
 * @param maxSteps of SQLite's virtual machine, to the next 100,000
 */
export async function readDatabase<T>(
  bytes: Uint8Array,
  read: (database: ReadableDatabase) => T,
  maxSteps: number = MAX_STEPS,
): Promise<T> {
  if (bytes.length < HEADER_BYTES) throw new Refused('database-broken');
  const engine = await startEngine();
  try {
    const database = load(engine, bytes);
    limit(engine, database, maxSteps);
    const tables = tablesOf(database);
    return read({ tables, rows: (table, columns, most) => rowsOf(database, table, columns, most) });
  } catch (error) {
    throw refusal(engine, error);
  }
}
