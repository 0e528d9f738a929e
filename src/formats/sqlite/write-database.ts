import { startEngine } from './engine.js';

export type WritableCell = string | number | null;

export type NewTable = {
  readonly name: string;
  readonly columns: number;
  readonly rows: readonly (readonly WritableCell[])[];
};

/** A database file with this schema and these rows. The same input gives the same bytes. */
export async function writeDatabase(schema: string, tables: readonly NewTable[]): Promise<Uint8Array> {
  const { oo1, capi } = await startEngine();
  const database = new oo1.DB(':memory:');
  try {
    database.exec(schema);
    database.exec('begin');
    for (const { name, columns, rows } of tables) {
      const marks = Array.from({ length: columns }, () => '?').join(', ');
      const insert = database.prepare(`insert into ${name} values (${marks})`);
      for (const row of rows) insert.bind([...row]).stepReset();
      insert.finalize();
    }
    database.exec('commit');
    return capi.sqlite3_js_db_export(database);
  } finally {
    database.close();
  }
}
