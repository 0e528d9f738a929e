import { CODE_PAGES, type CodePage } from './code-pages.js';
import { oddness } from './oddness.js';
import { isContinuation, sequenceLength } from './utf8.js';

/** Consecutive bytes of a line that are all valid UTF-8, or all invalid. */
export type ByteSpan = { readonly bytes: Uint8Array; readonly valid: boolean };

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

/** Splits a line into valid and invalid spans. */
export function splitByValidity(bytes: Uint8Array): readonly ByteSpan[] {
  const spans: ByteSpan[] = [];
  let start = 0;
  let i = 0;
  let wasValid = true;
  const close = () => {
    if (i > start) spans.push({ bytes: bytes.subarray(start, i), valid: wasValid });
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
  return spans;
}

/** A code page in which files are written. */
export type FilePage = {
  readonly page: CodePage;
  /** How much is subtracted from its score, since fewer files are written in it. */
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

const MAX_HANDICAP_BY_LINE = 1;

/** Without Latin-1, whose characters are all in Windows-1252. */
export const FILE_PAGES: readonly FilePage[] = CODE_PAGES.flatMap((page) => {
  const handicap = HANDICAPS.get(page.name);
  return handicap === undefined ? [] : [{ page, handicap, byLine: handicap < MAX_HANDICAP_BY_LINE }];
});

/** Decodes bytes in a page. */
export function decodeInPage(bytes: Uint8Array, page: CodePage): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.replace(/[\x80-\xff]/g, (char) => page.upper.charAt(char.charCodeAt(0) - 0x80));
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function decodeSpan({ bytes, valid }: ByteSpan, page: CodePage): string {
  return valid ? utf8.decode(bytes) : decodeInPage(bytes, page);
}

/** Decodes valid spans as UTF-8, and the others in a page. */
export function decodeSpans(spans: readonly ByteSpan[], page: CodePage): string {
  return spans.map((piece) => decodeSpan(piece, page)).join('');
}

/** Decodes spans that are all valid. */
export function decodeValid(spans: readonly ByteSpan[]): string {
  return spans.map(({ bytes }) => utf8.decode(bytes)).join('');
}

export function hasValidBeyondAscii(spans: readonly ByteSpan[]): boolean {
  return spans.some(({ bytes, valid }) => valid && bytes.some((byte) => byte >= 0x80));
}

const REPLACEMENT = '\ufffd';
/** A byte that makes its context odder than this is not a character of the page. */
const MAX_ODDNESS = 2;
/** The same for a file that is UTF-8 elsewhere, where a stray byte is more likely an accident. */
const MAX_ODDNESS_IN_UTF8 = 1;
const CONTEXT_LENGTH = 3;

/** Byte 0xFF in Windows-1252 and in Mac Roman: a letter inside words, else padding. */
const FILLER = /[ÿˇ]/;
/** Bytes that Windows-1252 does not define. */
const UNDEFINED_BYTES = /[\x80-\x9f]/;

function isImplausible(text: string, before: string, after: string, maxOddness: number): boolean {
  if (UNDEFINED_BYTES.test(text)) return true;
  const isFiller = FILLER.test(text) && !(/\p{L}$/u.test(before) && /^\p{L}/u.test(after));
  return isFiller || oddness(before, text, after) > maxOddness * Math.max(1, text.length / 2);
}

/** Decodes valid spans, with U+FFFD for the others. */
export function decodeWithReplacements(spans: readonly ByteSpan[]): string {
  return spans.map(({ bytes, valid }) => (valid ? utf8.decode(bytes) : REPLACEMENT)).join('');
}

/** Decodes the spans in a page, with U+FFFD for each byte that is implausible in its context. */
export function decodePlausibly(spans: readonly ByteSpan[], page: CodePage, isMixed: boolean): string {
  const maxOddness = isMixed ? MAX_ODDNESS_IN_UTF8 : MAX_ODDNESS;
  const texts = spans.map((piece) => decodeSpan(piece, page));
  const verdicts = new Map<string, boolean>();
  const plausible = texts.map((text, i) => {
    if (spans[i]?.valid) return text;
    const before = texts[i - 1]?.slice(-CONTEXT_LENGTH) ?? '';
    const after = texts[i + 1]?.slice(0, CONTEXT_LENGTH) ?? '';
    const key = `${before}\0${text}\0${after}`;
    const verdict = verdicts.get(key) ?? isImplausible(text, before, after, maxOddness);
    verdicts.set(key, verdict);
    return verdict ? REPLACEMENT.repeat(text.length) : text;
  });
  return plausible.join('');
}
