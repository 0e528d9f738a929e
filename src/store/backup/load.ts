import { DrizzleQueryError, sql } from 'drizzle-orm';
import type { Queries } from '../database.js';
import { StoreUnavailable } from '../interfaces/store.js';
import { applyMigrations, beginMigrating, forgetMigrations, knownMigrations, refuseNewer } from '../open/migrate.js';
import { wrapWorkError } from '../open/unavailable.js';
import { TABLE_NAMES } from '../schema.js';
import { BackupError } from './errors.js';
import { type BackupHeader, markSchema } from './format.js';
import { identifier, readTables, type Table, typed } from './tables.js';

export type LoadOptions = {
  /** What the database holds may go. */
  readonly replace: boolean;
};

/** Rows go in together, up to about this much text. */
const BATCH_CHARACTERS = 1_000_000;

async function isEmpty(db: Queries, tables: readonly Table[]): Promise<boolean> {
  for (const { name } of tables) {
    const found = await db
      .select({ one: sql`1`.as('one') })
      .from(sql`${identifier(name)}`)
      .limit(1);
    if (found.length > 0) return false;
  }
  return true;
}

/** An empty database of the backup's own version. What is left to apply brings it to the program's. */
async function prepare(db: Queries, { schema }: BackupHeader, { replace }: LoadOptions) {
  const known = knownMigrations();
  const done = await beginMigrating(db);
  refuseNewer(done, known);
  const index = known.findIndex((migration) => migration.folderMillis === schema.migration);
  if (index < 0) throw new BackupError('newer', String(schema.version));
  if (!replace && !(await isEmpty(db, await readTables(db)))) throw new BackupError('not-empty');

  const names = TABLE_NAMES.map((name) => sql`${identifier(name)}`);
  await db.execute(sql`drop table if exists ${sql.join(names, sql`, `)} cascade`);
  await forgetMigrations(db);
  await applyMigrations(db, known.slice(0, index + 1));
  return known.slice(index + 1);
}

async function insertRows(db: Queries, table: Table, columns: readonly string[], rows: readonly string[]) {
  const known = new Map(table.columns.map((column) => [column.name, column]));
  const values = columns.map((name, index) => {
    const column = known.get(name);
    if (column === undefined) throw new BackupError('damaged', `${table.name}.${name}`);
    return typed(sql`one ->> ${sql.raw(String(index))}`, column);
  });
  const names = columns.map((name) => sql`${identifier(name)}`);
  const batch = `[${rows.join(',')}]`;
  try {
    await db.execute(
      sql`insert into ${identifier(table.name)} (${sql.join(names, sql`, `)})
        select ${sql.join(values, sql`, `)} from json_array_elements(${batch}::json) as rows(one)`,
    );
  } catch (error) {
    const wrapped = wrapWorkError(error);
    if (wrapped instanceof StoreUnavailable || !(wrapped instanceof DrizzleQueryError)) throw error;
    throw new BackupError('damaged', table.name, { cause: error });
  }
}

/** Puts lines into their tables as they come; one batch is in memory at a time. */
function createInserter(db: Queries, tables: readonly Table[]) {
  let current: { readonly table: Table; readonly columns: readonly string[] } | null = null;
  let rows: string[] = [];
  let characters = 0;
  const counts: Record<string, number> = {};

  async function flush(): Promise<void> {
    if (current !== null && rows.length > 0) await insertRows(db, current.table, current.columns, rows);
    rows = [];
    characters = 0;
  }

  return {
    counts,
    flush,
    async begin(name: string, columns: readonly string[]): Promise<void> {
      await flush();
      const table = tables.find((each) => each.name === name);
      if (table === undefined || name in counts) throw new BackupError('damaged', name);
      current = { table, columns };
      counts[name] = 0;
    },
    async add(row: string): Promise<void> {
      if (current === null) throw new BackupError('damaged');
      rows.push(row);
      characters += row.length;
      counts[current.table.name] = (counts[current.table.name] ?? 0) + 1;
      if (characters >= BATCH_CHARACTERS) await flush();
    },
  };
}

function markOf(line: string) {
  try {
    return markSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new BackupError('damaged', '', { cause: error });
  }
}

/**
 * Makes the database what the backup says, at the program's version. To be called in a transaction: whatever it throws,
 * the database is to be as it was. Throws `BackupError`, `DatabaseNewer`, and what the lines throw.
 */
export async function load(
  db: Queries,
  header: BackupHeader,
  lines: AsyncIterable<string>,
  options: LoadOptions,
): Promise<void> {
  await db.execute(sql`set local statement_timeout = 0`);
  await db.execute(sql`set local idle_in_transaction_session_timeout = 0`);
  const later = await prepare(db, header, options);
  const inserter = createInserter(db, await readTables(db));
  for await (const line of lines) {
    if (line.startsWith('[')) {
      await inserter.add(line);
      continue;
    }
    const mark = markOf(line);
    if (!('table' in mark)) throw new BackupError('damaged');
    await inserter.begin(mark.table, mark.columns);
  }
  await inserter.flush();
  for (const [name, rows] of Object.entries(header.rows)) {
    if ((inserter.counts[name] ?? 0) !== rows) throw new BackupError('damaged', name);
  }
  await applyMigrations(db, later);
}
