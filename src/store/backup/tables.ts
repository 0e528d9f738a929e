import { sql } from 'drizzle-orm';
import type { Queries } from '../database.js';
import { TABLE_NAMES } from '../schema.js';

export type TableColumn = { readonly name: string; readonly type: string };

/** A table as it is in the database, which may be of an earlier version than the program. */
export type Table = {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** The columns of its primary key, in its order. */
  readonly key: readonly TableColumn[];
};

/** Names are those of our schema and the catalogue's: never anybody's text. */
export function identifier(name: string) {
  return sql.identifier(name);
}

function regclass(name: string) {
  return sql`to_regclass(${name}::text)`;
}

/** The tables of ours that the database has, each after those that it refers to. */
export async function readTables(db: Queries): Promise<readonly Table[]> {
  const oids = sql.join(TABLE_NAMES.map(regclass), sql`, `);
  const rows = await db
    .select({
      table: sql<string>`c.relname::text`.as('table_name'),
      name: sql<string>`a.attname::text`.as('column_name'),
      type: sql<string>`format_type(a.atttypid, a.atttypmod)`.as('column_type'),
      place: sql<number | null>`array_position(i.indkey::int2[], a.attnum)`.as('place'),
    })
    .from(
      sql`pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_index i on i.indrelid = c.oid and i.indisprimary`,
    )
    .where(sql`c.oid in (${oids})`)
    .orderBy(sql`c.relname, a.attnum`);
  return TABLE_NAMES.flatMap((name) => {
    const columns = rows.filter((row) => row.table === name);
    if (columns.length === 0) return [];
    const key = columns
      .flatMap((column) => (column.place === null ? [] : [{ ...column, place: column.place }]))
      .sort((a, b) => a.place - b.place);
    return [{ name, columns, key }];
  });
}

/** A value that was read as text, as one of the column's type. */
export function typed(text: ReturnType<typeof sql>, { type }: TableColumn) {
  return sql`cast(${text} as ${sql.raw(type)})`;
}
