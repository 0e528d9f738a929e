import { isColumnOf, isLikeOthers, isOfCommands, kindOf, saysYesOrNo } from '../../../../language/any/columns.js';
import { tongueNamed } from '../../../../language/any/tongues.js';
import { inSentence } from '../../../../language/nouns.js';
import { countWords, lowerFirst, plainMarkdown, upperFirst } from '../../../../language/text.js';
import { YEAR_TERM } from '../../../../language/time.js';
import type { CardDraft, TablePlace } from '../../rule.js';
import { isAttribute, lowerQuestion, nounStems, topicPrefix } from '../../topic.js';
import { bold, cellDraft, cellQuestion, isNoun } from './asked.js';
import { averageWords, type Grid, isFigure, isParted, isTold } from './grid.js';

const LONGEST_NAME_WORDS = 4;
const LONGEST_REMARK_WORDS = 12;
const MOST_COLUMNS = 6;
/** Any name, to see what a definition is asked by whatever it defines. */
const ANY = '**x**';

/** What the columns of a table are, told once for all of its rows. */
type Keyed = Grid & {
  readonly place: TablePlace;
  /** The title of the column that names the rows, and the kind of its names where they say little without. */
  readonly title: string;
  readonly kind: ReturnType<typeof kindOf>;
  /** Its rows have numbers for names. */
  readonly isNumbered: boolean;
  /** Its cells are names, and no sentences. */
  readonly isNamed: boolean;
  /** The column that says what the things are, the one that adds remarks, and those that are asked of; -1 for none. */
  readonly describing: number;
  readonly remark: number;
  readonly asked: readonly number[];
  readonly isParted: boolean;
};

/** "Descripción", "Brief description": it says what the things are. */
function tells(column: string): boolean {
  if (isColumnOf('untold', column) || isColumnOf('remarks', column)) return false;
  const words = column.split(' ');
  const isOne = (word: string | undefined) => isColumnOf('description', word ?? '') && !isAttribute(word ?? '');
  return isColumnOf('description', column) || (words.length < 4 && (isOne(words[0]) || isOne(words.at(-1))));
}

/** "B", "HCl": a name of a few letters says little without what it is one of. */
function isInitial(name: string): boolean {
  return /^\p{L}{0,3}$/u.test(name);
}

function keyedOf(grid: Grid, place: TablePlace): Keyed {
  const { header, rows, key } = grid;
  const title = header[key] ?? '';
  const isPhrase = isColumnOf('phrases', title) || tells(title);
  const isShort = isColumnOf('names', title) || averageWords(rows, key) <= LONGEST_NAME_WORDS;
  const isNumbered =
    !isColumnOf('times', title) && rows.every(({ cells }) => /^(?:\P{L}*|\p{L}?\d+)$/u.test(cells[key] ?? ''));
  const known = isPhrase ? null : kindOf(title);
  const sayLittle = isNumbered || (isNoun(title, place) && rows.every(({ cells }) => isInitial(cells[key] ?? '')));
  const ofTitle = isPhrase || !sayLittle || tongueNamed(title) !== null ? null : { kind: lowerFirst(title), of: '' };
  const kind = known ?? ofTitle;
  const isOther = (column: number) => column !== key;
  const found = header.findIndex((name, column) => isOther(column) && tells(name));
  const remark = header.findIndex((name, column) => isOther(column) && isColumnOf('remarks', name));
  const describing =
    found < 0 && header.length === 2 && isColumnOf('description', header[remark] ?? '') ? remark : found;
  const asked = [...header.keys()].filter((column) => {
    const name = header[column] ?? '';
    const isUntold =
      name === '' || isColumnOf('untold', name) || (isColumnOf('remarks', name) && column !== describing);
    const isIndex = column === 0 && rows.every(({ cells }) => isFigure(cells[0] ?? ''));
    const isTwice = header.indexOf(name) !== header.lastIndexOf(name);
    return isOther(column) && !isUntold && !isIndex && !isTwice && !/\p{L}\/\p{L}.*\//u.test(name);
  });
  return {
    ...grid,
    place,
    title,
    kind,
    isNumbered: isNumbered && known === null,
    isNamed: !isPhrase && (isShort || kind !== null),
    describing,
    remark,
    asked,
    isParted: isParted(grid),
  };
}

/** A row's name as it stands in a question, with its kind where it says little without. */
function nameOf(key: string, { title, isNamed, kind, place }: Keyed, asNoun = true): string {
  if (!isNamed) return `**${title}**: ${key}`;
  if (kind === null || !(asNoun || isFigure(key))) return bold(key);
  return place.grammar.ask.ofKind(bold(key), kind.kind, isFigure(key), place.deck.use);
}

/** "**Ficha**: ", "**docker run**: ": of what the things of that kind are. */
function prefixOf({ kind, place: { topic, grammar } }: Keyed): string {
  if (kind === null) return '';
  if (kind.of !== '') return `**${upperFirst(kind.of)}**: `;
  const isSaid = nounStems(kind.kind, grammar).some((stem) => topic.stems.includes(stem));
  const isName = topic.kind === 'thing' && countWords(topic.title) <= LONGEST_NAME_WORDS;
  return isName && !isSaid ? topicPrefix(topic) : '';
}

