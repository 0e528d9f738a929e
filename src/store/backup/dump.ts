import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queries } from '../database.js';
import { knownMigrations, readVersion, refuseNewer } from '../open/migrate.js';
import { BackupError } from './errors.js';
import { BACKUP_FORMAT, type BackupHeader } from './format.js';
import { identifier, readTables, type Table, typed } from './tables.js';

export type DumpFacts = { readonly program: string; readonly madeAt: string };

/** A page holds about this much text; how many rows that are is learned on the way, table by table. */
const PAGE_CHARACTERS = 1_000_000;
const FIRST_ROWS = 4;
const MOST_ROWS = 2_000;

/** All that is read is of one moment, whatever the others write meanwhile, and is written as every Postgres reads it. */
async function beginSnapshot(db: Queries): Promise<void> {
  await db.execute(sql`set transaction isolation level repeatable read, read only`);
  for (const setting of [
    'statement_timeout = 0',
    'idle_in_transaction_session_timeout = 0',
    "timezone = 'UTC'",
    "datestyle = 'ISO'",
    "bytea_output = 'hex'",
    'extra_float_digits = 1',
  ]) {
    await db.execute(sql`set local ${sql.raw(setting)}`);
  }
}

async function schemaOf(db: Queries): Promise<BackupHeader['schema']> {
  const done = await readVersion(db);
  refuseNewer(done, knownMigrations());
  const migration = Math.max(...done);
  if (done.length === 0) throw new BackupError('nothing');
  return { version: done.length, migration };
}

async function countRows(db: Queries, { name }: Table): Promise<number> {
  const [row] = await db.select({ rows: sql`count(*)`.mapWith(Number).as('rows') }).from(sql`${identifier(name)}`);
  return row?.rows ?? 0;
}

function textsOf(columns: Table['columns']) {
  const texts = columns.map(({ name }) => sql`${identifier(name)}::text`);
  return sql<string>`json_build_array(${sql.join(texts, sql`, `)})::text`;
}

function keysOf({ key }: Table) {
  return sql.join(
    key.map(({ name }) => identifier(name)),
    sql`, `,
  );
}

/** The rows after those whose key is given, in the order of the key. */
function readPage(db: Queries, table: Table, after: string | null, rows: number) {
  const last = table.key.map((column, index) => typed(sql`${after}::json ->> ${index}::int`, column));
  const isAfter = after === null ? undefined : sql`(${keysOf(table)}) > (${sql.join(last, sql`, `)})`;
  return db
    .select({ row: textsOf(table.columns).as('one_row'), key: textsOf(table.key).as('its_key') })
    .from(sql`${identifier(table.name)}`)
    .where(isAfter)
    .orderBy(keysOf(table))
    .limit(rows);
}

function nextRows(rows: number, characters: number): number {
  const fitting = Math.floor((rows * PAGE_CHARACTERS) / Math.max(characters, 1));
  return Math.max(1, Math.min(MOST_ROWS, rows * 4, fitting));
}

/** Yields a page of rows at a time. */
async function* dumpTable(db: Queries, table: Table): AsyncGenerator<readonly string[]> {
  yield [JSON.stringify({ table: table.name, columns: table.columns.map(({ name }) => name) })];
  let after: string | null = null;
  let wanted = FIRST_ROWS;
  for (;;) {
    const page: { readonly row: string; readonly key: string }[] = await readPage(db, table, after, wanted);
    yield page.map(({ row }) => row);
    if (page.length < wanted) return;
    after = page.at(-1)?.key ?? null;
    wanted = nextRows(
      wanted,
      page.reduce((sum, { row }) => sum + row.length, 0),
    );
  }
}

async function readHeader(db: Queries, facts: DumpFacts, tables: readonly Table[]): Promise<BackupHeader> {
  const rows: Record<string, number> = {};
  for (const table of tables) rows[table.name] = await countRows(db, table);
  return { repaso: 'backup', format: BACKUP_FORMAT, ...facts, schema: await schemaOf(db), rows };
}

/**
 * Everything that the database holds as it is at one moment, as text in the format, some lines at a time. To be read in
 * a transaction that has asked nothing yet.
 */
export async function* dump(
  db: Queries,
  facts: DumpFacts,
  onHeader: (header: BackupHeader) => void,
): AsyncGenerator<string> {
  await beginSnapshot(db);
  const tables = await readTables(db);
  const header = await readHeader(db, facts, tables);
  onHeader(header);

  const hash = createHash('sha256');
  const hashed = (lines: readonly string[]): string => {
    const text = lines.map((line) => `${line}\n`).join('');
    hash.update(text);
    return text;
  };
  yield hashed([JSON.stringify(header)]);
  for (const table of tables) {
    for await (const lines of dumpTable(db, table)) yield hashed(lines);
  }
  const rows = Object.values(header.rows).reduce((sum, count) => sum + count, 0);
  yield `${JSON.stringify({ end: { rows, sha256: hash.digest('hex') } })}\n`;
}
