import type { Table, TableCell, TableRow } from 'mdast';
import {
  comparesThings,
  isAspectColumn,
  isDescription,
  isEmptyCell,
  isNameColumn,
  isNoNoun,
  saysHow,
} from '../../../language/any/columns.js';
import type { Grammar } from '../../../language/grammar.js';
import { nounStem } from '../../../language/number.js';
import { withoutStop } from '../../../language/sentences.js';
import { countWords, fold, lowerFirst, plainMarkdown } from '../../../language/text.js';
import type { WordSet } from '../../../language/word-lists.js';
import { inlineOf } from '../../read/inline.js';
import type { Draft, Rule, TablePlace } from '../rule.js';
import { contentStems } from '../topic.js';

const LONGEST_TERM_WORDS = 6;

type Row = { readonly cells: readonly string[]; readonly line: number };

function rowOf(row: TableRow): Row {
  const cells = row.children.map((cell: TableCell) => inlineOf(cell.children).text);
  return { cells, line: row.position?.start.line ?? 1 };
}

function rowsOf(table: Table): { header: Row; rows: readonly Row[] } {
  const [header, ...rows] = table.children.map(rowOf);
  return { header: header ?? { cells: [], line: 1 }, rows };
}

function averageWords(rows: readonly Row[], column: number): number {
  const counts = rows.map((row) => countWords(row.cells[column] ?? ''));
  return counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
}

function draft(front: string, back: string, concept: string, facet: string, line: number): Draft {
  return { kind: 'basic', front, back, concept: plainMarkdown(concept), fact: plainMarkdown(back), facet, line };
}

function bold(cell: string): string {
  return cell.startsWith('`') ? cell : `**${cell}**`;
}

/** Term and description side by side: a glossary. */
function glossary(rows: readonly Row[], place: TablePlace): readonly Draft[] {
  return rows.flatMap(({ cells: [term = '', description = ''], line }) => {
    if (term === '' || description === '') return [];
    const isCode = term.startsWith('`');
    const asked = {
      phrase: bold(term),
      number: 'sg',
      isCode,
      isMember: false,
      isQuality: false,
      isPart: false,
    } as const;
    return [draft(place.grammar.ask.term(description, asked), description, term, '', line)];
  });
}

/** The words that both cells of a row share, where they name what is compared: "DNA", "organelos especializados". */
function aspectOf(a: string, b: string, grammar: Grammar): string | null {
  const [left, right] = [wordsIn(a), wordsIn(b).map((word) => nounStem(word))];
  const shared = left.map((word) => right.includes(nounStem(word)));
  let best: readonly string[] = [];
  for (let start = 0; start < left.length; start += 1) {
    let end = start;
    while (shared[end]) end += 1;
    const run = left.slice(start, end);
    if (run.length > best.length) best = run;
  }
  const { stopWords } = grammar.words;
  const isVerb = (word: string | undefined) => grammar.sentences.isVerb(fold(word ?? ''));
  const words = best
    .join(' ')
    .split(' ')
    .filter((word) => word !== '');
  while (words.length > 0 && (isSmall(words[0] ?? '', stopWords) || isVerb(words[0]))) words.shift();
  while (words.length > 0 && isSmall(words.at(-1) ?? '', stopWords)) words.pop();
  const names = words.length > 0 && words.length <= 4 && !isVerb(words[0]) && !saysHow(fold(words[0] ?? ''));
  return names && words.length < Math.min(left.length, right.length) + 1 && a !== b ? words.join(' ') : null;
}

function wordsIn(cell: string): readonly string[] {
  return plainMarkdown(cell).match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
}

function isSmall(word: string, stopWords: WordSet): boolean {
  return stopWords.has(fold(word)) || word.length < 2;
}

function sharesWord(a: string, b: string, grammar: Grammar): boolean {
  const words = new Set(contentStems(a, grammar));
  return contentStems(b, grammar).some((stem) => words.has(stem));
}

