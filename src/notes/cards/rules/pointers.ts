import { isPossessed, leansBack } from '../../../language/any/sentences.js';
import type { Grammar } from '../../../language/grammar.js';

/** Whether a sentence opens with a word that points at something said before. */
export function opensWithPointer(sentence: string, { sentences }: Grammar): boolean {
  return !isPossessed(sentence) && (leansBack(sentence) || sentences.opensWithPointer(sentence));
}
