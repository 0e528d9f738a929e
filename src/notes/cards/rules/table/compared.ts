import { comparesThings, isColumnOf, kindOf, saysYesOrNo } from '../../../../language/any/columns.js';
import { tongueNamed } from '../../../../language/any/tongues.js';
import { withoutStop } from '../../../../language/sentences.js';
import { countWords, fold } from '../../../../language/text.js';
import type { CardDraft, TablePlace } from '../../rule.js';
import { isAttribute, nounStems } from '../../topic.js';
import { bold, cellDraft, cellQuestion } from './asked.js';
import { averageWords, type Grid, isTold } from './grid.js';

/** A title that says what a column is, and so is no thing that is compared. */
function isKnown(title: string): boolean {
  const sorts = ['description', 'names', 'aspects', 'values', 'times', 'phrases', 'remarks', 'untold'] as const;
  return isAttribute(title) || kindOf(title) !== null || sorts.some((sort) => isColumnOf(sort, title));
}

/** So few words in a cell are asked for one way only: the other would be the same card again. */
const FEW_WORDS = 2;

/** Two things side by side: what is so of one where something else is so of the other? `null` for any other table. */
export function pair({ header, rows }: Grid, place: TablePlace): readonly CardDraft[] | null {
  const { grammar, section } = place;
  const [left = '', right = ''] = header;
  if (header.length !== 2 || isKnown(left) || isKnown(right) || left === '' || right === '') return null;
  // A name and what is told of it are no pair, nor is a sentence that goes on.
  if ([left, right].some((title) => !/^\p{L}/u.test(title) || grammar.sentences.clauseOf(title) !== null)) return null;
  if (averageWords(rows, 1) > 2.5 * averageWords(rows, 0)) return null;
  const shares = ({ cells: [a = '', b = ''] }: Grid['rows'][number]) => {
    const words = new Set(nounStems(a, grammar));
    return nounStems(b, grammar).some((stem) => words.has(stem));
  };
  if (rows.filter(shares).length * 2 < rows.length && !comparesThings(section.title)) return null;
  return rows.flatMap(({ cells: [a = '', b = ''], line }) => {
    if (!isTold(a) || !isTold(b) || fold(a) === fold(b)) return [];
    const tongue = tongueNamed(left) === null ? null : tongueNamed(right);
    if (tongue !== null) return [cellDraft(grammar.ask.translation(bold(withoutStop(a)), tongue), b, right, a, line)];
    const ask = (known: string, fact: string, asked: string) =>
      grammar.ask.counterpart(bold(known), withoutStop(fact), bold(asked));
    const isShort = countWords(a) <= FEW_WORDS && countWords(b) <= FEW_WORDS;
    const there = cellDraft(ask(left, a, right), b, right, a, line);
    if (isShort) return [there];
    return [cellDraft(ask(right, b, left), a, left, b, line), there];
  });
}

/** What is said about what is compared, beside it. */
function isBeside(title: string): boolean {
  return isColumnOf('remarks', title) || isColumnOf('untold', title);
}

/** Columns that say the same things again and again are of one kind: "You | Provider | Provider". */
function repeats({ header, rows }: Grid): boolean {
  const cells = rows.flatMap((row) => row.cells.slice(1).filter(isTold).map(fold));
  return header.length > 3 && new Set(cells).size * 2 < cells.length;
}

/** Whether columns are things and rows are what they are compared by. */
export function comparesColumns(grid: Grid, { section, grammar }: TablePlace): boolean {
  const [first = '', ...others] = grid.header;
  const things = others.filter((title) => !isBeside(title));
  if (grid.key !== 0 || things.length === 0 || things.some(isKnown)) return false;
  const keys = grid.rows.map(({ cells }) => cells[0] ?? '');
  const isTurned = keys.some(isKnown) && keys.filter(isKnown).length > things.filter(isKnown).length;
  if (first === '' || isColumnOf('aspects', first) || repeats(grid) || (things.length > 1 && isTurned)) return true;
  const titled = new Set(nounStems(section.title, grammar));
  const isTitled = (thing: string) => nounStems(thing, grammar).some((stem) => titled.has(stem));
  return comparesThings(section.title) && things.every(isTitled);
}

/** "Propiedad | Valor": what one thing has, the heading's or the table's own. */
export function properties({ rows }: Grid, thing: string, place: TablePlace): readonly CardDraft[] {
  return rows.flatMap(({ cells: [aspect = '', cell = ''], line }) => {
    if (/^(?:$|[^\p{L}]*[\d$])/u.test(aspect) || !isTold(cell)) return [];
    return [cellDraft(cellQuestion(bold(thing), aspect, place, isAttribute(aspect)), cell, thing, aspect, line)];
  });
}

/** "**Proceso** — ¿memoria?": one card for each thing and aspect; none where they do not differ. */
export function compared(grid: Grid, place: TablePlace): readonly CardDraft[] {
  const { header, rows } = grid;
  const isGuessed = repeats(grid);
  return rows.flatMap(({ cells: [aspect = '', ...cells], line }) => {
    if (aspect === '' || new Set(cells.map(fold)).size < Math.min(2, cells.length)) return [];
    return cells.flatMap((cell, index) => {
      const thing = header[index + 1] ?? '';
      if (thing === '' || isBeside(thing) || !isTold(cell)) return [];
      const front = cellQuestion(bold(thing), aspect, place, isAttribute(aspect));
      const draft = cellDraft(front, cell, thing, aspect, line);
      return [isGuessed || saysYesOrNo(cell) ? { ...draft, doubt: { reason: 'table', score: 0.35 } as const } : draft];
    });
  });
}
