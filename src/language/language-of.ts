import type { Language } from '../core/language.js';
import { ENGLISH_THIRD_PERSON } from './english/words.js';
import { SPANISH_INFINITIVES, SPANISH_VERBS } from './spanish/words.js';
import { wholeWords } from './text.js';

/** Small words that only one of the two languages has; what both have (`a`, `no`, `me`, `he`) says nothing. */
const SPANISH = new Set(
  (
    'el la los las de del que y en un una unos unas es son con por para se al como mas su sus lo esta este esto ' +
    'estos estas cada muy tambien cuando donde entre sin sobre pero porque desde hay ser puede pueden tiene tienen ' +
    'todo todos uno cual cuales nos si segun hace hacia hasta fue era dos tres cuatro ' +
    'cinco ninguno ninguna otro otra otros otras mismo misma nunca siempre'
  ).split(' '),
);
const ENGLISH = new Set(
  (
    'the of and to is are in that it its for with as by from this these those be been or an on at which what when ' +
    'where can has have was were will not they their there into how why all each between does do than also used ' +
    'two three four five none other same never always'
  ).split(' '),
);
/** Endings that show where a text has no small words, as in lists and tables. */
const SPANISH_ENDING =
  /\p{L}{3}(?:cion|ciones|dad|dades|mente|miento|mientos|encia|ancia|ismo|ario|aria|ados?|adas?|idos?|idas?|ones|illos?)$/u;
const ENGLISH_ENDING = /\p{L}{3}(?:tion|tions|ing|ness|ship|ful|less|ous|ity|ies|ed|ly|ment|ments|th|ck|ght)$/u;

/** Words read at most: enough for a verdict on any text. */
const SAMPLE_WORDS = 2000;

/** Votes that need no second opinion. */
const CLEAR = 2;

/** What verbs, endings and accents say, for Spanish above zero. */
function hintsOf(sample: string, words: readonly string[]): number {
  let hints = /[áéíóúñ¿¡]/iu.test(sample) ? 1 : 0;
  for (const word of words) {
    if (SPANISH_VERBS.has(word) || SPANISH_INFINITIVES.has(word)) hints += 1;
    if (ENGLISH_THIRD_PERSON.has(word)) hints -= 1;
    if (SPANISH_ENDING.test(word)) hints += 1;
    if (ENGLISH_ENDING.test(word)) hints -= 1;
  }
  return hints;
}

/** The language of a text by a vote of its small words, then of its verbs and accents; `fallback` where they tie. */
export function languageOf(text: string, fallback: Language): Language {
  const sample = text.slice(0, SAMPLE_WORDS * 12);
  const words = wholeWords(sample).slice(0, SAMPLE_WORDS);
  let balance = 0;
  for (const word of words) {
    if (SPANISH.has(word)) balance += 1;
    if (ENGLISH.has(word)) balance -= 1;
  }
  const verdict = Math.abs(balance) >= CLEAR ? balance : balance + hintsOf(sample, words);
  if (verdict === 0) return fallback;
  return verdict > 0 ? 'es' : 'en';
}
