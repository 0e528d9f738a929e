import { fold } from '../../core/text.js';

/** Space for a search in a button's encoded arguments, where a letter may take six characters. */
const MAX_ENCODED_LENGTH = 40;
/** How many words of a search are used. */
const MOST_WORDS = 30;
/** How many parts of a word are tried. */
const MOST_PARTS = 12;
const HALF_LETTERS = /\p{Cs}/gu;

type ShortSearch = {
  /** Whether the text with that index contains all the words. */
  readonly found: (index: number) => boolean;
  /** Shorter words that find the same texts where possible; empty for an empty search. */
  readonly search: string;
};

function lengthOf(words: readonly string[]): number {
  return encodeURIComponent(words.join(' ')).length;
}

/** The word, or parts of it (its beginning, its end, its middle) that fit beside the others. */
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

/** Picks the part that leaves the fewest texts, repeatedly, until only the texts with all words are left. */
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
 * The result of a search, and words for it that a button can carry from page to page: the typed ones, or, where they
 * are too long, parts of them that find the same texts. Where no parts are short enough, the parts find some more.
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
