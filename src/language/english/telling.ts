import { pattern } from '../../core/word-pattern.js';
import { LISTS } from '../lists.js';
import type { Telling } from '../telling.js';
import { ENGLISH_THIRD_PERSON } from './words.js';

const { list, set } = LISTS.en;
const ENDING = pattern('u')`\p{L}{3}${list('telling endings')}$`;
const SPOKEN = pattern('u')`\b${list('spoken only here')}\b`;

/** What shows that a text is English. */
export const ENGLISH_TELLING: Telling = {
  words: set('telling words'),
  sure: set('surely telling'),
  hint: (word) => (ENGLISH_THIRD_PERSON.has(word) ? 1 : 0) + (ENDING().test(word) ? 1 : 0),
  letters: null,
  isSpoken: (text) => SPOKEN().test(text),
};
