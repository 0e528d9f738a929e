import { fold } from '../../language/text.js';
import type { ReadCards } from '../card-file.js';
import { deckNameOf, fileDeckOf, isNotionName } from '../file-deck.js';
import { htmlToMarkdown } from '../html/to-markdown.js';
import { cellMarkdown } from './cell-text.js';
import { isOwnHeader, readOwnRows } from './own-rows.js';
import { type Csv, csvRows } from './rows.js';
import { readTable } from './table.js';

/** What people call the columns, folded. */
const FRONT = /^(?:front|question|term|word|prompt|anverso|frente|pregunta|termino|palabra|concepto)$/u;
const BACK =
  /^(?:back|answer|definition|meaning|translation|reverso|dorso|respuesta|definicion|significado|traduccion)$/u;
const TAGS = /^(?:tags?|labels?|etiquetas?)$/u;

type Columns = { readonly front: number; readonly back: number; readonly tags: number };

function headerOf(row: readonly string[]): Columns | null {
  const names = row.map((cell) => fold(cell).trim());
  const find = (pattern: RegExp): number => names.findIndex((name) => pattern.test(name));
  const found = { front: find(FRONT), back: find(BACK), tags: find(TAGS) };
  return found.front >= 0 && found.back >= 0 ? found : null;
}

function readPairs(file: string, { rows, directives }: Csv, header: Columns | null): ReadCards {
  const columns = header ?? { front: 0, back: 1, tags: Number(directives.get('tags column') ?? 0) - 1 };
  const isHtml = directives.get('html')?.toLowerCase() === 'true';
  const toMarkdown = isHtml ? htmlToMarkdown : cellMarkdown;
  const skipped = header === null ? 0 : 1;
  const cards = rows.slice(skipped).map((row, index) => ({
    key: null,
    kind: 'basic' as const,
    front: toMarkdown(row[columns.front] ?? ''),
    back: toMarkdown(row[columns.back] ?? ''),
    tags: (row[columns.tags] ?? '').split(/[\s,;]+/u).filter((tag) => tag !== ''),
    line: index + skipped + 1,
  }));
  const { deck, problems } = fileDeckOf({ file, name: deckNameOf(file), cards });
  return { format: 'csv', decks: [deck], media: [], problems };
}

/** Repaso's own CSV, two columns of anybody's, or a table as Notion exports it. Throws `Refused`. */
export function readCsv(file: string, text: string): ReadCards {
  const csv = csvRows(text);
  const [first = []] = csv.rows;
  if (isOwnHeader(first)) return readOwnRows(file, csv.rows);
  const header = headerOf(first);
  if (header !== null) return readPairs(file, csv, header);
  const isTable = isNotionName(file) || (first.length > 2 && csv.directives.size === 0);
  return isTable ? readTable(file, deckNameOf(file), csv.rows) : readPairs(file, csv, null);
}
