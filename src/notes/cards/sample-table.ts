import type { Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { AnyEntry } from '../read/entries.js';
import type { Section } from '../read/outline.js';

const QUERY = /\bselect\b[\s\S]{1,400}\bfrom\b/iu;

function hasQuery({ blocks }: Section): boolean {
  return blocks.some((block) => block.type === 'code' && QUERY.test(block.value));
}

/** Tables of rows for an exercise: shown again and again, or beside a query that reads them. */
export function samplesIn(
  sections: readonly { readonly section: Section; readonly entries: readonly AnyEntry[] }[],
): ReadonlySet<Table> {
  const samples = new Set<Table>();
  const first = new Map<string, Table>();
  for (const { section, entries } of sections) {
    const tables = entries.flatMap((entry) => (entry.kind === 'table' ? [entry.table] : []));
    const areRead = tables.length > 0 && hasQuery(section);
    for (const table of tables) {
      const before = first.get(plainText(table));
      if (before) samples.add(before);
      else first.set(plainText(table), table);
      if (before || areRead) samples.add(table);
    }
  }
  return samples;
}
