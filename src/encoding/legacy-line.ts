import { CODE_PAGES, type CodePage } from './code-pages.js';
import { oddness } from './oddness.js';
import { isContinuation, sequenceLength } from './utf8.js';

/** Bytes of one line: what is valid UTF-8, and what is not. */
export type Piece = { readonly bytes: Uint8Array; readonly valid: boolean };

/** Length of the valid sequence at `at`, 0 where there is none. */
function validLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = sequenceLength(lead);
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i += 1) if (!isContinuation(bytes[at + i] ?? 0)) return 0;
  const second = bytes[at + 1] ?? 0;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const beyond = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return overlong || beyond ? 0 : length;
}

/** The line in pieces that are valid throughout or not at all. */
export function piecesOf(bytes: Uint8Array): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let i = 0;
  let wasValid = true;
  const close = () => {
    if (i > start) pieces.push({ bytes: bytes.subarray(start, i), valid: wasValid });
    start = i;
  };
  while (i < bytes.length) {
    const length = validLength(bytes, i);
    if (length > 0 !== wasValid) {
      close();
      wasValid = length > 0;
    }
    i += Math.max(1, length);
  }
  close();
  return pieces;
}

/** A page that files without a mark are written in. */
export type FilePage = {
  readonly page: CodePage;
  /** How much better a text must read in it than in the page before: few files are still made in DOS. */
  readonly handicap: number;
  /** Whether single lines of a file may be in it. */
  readonly byLine: boolean;
};

const HANDICAPS: ReadonlyMap<string, number> = new Map([
  ['Windows-1252', 0],
  ['Mac Roman', 0.4],
  ['CP850', 1],
  ['CP437', 1.25],
]);

const MOST_BY_LINE = 1;

/** Latin-1 is not among them: what it has of characters is where Windows-1252 has it. */
export const FILE_PAGES: readonly FilePage[] = CODE_PAGES.flatMap((page) => {
  const handicap = HANDICAPS.get(page.name);
  return handicap === undefined ? [] : [{ page, handicap, byLine: handicap < MOST_BY_LINE }];
});

/** All bytes as this page has them. */
export function inPage(bytes: Uint8Array, page: CodePage): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.replace(/[\x80-\xff]/g, (char) => page.upper.charAt(char.charCodeAt(0) - 0x80));
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function inPiece({ bytes, valid }: Piece, page: CodePage): string {
  return valid ? utf8.decode(bytes) : inPage(bytes, page);
}

/** Valid pieces as UTF-8, the others as this page has them. */
export function inBoth(pieces: readonly Piece[], page: CodePage): string {
  return pieces.map((piece) => inPiece(piece, page)).join('');
}

/** Pieces that are all valid. */
export function decodeValid(pieces: readonly Piece[]): string {
  return pieces.map(({ bytes }) => utf8.decode(bytes)).join('');
}

export function hasValidBeyondAscii(pieces: readonly Piece[]): boolean {
  return pieces.some(({ bytes, valid }) => valid && bytes.some((byte) => byte >= 0x80));
}

const REPLACEMENT = '\ufffd';
/** What makes its surroundings odder than this, by byte, is no character of the page. */
const MOST_ODD = 2;
/** In a file that is UTF-8 elsewhere a stray byte is more likely an accident. */
const MOST_ODD_IN_UTF8 = 1;
const CONTEXT = 3;

/** Byte 0xFF in Windows-1252 and in Mac Roman: a letter in words, else only what programs fill files with. */
const FILLER = /[ÿˇ]/;
/** Bytes that Windows-1252 leaves open. */
const OPEN = /[\x80-\x9f]/;

function isNonsense(text: string, before: string, after: string, mostOdd: number): boolean {
  if (OPEN.test(text)) return true;
  const isFiller = FILLER.test(text) && !(/\p{L}$/u.test(before) && /^\p{L}/u.test(after));
  return isFiller || oddness(before, text, after) > mostOdd * Math.max(1, text.length / 2);
}

/** The valid pieces, with U+FFFD for the others. */
export function withGaps(pieces: readonly Piece[]): string {
  return pieces.map(({ bytes, valid }) => (valid ? utf8.decode(bytes) : REPLACEMENT)).join('');
}

/** The pieces in a page, with U+FFFD for each byte that makes no sense where it stands. */
export function inBothSensibly(pieces: readonly Piece[], page: CodePage, isMixed: boolean): string {
  const mostOdd = isMixed ? MOST_ODD_IN_UTF8 : MOST_ODD;
  const texts = pieces.map((piece) => inPiece(piece, page));
  const verdicts = new Map<string, boolean>();
  const sensible = texts.map((text, i) => {
    if (pieces[i]?.valid) return text;
    const before = texts[i - 1]?.slice(-CONTEXT) ?? '';
    const after = texts[i + 1]?.slice(0, CONTEXT) ?? '';
    const place = `${before}\0${text}\0${after}`;
    const verdict = verdicts.get(place) ?? isNonsense(text, before, after, mostOdd);
    verdicts.set(place, verdict);
    return verdict ? REPLACEMENT.repeat(text.length) : text;
  });
  return sensible.join('');
}
