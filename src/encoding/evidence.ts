import { type CharClass, CLASS, classOf, isForeignScript, isLetter, isLower, isUpper } from './char-class.js';
import { oddness } from './oddness.js';

/** What convinces: below it a reading is believed only in good company. */
export const STRONG = 2;

/** Where a stretch stands: a few characters to both sides are enough. */
export type Place = { readonly before: string; readonly after: string };

const WORDS_OF_ONE_LETTER = 'àáéèíóòúÀÁÉÈÓ';
/** In code points. */
const LARGEST_ALPHABET = 0x80;
const APOSTROPHES = new Set(["'", '’']);

function kindOf(char: string | undefined): CharClass {
  return char === undefined || char === '' ? CLASS.space : classOf(char.codePointAt(0) ?? 0);
}

const TOP_PUNCTUATION = new Set([...'–—‘’‚“”„†•…‹›€™'].map((char) => char.codePointAt(0)));

const COMMON = new Set<CharClass>([CLASS.box, CLASS.picture, CLASS.arrow, CLASS.maths, CLASS.relation, CLASS.operator]);
/** What a quotation may end with, one after another, after a word that ends in a letter that is a lead byte. */
const CLOSERS = /^\p{L}[”’»›…–—“‘«‹®™°²³ªº\u00a0]+$/u;

/** Quotes a German word, and is what Mac Roman makes of the byte that dashes and arrows begin with. */
const LOW_QUOTE = '‚';

/** How much rarer an accident is than this character as the meaning of three or four bytes in a row. */
function worthOfLong(point: number, raw: string, before: string, after: string): number {
  const kind = classOf(point);
  if (kind === CLASS.selector && point > 0xffff && kindOf(before) === CLASS.picture) return 3.5;
  if (point > 0xffff) return kind === CLASS.picture || kind === CLASS.selector ? 3 : 1;
  if (TOP_PUNCTUATION.has(point)) return 2;
  if (COMMON.has(kind)) return CLOSERS.test(raw) || (raw.startsWith(LOW_QUOTE) && isLetter(kindOf(after))) ? 0.25 : 1.5;
  if (point === 0xfeff) return 2;
  return kind === CLASS.selector ? 1 : 0;
}

/** ≠ is = with this. */
const STRUCK_OUT = '\u0338';
const COMMON_MARKS = new Set('\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328');

/** `é` made of an accent of its own is what NFD leaves behind: it must fit the letter before it. */
function composes(before: string, mark: string): boolean {
  if (mark === STRUCK_OUT) return (before + mark).normalize('NFC').length === 1;
  if (!COMMON_MARKS.has(mark) || !isLetter(kindOf(before))) return false;
  const [whole = '', ...rest] = (before + mark).normalize('NFC');
  const kind = kindOf(whole);
  return rest.length === 0 && (kind === CLASS.small || kind === CLASS.capital);
}

/** Among capitals the two letters that a mark turned into may be two letters. */
function worthOfMark(mark: string, before: string, after: string): number {
  if (!composes(before, mark)) return -3;
  return isUpper(kindOf(before)) && !isLower(kindOf(after)) ? 0 : 1;
}

function worthOfLetter(char: string, before: string, after: string): number {
  const kind = kindOf(char);
  const left = kindOf(before);
  const right = kindOf(after);
  if (isLower(kind) && isLetter(left) && isLower(right)) return 0.5;
  if (isUpper(kind) && isUpper(right) && (isUpper(left) || !isLetter(left))) return 0.5;
  if (isLower(right) && !isLetter(left)) return 0.5;
  if (isLower(kind) && isLower(left) && !isLetter(right)) return 0.5;
  if (isUpper(kind) && isUpper(left) && !isLetter(right)) return 0.5;
  const alone = !isLetter(right) && (!isLetter(left) || APOSTROPHES.has(before));
  return alone && WORDS_OF_ONE_LETTER.includes(char) ? 0.25 : 0;
}

const SIGNS = new Set<CharClass>([
  CLASS.bullet,
  CLASS.number,
  CLASS.currency,
  CLASS.sign,
  CLASS.operator,
  CLASS.relation,
  CLASS.opening,
  CLASS.closing,
  CLASS.space,
]);

/** Signs of Latin-1 that stand where they belong. */
function worthOfSign(kind: CharClass, before: string, after: string): number {
  const left = kindOf(before);
  const right = kindOf(after);
  if (kind === CLASS.inverted) return isLetter(right) && !isLetter(left) ? 0.5 : 0;
  if (kind === CLASS.number && left === CLASS.digit) return 0.5;
  if (kind === CLASS.space && isLower(left)) return 0.5;
  return SIGNS.has(kind) && !(isLetter(left) && isLetter(right)) ? 0.25 : 0;
}

