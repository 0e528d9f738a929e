import { type CharClass, CLASS, CLASS_COUNT, classOf, isLetter, isLower, isUpper } from './char-class.js';

/**
 * How odd it is that one class of character follows another: 0 is common in healthy notes, 2 never occurs in them. Pairs
 * without a rule are 0. Tuned by hand on Western languages; see `oddness`.
 */
type OddnessRule = readonly [from: readonly CharClass[], to: readonly CharClass[], weight: number];

const { lower, upper, digit, small, capital, rareLetter, greek, cyrillic, eastern, otherScript, mark } = CLASS;
const { inverted, opening, closing, lowQuote, ellipsis, dash, bullet, number, currency, sign } = CLASS;
const { operator, relation, maths, box, picture, selector, accent, softHyphen, control, space, ascii } = CLASS;

const LETTERS = [lower, upper, small, capital];
const ACCENTED = [small, capital];
const SYMBOLS = [number, currency, sign, operator, relation, maths, accent];

/** Later rules win over earlier ones. */
const RULES: readonly OddnessRule[] = [
  // After a letter.
  [LETTERS, [inverted, lowQuote, accent, currency], 1],
  [LETTERS, [box, rareLetter, cyrillic, otherScript, control], 1],
  [LETTERS, [operator, maths, relation, bullet], 0.25],
  [LETTERS, [opening], 0.5],
  [LETTERS, [selector, greek], 0.5],
  [[lower, small], [capital], 1.5],
  [[lower, small], [upper], 0.25],
  [[small], [lowQuote, accent, inverted, control], 1.5],
  [[small], [sign, currency, number, operator, relation, maths], 0.75],
  [[small, capital], [box], 1.5],
  [[capital], [sign, currency, number, operator, relation, maths, accent, inverted, lowQuote, control, greek], 1.5],
  [[capital], [opening, bullet, softHyphen, picture], 1],
  [ACCENTED, ACCENTED, 0.25],
  [[small], [capital], 1.5],
  // Before a letter.
  [[operator], [small, capital], 1.5],
  [[relation, maths], [small, capital], 0.5],
  [[sign, currency, number], LETTERS, 0.25],
  [[sign, currency, number], ACCENTED, 1],
  [[accent], LETTERS, 0.75],
  [[accent], ACCENTED, 1.25],
  [[box], [lower, upper], 0.25],
  [[box], ACCENTED, 1.5],
  [[rareLetter], [...LETTERS, rareLetter], 1],
  [[cyrillic, otherScript], LETTERS, 1],
  [[greek], ACCENTED, 1.5],
  [[control], LETTERS, 1],
  [[picture, selector], ACCENTED, 0.5],
  // Between symbols.
  [[operator], [sign, number, accent, currency, inverted, opening, relation], 1],
  [[operator], [control, picture, box], 1.5],
  [[relation, maths], [sign, accent, inverted, control], 0.5],
  [[sign, currency], [sign, currency, accent, number, inverted], 0.5],
  [[lowQuote], [...SYMBOLS, capital, picture], 0.5],
  [[box], [...SYMBOLS, inverted, opening, closing, ellipsis], 1.25],
  [[box], [accent, relation], 1],
  [[greek], [currency, number, sign, box, inverted], 1],
  [[accent], [accent, currency, sign, inverted], 0.75],
  [[dash, ellipsis, opening, closing], [accent, control], 0.5],
  [[control], [control, ...SYMBOLS, closing, opening], 1],
  [[space, ascii, digit], [control], 1],
  [[space, ascii, digit], [selector], 0.5],
  [[digit], [capital, lowQuote], 0.5],
  [[eastern], [control, accent], 0.5],
  [[mark], [operator, currency, sign], 1],
  // A soft hyphen parts a word.
  [[softHyphen], [space, ascii, digit, ...SYMBOLS], 0.75],
];

const TABLE = new Float64Array(CLASS_COUNT * CLASS_COUNT);
for (const [from, to, weight] of RULES) {
  for (const first of from) for (const second of to) TABLE[first * CLASS_COUNT + second] = weight;
}

/** Letters of few languages, which are as often accidents. */
const UNUSUAL = new Set(
  [...'ĈĉĊċĔĕĖėĜĝĠġĢģĤĥĦħĨĩĬĭĮįĲĳĴĵĶķĸĹĺĻļĿŀŅņŉŊŋŎŏŔŕŖŗŜŝŤťŦŧŨũŬŭŲųŴŵŶŷſ'].map((char) => char.codePointAt(0)),
);

/** Up to here rare letters are Latin; above they come from two Western characters by accident. */
const LAST_LATIN = 0x250;

