import { MAX_FILE_BYTES } from '../core/files.js';
import { errorAt, type Problem, skippedAt } from '../core/problem.js';
import { MAX_REPORTED } from './find-lost.js';
import { type LegacyText, readLegacy } from './legacy-bytes.js';
import { lineStartsOf, type Position, positionFinder } from './lines.js';
import { sniffUtf16, type Utf16 } from './utf16.js';

type DecodedBytes =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** `utf-8`, `utf-16le`, `Windows-1252`, `utf-8 + Mac Roman` … */
      readonly encoding: string;
      /** Lines in another encoding than the file, or in a code page that was guessed. */
      readonly guessedLines: number;
      /** Bytes that are invalid in every encoding; U+FFFD stands in their place. */
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** With a higher share of broken characters a file is not text. */
const MAX_BROKEN_SHARE = 0.05;
/** With a higher share of control bytes a file is not text. */
const MAX_CONTROL_SHARE = 0.01;

type Encoding = 'utf-8' | Utf16;

function sniff(bytes: Uint8Array): { encoding: Encoding; bom: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bom: 2 };
  return { encoding: sniffUtf16(bytes) ?? 'utf-8', bom: 0 };
}

function decodeStrictly(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refused(problem: Problem): DecodedBytes {
  return { kind: 'refused', problem };
}

const REPLACEMENT = '\ufffd';

function countBroken(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count += 1;
  return count;
}

/** Where U+FFFD stands, lines and columns from 1; at most `limit` of them. */
function findBroken(text: string, limit: number): readonly Position[] {
  const found: Position[] = [];
  const starts = lineStartsOf(text);
  const positionOf = positionFinder(text, starts);
  for (let at = text.indexOf(REPLACEMENT); at >= 0 && found.length < limit; at = text.indexOf(REPLACEMENT, at + 1)) {
    found.push(positionOf(at));
  }
  return found;
}

const CODES = { 'utf-8': 'invalid-utf8', 'utf-16le': 'invalid-utf16', 'utf-16be': 'invalid-utf16' } as const;

function invalidFile(file: string, encoding: Encoding, { line, column }: Position): Problem {
  return errorAt(file, line, CODES[encoding], column);
}

function invalidCharacter(file: string, encoding: Encoding, { line, column }: Position): Problem {
  return skippedAt(file, line, CODES[encoding], column);
}

/** The result for a text whose broken characters are U+FFFD; refused where there are too many. */
function toDecoded(
  file: string,
  encoding: Encoding,
  read: Omit<LegacyText, 'isMixed'> & { name: string },
): DecodedBytes {
  const { text, legacyLines } = read;
  const [first] = findBroken(text, 1);
  if (first && countBroken(text) > MAX_BROKEN_SHARE * text.length) return refused(invalidFile(file, encoding, first));
  const problems = findBroken(text, MAX_REPORTED).map((one) => invalidCharacter(file, encoding, one));
  return { kind: 'text', text, encoding: read.name, guessedLines: legacyLines, problems };
}

/** The first position that is not valid UTF-8. */
function firstInvalid(bytes: Uint8Array): Position {
  const [first] = findBroken(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), 1);
  return first ?? { line: 1, column: 1 };
}

function decodeLegacy(file: string, bytes: Uint8Array): DecodedBytes {
  const read = readLegacy(bytes);
  if (!read) return refused(invalidFile(file, 'utf-8', firstInvalid(bytes)));
  const names = [...(read.isMixed || read.pages.length === 0 ? ['utf-8'] : []), ...read.pages];
  return toDecoded(file, 'utf-8', { ...read, name: names.join(' + ') });
}

function decodeUtf16(file: string, encoding: Utf16, bytes: Uint8Array): DecodedBytes {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return toDecoded(file, encoding, { text, pages: [], legacyLines: 0, name: encoding });
}

function isControl(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && byte !== 0x1b && (byte < 0x09 || byte > 0x0d));
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0) || bytes.filter(isControl).length > MAX_CONTROL_SHARE * bytes.length;
}

function decodeBody(file: string, encoding: Encoding, body: Uint8Array): DecodedBytes {
  if (encoding === 'utf-8' && body.includes(0)) {
    return refused(errorAt(file, 1, 'binary'));
  }
  const text = decodeStrictly(encoding, body);
  if (text !== null) return { kind: 'text', text, encoding, guessedLines: 0, problems: [] };
  if (encoding !== 'utf-8') return decodeUtf16(file, encoding, body);
  if (isBinary(body)) return refused(errorAt(file, 1, 'binary'));
  return decodeLegacy(file, body);
}

/**
 * Decodes a note file by its bytes: by a byte order mark, the zero bytes of UTF-16, as strict UTF-8, and only then, line
 * by line, in older code pages. Refuses a file that is empty, too large, binary or in an unknown encoding.
 */
export function decodeBytes(file: string, bytes: Uint8Array): DecodedBytes {
  if (bytes.length > MAX_FILE_BYTES) return refused(errorAt(file, 1, 'too-large'));
  const { encoding, bom } = sniff(bytes);
  const decoded = decodeBody(file, encoding, bytes.subarray(bom));
  if (decoded.kind === 'refused') return decoded;
  const { text } = decoded;
  if (text.includes('\0')) return refused(errorAt(file, 1, 'binary'));
  if (text.trim() === '') return refused(errorAt(file, 1, 'empty'));
  return decoded;
}
