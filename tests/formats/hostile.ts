import { expect } from 'vitest';
import { SCHEMA_11 } from '../../src/formats/anki/schema.js';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { databaseOf, insert, zipOf } from './support.js';

const COL = insert('col', 1, 0, 0, 0, 11, 0, 0, 0, '{}', '{}', '{}', '{}', '{}');

/** Rows from 1 that no limit ends. */
export const ENDLESS = 'with recursive n(x) as (select 1 union all select x + 1 from n) select x from n';

/** Why a package with this database is refused. */
export async function reasonFor(database: Uint8Array): Promise<readonly string[]> {
  const { decks, problems } = await readCardFile('deck.apkg', zipOf({ 'collection.anki2': database }));
  expect(decks).toEqual([]);
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

/** The collection with other statements than Anki's. */
export function changed(...statements: readonly string[]): Promise<Uint8Array> {
  return databaseOf(SCHEMA_11, COL, ...statements);
}
