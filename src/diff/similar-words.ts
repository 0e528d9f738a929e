import { commonStart, editDistance } from '../core/edit-distance.js';
import { anySet } from '../language/lists.js';
import { plainMarkdown, wholeWords } from '../language/text.js';

const STOP_WORDS = anySet('stop words');

/** Whether a word carries meaning in every language. */
export function isContentWord(word: string): boolean {
  return !STOP_WORDS.has(word);
}

/** The folded words of a card's side. */
export function cardWords(markdown: string): readonly string[] {
  return wholeWords(plainMarkdown(markdown));
}

const DIGIT = /\p{N}/u;
/** Shorter words are different words as soon as one letter differs. */
const MIN_STEM_LENGTH = 4;

/** `container` and `containers`, `limita` and `limitar`. */
function sameStem(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const prefix = commonStart(a, b);
  return prefix >= Math.max(MIN_STEM_LENGTH, 0.7 * longest) && longest - prefix <= 3;
}

/** Whether two words differ only by a typo or an ending. Words with digits are names and must be equal. */
export function isSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const shortest = Math.min(a.length, b.length);
  if (shortest < MIN_STEM_LENGTH || Math.abs(a.length - b.length) > 3) return false;
  if (a[0] !== b[0] && (a.at(-1) !== b.at(-1) || a.at(-2) !== b.at(-2))) return false;
  if (DIGIT.test(a) || DIGIT.test(b)) return false;
  const limit = shortest < 7 ? 1 : 2;
  return sameStem(a, b) || editDistance(a, b, limit) <= limit;
}

/** Whether one may be a misspelling of the other, `Promitius` of `Prometheus`: two thirds of the letters are the same. */
export function isMisspelling(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < 5 || DIGIT.test(a) || DIGIT.test(b)) return false;
  const limit = Math.floor(longest / 3);
  return editDistance(a, b, limit) <= limit;
}

/** How many words two sorted lists share, each counted once. */
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

/** A sorted list without the words of another, each removed once. */
function withoutWords(a: readonly string[], b: readonly string[]): string[] {
  const rest: string[] = [];
  let j = 0;
  for (const word of a) {
    while (j < b.length && (b[j] ?? '') < word) j += 1;
    if (b[j] === word) j += 1;
    else rest.push(word);
  }
  return rest;
}

/** How many words two sorted lists share, typos aside, each counted once. */
export function similarWords(a: readonly string[], b: readonly string[]): number {
  const equal = equalWords(a, b);
  if (equal === a.length || equal === b.length) return equal;
  return equal + countSlips(withoutWords(a, b), withoutWords(b, a));
}

function countSlips(a: readonly string[], b: string[]): number {
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

/** The longest common subsequence of two lists of words, as a share of the longer list, 0 to 1. */
export function orderSimilarity(a: readonly string[], b: readonly string[]): number {
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
