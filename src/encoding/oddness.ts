import { type CharClass, CLASS, CLASS_COUNT, classOf, isLetter, isLower, isUpper } from './char-class.js';

/**
 * How odd it is that one kind of character follows another, 0 for what healthy notes are full of, 2 for what none
 * has. Pairs that are not named are natural. Tuned by hand on Western languages; see `oddness`.
 */
type Rule = readonly [from: readonly CharClass[], to: readonly CharClass[], weight: number];

const { lower, upper, digit, small, capital, rareLetter, greek, cyrillic, eastern, otherScript, mark } = CLASS;
const { inverted, opening, closing, lowQuote, ellipsis, dash, bullet, number, currency, sign } = CLASS;
const { operator, relation, maths, box, picture, selector, accent, softHyphen, control, space, ascii } = CLASS;

const LETTERS = [lower, upper, small, capital];
const ACCENTED = [small, capital];
const SYMBOLS = [number, currency, sign, operator, relation, maths, accent];

/** Later rules win over earlier ones. */
const RULES: readonly Rule[] = [
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

/** Letters that few languages have, and accidents as often as those languages. */
const UNUSUAL = new Set(
  [...'ĈĉĊċĔĕĖėĜĝĠġĢģĤĥĦħĨĩĬĭĮįĲĳĴĵĶķĸĹĺĻļĿŀŅņŉŊŋŎŏŔŕŖŗŜŝŤťŦŧŨũŬŭŲųŴŵŶŷſ'].map((char) => char.codePointAt(0)),
);

/** Up to here rare letters are Latin; above they are what two Western characters turn into by accident. */
const LAST_LATIN = 0x250;

/** What a character costs by itself, wherever it stands. */
function ownOddness({ kind, point }: Seen): number {
  if (kind === CLASS.control) return 2;
  if (kind === CLASS.rareLetter) return point < LAST_LATIN ? 1 : 2;
  return UNUSUAL.has(point) ? 0.5 : 0;
}

/** Ã and Â before another letter beyond ASCII: no language writes it, damage does all the time. */
const LEAD_LETTERS = new Set([0xc2, 0xc3]);
/** A root or a logical not is followed by an operand, never by one of these. */
const ROOT_SIGN = 0x221a;
const APOSTROPHE = 0x2019;
const BOX_BARS = new Set([0x2500, 0x2502, 0x2501, 0x2503, 0x2550, 0x2551]);

type Seen = { readonly point: number; readonly kind: CharClass };

/** What the table cannot say, because it takes the character itself or three of them. */
function specialOddness(first: Seen, second: Seen, third: Seen | null): number {
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

function seenIn(text: string): readonly Seen[] {
  return Array.from(text, (char) => {
    const point = char.codePointAt(0) ?? 0;
    return { point, kind: classOf(point) };
  });
}

/** The last letters of a word: one of any size, then a small one. */
function endsInWord([first, second]: readonly Seen[]): boolean {
  return first !== undefined && second !== undefined && isLetter(first.kind) && isLower(second.kind);
}

/** A word that runs into a sign of mathematics: `caf√`, where a formula has single letters. */
function wordOddness(before: readonly Seen[], first: Seen | undefined): number {
  if (!first || !endsInWord(before)) return 0;
  return first.kind === operator || first.kind === maths || first.kind === relation ? 0.75 : 0;
}

/** What the character at `i` costs by itself and with those after it. Pure ASCII costs nothing. */
function oddnessAt(seen: readonly Seen[], i: number): number {
  const [first, second, third = null] = seen.slice(i, i + 3);
  if (!first) return 0;
  const isAscii = first.point < 0x80;
  let odd = isAscii ? 0 : ownOddness(first);
  if (!isAscii && isLonely(seen[i - 1]?.kind ?? space, first.kind, second?.kind ?? space)) odd += LONELY;
  if (!second || (isAscii && second.point < 0x80 && (third?.point ?? 0) < 0x80)) return odd;
  return odd + (TABLE[first.kind * CLASS_COUNT + second.kind] ?? 0) + specialOddness(first, second, third);
}

/** What a letter of another script costs that has no other beside it. */
const LONELY = 2;

/**
 * How little `text` looks like something that a person wrote between `before` and `after`: the sum over neighbours,
 * two to each side included. 0 for healthy notes, about 2 for one damaged letter.
 */
export function oddness(before: string, text: string, after: string): number {
  // Half of a surrogate pair is what cutting out the context left.
  const left = seenIn(before.replace(/^[\udc00-\udfff]/, '')).slice(-2);
  const right = seenIn(after.replace(/[\ud800-\udbff]$/, '')).slice(0, 2);
  const seen = [...left, ...seenIn(text), ...right];
  const sum = seen.reduce((odd, _, i) => odd + oddnessAt(seen, i), 0);
  return sum + wordOddness(left, seen[left.length]);
}
