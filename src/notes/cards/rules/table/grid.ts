import type { Table, TableRow } from 'mdast';
import { isColumnOf, isEmptyCell, isLikeOthers, kindOf, saysHow } from '../../../../language/any/columns.js';
import { countReadable, countWords, fold, withoutEmoji } from '../../../../language/text.js';
import { inlineOf } from '../../../read/inline.js';

export type GridRow = { readonly cells: readonly string[]; readonly line: number };
/** A table, and the column whose cells name its rows; -1 where none does. */
export type Grid = { readonly header: readonly string[]; readonly rows: readonly GridRow[]; readonly key: number };

const LONGEST_KEY_WORDS = 8;
/** Share of the rows that a column has to tell apart so as to name them. */
const TELLS_APART = 0.75;
const MOST_FIGURE_COLUMNS = 2;

function rowOf(row: TableRow): GridRow {
  const cells = row.children.map((cell) => inlineOf(cell.children).text);
  return { cells, line: row.position?.start.line ?? 1 };
}

export function gridOf(table: Table): Grid {
  const [first, ...rows] = table.children.map(rowOf);
  const header = (first?.cells ?? []).map((title) => withoutEmoji(title).replace(/:$/u, ''));
  // Where what stands first has no title and names no row, each row goes on with the one above.
  const goesOn = header[0] === '' && !cellsIn(rows, 0).every(isFigure);
  return { header, rows, key: (goesOn ? [0] : [0, 1]).find((column) => namesRows(header, rows, column)) ?? -1 };
}

function cellsIn(rows: readonly GridRow[], column: number): readonly string[] {
  return rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
}

export function averageWords(rows: readonly GridRow[], column: number): number {
  const cells = cellsIn(rows, column);
  return cells.reduce((sum, cell) => sum + countWords(cell), 0) / Math.max(1, cells.length);
}

/** A number, a sign or a single letter. */
export function isFigure(cell: string): boolean {
  return /^(?:[^\p{L}`]*|\p{L})$/u.test(cell);
}

/** A bare number names a row only where its column says of what. */
function namesRows(header: readonly string[], rows: readonly GridRow[], column: number): boolean {
  const title = header[column] ?? '';
  const names = cellsIn(rows, column);
  const isTime = isColumnOf('times', title);
  if (isColumnOf('untold', title) || isColumnOf('remarks', title)) return false;
  if (names.every((name) => (/[a-z]{2}/iu.test(fold(title)) ? /^\(?\p{L}[.)]$/u : /^\P{L}*$/u).test(name)))
    return false;
  if (names.every((name) => /^\p{L}{5,}$/u.test(name) && saysHow(fold(name)))) return false;
  const differ = new Set(names).size >= Math.max(1, rows.length * TELLS_APART);
  return (differ || isTime) && averageWords(rows, column) <= LONGEST_KEY_WORDS;
}

/** What its row has there can be learned. */
export function isTold(cell: string): boolean {
  const isRead = countReadable(cell) > 0 || /[`$]/u.test(cell);
  return isRead && !isEmptyCell(cell) && !isLikeOthers(cell);
}

/** A row with its name alone parts the table, and those below it depend on it. */
export function isParted({ header, rows, key }: Grid): boolean {
  return (
    header.length > 1 && rows.some(({ cells }) => cells.every((cell, column) => (cell !== '') === (column === key)))
  );
}

/** The first row is no header, or letters before the cells say that they are to be matched: "b) Diafonía". */
export function isUntitled({ header, rows }: Grid): boolean {
  const isData = (title: string) => /\p{L}{2}\.$|^[^\p{L}(]*\d.*\p{L}|[<>]\s?\d/u.test(title) && countWords(title) > 1;
  const lettered = (column: number) => cellsIn(rows, column).filter((cell) => /^\(?\p{L}[.)]\s/u.test(cell)).length;
  const isMatched = [...header.keys()].some((column) => column > 0 && lettered(column) * 2 > rows.length);
  return header.every((title) => title === '') || header.some(isData) || isMatched;
}

/** Figures across and down, such as a truth table or times tables: there is no fact in a single cell. */
export function isMatrix({ header, rows }: Grid): boolean {
  const across = header.slice(1);
  if (across.filter((title) => title !== '' && isFigure(title)).length > 1) return true;
  const cells = rows.flatMap((row) => row.cells.slice(1));
  return (
    cells.every(isFigure) &&
    (across.length > MOST_FIGURE_COLUMNS ||
      rows.every(
        (row) => row.cells.every(isFigure) && !header.some((title) => kindOf(title) || isColumnOf('times', title)),
      ))
  );
}
