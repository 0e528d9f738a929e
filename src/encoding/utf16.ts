export type Utf16 = 'utf-16le' | 'utf-16be';

/** How much of a file is inspected. */
const SNIFFED_BYTES = 8192;

/** Characters that do not occur in text: controls, private use and unassigned ones. Half a pair may be cut off. */
const NO_TEXT = /(?![\t\n\f\r])[\p{Cc}\p{Co}\p{Cn}]/u;

/** Whether the bytes are text in this byte order; in the wrong one a line end becomes U+0A00, which is unassigned. */
function readsAsText(bytes: Uint8Array, encoding: Utf16): boolean {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, SNIFFED_BYTES));
  return text !== '' && !NO_TEXT.test(text) && /[ \n]/.test(text);
}

/** Detects UTF-16 without a byte order mark, by the zero bytes of its line ends and spaces. */
export function sniffUtf16(bytes: Uint8Array): Utf16 | null {
  if (bytes.length < 2 || !bytes.subarray(0, SNIFFED_BYTES).includes(0)) return null;
  if (readsAsText(bytes, 'utf-16le')) return 'utf-16le';
  return readsAsText(bytes, 'utf-16be') ? 'utf-16be' : null;
}
