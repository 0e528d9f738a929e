import { fold, plainMarkdown, wordsOf } from './text.js';
import { ENGLISH_STOP_WORDS } from './words/english.js';
import { SPANISH_STOP_WORDS } from './words/spanish.js';

/** The words of a card side that carry meaning, of either language. */
export function meaningWords(markdown: string): readonly string[] {
  return wordsOf(plainMarkdown(markdown)).filter(
    (word) => !SPANISH_STOP_WORDS.has(word) && !ENGLISH_STOP_WORDS.has(word),
  );
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice coefficient over pairs of letters, 0 to 1: a typo costs little, another word much. */
export function similarity(a: string, b: string): number {
  const left = fold(a);
  const right = fold(b);
  if (left === right) return 1;
  const leftPairs = pairsOf(left);
  const rightPairs = pairsOf(right);
  let shared = 0;
  for (const [pair, count] of leftPairs) shared += Math.min(count, rightPairs.get(pair) ?? 0);
  const total = Math.max(0, left.length - 1) + Math.max(0, right.length - 1);
  return total === 0 ? 0 : (2 * shared) / total;
}
