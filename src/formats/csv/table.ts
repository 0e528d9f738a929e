import { readDeck } from '../../notes/read-deck.js';
import type { FileDeck, ReadCards } from '../card-file.js';
import { MAX_CARDS } from '../limits.js';
import { Refused } from '../refused.js';
import { cellMarkdown } from './cell-text.js';

/** Rows of one table: the parser's time grows with the square of a table's length. */
const ROWS_A_TABLE = 100;

function markdownCell(cell: string): string {
  return cellMarkdown(cell)
    .replace(/\s*\n\s*/gu, ' ')
    .replace(/(?<!\\)\|/gu, '\\|');
}

function markdownRow(cells: readonly string[], width: number): string {
  return `| ${Array.from({ length: width }, (_, index) => markdownCell(cells[index] ?? '')).join(' | ')} |`;
}

/**
 * A table whose first column names things and whose other columns say something of each, such as Notion exports one:
 * the same cards as from that table in notes.
 *
 * @param rows the header first
 */
export function readTable(file: string, name: string, rows: readonly (readonly string[])[]): ReadCards {
  const [header = [], ...body] = rows;
  if (body.length > MAX_CARDS) throw new Refused('too-many-cards');
  const width = header.length;
  const lines = [`# ${name}`, ''];
  /** The row behind each line, from 1. */
  const rowOf = [1, 1];
  for (const [index, cells] of body.entries()) {
    if (index % ROWS_A_TABLE === 0) {
      lines.push('', markdownRow(header, width), `|${' --- |'.repeat(width)}`);
      rowOf.push(1, 1, 1);
    }
    lines.push(markdownRow(cells, width));
    rowOf.push(index + 2);
  }
  const { deck, problems } = readDeck(file, new TextEncoder().encode(lines.join('\n')));
  const place = (line: number): number => rowOf[line - 1] ?? 1;
  const told = problems.map(({ line, column: _, ...problem }) => ({ ...problem, line: place(line) }));
  const decks: FileDeck[] = [];
  if (deck !== null) {
    const cards = deck.cards.map((card) => ({ ...card, source: { file, line: place(card.source.line) } }));
    decks.push({ id: null, name, language: deck.language, cards, paused: [], progress: [] });
  }
  return { format: 'csv', decks, media: [], problems: told };
}
