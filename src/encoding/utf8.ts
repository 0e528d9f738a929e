/** Bytes in the UTF-8 sequence that a lead byte opens, 0 for a byte that opens none. */
export function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

export function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** Smallest code point that may be written in 2, 3 and 4 bytes. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

/** The code point of one sequence, `null` where it is overlong, half a surrogate pair or beyond Unicode. */
export function codePointOf(bytes: readonly number[]): number | null {
  const [lead = 0, ...rest] = bytes;
  let point = lead & (0xff >> (bytes.length + 1));
  for (const byte of rest) point = (point << 6) | (byte & 0x3f);
  const valid = point >= (SMALLEST[bytes.length] ?? 0) && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return valid ? point : null;
}
