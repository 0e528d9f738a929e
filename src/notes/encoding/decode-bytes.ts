import { errorAt, type Problem } from '../problem.js';

export type ByteEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export type DecodedBytes =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: ByteEncoding }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Ten megabytes: more than any notes that a person wrote. */
export const MAX_NOTE_BYTES = 10 * 1024 * 1024;

const SNIFFED_BYTES = 4096;

/** The share of zero bytes at even and at odd positions: Latin text in UTF-16 has nearly only zeros at one of them. */
function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  const length = Math.min(bytes.length, SNIFFED_BYTES) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = Math.max(1, length / 2);
  return { even: even / pairs, odd: odd / pairs };
}

function sniff(bytes: Uint8Array): { encoding: ByteEncoding; bom: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bom: 2 };
  const { even, odd } = zeroShares(bytes);
  if (odd > 0.4 && even < 0.05) return { encoding: 'utf-16le', bom: 0 };
  if (even > 0.4 && odd < 0.05) return { encoding: 'utf-16be', bom: 0 };
  return { encoding: 'utf-8', bom: 0 };
}

function decodes(encoding: ByteEncoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The longest prefix that is valid, found by halving: a decoder that streams accepts a sequence cut at the end. */
function validPrefix(encoding: ByteEncoding, bytes: Uint8Array): string {
  let valid = 0;
  let invalid = bytes.length;
  const streams = (length: number): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
        stream: true,
      });
    } catch {
      return null;
    }
  };
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (streams(middle) === null) invalid = middle;
    else valid = middle;
  }
  return streams(valid) ?? '';
}

function invalidAt(file: string, encoding: ByteEncoding, bytes: Uint8Array): Problem {
  const before = validPrefix(encoding, bytes).split(/\r\n|\r|\n/);
  const line = before.length;
  const column = [...(before.at(-1) ?? '')].length + 1;
  const code = encoding === 'utf-8' ? 'invalid-utf8' : 'invalid-utf16';
  const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
  return errorAt(
    file,
    line,
    code,
    `not valid ${name} at line ${line}, column ${column}; save the file as UTF-8`,
    column,
  );
}

/**
 * Bytes of a note file as text. Looks at the bytes before it believes anything: a byte order mark, the zero pattern
 * of UTF-16, strict UTF-8. Refuses what is empty, over 10 MB, binary or not valid in its encoding.
 */
export function decodeBytes(file: string, bytes: Uint8Array): DecodedBytes {
  const refuse = (problem: Problem): DecodedBytes => ({ kind: 'refused', problem });
  if (bytes.length > MAX_NOTE_BYTES) {
    const megabytes = (bytes.length / 1024 / 1024).toFixed(1);
    return refuse(errorAt(file, 1, 'too-large', `the file has ${megabytes} MB; notes may have at most 10 MB`));
  }
  const { encoding, bom } = sniff(bytes);
  const body = bytes.subarray(bom);
  const text = decodes(encoding, body);
  if (encoding === 'utf-8' && body.includes(0)) {
    return refuse(errorAt(file, 1, 'binary', 'the file is binary (it holds NUL bytes), not text'));
  }
  if (text === null) return refuse(invalidAt(file, encoding, body));
  if (text.includes('\0')) return refuse(errorAt(file, 1, 'binary', 'the file is binary (it holds NUL characters)'));
  if (text.trim() === '') return refuse(errorAt(file, 1, 'empty', 'the file is empty'));
  return { kind: 'text', text, encoding };
}
