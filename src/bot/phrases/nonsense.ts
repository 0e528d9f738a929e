import { isNonsense as isNonsenseWord } from '../../language/nonsense.js';

const WORD = /[\p{L}\p{N}]/u;
const NUMBER = /^\d+$/u;

/** Whether folded words mean nothing. No word at all is nonsense too; a number is a question. */
export function areNonsense(words: readonly string[]): boolean {
  return words.every((word) => !NUMBER.test(word) && (!WORD.test(word) || isNonsenseWord(word)));
}
