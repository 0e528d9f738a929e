/**
 * Classes of characters whose combinations tell healthy text from damaged text. A plain object of small numbers, because
 * every character of damaged text is looked up.
 */
export const CLASS = {
  /** Blanks, line ends and both ends of the text. */
  space: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  ascii: 4,
  /** Letters beyond ASCII that Latin languages are written with. */
  small: 5,
  capital: 6,
  /** Letters of phonetics, of history, and of scripts that Western quotes turn into by accident. */
  rareLetter: 7,
  greek: 8,
  cyrillic: 9,
  /** Chinese, Japanese, Korean. */
  eastern: 10,
  /** Every other script. */
  otherScript: 11,
  mark: 12,
  /** ¿ ¡ */
  inverted: 13,
  /** Quotes that open, close, or do either in some language. */
  opening: 14,
  closing: 15,
  lowQuote: 16,
  ellipsis: 17,
  dash: 18,
  bullet: 19,
  /** ª º ° ¹ ² ³ and fractions. */
  number: 20,
  currency: 21,
  /** ® ™ † and the like stand after words; © § ¶ stand before them. */
  sign: 22,
  /** √ ¬ ≈ ∆: a formula may go on with another symbol. */
  operator: 23,
  /** ± ≤ ≥ ≠ × ÷ ∞: between two operands. */
  relation: 24,
  /** ∑ ∏ ∫ ∂ ◊ and other signs of mathematics. */
  maths: 25,
  box: 26,
  picture: 27,
  /** Variation selectors, joiners, tags, skin tones, byte order marks. */
  selector: 28,
  /** ´ ¨ ¸ ˜ and other accents without a letter; ¦ ¤ ₧ ƒ. */
  accent: 29,
  softHyphen: 30,
  /** Controls, private use and what Unicode has not assigned. */
  control: 31,
  replacement: 32,
  arrow: 33,
} as const;

export type CharClass = (typeof CLASS)[keyof typeof CLASS];
export const CLASS_COUNT = 34;

const LISTED: readonly (readonly [CharClass, string])[] = [
  [CLASS.space, '\u00a0\u2000\u2001\u2002\u2003\u2007\u2009\u200a\u2028\u2029\u202f\u3000'],
  [CLASS.inverted, '¿¡'],
  [CLASS.opening, '“‘«‹'],
  [CLASS.closing, '”’»›′″'],
  [CLASS.lowQuote, '„‚'],
  [CLASS.ellipsis, '…'],
  [CLASS.dash, '‐‑‒–—―−'],
  [CLASS.bullet, '·•‣◦▪●'],
  [CLASS.number, 'ªº°¹²³¼½¾ⁿ'],
  [CLASS.currency, '¢£¥€'],
  [CLASS.sign, '©®™§¶†‡‰'],
  [CLASS.operator, '√¬≈∆'],
  [CLASS.relation, '±≤≥≠×÷∞≡'],
  [CLASS.accent, '´¨¯¸ˆ˜˘˙˚˝˛ˇ‗¦¤₧ƒ'],
  [CLASS.softHyphen, '\u00ad'],
  [CLASS.greek, 'µ'],
  [CLASS.box, '⌐⌠⌡'],
  [CLASS.selector, '\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff'],
  [CLASS.rareLetter, 'ǎǐǒǔǚƀƃ'],
  [CLASS.small, 'ơưșțﬁﬂﬀﬃﬄ'],
  [CLASS.capital, 'ƠƯȘȚẞ'],
  [CLASS.replacement, '\ufffd'],
];

/** First matching pattern wins. */
const DESCRIBED: readonly (readonly [CharClass, RegExp])[] = [
  [CLASS.selector, /[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}]|\p{Variation_Selector}/u],
  // Precedes unassigned characters, so that future emoji are emoji too.
  [CLASS.picture, /[\u{1f000}-\u{1faff}]/u],
  [CLASS.control, /[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/u],
  [CLASS.box, /[\u2500-\u259f\u25a0\u25a1]/u],
  [CLASS.picture, /[\p{Extended_Pictographic}\u2300-\u23ff\u2460-\u24ff\u25a2-\u27bf\u2b00-\u2bff]/u],
  [CLASS.arrow, /[\u2190-\u21ff\u27f0-\u27ff\u2900-\u297f]/u],
  [CLASS.number, /\p{No}|[\u1d2c-\u1d6a\u2070-\u209c\u2150-\u218f]/u],
  [CLASS.maths, /[\u2100-\u214f]/u],
  [CLASS.currency, /\p{Sc}/u],
  [CLASS.maths, /\p{Sm}/u],
  [CLASS.mark, /\p{Mn}(?<=[\u0300-\u036f])/u],
  [CLASS.small, /(?=\p{Script=Latin})[\u00df-\u017f\u1ea0-\u1eff](?<=\p{Ll})/u],
  [CLASS.capital, /(?=\p{Script=Latin})[\u00c0-\u017f\u1ea0-\u1eff](?<=\p{Lu})/u],
  [
    CLASS.rareLetter,
    /\p{Script=Latin}|[\u0250-\u02af\u0370-\u0377\u037b-\u037f\u03cf-\u03ff\u0460-\u048f\u0492-\u05cf\u0700-\u07ff]/u,
  ],
  [CLASS.greek, /\p{Script=Greek}/u],
  [CLASS.cyrillic, /\p{Script=Cyrillic}/u],
  [
    CLASS.eastern,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001-\u303f\uff01-\uffee\u30fb\u30fc]/u,
  ],
  [CLASS.otherScript, /[\p{L}\p{M}\p{Nd}]/u],
  [CLASS.accent, /\p{Sk}/u],
  [CLASS.otherScript, /[\u0370-\u1fff\u2c00-\u2dff\ua000-\ufdff]/u],
];

function classOfAscii(code: number): CharClass {
  if (code <= 0x20) return CLASS.space;
  if (code >= 0x61 && code <= 0x7a) return CLASS.lower;
  if (code >= 0x41 && code <= 0x5a) return CLASS.upper;
  if (code >= 0x30 && code <= 0x39) return CLASS.digit;
  return code === 0x7f ? CLASS.control : CLASS.ascii;
}

function describe(point: number): CharClass {
  const char = String.fromCodePoint(point);
  const listed = LISTED.find(([, chars]) => chars.includes(char));
  if (listed) return listed[0];
  return DESCRIBED.find(([, pattern]) => pattern.test(char))?.[0] ?? CLASS.ascii;
}

/** A cache: a text uses a few hundred different characters. */
const known = new Map<number, CharClass>();

export function classOf(point: number): CharClass {
  if (point < 0x80) return classOfAscii(point);
  const seen = known.get(point);
  if (seen !== undefined) return seen;
  const found = describe(point);
  known.set(point, found);
  return found;
}

export function isLetter(kind: CharClass): boolean {
  return (
    kind === CLASS.lower ||
    kind === CLASS.upper ||
    kind === CLASS.small ||
    kind === CLASS.capital ||
    kind === CLASS.rareLetter ||
    kind === CLASS.mark
  );
}

export function isLower(kind: CharClass): boolean {
  return kind === CLASS.lower || kind === CLASS.small;
}

export function isUpper(kind: CharClass): boolean {
  return kind === CLASS.upper || kind === CLASS.capital;
}

/** Scripts of which two neighbouring letters are no accident. */
export function isForeignScript(kind: CharClass): boolean {
  return kind === CLASS.greek || kind === CLASS.cyrillic || kind === CLASS.eastern || kind === CLASS.otherScript;
}
