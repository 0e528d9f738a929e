import { pattern } from '../core/word-pattern.js';
import { anyList, anySet } from './lists.js';
import { searchWords } from './search-words.js';
import { fold } from './text.js';

const POLITE = pattern(
  'u',
)`^[¿¡\s]*(?:${anyList('polite openers')}|${anyList('modal openers')}|${anyList('telling openers')})\s`;
const OPENS = pattern('u')`^[¿¡\s]*(?:${anyList('turned question openers')}|${anyList('question openers')})(?!\p{L})`;
/** "Tell me about …", "háblame de …", "is there …": by these, too, something is asked. */
const TELLS = pattern('u')`^[¿¡\s]*(?:${anyList('ways to ask')}|${anyList('requests to explain')})(?!\p{L})`;
const CLOSED = pattern('u')`^[¿¡\s]*(?:${anyList('closed question openers')})(?!\p{L})`;
const EVERYDAY = anySet('everyday words');

/** Whether a text has the form of a question, or of a request to explain something. */
export function isAsked(text: string): boolean {
  if (/\?\s*$/u.test(text) || /^\s*¿/u.test(text)) return true;
  const said = fold(text).replace(POLITE(), '');
  return [OPENS, TELLS, CLOSED].some((form) => form().test(said));
}

/** One word of every day, by which nobody asks the notes anything. */
export function isEverydayWord(text: string): boolean {
  const [word, ...others] = searchWords(text);
  return word !== undefined && others.length === 0 && EVERYDAY.has(word);
}

/** Whether a folded word is one of every day, which tells little of what a text is about. */
export function isEveryday(word: string): boolean {
  return EVERYDAY.has(word);
}
