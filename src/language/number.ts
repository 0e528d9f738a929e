import { fold } from './text.js';

/**
 * Two ways to leave out the mark of a word's number. On cards a false match refuses a good one or takes a thing for
 * another, so `nounStem` takes off only what is surely a plural's. What is looked up is ranked by more than that, so
 * `withoutNumber` goes further. Both leave verbs alone: stems of any word are in `stem.ts`.
 */

/** Enough to see that "imagen" and "imágenes", "layer" and "layers" are the same thing. */
export function nounStem(word: string): string {
  const folded = fold(word);
  if (folded.length > 5 && folded.endsWith('es') && /[nrlds]es$/u.test(folded)) return folded.slice(0, -2);
  return folded.length > 3 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded;
}

/**
 * A folded word, the same for Spanish and English: `imágenes` and `imagen`, `classes` and `class`, `registries`,
 * `registrys` and `registry`. Not always a word: only good for comparing.
 */
export function withoutNumber(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/(?<!s)s$/, '')
    .replace(/e$/, '')
    .replace(/y$/, 'i');
}

export function looksPlural(word: string): boolean {
  if (/\p{Lu}S$/u.test(word)) return false;
  const folded = fold(word);
  return folded.length > 2 && folded.endsWith('s') && !/(?:ss|us|is|etes)$/u.test(folded);
}
