import { type CharClass, CLASS, classOf, isForeignScript, isLetter, isLower, isUpper } from './char-class.js';
import { oddness } from './oddness.js';

/** A gain that proves damage by itself; lower gains are accepted only with other evidence. */
export const STRONG_GAIN = 2;

/** A few characters before and after a span. */
export type TextContext = { readonly before: string; readonly after: string };

const WORDS_OF_ONE_LETTER = 'àáéèíóòúÀÁÉÈÓ';
/** In code points. */
const LARGEST_ALPHABET = 0x80;
const APOSTROPHES = new Set(["'", '’']);

function classOfChar(char: string | undefined): CharClass {
  return char === undefined || char === '' ? CLASS.space : classOf(char.codePointAt(0) ?? 0);
}

const TOP_PUNCTUATION = new Set([...'–—‘’‚“”„†•…‹›€™'].map((char) => char.codePointAt(0)));

const COMMON = new Set<CharClass>([CLASS.box, CLASS.picture, CLASS.arrow, CLASS.maths, CLASS.relation, CLASS.operator]);
/** A letter that is a lead byte, and signs that may follow it at the end of a quotation. */
const CLOSERS = /^\p{L}[”’»›…–—“‘«‹®™°²³ªº\u00a0]+$/u;

/** Opens a German quotation; Mac Roman shows it for the lead byte of dashes and arrows. */
const LOW_QUOTE = '‚';

/** The score of a character that was three or four bytes, by how unlikely such bytes are by accident. */
function scoreLongSequence(point: number, raw: string, before: string, after: string): number {
  const kind = classOf(point);
  if (kind === CLASS.selector && point > 0xffff && classOfChar(before) === CLASS.picture) return 3.5;
  if (point > 0xffff) return kind === CLASS.picture || kind === CLASS.selector ? 3 : 1;
  if (TOP_PUNCTUATION.has(point)) return 2;
  if (COMMON.has(kind))
    return CLOSERS.test(raw) || (raw.startsWith(LOW_QUOTE) && isLetter(classOfChar(after))) ? 0.25 : 1.5;
  if (point === 0xfeff) return 2;
  return kind === CLASS.selector ? 1 : 0;
}

/** The combining stroke of ≠. */
const STRUCK_OUT = '\u0338';
const COMMON_MARKS = new Set('\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328');

/** Whether a combining accent (NFD) fits the letter before it. */
function composes(before: string, mark: string): boolean {
  if (mark === STRUCK_OUT) return (before + mark).normalize('NFC').length === 1;
  if (!COMMON_MARKS.has(mark) || !isLetter(classOfChar(before))) return false;
  const [whole = '', ...rest] = (before + mark).normalize('NFC');
  const kind = classOfChar(whole);
  return rest.length === 0 && (kind === CLASS.small || kind === CLASS.capital);
}

/** Among capitals, the two characters that a mark turns into may be real letters. */
function scoreMark(mark: string, before: string, after: string): number {
  if (!composes(before, mark)) return -3;
  return isUpper(classOfChar(before)) && !isLower(classOfChar(after)) ? 0 : 1;
}

