import { scoreFitness } from './fitness.js';
import {
  type ByteSpan,
  decodeInPage,
  decodePlausibly,
  decodeSpans,
  decodeValid,
  decodeWithReplacements,
  FILE_PAGES,
  type FilePage,
  hasValidBeyondAscii,
  splitByValidity,
} from './legacy-line.js';
import { sequenceLength } from './utf8.js';

/** A file that is not UTF-8, or not all of it. */
export type LegacyText = {
  readonly text: string;
  /** Names of the code pages of the lines; empty where only single bytes are broken. */
  readonly pages: readonly string[];
  /** A part of it was UTF-8 beyond ASCII. */
  readonly isMixed: boolean;
  /** Lines that were read in a code page. */
  readonly legacyLines: number;
};

const LINE_FEED = 0x0a;
const REPLACEMENT = '\ufffd';
/** How much better a line must score in another page than in the common one. */
const MIN_PAGE_ADVANTAGE = 0.75;
/** How much better a line must score wholly in a page than with its valid UTF-8 kept. */
const MIN_WHOLE_LINE_ADVANTAGE = 2;

/** The score of one plausible letter, which a rare page must gain to be considered. */
const MIN_EVIDENCE = 0.5;
/** How many spans or bytes of a line are scored. */
const SAMPLE_LENGTH = 4000;
/** How many damaged lines decide which page is the common one. */
const SAMPLE_LINES = 500;

type PageGuess = { readonly page: FilePage; readonly isWholeLine: boolean; readonly fitness: number };
type ByteLine = { readonly bytes: Uint8Array; readonly spans: readonly ByteSpan[] };

function splitLines(bytes: Uint8Array): readonly Uint8Array[] {
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

/** The line decoded in a page: wholly, or only its invalid spans, whichever scores better. */
function guessPage(line: ByteLine, page: FilePage, known: ReadonlySet<string>): PageGuess {
  const spans = line.spans.slice(0, SAMPLE_LENGTH);
  const bytes = line.bytes.subarray(0, SAMPLE_LENGTH);
  const both = { page, isWholeLine: false, fitness: scoreFitness(decodeSpans(spans, page.page), known) };
  if (!hasValidBeyondAscii(spans)) return both;
  const fitness = scoreFitness(decodeInPage(bytes, page.page), known);
  return fitness > both.fitness + MIN_WHOLE_LINE_ADVANTAGE ? { page, isWholeLine: true, fitness } : both;
}

function areValid(spans: readonly ByteSpan[]): boolean {
  return spans.every((piece) => piece.valid);
}

/** The characters beyond ASCII in the valid spans. */
function validCharacters(lines: readonly ByteLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ spans }) => decodeValid(spans.filter((piece) => piece.valid)).match(/[^\0-\x7f]/gu) ?? []),
  );
}

/** The page in which the damaged lines together score best. */
function findCommonPage(
  lines: readonly ByteLine[],
  known: ReadonlySet<string>,
  isMixed: boolean,
): FilePage | undefined {
  const damaged = lines.filter(({ spans }) => !areValid(spans)).slice(0, SAMPLE_LINES);
  const unread = damaged.reduce(
    (sum, { spans }) => sum + scoreFitness(decodeWithReplacements(spans.slice(0, SAMPLE_LENGTH)), known),
    0,
  );
  const totals = FILE_PAGES.map((page) => {
    const fitness = damaged.reduce((sum, line) => sum + guessPage(line, page, known).fitness, 0);
    const isPossible = page.byLine || fitness - unread >= (isMixed ? page.handicap : MIN_EVIDENCE);
    return { page, fitness: isPossible ? fitness - page.handicap : -Infinity };
  });
  return totals.toSorted((a, b) => b.fitness - a.fitness)[0]?.page;
}

