import { commonStart, edits } from '../core/edits.js';
import { anySet } from '../language/lists.js';
import { plainMarkdown, wholeWords } from '../language/text.js';

const STOP_WORDS = anySet('stop words');

/** Whether a word carries meaning in every language. */
export function hasMeaning(word: string): boolean {
  return !STOP_WORDS.has(word);
}

/** The words of one of our card sides, folded. */
export function cardWords(markdown: string): readonly string[] {
  return wholeWords(plainMarkdown(markdown));
}

const DIGIT = /\p{N}/u;
/** Shorter words are another word as soon as a letter is. */
const SHORTEST = 4;

/** `container` and `containers`, `limita` and `limitar`. */
function sameStem(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const prefix = commonStart(a, b);
  return prefix >= Math.max(SHORTEST, 0.7 * longest) && longest - prefix <= 3;
}

/** Whether a slip of the pen, or an ending, is all that sets two words apart. What holds a digit is a name. */
export function isSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const shortest = Math.min(a.length, b.length);
  if (shortest < SHORTEST || Math.abs(a.length - b.length) > 3) return false;
  if (a[0] !== b[0] && (a.at(-1) !== b.at(-1) || a.at(-2) !== b.at(-2))) return false;
  if (DIGIT.test(a) || DIGIT.test(b)) return false;
  const limit = shortest < 7 ? 1 : 2;
  return sameStem(a, b) || edits(a, b, limit) <= limit;
}

/** Whether one could be the other spelled wrongly: `Promitius` for `Prometheus`. Letters, at least two thirds. */
export function isMisspelling(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < 5 || DIGIT.test(a) || DIGIT.test(b)) return false;
  const limit = Math.floor(longest / 3);
  return edits(a, b, limit) <= limit;
}

/** How many words of two sorted lists are in both, each counted once. */
export function equalWords(a: readonly string[], b: readonly string[]): number {
  let [i, j, equal] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left = '', right = ''] = [a[i], b[j]];
    if (left === right) equal += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return equal;
}

/** What is left of a sorted list when the words of another are taken out, each once. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const rest: string[] = [];
  let j = 0;
  for (const word of a) {
    while (j < b.length && (b[j] ?? '') < word) j += 1;
    if (b[j] === word) j += 1;
    else rest.push(word);
  }
  return rest;
}

/** How many words of two sorted lists are in both, a slip in each aside, each counted once. */
export function likeWords(a: readonly string[], b: readonly string[]): number {
  const equal = equalWords(a, b);
  if (equal === a.length || equal === b.length) return equal;
  return equal + slipsBetween(without(a, b), without(b, a));
}

function slipsBetween(a: readonly string[], b: string[]): number {
  let slips = 0;
  for (const word of a) {
    if (b.length === 0) break;
    const at = b.findIndex((other) => isSlip(word, other));
    if (at < 0) continue;
    b.splice(at, 1);
    slips += 1;
  }
  return slips;
}

/** Words that two texts have in the same order, of the longer one, 0 to 1: the longest common subsequence. */
export function inSameOrder(a: readonly string[], b: readonly string[]): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  let last = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (const [index, other] of b.entries()) {
      const best = Math.max(last[index + 1] ?? 0, row[index] ?? 0);
      row.push(isSlip(word, other) ? Math.max(best, (last[index] ?? 0) + 1) : best);
    }
    last = row;
  }
  return (last[b.length] ?? 0) / longest;
}