/** Two things side by side, row by row: what of each one's part, or what holds for one when the other is so? */
function comparison(header: Row, rows: readonly Row[], place: TablePlace): readonly Draft[] {
  const [left = '', right = ''] = header.cells;
  const { grammar } = place;
  const sharing = rows.filter(({ cells: [a = '', b = ''] }) => sharesWord(a, b, grammar)).length;
  const areNames = isNameColumn(left) && namingColumn(header, rows) === 0;
  const compares = sharing * 2 >= rows.length || comparesThings(place.section.title);
  const ask = (known: string, fact: string, asked: string) => grammar.ask.counterpart(bold(known), fact, bold(asked));
  const askFor = (aspect: string, asked: string) => grammar.ask.counterpartIn(aspect, bold(asked));
  return rows.flatMap(({ cells: [a = '', b = ''], line }) => {
    if (a === '' || b === '' || a === b) return [];
    const aspect = aspectOf(a, b, grammar);
    if (!compares && areNames) return [draft(cellQuestion(a, right, place), b, right, a, line)];
    if (!compares) return [draft(ask(left, withoutStop(a), right), b, right, a, line)];
    const [known, other] = [withoutStop(a), withoutStop(b)];
    const [first, second] =
      aspect === null
        ? [ask(right, other, left), ask(left, known, right)]
        : [askFor(aspect, left), askFor(aspect, right)];
    return [draft(first, a, left, b, line), draft(second, b, right, a, line)];
  });
}

/** The first column whose cells all differ and are short: it names the rows. */
function namingColumn(header: Row, rows: readonly Row[]): number {
  return header.cells.findIndex((_, column) => {
    const names = rows.map((row) => row.cells[column] ?? '');
    return new Set(names).size === rows.length && averageWords(rows, column) <= LONGEST_TERM_WORDS;
  });
}

/** "Use Case" inside a sentence: capitals of a title are no names. */
function headingWords(column: string): string {
  const isTitle = column.split(' ').every((word) => /^\p{Lu}\p{Ll}+$/u.test(word));
  return isTitle ? column.toLowerCase() : lowerFirst(column);
}

/** "What is the **role** of **Louis XVI**?": what the row's thing has in the column. */
function cellQuestion(name: string, column: string, { grammar, deck }: TablePlace): string {
  const inside = headingWords(column).replace(/^¿|[?:\s]+$/gu, '');
  const isNoun = !(isNoNoun(column) || countWords(column) > 3 || !/^\p{L}/u.test(column));
  return grammar.ask.cell(bold(name), { title: column, inside, isNoun }, deck.use);
}

/** Whether columns are things and rows are what they are compared by, as in "X vs Y". */
function comparesColumns(header: Row, naming: number, { section, grammar }: TablePlace): boolean {
  if (naming !== 0) return false;
  if (isAspectColumn(header.cells[0] ?? '')) return true;
  const titled = new Set(contentStems(section.title, grammar));
  const isTitled = (cell: string) => contentStems(cell, grammar).some((stem) => titled.has(stem));
  return comparesThings(section.title) && header.cells.slice(1).every(isTitled);
}

/** A row's name and a column's name ask for the cell where they meet. */
function grid(header: Row, rows: readonly Row[], place: TablePlace): readonly Draft[] {
  const naming = namingColumn(header, rows);
  const isTurned = comparesColumns(header, naming, place);
  return rows.flatMap(({ cells, line }) =>
    cells.flatMap((cell, index) => {
      const [name, column] = [cells[naming] ?? '', header.cells[index] ?? ''];
      if (index === naming || name === '' || column === '' || countWords(cell) === 0 || isEmptyCell(cell)) return [];
      const [thing, asked] = isTurned ? [column, name] : [name, column];
      return [draft(cellQuestion(thing, asked, place), cell, thing, asked, line)];
    }),
  );
}

/** Tables: glossaries, comparisons and grids. Empty cells give nothing. */
export const table: Rule = (place) => {
  if (place.kind !== 'table') return null;
  const { header, rows } = rowsOf(place.entry.table);
  const [first = '', second = ''] = header.cells;
  if (header.cells.length < 2 || rows.length === 0 || (first === '' && second === '')) {
    return { skipped: 'table', message: 'a table without names for its columns' };
  }
  const twoColumns = header.cells.length === 2;
  const shortTerms = averageWords(rows, 0) <= LONGEST_TERM_WORDS;
  const isGrid = namingColumn(header, rows) >= 0;
  const isGlossary =
    twoColumns && shortTerms && (isDescription(second) || averageWords(rows, 1) > 2.5 * averageWords(rows, 0));
  const drafts = isGlossary
    ? glossary(rows, place)
    : twoColumns
      ? comparison(header, rows, place)
      : isGrid
        ? grid(header, rows, place)
        : [];
  return drafts.length > 0 ? drafts : { skipped: 'table', message: 'a table with nothing to ask for' };
};
