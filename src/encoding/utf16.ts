export type Utf16 = 'utf-16le' | 'utf-16be';

/** Enough of a file to see what it is. */
const SNIFFED_BYTES = 8192;

/** Characters that text has none of: controls, private use, and what is not assigned. Half a pair may be cut off. */
const NO_TEXT = /(?![\t\n\f\r])[\p{Cc}\p{Co}\p{Cn}]/u;

/** Whether these bytes read as text: the wrong order of bytes makes a line end of U+0A00, which is nothing. */
function readsAsText(bytes: Uint8Array, encoding: Utf16): boolean {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, SNIFFED_BYTES));
  return text !== '' && !NO_TEXT.test(text) && /[ \n]/.test(text);
}

/** UTF-16 without a mark gives itself away by the zero bytes of its line ends and blanks. */
export function sniffUtf16(bytes: Uint8Array): Utf16 | null {
  if (bytes.length < 2 || !bytes.subarray(0, SNIFFED_BYTES).includes(0)) return null;
  if (readsAsText(bytes, 'utf-16le')) return 'utf-16le';
  return readsAsText(bytes, 'utf-16be') ? 'utf-16be' : null;
}
