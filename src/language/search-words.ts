import { fold } from '../core/text.js';

export { fold };

const WORD = /[\p{L}\p{N}]+/gu;
const WORD_OR_STOP = /[\p{L}\p{N}]+|[.!?\n]+(?=\s|$)/gu;
const STARTS_WORD = /^[\p{L}\p{N}]/u;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;

/**
 * The words of a text in order, folded, for looking up: letters and digits alone, so that "docker-compose.yml" is found by
 * any part of it. An English `'s` is no word of its own. Cards compare names as wholes: `wholeWords` in `text.ts`.
 */
export function searchWords(text: string): readonly string[] {
  return fold(text).replace(POSSESSIVE, '').match(WORD) ?? [];
}

/** The same words with what ends a sentence between them, told apart by `isSearchWord`. */
export function searchWordsAndStops(text: string): readonly string[] {
  return fold(text).replace(POSSESSIVE, '').match(WORD_OR_STOP) ?? [];
}

export function isSearchWord(piece: string): boolean {
  return STARTS_WORD.test(piece);
}
