import { isNotionName } from '../../core/notion-names.js';
import type { Problem } from '../../core/problem.js';
import type { ReadCards } from '../card-file.js';
import { deckNameOf, fileDeckOf, type PlainCard } from '../file-deck.js';
import { MAX_CARDS } from '../limits.js';
import { Refused } from '../refused.js';
import { skipped } from '../skipped.js';
import { cellMarkdown } from './cell-text.js';
import { type Columns, columnsOf } from './column-names.js';
import { arePairs, type FittedRow, fitProblems, fitRows } from './fit-rows.js';
import { isOwnHeader, readOwnRows } from './own-rows.js';
import { type CsvRow, csvRows } from './rows.js';
import { readTable } from './table.js';

const PAIR: Columns = { front: 0, back: 1, hint: -1, tags: -1 };

function cardOf({ cells, number }: FittedRow, columns: Columns): PlainCard {
  const hint = cellMarkdown(cells[columns.hint] ?? '');
  return {
    key: null,
    kind: 'basic',
    front: cellMarkdown(cells[columns.front] ?? ''),
    back: cellMarkdown(cells[columns.back] ?? ''),
    ...(hint === '' ? {} : { hint }),
    tags: (cells[columns.tags] ?? '').split(/[\s,;]+/u).filter((tag) => tag !== ''),
    line: number,
  };
}

type Pairs = { readonly rows: readonly CsvRow[]; readonly columns: Columns; readonly width: number };

function readPairs(file: string, { rows, columns, width }: Pairs, separator: string): ReadCards {
  if (rows.length > MAX_CARDS) throw new Refused('too-many-cards');
  const fitted = fitRows(rows, width, separator);
  const cards = fitted.filter(({ fit }) => fit !== 'unclear').map((row) => cardOf(row, columns));
  const { deck, problems } = fileDeckOf({ file, name: deckNameOf(file), cards });
  const told = [...fitProblems(file, fitted), ...problems].sort((a, b) => a.line - b.line);
  return { format: 'csv', decks: [deck], media: [], problems: told };
}

/** Reports columns with text for which cards have no place. */
function unread(file: string, header: CsvRow, columns: Columns): readonly Problem[] {
  const known = new Set(Object.values(columns));
  const isLeft = header.cells.some((name, index) => name.trim() !== '' && !known.has(index));
  return isLeft ? [skipped(file, header.number, 'columns-unread')] : [];
}

/** Reads Repaso's own CSV, a CSV of two columns, or a table as Notion exports it. Throws `Refused`. */
export function readCsv(file: string, text: string): ReadCards {
  const { rows, separator } = csvRows(text);
  const [first, ...rest] = rows;
  if (first !== undefined && isOwnHeader(first.cells)) return readOwnRows(file, rows);
  const columns = columnsOf(first?.cells ?? []);
  if (first !== undefined && columns !== null) {
    const read = readPairs(file, { rows: rest, columns, width: first.cells.length }, separator);
    return { ...read, problems: [...unread(file, first, columns), ...read.problems] };
  }
  const isTable = isNotionName(file) || !arePairs(rows, separator);
  return isTable
    ? readTable(file, deckNameOf(file), rows, separator)
    : readPairs(file, { rows, columns: PAIR, width: 2 }, separator);
}