function scoreLetter(char: string, before: string, after: string): number {
  const kind = classOfChar(char);
  const left = classOfChar(before);
  const right = classOfChar(after);
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

/** The score of a Latin-1 sign in a usual position. */
function scoreSign(kind: CharClass, before: string, after: string): number {
  const left = classOfChar(before);
  const right = classOfChar(after);
  if (kind === CLASS.inverted) return isLetter(right) && !isLetter(left) ? 0.5 : 0;
  if (kind === CLASS.number && left === CLASS.digit) return 0.5;
  if (kind === CLASS.space && isLower(left)) return 0.5;
  return SIGNS.has(kind) && !(isLetter(left) && isLetter(right)) ? 0.25 : 0;
}

/** The score of a two-byte letter that follows one of its script, where there are enough of them. */
const SAME_SCRIPT_SCORE = 0.75;
const MIN_SAME_SCRIPT = 3;

/** Whether two letters are of one script; letters of different scripts are an accident. */
function isSameScript(char: string, before: string): boolean {
  const kind = classOfChar(char);
  if (kind !== classOfChar(before) || !/^\p{L}\p{L}$/u.test(before + char)) return false;
  const distance = Math.abs((char.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0));
  return kind === CLASS.eastern || distance < LARGEST_ALPHABET;
}

/** Whether the text may be a word and a closing quote, like `IRMÔ»`; in `casaÂ»` the capital is not part of the word. */
function mayEndQuotation(raw: string, before: string, after: string): boolean {
  if (isLetter(classOfChar(after)) || !CLOSERS.test(raw)) return false;
  return isUpper(classOfChar(raw)) ? isUpper(classOfChar(before)) : isLetter(classOfChar(before));
}

/** How well a decoded character fits its context, beyond not being odd. */
function scoreChar(char: string, before: string, after: string, raw: string): number {
  const point = char.codePointAt(0) ?? 0;
  const kind = classOf(point);
  if (isForeignScript(kind)) {
    if (isSameScript(char, before)) return point > 0x7ff ? 2 : SAME_SCRIPT_SCORE;
    return kind === CLASS.greek && !isLetter(classOfChar(before)) ? 0.25 : 0;
  }
  if (kind === CLASS.mark) return scoreMark(char, before, after);
  if (point > 0x7ff) return scoreLongSequence(point, raw, before, after);
  if (mayEndQuotation(raw, before, after)) return 0;
  return kind === CLASS.small || kind === CLASS.capital
    ? scoreLetter(char, before, after)
    : scoreSign(kind, before, after);
}

function scoreText(decoded: string, { before, after }: TextContext, raw: string): number {
  const chars = [...decoded];
  const left = [...before].at(-1) ?? '';
  const right = [...after][0] ?? '';
  const scores = chars.map((char, i) => scoreChar(char, chars[i - 1] ?? left, chars[i + 1] ?? right, raw));
  const inScript = scores.filter((one) => one === SAME_SCRIPT_SCORE).length;
  const accident = inScript < MIN_SAME_SCRIPT - 1 ? inScript * SAME_SCRIPT_SCORE : 0;
  return scores.reduce((sum, one) => sum + one, -accident);
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

/** The score of symbols inside a word, as in `sch√∂n`: they may be neighbours in a formula, but not in a word. */
function scoreInsideWord(raw: string, decoded: string, { before, after }: TextContext): number {
  const inside = /\p{L}$/u.test(before) && /^\p{Ll}/u.test(after);
  if (!inside || !/^[À-ÿœ]$/u.test(decoded)) return 0;
  return [...raw].every((char) => SYMBOL_CLASSES.has(classOfChar(char))) ? (/\p{L}{2}$/u.test(before) ? 1 : 0.5) : 0;
}

/** The score of a further misreading: that the decoded text is valid UTF-8 again is hardly an accident. */
const STEP_SCORE = 0.75;

/** Scores an intermediate text: only characters of three or four bytes count, since all misreadings yield Latin-1. */
function scoreIntermediate(step: string, { before, after }: TextContext, raw: string): number {
  const chars = [...step];
  const left = [...before].at(-1) ?? '';
  const right = [...after][0] ?? '';
  return chars.reduce((sum, char, i) => {
    const point = char.codePointAt(0) ?? 0;
    return point > 0x7ff ? sum + scoreLongSequence(point, raw, chars[i - 1] ?? left, chars[i + 1] ?? right) : sum;
  }, 0);
}

/**
 * How much better `decoded` fits the context than `raw`, the text as it is. From `STRONG_GAIN` on, no healthy text is
 * known to be taken for damaged; 0 and less is no evidence.
 *
 * @param intermediates the texts between two misreadings: each valid one makes an accident less likely
 */
export function scoreGain(
  raw: string,
  intermediates: readonly string[],
  decoded: string,
  context: TextContext,
): number {
  const relief = oddness(context.before, raw, context.after) - oddness(context.before, decoded, context.after);
  const steps = intermediates.map((step, i) => scoreIntermediate(step, context, intermediates[i - 1] ?? raw));
  const misread = intermediates.at(-1) ?? raw;
  const last = scoreText(decoded, context, misread) + scoreInsideWord(misread, decoded, context);
  return steps.reduce((sum, step) => sum + step + STEP_SCORE, relief + last);
}