function met(key: string, column: string, keyed: Keyed): string {
  const asNoun = keyed.isNamed && isNoun(column, keyed.place);
  return cellQuestion(nameOf(key, keyed, asNoun), column, keyed.place, asNoun);
}

/** The question that a description answers: what the thing is, or what it does where the description says that. */
function described(key: string, cell: string, column: string, keyed: Keyed): string {
  const { kind, place } = keyed;
  const { grammar, deck } = place;
  const isCode = kind === null ? key.startsWith('`') : isOfCommands(kind.kind);
  const isOne = isCode || kind !== null || /^(?:an?|the|una?|el|la)\s/iu.test(cell);
  const isSeveral = /\s/u.test(key) && grammar.nouns.isPlural(key, '', deck.use);
  const number = isOne ? 'sg' : isSeveral ? 'pl' : grammar.nouns.numberOfTerm(plainMarkdown(key), cell);
  const said = inSentence(key, deck.use);
  const ofSeveral = number === 'pl' ? grammar.nouns.article(key, number, deck.use) : '';
  const inside = ofSeveral === '' ? said : lowerFirst(said);
  const article = grammar.nouns.articleOfTerm({ term: key, inside, name: key, definition: cell }, number, deck.use);
  const phrase = kind !== null || isCode ? nameOf(key, keyed) : `${ofSeveral || article} ${bold(inside)}`.trim();
  const asked = { phrase, number, isCode, isMember: false, isQuality: false, isPart: false } as const;
  const isWhat = grammar.ask.term(cell, { ...asked, phrase: ANY }) === grammar.ask.whatIs(ANY, number);
  if (isWhat && isAttribute(column)) return met(key, column, keyed);
  return (isWhat ? grammar.ask.whatIs(phrase, number) : null) ?? grammar.ask.term(cell, asked);
}

function questionOf(key: string, cell: string, column: number, keyed: Keyed): string {
  const { header, place, title, isNamed, asked, describing } = keyed;
  if (isColumnOf('times', title) && (YEAR_TERM.test(key) || /^\d{3,4}$/u.test(key)) && column === asked[0])
    return place.grammar.ask.year(key);
  if (/\?$/u.test(key)) return key;
  const name = header[column] ?? '';
  const isDone = cell.startsWith('`') && !key.startsWith('`') && (!isNamed || kindOf(name) !== null);
  const purpose = isDone ? place.grammar.ask.purpose(key, true) : null;
  if (purpose !== null) return purpose;
  const tongue = tongueNamed(name);
  if (tongue !== null && tongueNamed(title) !== null) return place.grammar.ask.translation(bold(key), tongue);
  return column === describing && isNamed ? described(key, cell, name, keyed) : met(key, name, keyed);
}

/** How sure it is that a teacher would ask for the cell, or `null` where it is. */
function doubtOf(
  cell: string,
  column: string,
  { header, place, title, kind, isNamed, isNumbered, isParted }: Keyed,
): number | null {
  if (saysYesOrNo(cell)) return 0.3;
  if (isNumbered && kind !== null) return 0.4;
  if (isParted || /^\\?[-•]\s/u.test(cell)) return 0.35;
  if (!tells(column) && place.grammar.sentences.opensWithPointer(cell)) return 0.35;
  if (header.length > MOST_COLUMNS && !isAttribute(column)) return 0.4;
  if (isNamed || cell.startsWith('`')) return null;
  return isColumnOf('phrases', title) && isNoun(column, place) && !isColumnOf('remarks', column) ? null : 0.4;
}

/** A row's name and a column's name ask for the cell where they meet. */
export function keyedRows(grid: Grid, place: TablePlace): readonly CardDraft[] {
  const keyed = keyedOf(grid, place);
  const { header, rows, key: at, title, describing, remark } = keyed;
  const keys = rows.map(({ cells }) => cells[at] ?? '');
  const isOnce = (key: string) => isColumnOf('times', title) || keys.indexOf(key) === keys.lastIndexOf(key);
  const prefix = prefixOf(keyed);
  return rows.flatMap(({ cells, line }) => {
    const key = cells[at] ?? '';
    if (key === '' || isLikeOthers(key) || !isOnce(key)) return [];
    return keyed.asked.flatMap((column) => {
      const [cell, name] = [cells[column] ?? '', header[column] ?? ''];
      if (!isTold(cell)) return [];
      const question = questionOf(key, cell, column, keyed);
      const front = prefix === '' ? question : prefix + lowerQuestion(question);
      const added = column === describing && remark !== describing ? (cells[remark] ?? '') : '';
      const back = isTold(added) && countWords(added) <= LONGEST_REMARK_WORDS ? `${cell}\n${added}` : cell;
      const facet = header.length === 2 && column === describing ? '' : name;
      const draft = { ...cellDraft(front, back, key, facet, line), fact: plainMarkdown(cell) };
      const score = doubtOf(cell, name, keyed);
      return [score === null ? draft : { ...draft, doubt: { reason: 'table', score } as const }];
    });
  });
}
