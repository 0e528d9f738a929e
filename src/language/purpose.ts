import { pattern } from '../core/word-pattern.js';
import { anyList } from './lists.js';

const LONGEST_PURPOSE_WORDS = 18;
/** "To list them, run this command": what stands before the comma is the purpose. */
const TELLS_HOW = pattern('iu')`,\s+(?:${anyList('tells how, beginnings')}|${anyList('tells how')}\b).*$`;
const POINTS = pattern('iu')`(?<!\p{L})${anyList('demonstratives')}(?!\p{L})`;

/** What a comment or a line above code says that it is for; `null` where it says nothing by itself. */
export function saidPurpose(text: string): string | null {
  const purpose = text
    .replace(/[\s.:;]+$/u, '')
    .replace(/^[^:`]{1,60}:\s+(?=\p{L})/u, '')
    .replace(TELLS_HOW(), '');
  if (POINTS().test(purpose) || /[?¿]/u.test(purpose)) return null;
  return purpose.split(/\s+/u).length > LONGEST_PURPOSE_WORDS ? null : purpose;
}
