import Papa from 'papaparse';
import { storable } from '../storable.js';
import { unguardCell } from './formula.js';

/** No character of any text: nothing is quoted then. */
const NO_QUOTE = '\0';
const SEPARATORS = ['\t', ';', ','];

export type Csv = {
  readonly rows: readonly (readonly string[])[];
  /** What the lines `#key:value` above the rows say, as Anki writes them. */
  readonly directives: ReadonlyMap<string, string>;
};

const DIRECTIVE = /^#([a-z][a-z ]*):(.*)\n/iu;
const NAMED_SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['pipe', '|'],
  ['space', ' '],
  ['colon', ':'],
]);

function parse(text: string, delimiter: string, quoteChar: string) {
  return Papa.parse<string[]>(text, { delimiter, quoteChar, delimitersToGuess: SEPARATORS, skipEmptyLines: 'greedy' });
}

/** The separator that every one of the first lines has, quoted or not. */
function separatorIn(text: string): string {
  const lines = text.split('\n', 12).filter((line) => line !== '');
  return SEPARATORS.find((separator) => lines.every((line) => line.includes(separator))) ?? ',';
}

/** Tells comma, semicolon and tab apart; a quote that is never closed is a character like any other. */
export function csvRows(given: string): Csv {
  let text = `${storable(given)}\n`;
  const directives = new Map<string, string>();
  for (let match = DIRECTIVE.exec(text); match !== null; match = DIRECTIVE.exec(text)) {
    directives.set((match[1] ?? '').toLowerCase(), (match[2] ?? '').trim());
    text = text.slice(match[0].length);
  }
  const named = directives.get('separator') ?? '';
  const separator = NAMED_SEPARATORS.get(named.toLowerCase()) ?? named.slice(0, 1);
  const quoted = parse(text, separator, '"');
  const isOpen = quoted.errors.some(({ code }) => code === 'MissingQuotes');
  const { data } = isOpen ? parse(text, separator || separatorIn(text), NO_QUOTE) : quoted;
  return { rows: data.map((row) => row.map(unguardCell)), directives };
}
