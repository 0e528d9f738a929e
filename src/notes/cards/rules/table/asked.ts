import { isColumnOf, isNoNoun } from '../../../../language/any/columns.js';
import { countWords, fold, plainMarkdown, upperFirst } from '../../../../language/text.js';
import type { CardDraft, TablePlace } from '../../rule.js';
import { isAttribute } from '../../topic.js';

const LONGEST_NOUN_WORDS = 4;
/** Columns that are one of several kinds by their adjective: "filosófica", "cultural". */
const ADJECTIVE = /(?:ic[oa]s?|iv[oa]s?|os[oa]s|ari[oa]s?|(?<!capit|tot|plur)al(?:es)?|ous|ive)$/u;

export function bold(cell: string): string {
  return cell.startsWith('`') ? cell : `**${cell}**`;
}

export function cellDraft(front: string, back: string, concept: string, facet: string, line: number): CardDraft {
  return { kind: 'basic', front, back, concept: plainMarkdown(concept), fact: plainMarkdown(back), facet, line };
}

/** "Use Case" inside a sentence: capitals of a title are no names. */
function headingWords(column: string): string {
  const isTitle = column.split(/[\s/]+/u).every((word) => word.length < 4 || /^\p{Lu}/u.test(word));
  const capital = isTitle ? /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/gu : /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/gu;
  return column.replace(capital, (word) => word.toLowerCase()).replace(/^¿|[?:\s]+$/gu, '');
}

/** Whether a column's title can stand behind an article: "role", not "Used for" nor "Stores". */
export function isNoun(column: string, { grammar }: TablePlace): boolean {
  if (isColumnOf('times', column)) return false;
  if (isAttribute(column)) return true;
  const words = column.split(' ').map((word) => fold(word));
  const isOther = isNoNoun(column) || ADJECTIVE.test(words.at(-1) ?? '') || grammar.words.stopWords.has(words[0] ?? '');
  const isShort = /^\p{L}/u.test(column) && countWords(column.replace(/\s*\([^()]*\)/gu, '')) <= LONGEST_NOUN_WORDS;
  return isShort && !isOther && !words.some((word) => grammar.sentences.isSurelyVerb(word));
}

/** "What is the **role** of **Louis XVI**?", or "**Louis XVI** — known for?". */
export function cellQuestion(name: string, column: string, place: TablePlace, asNoun = isNoun(column, place)): string {
  const asked = { title: column, inside: headingWords(column), isNoun: asNoun };
  return upperFirst(place.grammar.ask.cell(name, asked, place.deck.use));
}
