import { isUnit, takesNumber } from '../../language/any/gaps.js';
import { countWords } from '../../language/text.js';
import type { Mark } from '../read/inline.js';

/** A stretch of a sentence that can be hidden: an amount with what it is counted in, a year, what the notes set off. */
export type Gap = { readonly start: number; readonly end: number; readonly kind: 'amount' | 'year' | 'mark' };

/** A sentence needs so many words to say what its gap hides. */
const FEWEST_WORDS = 5;
/** What the notes set off carries the fact where it is short; a longer stretch is emphasis. */
const LONGEST_MARK_WORDS = 4;

const NUMBER =
  /(?<![\p{L}\p{N}_.,:/#~(-])[$€£]?\d+(?:[.,]\d+)*(?:\s?(?:[-–]|to|a|y|and)\s?\d+(?:[.,]\d+)*)?(?![\p{L}\p{N}_:/-])/gu;
const YEAR = /^(?:1\d|20)\d\d$/u;
const COUNTED = /^\s?([%$€£]|[\p{L}°µ²³/]+)/u;

/** "Layer 7", "Windows 10" and "paso 3" are names with a number, no amounts. */
function isNumbered(text: string, start: number): boolean {
  const before = /(\S+)\s$/u.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? '';
  const opensSentence = text.slice(0, start).trimEnd() === before;
  return takesNumber(before) || (/^\p{Lu}/u.test(before) && !opensSentence);
}

function isInBrackets(text: string, start: number): boolean {
  return text.lastIndexOf('(', start) > text.lastIndexOf(')', start);
}

/** The first number of a sentence that says how much, or when. */
function amountIn(text: string, marks: readonly Mark[]): Gap | null {
  let year: Gap | null = null;
  for (const { 0: number, index: start } of text.matchAll(NUMBER)) {
    const isCode = marks.some((mark) => /^(?:code|math)$/u.test(mark.kind) && mark.start <= start && start < mark.end);
    if (isCode || isNumbered(text, start) || isInBrackets(text, start)) continue;
    const end = start + number.length;
    const [behind = '', unit = ''] = COUNTED.exec(text.slice(end)) ?? [];
    if (/^[$€£]/u.test(number)) return { start, end, kind: 'amount' };
    if (/^[%$€£]$/u.test(unit) || isUnit(unit)) return { start, end: end + behind.length, kind: 'amount' };
    if (/^\p{Ll}{2,}s$/u.test(unit) && !YEAR.test(number)) return { start, end, kind: 'amount' };
    if (YEAR.test(number)) year ??= { start, end, kind: 'year' };
  }
  return year;
}

/** What the notes set off in the middle of a sentence. */
function markIn(text: string, marks: readonly Mark[]): Gap | null {
  const mark = marks.find(
    ({ kind, start, end }) =>
      kind !== 'math' && start > 0 && countWords(text.slice(start, end)) <= LONGEST_MARK_WORDS && end <= text.length,
  );
  return mark
    ? { start: mark.start, end: mark.start + text.slice(mark.start, mark.end).trimEnd().length, kind: 'mark' }
    : null;
}

/**
 * What can be hidden in a sentence so that one thing alone fits there: an amount, a year, what the notes set off. Any other
 * word would be a guess.
 */
export function gapIn(text: string, marks: readonly Mark[]): Gap | null {
  if (countWords(text) < FEWEST_WORDS) return null;
  return amountIn(text, marks) ?? markIn(text, marks);
}
