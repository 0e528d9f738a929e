import { isColumnOf, isLikeOthers, kindOf, saysYesOrNo } from '../../../language/any/columns.js';
import { inSentence } from '../../../language/nouns.js';
import { countWords, plainMarkdown, upperFirst } from '../../../language/text.js';
import { YEAR_TERM } from '../../../language/time.js';
import { type Draft, type Rule, refusal, type TablePlace } from '../rule.js';
import { contentStems, isAttribute, lowerQuestion, topicPrefix } from '../topic.js';
import { bold, cellDraft, cellQuestion, isNoun } from './table/asked.js';
import { compared, comparesColumns, pair } from './table/compared.js';
import { averageWords, type Grid, gridOf, isFigure, isMatrix, isTold, type Row } from './table/grid.js';

const LONGEST_NAME_WORDS = 4;
const LONGEST_REMARK_WORDS = 12;
const MOST_COLUMNS = 5;
/** Any name, to see what a definition is asked by whatever it defines. */
const ANY = '**x**';

type Keyed = { readonly grid: Grid; readonly place: TablePlace; readonly title: string; readonly isNamed: boolean };

function doubted(draft: Draft, score: number | null): Draft {
  return score === null ? draft : { ...draft, doubt: { reason: 'table', score } };
}

/** A row's name as it stands in a question, with its kind where it says little without. */
function nameOf(key: string, { title, isNamed, place }: Keyed): string {
  if (!isNamed) return `**${title}**: ${key}`;
  const kind = kindOf(title);
  return kind === null ? bold(key) : place.grammar.ask.ofKind(bold(key), kind.kind, isFigure(key), place.deck.use);
}

/** "**Ficha**: ", "**docker run**: ": of what the things of that kind are. */
function prefixOf({ title, isNamed, place: { topic, grammar } }: Keyed): string {
  const kind = isNamed ? kindOf(title) : null;
  if (kind === null) return '';
  if (kind.of !== '') return `**${upperFirst(kind.of)}**: `;
  const isSaid = contentStems(kind.kind, grammar).some((stem) => topic.stems.includes(stem));
  return topic.kind === 'thing' && !isSaid ? topicPrefix(topic) : '';
}

/** The question that a description answers: what the thing is, or what it does where the description says that. */
function described(key: string, cell: string, column: string, keyed: Keyed): string {
  const { grammar, deck } = keyed.place;
  const hasKind = kindOf(keyed.title) !== null;
  const isCode = key.startsWith('`') || hasKind;
  const isSingle = isCode || /^(?:an?|the|una?|el|la)\s/iu.test(cell);
  const isPlural = grammar.nouns.isPlural(key, '', deck.use) && /\s/u.test(key);
  const number = isSingle ? 'sg' : isPlural ? 'pl' : grammar.nouns.numberOfTerm(plainMarkdown(key), cell);
  const inside = inSentence(key, deck.use);
  const article = grammar.nouns.articleOfTerm({ term: key, inside, name: key, definition: cell }, number, deck.use);
  const named = hasKind ? nameOf(key, keyed) : isCode ? key : `${article} **${inside}**`.trim();
  const asked = { phrase: named, number, isCode, isMember: false, isQuality: false, isPart: false } as const;
  const isWhat = grammar.ask.term(cell, { ...asked, phrase: ANY }) === grammar.ask.whatIs(ANY, number);
  if (isWhat && isAttribute(column)) return cellQuestion(nameOf(key, keyed), column, keyed.place);
  return (isWhat ? grammar.ask.whatIs(named, number) : null) ?? grammar.ask.term(cell, asked);
}

