import { LISTS } from '../lists.js';
import { lazyMap, lazySet, type WordMap, type WordSet } from '../word-lists.js';

/** English words that the grammar knows, from `words/english/`. */
const { list, pairs, set } = LISTS.en;

const verbs = list('verbs');
const baseForms = () => [...verbs(), 'have', 'go'];
const irregularPasts = pairs('irregular pasts');

const IRREGULAR_THIRD: Readonly<Record<string, string>> = { do: 'does', have: 'has', go: 'goes' };

function third(base: string): string {
  const irregular = IRREGULAR_THIRD[base];
  if (irregular) return irregular;
  if (/(?:s|x|z|ch|sh|o)$/u.test(base)) return `${base}es`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function past(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ied`;
  return /^[^aeiou]*[aeiou][bdgmnprt]$/u.test(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

/** Base forms of verbs that notes are written with. */
export const ENGLISH_BASE: WordSet = lazySet(baseForms);
/** "provides" → "provide". */
export const ENGLISH_THIRD_PERSON: WordMap<string> = lazyMap(() =>
  baseForms().map((base) => [third(base), base] as const),
);
/** "discovered" → "discover". Regular forms are participles as well. */
export const ENGLISH_REGULAR_PAST: WordMap<string> = lazyMap(() => verbs().map((base) => [past(base), base] as const));
/** "led" → "lead". */
export const ENGLISH_IRREGULAR_PAST: WordMap<string> = lazyMap(irregularPasts);

export const ENGLISH_NOUN_FORMS = set('nouns like verbs');
export const ENGLISH_BE = set('be');
export const ENGLISH_MODAL = set('modal verbs');
export const ENGLISH_ARTICLES = set('articles');
export const ENGLISH_NOUN_OPENERS = set('noun openers');
export const ENGLISH_SUBJECT_OPENERS = set('subject openers');
export const ENGLISH_PREPOSITIONS = set('prepositions');
export const ENGLISH_FILLERS = set('fillers');
export const ENGLISH_POINTERS = set('pointers');
export const ENGLISH_STOP_WORDS = set('stop words');
export const ENGLISH_CATEGORIES = set('categories');
