import Papa from 'papaparse';
import { storable } from '../storable.js';
import { unguardCell } from './formula.js';

/** Disables quoting, since no text contains this character. */
const NO_QUOTE = '\0';
/** The recognised separators; of several that fit, the first wins. */
const SEPARATORS = ['\t', ';', ',', '|'];
/** How many rows and characters are read to find the separator. */
const SAMPLE_ROWS = 20;
const SAMPLE_LENGTH = 50_000;

export type CsvRow = {
  readonly cells: readonly string[];
  /** CsvRow number as in a spreadsheet, from 1: empty rows and lines above the table count. */
  readonly number: number;
};

export type Csv = {
  readonly rows: readonly CsvRow[];
  readonly separator: string;
  /** The lines `#key:value` above the rows, as Anki writes them. */
  readonly directives: ReadonlyMap<string, string>;
};

const DIRECTIVE = /^#([a-z][a-z ]*):(.*)\n/iu;
/** The first line that gives Excel the separator. */
const EXCEL_SEPARATOR = /^"?sep=(\\t|[^\n"])"?;*\n/iu;
const NAMED_SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['\\t', '\t'],
  ['pipe', '|'],
  ['space', ' '],
  ['colon', ':'],
]);

function parse(text: string, delimiter: string, quoteChar: string) {
  return Papa.parse<string[]>(text, { delimiter, quoteChar });
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

/** Whether the separator may be punctuation, which a space follows. */
function isOfSentences(rows: readonly (readonly string[])[]): boolean {
  return rows.every((cells) => cells.slice(1).some((cell) => cell.startsWith(' ')));
}

/** The separator that every row has equally often, punctuation last; else the one that most rows have. */
function separatorIn(text: string, quoteChar: string): string {
  const isCut = text.length > SAMPLE_LENGTH;
  const sample = text.slice(0, SAMPLE_LENGTH);
  const tried = SEPARATORS.map((separator) => {
    const rows = Papa.parse<string[]>(sample, { delimiter: separator, quoteChar, preview: SAMPLE_ROWS + 1 }).data;
    const whole = isCut && rows.length > 1 && rows.length <= SAMPLE_ROWS ? rows.slice(0, -1) : rows;
    const filled = whole.filter(isFilled);
    const widths = filled.map((cells) => cells.length);
    const parted = widths.filter((width) => width > 1).length;
    return { separator, widths, parted, isSpaced: isOfSentences(filled) };
  });
  const whole = tried.filter(({ widths, parted }) => parted > 0 && parted === widths.length);
  const even = whole.filter(({ widths }) => widths.every((width) => width === widths[0]));
  const most = tried.reduce((best, each) => (each.parted > best.parted ? each : best));
  return (
    (even.find(({ isSpaced }) => !isSpaced) ?? even[0] ?? whole[0] ?? (most.parted > 0 ? most : null))?.separator ?? ','
  );
}

type Head = { readonly directives: ReadonlyMap<string, string>; readonly named: string; readonly lines: number };

/** The lines above the rows, and the text below them. */
function headOf(text: string): Head & { readonly body: string } {
  const excel = EXCEL_SEPARATOR.exec(text);
  if (excel !== null) {
    const sign = excel[1] ?? '';
    const named = NAMED_SEPARATORS.get(sign) ?? sign;
    return { directives: new Map(), named, lines: 1, body: text.slice(excel[0].length) };
  }
  const directives = new Map<string, string>();
  let at = 0;
  let lines = 0;
  for (;;) {
    const end = text.indexOf('\n', at) + 1;
    const [, key, value = ''] = DIRECTIVE.exec(text.slice(at, end)) ?? [];
    if (key === undefined) break;
    // Spaces around a value mean nothing, but the value itself may be one.
    directives.set(key.toLowerCase(), value.trim() || value);
    at = end;
    lines += 1;
  }
  const given = directives.get('separator') ?? '';
  const named = NAMED_SEPARATORS.get(given.toLowerCase()) ?? given.slice(0, 1);
  return { directives, named, lines, body: text.slice(at) };
}

/** Removes lines that begin with `#`, as Anki does; it quotes cells that begin so. */
function withoutRemarks(text: string): string {
  let isInside = false;
  return text
    .split('\n')
    .map((line) => {
      if (!isInside && line.startsWith('#')) return '';
      if ((line.split('"').length - 1) % 2 === 1) isInside = !isInside;
      return line;
    })
    .join('\n');
}

/** Parses rows separated by comma, semicolon, tab or bar. A quote that is never closed is an ordinary character. */
export function csvRows(given: string): Csv {
  const { directives, named, lines, body } = headOf(`${storable(given)}\n`);
  const text = directives.size > 0 ? withoutRemarks(body) : body;
  const separator = named || separatorIn(text, '"');
  const quoted = parse(text, separator, '"');
  const isOpen = quoted.errors.some(({ code }) => code === 'MissingQuotes');
  const bare = isOpen ? named || separatorIn(text, NO_QUOTE) : separator;
  const { data } = isOpen ? parse(text, bare, NO_QUOTE) : quoted;
  // Anki does not guard cells.
  const cellsOf = (cells: string[]): readonly string[] => (directives.size > 0 ? cells : cells.map(unguardCell));
  const rows = data.map((cells, index) => ({ cells: cellsOf(cells), number: lines + index + 1 }));
  return { rows: rows.filter(({ cells }) => isFilled(cells)), separator: bare, directives };
}

/** The number of cells up to the last that is not empty. */
export function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
