import { pattern } from '../../core/word-pattern.js';
import { LISTS } from '../lists.js';
import type { Telling } from '../telling.js';
import { SPANISH_INFINITIVES, SPANISH_VERBS } from './words.js';

const { list, set } = LISTS.es;
const ENDING = pattern('u')`\p{L}{3}${list('telling endings')}$`;
const SPOKEN = pattern('u')`[¿¡ñ]|\b${list('spoken only here')}\b`;

/** What shows that a text is Spanish. */
export const SPANISH_TELLING: Telling = {
  words: set('telling words'),
  sure: set('surely telling'),
  hint: (word) => (SPANISH_VERBS.has(word) || SPANISH_INFINITIVES.has(word) ? 1 : 0) + (ENDING().test(word) ? 1 : 0),
  letters: /[áéíóúñ¿¡]/iu,
  isSpoken: (text) => SPOKEN().test(text),
};
