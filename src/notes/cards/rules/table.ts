import type { Table, TableCell, TableRow } from 'mdast';
import type { Language } from '../../../core/language.js';
import { definiteSpanish, spanishArticle } from '../../../language/nouns.js';
import { looksPlural, nounStem } from '../../../language/number.js';
import { askTerm } from '../../../language/questions.js';
import { withoutStop } from '../../../language/sentences.js';
import { countWords, fold, lowerFirst, plainMarkdown } from '../../../language/text.js';
import { inlineOf } from '../../read/inline.js';
import { isVerbForm } from '../gap.js';
import type { Draft, Rule, TablePlace } from '../rule.js';
import { contentStems, stopWordsOf } from '../topic.js';

const DESCRIBES =
  /^(?:definici[oó]n|descripci[oó]n|resumen|significado|explicaci[oó]n|uso|prop[oó]sito|funci[oó]n|para qu[eé] sirve|qu[eé] (?:hace|es)|meaning|definition|description|summary|explanation|purpose|use|usage|function|what it does)$/iu;
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
    return [draft(askTerm(description, asked, place.language), description, term, '', line)];
  });
}

/** The words that both cells of a row share, where they name what is compared: "DNA", "organelos especializados". */
function aspectOf(a: string, b: string, language: Language): string | null {
  const [left, right] = [wordsIn(a), wordsIn(b).map((word) => nounStem(word))];
  const shared = left.map((word) => right.includes(nounStem(word)));
  let best: readonly string[] = [];
  for (let start = 0; start < left.length; start += 1) {
    let end = start;
    while (shared[end]) end += 1;
    const run = left.slice(start, end);
    if (run.length > best.length) best = run;
  }
  const stops = stopWordsOf(language);
  const words = best
    .join(' ')
    .split(' ')
    .filter((word) => word !== '');
  while (words.length > 0 && (isSmall(words[0] ?? '', stops) || isVerbForm(fold(words[0] ?? ''), language)))
    words.shift();
  while (words.length > 0 && isSmall(words.at(-1) ?? '', stops)) words.pop();
  const names =
    words.length > 0 &&
    words.length <= 4 &&
    !isVerbForm(fold(words[0] ?? ''), language) &&
    !NO_ASPECT.test(fold(words[0] ?? ''));
  return names && words.length < Math.min(left.length, right.length) + 1 && a !== b ? words.join(' ') : null;
}

/** Participles and their like say how something is rather than what is compared. */
const NO_ASPECT = /(?:ente|entes|ad[oa]s?|id[oa]s?|ed|ing)$/u;

function wordsIn(cell: string): readonly string[] {
  return plainMarkdown(cell).match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
}

function isSmall(word: string, stops: ReadonlySet<string>): boolean {
  return stops.has(fold(word)) || word.length < 2;
}

function sharesWord(a: string, b: string, language: Language): boolean {
  const words = new Set(contentStems(a, language));
  return contentStems(b, language).some((stem) => words.has(stem));
}

/** Headings of a first column that holds the names of things. */
const NAMES =
  /^(?:t[eé]rminos?|nombres?|conceptos?|m[eé]todos?|comandos?|opci[oó]n(?:es)?|tipos?|elementos?|herramientas?|terms?|names?|concepts?|methods?|commands?|(?:\S+\s)?options?|settings?|types?|elements?|tools?|what|thing)$/iu;

