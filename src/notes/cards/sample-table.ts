import type { Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { AnyEntry } from '../read/entries.js';
import type { Section } from '../read/outline.js';

/** Times that each table stands in the notes, by all that it says. */
export function tablesIn(entries: readonly AnyEntry[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind !== 'table') continue;
    const key = plainText(entry.table);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times;
}

const QUERY = /\bselect\b[\s\S]{1,400}\bfrom\b/iu;

/** Rows for an exercise: the table is shown again and again, or beside a query that reads it. */
export function isSample(table: Table, tables: ReadonlyMap<string, number>, { blocks }: Section): boolean {
  const isRepeated = (tables.get(plainText(table)) ?? 0) > 1;
  return isRepeated || blocks.some((block) => block.type === 'code' && QUERY.test(block.value));
}