function bestGuess(line: ByteLine, common: FilePage | undefined, known: ReadonlySet<string>): PageGuess | undefined {
  const possible = FILE_PAGES.filter((page) => page === common || page.byLine);
  const guesses = possible.map((page) => guessPage(line, page, known));
  const usual = guesses.find((guess) => guess.page === common);
  const [best] = guesses.toSorted((a, b) => b.fitness - b.page.handicap - (a.fitness - a.page.handicap));
  return best && usual && best.fitness - usual.fitness < MIN_PAGE_ADVANTAGE ? usual : best;
}

/** Facts about the whole file. */
type FileContext = {
  readonly known: ReadonlySet<string>;
  readonly common: FilePage | undefined;
  readonly isMixed: boolean;
};

type DecodedLine = { readonly text: string; readonly page: string | null; readonly isMixed: boolean };

function decodeLine(line: ByteLine, { known, common, isMixed }: FileContext): DecodedLine {
  if (areValid(line.spans)) return { text: decodeValid(line.spans), page: null, isMixed: false };
  const guess = bestGuess(line, common, known);
  if (!guess) return { text: decodeValid(line.spans), page: null, isMixed: false };
  const { page } = guess.page;
  const text = guess.isWholeLine ? decodeInPage(line.bytes, page) : decodePlausibly(line.spans, page, isMixed);
  const isBoth = !guess.isWholeLine && hasValidBeyondAscii(line.spans);
  return { text, page: text.includes(REPLACEMENT) ? null : page.name, isMixed: isBoth };
}

/** Length of a sequence that the end of the file cut off, 0 where none was. */
function truncatedLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (sequenceLength(byte) > back) return back;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return 0;
}

/** Without a sequence that the end of a UTF-8 file cut off; in other files these bytes are letters of a code page. */
function withoutTruncatedEnd(bytes: Uint8Array): Uint8Array {
  const cut = truncatedLength(bytes);
  if (cut === 0) return bytes;
  const rest = bytes.subarray(0, bytes.length - cut);
  const spans = splitByValidity(rest);
  return areValid(spans) && hasValidBeyondAscii(spans) ? rest : bytes;
}

function countOf(bytes: Uint8Array, isCounted: (byte: number) => boolean): number {
  let count = 0;
  for (const byte of bytes) if (isCounted(byte)) count += 1;
  return count;
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Notes in Latin script are mostly ASCII, unlike other scripts and arbitrary bytes. */
const MOST_ACCENTED = 0.4;
const FEWEST_ACCENTED = 20;

/** Whether the damaged lines have more bytes beyond ASCII than any language of the code pages. */
function isForeign(lines: readonly ByteLine[]): boolean {
  const damaged = lines.filter(({ spans }) => !areValid(spans));
  const strays = damaged.flatMap(({ spans }) => spans.filter((piece) => !piece.valid));
  const accented = strays.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const letters = damaged.reduce((sum, { bytes }) => sum + countOf(bytes, isAsciiLetter), 0);
  return accented >= FEWEST_ACCENTED && accented > MOST_ACCENTED * (letters + accented);
}

/** Decodes bytes that are not valid UTF-8; `null` where no page fits. Implausible bytes become U+FFFD. */
export function readLegacy(all: Uint8Array): LegacyText | null {
  const bytes = withoutTruncatedEnd(all);
  const lines = splitLines(bytes).map((line) => ({ bytes: line, spans: splitByValidity(line) }));
  if (isForeign(lines)) return null;
  const known = validCharacters(lines);
  // A valid span in a damaged line may be an accident, but a whole valid line is not.
  const isMixed = lines.some(({ spans }) => areValid(spans) && hasValidBeyondAscii(spans));
  const file = { known, common: findCommonPage(lines, known, isMixed), isMixed };
  const read = lines.map((line) => decodeLine(line, file));
  const pages = read.flatMap(({ page }) => (page === null ? [] : [page]));
  return {
    text: read.map(({ text }) => text).join('') + (bytes.length < all.length ? REPLACEMENT : ''),
    pages: [...new Set(pages)],
    isMixed: isMixed || read.some((line) => line.isMixed),
    legacyLines: pages.length,
  };
}