/** What a letter after another of its script is worth, where it took two bytes and there are enough of them. */
const WORTH_OF_ROW = 0.75;
const FEWEST_IN_ROW = 3;

/** Two letters of one script: of different ones they are an accident. */
function isInRow(char: string, before: string): boolean {
  const kind = kindOf(char);
  if (kind !== kindOf(before) || !/^\p{L}\p{L}$/u.test(before + char)) return false;
  const distance = Math.abs((char.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0));
  return kind === CLASS.eastern || distance < LARGEST_ALPHABET;
}

/** IRMÔ is a word and a quote; in `casaÂ»` the capital is no part of the word. */
function mayEndQuotation(raw: string, before: string, after: string): boolean {
  if (isLetter(kindOf(after)) || !CLOSERS.test(raw)) return false;
  return isUpper(kindOf(raw)) ? isUpper(kindOf(before)) : isLetter(kindOf(before));
}

/** How well one decoded character fits its place, over and above not being odd. */
function worthOf(char: string, before: string, after: string, raw: string): number {
  const point = char.codePointAt(0) ?? 0;
  const kind = classOf(point);
  if (isForeignScript(kind)) {
    if (isInRow(char, before)) return point > 0x7ff ? 2 : WORTH_OF_ROW;
    return kind === CLASS.greek && !isLetter(kindOf(before)) ? 0.25 : 0;
  }
  if (kind === CLASS.mark) return worthOfMark(char, before, after);
  if (point > 0x7ff) return worthOfLong(point, raw, before, after);
  if (mayEndQuotation(raw, before, after)) return 0;
  return kind === CLASS.small || kind === CLASS.capital
    ? worthOfLetter(char, before, after)
    : worthOfSign(kind, before, after);
}

function worth(decoded: string, { before, after }: Place, raw: string): number {
  const chars = [...decoded];
  const left = [...before].at(-1) ?? '';
  const right = [...after][0] ?? '';
  const worths = chars.map((char, i) => worthOf(char, chars[i - 1] ?? left, chars[i + 1] ?? right, raw));
  const rows = worths.filter((one) => one === WORTH_OF_ROW).length;
  const accident = rows < FEWEST_IN_ROW - 1 ? rows * WORTH_OF_ROW : 0;
  return worths.reduce((sum, one) => sum + one, -accident);
}

const SYMBOL_CLASSES = new Set<CharClass>([
  CLASS.box,
  CLASS.operator,
  CLASS.maths,
  CLASS.relation,
  CLASS.number,
  CLASS.currency,
  CLASS.accent,
  CLASS.sign,
]);

/** Two or more symbols inside a word, `sch√∂n`: each may follow the other in a formula, words have neither. */
function worthOfSandwich(raw: string, decoded: string, { before, after }: Place): number {
  const inside = /\p{L}$/u.test(before) && /^\p{Ll}/u.test(after);
  if (!inside || !/^[À-ÿœ]$/u.test(decoded)) return 0;
  return [...raw].every((char) => SYMBOL_CLASSES.has(kindOf(char))) ? (/\p{L}{2}$/u.test(before) ? 1 : 0.5) : 0;
}

/** That what was undone is UTF-8 once more is hardly an accident. */
const WORTH_OF_STEP = 0.75;

/** Between two misreadings only what took three or four bytes is no accident: Latin-1 is the way that all go. */
function longWorth(step: string, { before, after }: Place, raw: string): number {
  const chars = [...step];
  const left = [...before].at(-1) ?? '';
  const right = [...after][0] ?? '';
  return chars.reduce((sum, char, i) => {
    const point = char.codePointAt(0) ?? 0;
    return point > 0x7ff ? sum + worthOfLong(point, raw, chars[i - 1] ?? left, chars[i + 1] ?? right) : sum;
  }, 0);
}

/**
 * How much better `decoded` stands at a place than `raw`, which is what the text has there. Over `STRONG` no healthy
 * text is known that would be mistaken; 0 and less says nothing.
 *
 * @param between what the text was between two misreadings: each that is valid is one accident less
 */
export function gainOf(raw: string, between: readonly string[], decoded: string, place: Place): number {
  const relief = oddness(place.before, raw, place.after) - oddness(place.before, decoded, place.after);
  const steps = between.map((step, i) => longWorth(step, place, between[i - 1] ?? raw));
  const misread = between.at(-1) ?? raw;
  const last = worth(decoded, place, misread) + worthOfSandwich(misread, decoded, place);
  return steps.reduce((sum, step) => sum + step + WORTH_OF_STEP, relief + last);
}
