import { fold } from '../../core/text.js';

/** Characters that a search may take in what a button means, where many a letter takes six. */
const MAX_ENCODED_LENGTH = 40;
/** Words that are looked at: more would narrow nothing. */
const MOST_WORDS = 30;
/** Parts of a word that are tried. */
const MOST_PARTS = 12;
const HALF_LETTERS = /\p{Cs}/gu;

export type ShortSearch = {
  /** Whether the text of that index says all the words. */
  readonly found: (index: number) => boolean;
  /** Words that find the same, as long as few enough do; empty for none. */
  readonly search: string;
};

function lengthOf(words: readonly string[]): number {
  return encodeURIComponent(words.join(' ')).length;
}

/** The word, or parts of it for which there is room beside the others: from its beginning, its end and between. */
function partsOf(word: string, others: readonly string[]): readonly string[] {
  const letters = [...word];
  let size = letters.length;
  while (size > 0 && lengthOf([...others, letters.slice(0, size).join('')]) > MAX_ENCODED_LENGTH) size -= 1;
  if (size === 0) return [];
  const step = Math.max(1, Math.ceil((letters.length - size) / MOST_PARTS));
  const starts = letters
    .map((_, index) => index)
    .filter((index) => index % step === 0 && index + size <= letters.length);
  const parts = [...starts, letters.length - size].map((start) => letters.slice(start, start + size).join(''));
  return [...new Set(parts)].filter((part) => lengthOf([...others, part]) <= MAX_ENCODED_LENGTH);
}

/** Picks the part that leaves the fewest texts, again and again, until those that all words find are left. */
function fewest(words: readonly string[], texts: readonly string[]): readonly string[] {
  const wanted = texts.filter((text) => words.every((word) => text.includes(word))).length;
  const picked: string[] = [];
  let left = texts;
  while (picked.length === 0 || left.length > wanted) {
    const parts = words.flatMap((word) => partsOf(word, picked));
    const choices = parts.map((part) => ({ part, left: left.filter((text) => text.includes(part)) }));
    const [first, ...others] = choices;
    if (first === undefined) break;
    const best = others.reduce((a, b) => (b.left.length < a.left.length ? b : a), first);
    if (picked.length > 0 && best.left.length === left.length) break;
    picked.push(best.part);
    left = best.left;
  }
  return picked;
}

/**
 * What a search finds, and words for it that a button can carry from page to page. They are those that were typed, or,
 * where these are too long, parts of them that find the same; where no parts are short enough, some more.
 *
 * @param texts folded
 */
export function shortSearch(typed: string, texts: readonly string[]): ShortSearch {
  const whole = typed.replace(HALF_LETTERS, ' ').split(/\s+/u).filter(Boolean);
  const words = [...new Set(whole.map((word) => fold(word).trim()).filter(Boolean))];
  if (words.length === 0) return { found: () => false, search: '' };
  const found = (index: number) => words.every((word) => texts[index]?.includes(word));
  if (lengthOf(whole) <= MAX_ENCODED_LENGTH) return { found, search: whole.join(' ') };
  const search = lengthOf(words) <= MAX_ENCODED_LENGTH ? words : fewest(words.slice(0, MOST_WORDS), texts);
  return { found, search: search.join(' ') };
}
