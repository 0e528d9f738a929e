import { readDeck } from '../../notes/read-deck.js';
import type { FileDeck, ReadCards } from '../card-file.js';
import { MAX_CARDS } from '../limits.js';
import { Refused } from '../refused.js';
import { skipped } from '../skipped.js';
import { cellMarkdown } from './cell-text.js';
import { fitProblems, fitRows } from './fit-rows.js';
import type { CsvRow } from './rows.js';

/** Rows of one table: the Markdown parser's time grows with the square of a table's length. */
const ROWS_A_TABLE = 100;

function markdownCell(cell: string): string {
  return cellMarkdown(cell)
    .replace(/(?<!\\)\\\n/gu, '\n')
    .replace(/\s*\n\s*/gu, ' ')
    .replace(/(?<!\\)\|/gu, '\\|');
}

function markdownRow(cells: readonly string[], width: number): string {
  return `| ${Array.from({ length: width }, (_, index) => markdownCell(cells[index] ?? '')).join(' | ')} |`;
}

/**
 * Reads a table whose first column names things and whose other columns describe them, as Notion exports it, into the
 * same cards as from that table in notes.
 *
 * @param rows the header first
 */
export function readTable(file: string, name: string, rows: readonly CsvRow[], separator: string): ReadCards {
  const [head, ...rest] = rows;
  if (rest.length > MAX_CARDS) throw new Refused('too-many-cards');
  const header = head?.cells ?? [];
  const width = header.length;
  const top = head?.number ?? 1;
  const fitted = fitRows(rest, width, separator);
  const body = fitted.filter(({ fit }) => fit !== 'unclear');
  const lines = [`# ${name}`, ''];
  /** The row number for each line, from 1. */
  const rowOf = [top, top];
  for (const [index, { cells, number }] of body.entries()) {
    if (index % ROWS_A_TABLE === 0) {
      lines.push('', markdownRow(header, width), `|${' --- |'.repeat(width)}`);
      rowOf.push(top, top, top);
    }
    lines.push(markdownRow(cells, width));
    rowOf.push(number);
  }
  const { deck, problems } = readDeck(file, new TextEncoder().encode(lines.join('\n')));
  const place = (line: number): number => rowOf[line - 1] ?? top;
  const told = problems.map(({ line, column: _, ...problem }) => ({ ...problem, line: place(line) }));
  const decks: FileDeck[] = [];
  if (deck !== null) {
    const cards = deck.cards.map((card) => ({ ...card, source: { file, line: place(card.source.line) } }));
    told.push(...deck.doubtful.map(({ source }) => skipped(file, place(source.line), 'row-doubtful')));
    decks.push({ id: null, name, language: deck.language, cards, paused: [], progress: [] });
  }
  return { format: 'csv', decks, media: [], problems: [...fitProblems(file, fitted), ...told] };
}
