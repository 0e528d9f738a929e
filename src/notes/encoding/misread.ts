import { CODE_PAGES, type CodePage } from './code-pages.js';

/** Characters that look like the bytes of one UTF-8 sequence, read through a code page. */
export type Misread = {
  /** UTF-16 offsets in the text that was scanned. */
  readonly start: number;
  readonly end: number;
  /** What the sequence means. */
  readonly decoded: string;
  /** How strongly this speaks for damage: 2 convinces alone, 0 does not count. */
  readonly evidence: number;
};

export type MisreadPage = { readonly name: string; readonly byteOf: ReadonlyMap<number, number> };

/** Windows-1252 also takes the C1 controls as their own bytes, which makes it read Latin-1 too. */
function misreadPage(page: CodePage): MisreadPage {
  const byteOf = new Map<number, number>();
  if (page.name === 'Windows-1252') for (let byte = 0x80; byte < 0xa0; byte += 1) byteOf.set(byte, byte);
  for (let i = 0; i < 128; i += 1) byteOf.set(page.upper.charCodeAt(i), 0x80 + i);
  return { name: page.name, byteOf };
}

export const MISREAD_PAGES: readonly MisreadPage[] = CODE_PAGES.filter((page) => page.name !== 'Latin-1').map(
  misreadPage,
);

const SPACE = 0x20;
const LETTER = /^\p{L}$/u;
const LOWER = /^\p{Ll}$/u;

/** Bytes in the sequence that a lead byte opens, 0 for a byte that opens none. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** Smallest code point that may be written in 2, 3 and 4 bytes. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

function codePointOf(bytes: readonly number[]): number | null {
  const [lead = 0, ...rest] = bytes;
  let point = lead & (0xff >> (bytes.length + 1));
  for (const byte of rest) point = (point << 6) | (byte & 0x3f);
  const valid = point >= (SMALLEST[bytes.length] ?? 0) && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return valid ? point : null;
}

/** Emoji and other symbols live in plane 1; the planes above hold nothing that notes are written in. */
const LAST_OF_EMOJI_PLANE = 0x1ffff;

const COMBINING_ON_LETTERS = new Set([0x300, 0x301, 0x302, 0x303, 0x308, 0x30a, 0x327]);

/** Symbols that people write in notes and that take three bytes. */
function isCommonSymbol(point: number): boolean {
  return (
    (point >= 0x2010 && point <= 0x203a) ||
    (point >= 0x20a0 && point <= 0x20bf) ||
    point === 0x2122 ||
    (point >= 0x2190 && point <= 0x22ff) ||
    (point >= 0x2500 && point <= 0x27bf) ||
    (point >= 0xfb01 && point <= 0xfb02) ||
    point === 0x200d ||
    point === 0xf8ff ||
    point === 0xfe0f ||
    point === 0xfeff ||
    point === 0xfffd
  );
}

/** Latin-1, the letters that Windows-1252 adds to it, and what Mac Roman adds: the outcome of most double reads. */
function isWesternPair(point: number): boolean {
  return point <= 0x17f || point === 0x192 || (point >= 0x2c6 && point <= 0x2dd);
}

/**
 * How strongly one sequence speaks for damage. A root sign or a capital Ã inside a word is what healthy text never
 * has; the same two characters standing alone may be a formula, so they count nothing.
 */
function evidenceOf(point: number, bytes: number, before: string, after: string): number {
  if (bytes === 4) return point <= LAST_OF_EMOJI_PLANE ? 3 : 0;
  if (bytes === 3) return isCommonSymbol(point) ? 2 : 0.5;
  if (COMBINING_ON_LETTERS.has(point)) return LETTER.test(before) ? 2 : 0;
  if (point > 0xff) return isWesternPair(point) ? 0.5 : 0;
  const decodedLetter = point >= 0xc0 && point !== 0xd7 && point !== 0xf7;
  if (LOWER.test(before)) return 2;
  if (LETTER.test(before) && LETTER.test(after)) return 2;
  if (decodedLetter && LOWER.test(after)) return 2;
  return LETTER.test(before) || LETTER.test(after) ? 1 : 0;
}

/**
 * Whether a sequence may be read anew where the text around it is healthy. Chance makes rare letters: `«é` is the
 * Mac Roman reading of a Vietnamese letter, so only what Western notes hold is believed.
 */
function isPlausible(misread: Misread): boolean {
  const point = misread.decoded.codePointAt(0) ?? 0;
  const isEmojiPlane = point > 0xffff && point <= LAST_OF_EMOJI_PLANE;
  return isEmojiPlane || COMBINING_ON_LETTERS.has(point) || isWesternPair(point) || isCommonSymbol(point);
}

/** The sequence that begins at `start`, or `null`. `spaceIsNbsp`: a space may stand for a lost no-break space. */
function misreadAt(text: string, start: number, page: MisreadPage, spaceIsNbsp: boolean): Misread | null {
  const lead = page.byteOf.get(text.charCodeAt(start));
  const length = lead === undefined ? 0 : sequenceLength(lead);
  if (lead === undefined || length === 0) return null;
  const bytes = [lead];
  let spaces = 0;
  for (let i = start + 1; i < start + length; i += 1) {
    const code = text.charCodeAt(i);
    const isSpace = code === SPACE && spaceIsNbsp;
    if (isSpace) spaces += 1;
    const byte = isSpace ? 0xa0 : page.byteOf.get(code);
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return null;
    bytes.push(byte);
  }
  const point = codePointOf(bytes);
  if (point === null || (spaces > 0 && length === 3 && !isCommonSymbol(point))) return null;
  const end = start + length;
  const evidence = spaces > 0 ? 0 : evidenceOf(point, length, text.charAt(start - 1), text.charAt(end));
  return { start, end, decoded: String.fromCodePoint(point), evidence };
}

export type Scan = {
  readonly misreads: readonly Misread[];
  /** Every character beyond ASCII belongs to a sequence: the whole text is one misread. */
  readonly whole: boolean;
  readonly evidence: number;
};

/** All sequences of a text that was perhaps misread through this page, in one pass. */
export function scanMisreads(text: string, page: MisreadPage): Scan {
  const spaceIsNbsp = page.byteOf.get(0xa0) === 0xa0;
  const misreads: Misread[] = [];
  let whole = true;
  let i = 0;
  while (i < text.length) {
    const misread = text.charCodeAt(i) < 0x80 ? null : misreadAt(text, i, page, spaceIsNbsp);
    if (misread) misreads.push(misread);
    else if (text.charCodeAt(i) >= 0x80) whole = false;
    i = misread?.end ?? i + 1;
  }
  const believed = whole ? misreads : misreads.filter(isPlausible);
  const evidence = believed.reduce((sum, misread) => sum + misread.evidence, 0);
  return { misreads: believed, whole: whole && misreads.length > 0, evidence };
}

export function reread(text: string, misreads: readonly Misread[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, decoded } of misreads) {
    pieces.push(text.slice(done, start), decoded);
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