/** Two things side by side, row by row: what of each one's part, or what holds for one when the other is so? */
function comparison(header: Row, rows: readonly Row[], place: TablePlace): readonly Draft[] {
  const [left = '', right = ''] = header.cells;
  const isSpanish = place.language === 'es';
  const sharing = rows.filter(({ cells: [a = '', b = ''] }) => sharesWord(a, b, place.language)).length;
  const areNames = NAMES.test(left) && namingColumn(header, rows) === 0;
  const compares = sharing * 2 >= rows.length || COMPARES.test(place.section.title);
  const ask = (known: string, fact: string, asked: string) =>
    isSpanish ? `${bold(known)}: ${fact}. ¿Y ${bold(asked)}?` : `${bold(known)}: ${fact}. And ${bold(asked)}?`;
  const askFor = (aspect: string, asked: string) =>
    isSpanish ? `¿Qué hay de **${aspect}** en ${bold(asked)}?` : `What about **${aspect}** in ${bold(asked)}?`;
  return rows.flatMap(({ cells: [a = '', b = ''], line }) => {
    if (a === '' || b === '' || a === b) return [];
    const aspect = aspectOf(a, b, place.language);
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

/** A column that is no noun: "Used for", "Cuándo usarlo", "Best for". */
const NO_NOUN =
  /[?:]|^(?:used|best|when|how|why|what|where|who|cu[aá]ndo|c[oó]mo|d[oó]nde|qu[eé]|por|para|se|es|is|has|can)(?:\s|$)/iu;

/** "Use Case" inside a sentence: capitals of a title are no names. */
function headingWords(column: string): string {
  const isTitle = column.split(' ').every((word) => /^\p{Lu}\p{Ll}+$/u.test(word));
  return isTitle ? column.toLowerCase() : lowerFirst(column);
}

/** "What is the **role** of **Louis XVI**?": what the row's thing has in the column. */
function cellQuestion(name: string, column: string, { language, deck }: TablePlace): string {
  const asked = headingWords(column).replace(/^¿|[?:\s]+$/gu, '');
  if (NO_NOUN.test(column) || countWords(column) > 3 || !/^\p{L}/u.test(column)) {
    return language === 'es' ? `${bold(name)}: ¿${asked}?` : `${bold(name)}: ${asked}?`;
  }
  const head = language === 'es' ? (column.split(' ')[0] ?? column) : (column.split(' ').at(-1) ?? column);
  const isPlural = looksPlural(head);
  if (language === 'en') return `What ${isPlural ? 'are' : 'is'} the **${asked}** of ${bold(name)}?`;
  const article = isPlural ? spanishArticle(head, 'pl', deck.use) : definiteSpanish(head, deck.use);
  return `¿${isPlural ? 'Cuáles son' : 'Cuál es'} ${article} **${asked}** de ${bold(name)}?`;
}

/** A row's name and a column's name ask for the cell where they meet. */
const SAYS_NOTHING = /^(?:n\/?a|[-–—?✓✗✔✘xX]|none|tbd|todo)$/iu;
/** Headings of a first column whose rows are what things are compared by. */
const ASPECTS =
  /^(?:|aspectos?|caracter[ií]sticas?|criterios?|atributos?|propiedad(?:es)?|factor(?:es)?|elementos?|diferencias?|par[aá]metros?|concepto|aspects?|attributes?|features?|characteristics?|criteri(?:a|on)|properties|property|factors?|differences?|parameters?|metric|category)$/iu;
const COMPARES =
  /\s(?:vs\.?|versus|frente a|contra|or|o)\s|\b(?:differences?|diferencias?|comparison|comparaci[oó]n|comparativa|compar(?:e|ing|ar))\b/iu;

/** Whether columns are things and rows are what they are compared by, as in "X vs Y". */
function comparesColumns(header: Row, naming: number, { section, language }: TablePlace): boolean {
  if (naming !== 0) return false;
  if (ASPECTS.test(header.cells[0] ?? '')) return true;
  const titled = new Set(contentStems(section.title, language));
  const isTitled = (cell: string) => contentStems(cell, language).some((stem) => titled.has(stem));
  return COMPARES.test(section.title) && header.cells.slice(1).every(isTitled);
}

function grid(header: Row, rows: readonly Row[], place: TablePlace): readonly Draft[] {
  const naming = namingColumn(header, rows);
  const isTurned = comparesColumns(header, naming, place);
  return rows.flatMap(({ cells, line }) =>
    cells.flatMap((cell, index) => {
      const [name, column] = [cells[naming] ?? '', header.cells[index] ?? ''];
      if (index === naming || name === '' || column === '' || countWords(cell) === 0 || SAYS_NOTHING.test(cell))
        return [];
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
    twoColumns && shortTerms && (DESCRIBES.test(second) || averageWords(rows, 1) > 2.5 * averageWords(rows, 0));
  const drafts = isGlossary
    ? glossary(rows, place)
    : twoColumns
      ? comparison(header, rows, place)
      : isGrid
        ? grid(header, rows, place)
        : [];
  return drafts.length > 0 ? drafts : { skipped: 'table', message: 'a table with nothing to ask for' };
};