/** How sure it is that a teacher would ask for the cell, or `null` where it is. */
function doubtOf(cell: string, column: string, { grid, place, title, isNamed }: Keyed): number | null {
  if (saysYesOrNo(cell)) return 0.3;
  if (place.grammar.sentences.opensWithPointer(cell)) return 0.35;
  if (grid.header.length > MOST_COLUMNS + 1 && !isAttribute(column)) return 0.4;
  if (isNamed || isAttribute(column) || /^`[^`]+`$/u.test(cell)) return null;
  return isColumnOf('phrases', title) && isNoun(column, place) && !isColumnOf('remarks', column) ? null : 0.4;
}

function questionOf(key: string, cell: string, column: string, isDescription: boolean, keyed: Keyed): string {
  const { grid, place, title, isNamed } = keyed;
  const { ask } = place.grammar;
  const isFirst = grid.header.indexOf(column) === (grid.key === 0 ? 1 : 0);
  if (isColumnOf('times', title) && YEAR_TERM.test(key) && isFirst) return ask.year(key);
  if (/\?$/u.test(key)) return key;
  const purpose = /^`[^`]+`$/u.test(cell) && !key.startsWith('`') ? ask.purpose(key, true) : null;
  if (purpose !== null) return purpose;
  if (isDescription && isNamed) return described(key, cell, column, keyed);
  return cellQuestion(nameOf(key, keyed), column, place);
}

/** A row's name and a column's name ask for the cell where they meet. */
function keyedRows(grid: Grid, place: TablePlace): readonly Draft[] {
  const { header, rows, key: at } = grid;
  const title = header[at] ?? '';
  const isPhrase = isColumnOf('phrases', title) || isColumnOf('description', title);
  const isName = isColumnOf('names', title) || kindOf(title) !== null || averageWords(rows, at) <= LONGEST_NAME_WORDS;
  const keyed: Keyed = { grid, place, title, isNamed: !isPhrase && isName };
  const others = header.map((_, column) => column).filter((column) => column !== at);
  const titled = (column: number) => header[column] ?? '';
  const describing =
    others.find((column) => isColumnOf('description', titled(column)) && !isColumnOf('remarks', titled(column))) ??
    others.find((column) => isColumnOf('description', titled(column)) && others.length === 1);
  const remarks = others.filter((column) => isColumnOf('remarks', titled(column)) && column !== describing);
  const asked = others.filter(
    (column) => titled(column) !== '' && !isColumnOf('untold', titled(column)) && !remarks.includes(column),
  );
  const times = new Map<string, number>();
  for (const { cells } of rows) times.set(cells[at] ?? '', (times.get(cells[at] ?? '') ?? 0) + 1);
  const remarkOf = ({ cells }: Row) =>
    remarks
      .map((column) => cells[column] ?? '')
      .find((cell) => isTold(cell) && countWords(cell) <= LONGEST_REMARK_WORDS);
  return rows.flatMap((row) => {
    const key = row.cells[at] ?? '';
    if (!isTold(key) && !isFigure(key)) return [];
    if (key === '' || isLikeOthers(key) || ((times.get(key) ?? 0) > 1 && !isColumnOf('times', title))) return [];
    return asked.flatMap((column) => {
      const cell = row.cells[column] ?? '';
      if (!isTold(cell)) return [];
      const isDescription = column === describing;
      const question = questionOf(key, cell, titled(column), isDescription, keyed);
      const prefix = prefixOf(keyed);
      const front = prefix === '' ? question : prefix + lowerQuestion(question);
      const remark = isDescription ? remarkOf(row) : undefined;
      const back = remark === undefined ? cell : `${cell}\n${remark}`;
      const facet = header.length === 2 && isDescription ? '' : titled(column);
      const draft = { ...cellDraft(front, back, key, facet, row.line), fact: plainMarkdown(cell) };
      return [doubted(draft, doubtOf(cell, titled(column), keyed))];
    });
  });
}

/** "Propiedad | Valor": what the heading's own thing has. */
function properties({ rows }: Grid, place: TablePlace): readonly Draft[] {
  return rows.flatMap(({ cells: [aspect = '', cell = ''], line }) => {
    if (aspect === '' || !isTold(cell)) return [];
    const { title } = place.topic;
    return [cellDraft(cellQuestion(bold(title), aspect, place, isAttribute(aspect)), cell, title, aspect, line)];
  });
}

function draftsIn(grid: Grid, place: TablePlace): readonly Draft[] {
  const [first = '', second = ''] = grid.header;
  const isProperties = grid.header.length === 2 && isColumnOf('aspects', first) && isColumnOf('values', second);
  if (isProperties && place.topic.kind === 'thing') return properties(grid, place);
  const beside = pair(grid, place);
  if (beside !== null) return beside;
  if (grid.key < 0) return [];
  return comparesColumns(grid, place) ? compared(grid, place) : keyedRows(grid, place);
}

/** Tables, by what each of their columns is. Empty cells give nothing. */
export const table: Rule = (place) => {
  if (place.kind !== 'table') return null;
  const grid = gridOf(place.entry.table);
  const [first = '', second = ''] = grid.header;
  if (grid.header.length < 2 || grid.rows.length === 0 || (first === '' && second === '')) {
    return refusal('table', 'a table without names for its columns');
  }
  if (grid.header.some((title) => isColumnOf('plans', title)))
    return refusal('table-plan', 'a table of dates, tasks, marks or people is no table of facts');
  if (isMatrix(grid)) return refusal('table-figures', 'a table of figures alone is looked up, not learnt');
  const drafts = draftsIn(grid, place);
  return drafts.length > 0 ? drafts : refusal('table', 'a table with nothing to ask for');
};
