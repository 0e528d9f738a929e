import type { Table } from 'mdast';
import { columns, fill, oneLine } from './columns.js';
import { inlinesOf, type References, type RichInline, textOf, trimmed, words } from './rich-inline.js';
import { codePart, listPart, type Part, section, wordsPart } from './rich-parts.js';

/** Widest table that is set in columns: what a desktop window shows without wrapping. */
const MAX_COLUMNS = 72;
/** Most that a table may grow by its padding, as a factor of its source; `MESSAGE_LIMITS` counts on it. */
const MAX_GROWTH = 1.5;
const GAP = '  ';

type Cell = readonly RichInline[];

function inColumns(rows: readonly (readonly Cell[])[], align: Table['align']): string {
  const texts = rows.map((row) => row.map((cell) => oneLine(textOf(cell))));
  const widths = (texts[0] ?? []).map((_, at) => Math.max(...texts.map((row) => columns(row[at] ?? ''))));
  const line = (cells: readonly string[]) =>
    widths
      .map((width, at) => fill(cells[at] ?? '', width, align?.[at] === 'right' ? 'right' : 'left'))
      .join(GAP)
      .trimEnd();
  const [head = [], ...body] = texts;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function between(cells: readonly Cell[]): readonly RichInline[] {
  return cells.flatMap((cell, at) => [...words(at === 0 ? '' : ' · '), ...(cell.length > 0 ? cell : words('–'))]);
}

function bold(inlines: readonly RichInline[]): readonly RichInline[] {
  return inlines.map((inline) => ({ ...inline, style: { ...inline.style, bold: true } }));
}

/** "**first cell**: second · third", one line a row, below the head. */
function inLines(rows: readonly (readonly Cell[])[], depth: number): readonly Part[] {
  const [head = [], ...body] = rows;
  const lines = body
    .filter((row) => row.some((cell) => cell.length > 0))
    .map(([first = [], ...others]) => [
      ...bold(between([first])),
      ...(others.length > 0 ? words(': ') : []),
      ...between(others),
    ]);
  return [
    ...wordsPart(trimmed(bold(between(head))), true),
    ...listPart(
      lines.map((line) => section(trimmed(line))),
      { style: 'bullet', depth, offset: 0 },
    ),
  ];
}

/**
 * A table in columns of monospaced text, or in lines where it is too wide for that, would grow too much, or has links,
 * which monospaced columns cannot show.
 */
export function tableParts(node: Table, depth: number, references: References): readonly Part[] {
  const rows = node.children.map((row) => row.children.map((cell) => trimmed(inlinesOf(cell.children, references))));
  if (rows.every((row) => row.every((cell) => cell.length === 0))) return [];
  if (rows.some((row) => row.some((cell) => cell.some(({ type }) => type === 'link')))) return inLines(rows, depth);
  const source = (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0);
  const text = inColumns(rows, node.align);
  const fits = text.length <= source * MAX_GROWTH && text.split('\n').every((line) => columns(line) <= MAX_COLUMNS);
  return fits ? codePart(text) : inLines(rows, depth);
}
