import type { Problem } from '../../core/problem.js';
import { skipped } from '../skipped.js';
import { type CsvRow, widthOf } from './rows.js';

/**
 * A row, and how it fits the width of the others. `joined`: cells were joined where a space follows the separator, as
 * in a sentence, and the other rows have no such spaces. `unclear`: which cells belong together cannot be told.
 */
export type FittedRow = CsvRow & { readonly fit: 'whole' | 'joined' | 'unclear' };

/** Appends cells that begin with a space to the one before. */
function joinSpaced(cells: readonly string[], separator: string): readonly string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const last = joined.length - 1;
    if (last >= 0 && cell.startsWith(' ') && cell.trim() !== '') joined[last] += `${separator}${cell}`;
    else joined.push(cell);
  }
  return joined;
}

function fitRow({ cells, number }: CsvRow, width: number, separator: string): FittedRow {
  if (widthOf(cells) <= width) return { cells, number, fit: 'whole' };
  const joined = joinSpaced(cells.slice(0, widthOf(cells)), separator);
  return joined.length === width ? { cells: joined, number, fit: 'joined' } : { cells, number, fit: 'unclear' };
}

export function fitRows(rows: readonly CsvRow[], width: number, separator: string): readonly FittedRow[] {
  return rows.map((row) => fitRow(row, width, separator));
}

/**
 * Whether rows without a known header are pairs of front and back instead of a table: most have two cells at most, or
 * all have two once separators before a space are ignored.
 */
export function arePairs(rows: readonly CsvRow[], separator: string): boolean {
  const [first] = rows;
  if (first === undefined || widthOf(first.cells) <= 2) return true;
  const narrow = rows.filter(({ cells }) => cells.length <= 2).length;
  if (2 * narrow >= rows.length) return true;
  return rows.every(({ cells }) => joinSpaced(cells.slice(0, widthOf(cells)), separator).length === 2);
}

/** Problems of rows in which the ends of the cells are unclear. */
export function fitProblems(file: string, rows: readonly FittedRow[]): readonly Problem[] {
  return rows.flatMap(({ fit, number }) => {
    if (fit === 'whole') return [];
    return [skipped(file, number, fit === 'joined' ? 'row-joined' : 'row-unclear')];
  });
}
