import { fitnessOf } from './fitness.js';
import {
  decodeValid,
  FILE_PAGES,
  type FilePage,
  hasValidBeyondAscii,
  inBoth,
  inBothSensibly,
  inPage,
  type Piece,
  piecesOf,
  withGaps,
} from './legacy-line.js';
import { sequenceLength } from './utf8.js';

/** A file that is not UTF-8, or not all of it. */
export type LegacyText = {
  readonly text: string;
  /** Names of the code pages that lines were written in; empty where only single bytes are broken. */
  readonly pages: readonly string[];
  /** Some of it was UTF-8 beyond ASCII. */
  readonly isMixed: boolean;
  /** Lines that were read in a code page. */
  readonly legacyLines: number;
};

const LINE_FEED = 0x0a;
const REPLACEMENT = '\ufffd';
/** How much better a line must read in another page than the one of most lines. */
const OWN_PAGE = 0.75;
/** How much better a line must read as a whole than with its valid sequences left alone. */
const ALL_OF_IT = 2;

/** One letter that stands in a word; where no page reads well, the rare ones are not to be tried. */
const SOME_EVIDENCE = 0.5;
/** So many pieces, or bytes, of a line show how it reads. */
const LONG_ENOUGH = 4000;
/** How many damaged lines show well enough in which page a file was written. */
const SAMPLE = 500;

type Guess = { readonly page: FilePage; readonly isWhole: boolean; readonly fitness: number };
type Line = { readonly bytes: Uint8Array; readonly pieces: readonly Piece[] };

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

/** The line in a page: all of it, or only what is not UTF-8, whichever reads better. */
function guessOf(line: Line, page: FilePage, known: ReadonlySet<string>): Guess {
  const pieces = line.pieces.slice(0, LONG_ENOUGH);
  const bytes = line.bytes.subarray(0, LONG_ENOUGH);
  const both = { page, isWhole: false, fitness: fitnessOf(inBoth(pieces, page.page), known) };
  if (!hasValidBeyondAscii(pieces)) return both;
  const fitness = fitnessOf(inPage(bytes, page.page), known);
  return fitness > both.fitness + ALL_OF_IT ? { page, isWhole: true, fitness } : both;
}

function isValid(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => piece.valid);
}

/** Characters beyond ASCII of the valid pieces. */
function knownIn(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ pieces }) => decodeValid(pieces.filter((piece) => piece.valid)).match(/[^\0-\x7f]/gu) ?? []),
  );
}

/** The page in which the damaged lines together read best. */
function commonPage(lines: readonly Line[], known: ReadonlySet<string>, isMixed: boolean): FilePage | undefined {
  const damaged = lines.filter(({ pieces }) => !isValid(pieces)).slice(0, SAMPLE);
  const unread = damaged.reduce((sum, { pieces }) => sum + fitnessOf(withGaps(pieces.slice(0, LONG_ENOUGH)), known), 0);
  const totals = FILE_PAGES.map((page) => {
    const fitness = damaged.reduce((sum, line) => sum + guessOf(line, page, known).fitness, 0);
    const isPossible = page.byLine || fitness - unread >= (isMixed ? page.handicap : SOME_EVIDENCE);
    return { page, fitness: isPossible ? fitness - page.handicap : -Infinity };
  });
  return totals.toSorted((a, b) => b.fitness - a.fitness)[0]?.page;
}

function bestGuess(line: Line, common: FilePage | undefined, known: ReadonlySet<string>): Guess | undefined {
  const possible = FILE_PAGES.filter((page) => page === common || page.byLine);
  const guesses = possible.map((page) => guessOf(line, page, known));
  const usual = guesses.find((guess) => guess.page === common);
  const [best] = guesses.toSorted((a, b) => b.fitness - b.page.handicap - (a.fitness - a.page.handicap));
  return best && usual && best.fitness - usual.fitness < OWN_PAGE ? usual : best;
}

/** What is known of the whole file. */
type File = { readonly known: ReadonlySet<string>; readonly common: FilePage | undefined; readonly isMixed: boolean };

type ReadLine = { readonly text: string; readonly page: string | null; readonly isBoth: boolean };

function readLine(line: Line, { known, common, isMixed }: File): ReadLine {
  if (isValid(line.pieces)) return { text: decodeValid(line.pieces), page: null, isBoth: false };
  const guess = bestGuess(line, common, known);
  if (!guess) return { text: decodeValid(line.pieces), page: null, isBoth: false };
  const { page } = guess.page;
  const text = guess.isWhole ? inPage(line.bytes, page) : inBothSensibly(line.pieces, page, isMixed);
  const isBoth = !guess.isWhole && hasValidBeyondAscii(line.pieces);
  return { text, page: text.includes(REPLACEMENT) ? null : page.name, isBoth };
}

/** Length of a sequence that the end of the file cut off, 0 where none was. */
function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (sequenceLength(byte) > back) return back;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return 0;
}

/** The end of a text that is UTF-8 elsewhere was cut off; in any other it is a letter of a code page. */
function withoutCutEnd(bytes: Uint8Array): Uint8Array {
  const cut = cutLength(bytes);
  if (cut === 0) return bytes;
  const rest = bytes.subarray(0, bytes.length - cut);
  const pieces = piecesOf(rest);
  return isValid(pieces) && hasValidBeyondAscii(pieces) ? rest : bytes;
}

function countOf(bytes: Uint8Array, isCounted: (byte: number) => boolean): number {
  let count = 0;
  for (const byte of bytes) if (isCounted(byte)) count += 1;
  return count;
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Notes in Latin script are mostly ASCII; a code page of another script is not, nor are bytes without a meaning. */
const MOST_ACCENTED = 0.4;
const FEWEST_ACCENTED = 20;

/** Whether the damaged lines have more bytes beyond ASCII than any language that the code pages are for. */
function isForeign(lines: readonly Line[]): boolean {
  const damaged = lines.filter(({ pieces }) => !isValid(pieces));
  const strays = damaged.flatMap(({ pieces }) => pieces.filter((piece) => !piece.valid));
  const accented = strays.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const letters = damaged.reduce((sum, { bytes }) => sum + countOf(bytes, isAsciiLetter), 0);
  return accented >= FEWEST_ACCENTED && accented > MOST_ACCENTED * (letters + accented);
}

/** Bytes that are not valid UTF-8 as text, `null` where they are in no page of ours. Bytes that make no sense in any page become U+FFFD. */
export function readLegacy(all: Uint8Array): LegacyText | null {
  const bytes = withoutCutEnd(all);
  const lines = linesOf(bytes).map((line) => ({ bytes: line, pieces: piecesOf(line) }));
  if (isForeign(lines)) return null;
  const known = knownIn(lines);
  // A valid piece in a damaged line may be an accident, a whole line is none.
  const isMixed = lines.some(({ pieces }) => isValid(pieces) && hasValidBeyondAscii(pieces));
  const file = { known, common: commonPage(lines, known, isMixed), isMixed };
  const read = lines.map((line) => readLine(line, file));
  const pages = read.flatMap(({ page }) => (page === null ? [] : [page]));
  return {
    text: read.map(({ text }) => text).join('') + (bytes.length < all.length ? REPLACEMENT : ''),
    pages: [...new Set(pages)],
    isMixed: isMixed || read.some((line) => line.isBoth),
    legacyLines: pages.length,
  };
}
