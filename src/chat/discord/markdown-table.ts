import type { Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { codeBlock } from './escape.js';
import { textWidth } from './text-width.js';

/** Columns that a code block shows without turning lines, on a desktop. */
const MAX_TABLE_WIDTH = 56;
const BETWEEN = ' │ ';

type Align = 'left' | 'right' | 'center' | null | undefined;

function pad(text: string, width: number, align: Align): string {
  const missing = Math.max(0, width - textWidth(text));
  const before = align === 'right' ? missing : align === 'center' ? Math.floor(missing / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** The table as aligned plain text in a code block, or `null` if that would be too wide. */
export function alignedTable(table: Table): string | null {
  const rows = table.children.map((row) => row.children.map((cell) => textOf(cell).replaceAll(/\s+/g, ' ').trim()));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...rows.map((row) => textWidth(row[column] ?? ''))),
  );
  const width = widths.reduce((total, each) => total + each, (columns - 1) * BETWEEN.length);
  if (width > MAX_TABLE_WIDTH) return null;
  const [head = '', ...body] = rows.map((row) =>
    widths
      .map((each, column) => pad(row[column] ?? '', each, table.align?.[column]))
      .join(BETWEEN)
      .trimEnd(),
  );
  const rule = widths.map((each) => '─'.repeat(each)).join('─┼─');
  return codeBlock([head, rule, ...body].join('\n'));
}
