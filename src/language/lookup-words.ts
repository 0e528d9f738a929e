import { fold } from '../core/text.js';

export { fold };

const WORD = /[\p{L}\p{N}]+/gu;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;

/** The words of a text in order, folded. An English `'s` is no word of its own. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).replace(POSSESSIVE, '').match(WORD) ?? [];
}
