import { pattern } from '../../core/word-pattern.js';
import { anyList, anySet } from '../lists.js';
import { wholeWords } from '../text.js';

/** "Tema 3: ", "2.1 ": how headings are numbered. */
export const NUMBERING = pattern(
  'iu',
)`^(?:${anyList('numbered parts')}\s+\d+(?:\.\d+)*(?:\s*[-–—:.]\s*(?=\S)|\s+(?=\p{L}))|\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivxIVX]+)[.)]\s+|\d+(?:\.\d+)*\s*[-–—:]\s+|\d+(?:\.\d+)+\s+)`;

const NO_THING = anySet('words of headings of no thing');
/** "SOCI 101H", "CS 439": the number of a course. */
const COURSE = /\b\p{Lu}{2,5}[\s-]?\d+\p{L}?\b/gu;

/** "Week 1 Notes", "SOCI 101H - Week 2": which part of the notes it is, and not what they are about. */
export function isPartOfNotes(title: string): boolean {
  const bare = title.replace(COURSE, '');
  const words = wholeWords(bare).filter((word) => /\p{L}{2}/u.test(word));
  return (bare !== title || words.length > 0) && words.every((word) => NO_THING.has(word));
}

const BARE = pattern('iu')`^¿?\s*${anyList('bare questions')}\s*\??$`;
const ABOUT = pattern('iu')`^${anyList('titles about')}\s+${anyList('about')}\s+(.+)$`;
const VERSUS = pattern('iu')`\s${anyList('versus')}\s`;
const QUALITIES = pattern('iu')`^${anyList('quality sets')}\b`;
const QUALIFIED = pattern('iu')`^(?:${anyList('qualifiers before')}\s\p{L}+|\p{L}+\s${anyList('qualifiers after')})$`;
const MANNER = pattern(
  'iu',
)`:\s+(?:${anyList('indefinite articles')}\s+)?(?:${anyList('manners qualified')}\s+)?${anyList('manners of telling')}$`;
/** "Algunas estrategias", "Other tools": what counts a set without naming it. */
export const COUNTED = pattern('iu')`^${anyList('indefinite openers')}\s+(?=\p{L})`;

const NO_FACTS = pattern('iu')`^${anyList('no facts below')}$`;
const EXAMPLES = pattern('iu')`^${anyList('examples below')}(?:\s\d{1,2})?$`;

const QUESTION_OPENERS = pattern('iu')`\?$|^¿|^${anyList('question openers')}\s`;
/** "How Docker is built" asks for nothing; "how is it built" and "what the plans are" do. */
const TURNED_QUESTION = pattern(
  'iu',
)`^${anyList('turned question openers')}\s(?:\p{L}+\s)?${anyList('question verbs')}\s`;

/** Whether a heading asks something, by its marks or by the words that it begins with. */
export function isQuestion(title: string): boolean {
  return QUESTION_OPENERS().test(title) || TURNED_QUESTION().test(title);
}

/** "¿Qué es?" and its like: what is asked for stands in the heading above. */
export function isBareQuestion(title: string): boolean {
  return BARE().test(title);
}

/** "Docker" of "Apuntes de Docker": what they are notes of. */
export function aboutWhat(title: string): string | null {
  return ABOUT().exec(title)?.[1] ?? null;
}

/** "Package managers: a general overview" says behind its colon only how it tells. */
export function withoutManner(title: string): string {
  return title.replace(MANNER(), '');
}

export function isComparison(title: string): boolean {
  return VERSUS().test(title);
}

/** Whether a set is one of words to be understood ("beneficios") rather than of things ("etapas"). */
export function namesQualities(title: string): boolean {
  return QUALITIES().test(title);
}

/** "Key stages", "Características principales": a set that does not say of what. */
export function isQualified(title: string): boolean {
  return QUALIFIED().test(title);
}

/** Headings over what is to be done or read elsewhere. */
export function hasNoFactsBelow(title: string): boolean {
  return NO_FACTS().test(title);
}

export function hasExamplesBelow(title: string): boolean {
  return EXAMPLES().test(title);
}
