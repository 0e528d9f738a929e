import type { Problem } from '../../core/problem.js';
import { skipped } from '../skipped.js';
import { type Row, widthOf } from './rows.js';

/**
 * A row held against how many cells the others have. `joined`: cells became one again whose separator is followed by a
 * space, as in a sentence, where the others have none. `unclear`: nobody can tell which cells belong together.
 */
export type FittedRow = Row & { readonly fit: 'whole' | 'joined' | 'unclear' };

/** Cells that begin with a space go on with the one before. */
function joinSpaced(cells: readonly string[], separator: string): readonly string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const last = joined.length - 1;
    if (last >= 0 && cell.startsWith(' ') && cell.trim() !== '') joined[last] += `${separator}${cell}`;
    else joined.push(cell);
  }
  return joined;
}

function fitRow({ cells, number }: Row, width: number, separator: string): FittedRow {
  if (widthOf(cells) <= width) return { cells, number, fit: 'whole' };
  const joined = joinSpaced(cells.slice(0, widthOf(cells)), separator);
  return joined.length === width ? { cells: joined, number, fit: 'joined' } : { cells, number, fit: 'unclear' };
}

export function fitRows(rows: readonly Row[], width: number, separator: string): readonly FittedRow[] {
  return rows.map((row) => fitRow(row, width, separator));
}

/**
 * Whether rows without a header that says so are a front and a back, and not a table of several columns: most have no
 * more cells, or all have two but for separators with a space behind them.
 */
export function arePairs(rows: readonly Row[], separator: string): boolean {
  const [first] = rows;
  if (first === undefined || widthOf(first.cells) <= 2) return true;
  const narrow = rows.filter(({ cells }) => cells.length <= 2).length;
  if (2 * narrow >= rows.length) return true;
  return rows.every(({ cells }) => joinSpaced(cells.slice(0, widthOf(cells)), separator).length === 2);
}

/** What is told of rows whose separators do not say where their cells end. */
export function fitProblems(file: string, rows: readonly FittedRow[]): readonly Problem[] {
  return rows.flatMap(({ fit, number }) => {
    if (fit === 'whole') return [];
    return [skipped(file, number, fit === 'joined' ? 'row-joined' : 'row-unclear')];
  });
}