/** The oddness of a character in any context. */
function ownOddness({ kind, point }: ClassifiedChar): number {
  if (kind === CLASS.control) return 2;
  if (kind === CLASS.rareLetter) return point < LAST_LATIN ? 1 : 2;
  return UNUSUAL.has(point) ? 0.5 : 0;
}

/** Ã and Â: before another letter beyond ASCII they occur in no language, but often in damaged text. */
const LEAD_LETTERS = new Set([0xc2, 0xc3]);
/** A root is followed by an operand, never by a relation. */
const ROOT_SIGN = 0x221a;
const APOSTROPHE = 0x2019;
const BOX_BARS = new Set([0x2500, 0x2502, 0x2501, 0x2503, 0x2550, 0x2551]);

type ClassifiedChar = { readonly point: number; readonly kind: CharClass };

/** Oddness that depends on the character itself or on three characters, unlike the table. */
function specialOddness(first: ClassifiedChar, second: ClassifiedChar, third: ClassifiedChar | null): number {
  let odd = 0;
  if (LEAD_LETTERS.has(first.point) && (second.kind === CLASS.small || second.kind === CLASS.capital)) odd += 1.5;
  if (second.kind === CLASS.box && isLetter(first.kind) && BOX_BARS.has(second.point)) odd -= 0.75;
  if (first.point === ROOT_SIGN && second.kind === CLASS.relation) odd += 0.25;
  if (third && isLetter(first.kind) && isLetter(third.kind)) {
    const isQuote = second.kind === CLASS.opening || second.kind === CLASS.closing;
    if (isQuote && second.point !== APOSTROPHE) odd += 0.5;
  }
  // IRMà: a small accented letter after two capitals, at the end of the word or before a third.
  if (third && isUpper(first.kind) && isUpper(second.kind) && third.kind === CLASS.small) odd += 1.5;
  return odd;
}

function isLonely(before: CharClass, kind: CharClass, after: CharClass): boolean {
  const foreign = kind === CLASS.cyrillic || kind === CLASS.eastern || kind === CLASS.otherScript;
  return foreign && before !== kind && after !== kind;
}

function classifyChars(text: string): readonly ClassifiedChar[] {
  return Array.from(text, (char) => {
    const point = char.codePointAt(0) ?? 0;
    return { point, kind: classOf(point) };
  });
}

/** Whether two characters are the end of a word: any letter, then a small one. */
function endsInWord([first, second]: readonly ClassifiedChar[]): boolean {
  return first !== undefined && second !== undefined && isLetter(first.kind) && isLower(second.kind);
}

/** The oddness of a mathematical sign right after a word, as in `caf√`: formulas have single letters. */
function wordOddness(before: readonly ClassifiedChar[], first: ClassifiedChar | undefined): number {
  if (!first || !endsInWord(before)) return 0;
  return first.kind === operator || first.kind === maths || first.kind === relation ? 0.75 : 0;
}

/** The oddness of the character at `i` with those after it. Pure ASCII is never odd. */
function oddnessAt(chars: readonly ClassifiedChar[], i: number): number {
  const [first, second, third = null] = chars.slice(i, i + 3);
  if (!first) return 0;
  const isAscii = first.point < 0x80;
  let odd = isAscii ? 0 : ownOddness(first);
  if (!isAscii && isLonely(chars[i - 1]?.kind ?? space, first.kind, second?.kind ?? space)) odd += LONE_SCRIPT_ODDNESS;
  if (!second || (isAscii && second.point < 0x80 && (third?.point ?? 0) < 0x80)) return odd;
  return odd + (TABLE[first.kind * CLASS_COUNT + second.kind] ?? 0) + specialOddness(first, second, third);
}

/** The oddness of a letter of another script without a neighbour of its script. */
const LONE_SCRIPT_ODDNESS = 2;

/**
 * How unlikely it is that a person wrote `text` between `before` and `after`: the sum over neighbouring characters, two to
 * each side included. 0 for healthy notes, about 2 for one damaged letter.
 */
export function oddness(before: string, text: string, after: string): number {
  // Cutting out the context may have left half of a surrogate pair.
  const left = classifyChars(before.replace(/^[\udc00-\udfff]/, '')).slice(-2);
  const right = classifyChars(after.replace(/[\ud800-\udbff]$/, '')).slice(0, 2);
  const chars = [...left, ...classifyChars(text), ...right];
  const sum = chars.reduce((odd, _, i) => odd + oddnessAt(chars, i), 0);
  return sum + wordOddness(left, chars[left.length]);
}
