import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_LENGTH = 12;

/** The first 60 bits of SHA-256 over the parts, as 12 characters of base32 (RFC 4648, lower case). */
export function shortHash(parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\0')).digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  let id = '';
  for (let i = 0; i < ID_LENGTH; i += 1) id += BASE32.charAt(Number((bits >> BigInt(59 - i * 5)) & 31n));
  return id;
}

/**
 * Hands out ids that are unique within one file. The first holder of a content has the plain hash, so adding
 * something elsewhere changes nothing; only true repeats are numbered.
 */
export function uniqueHashes(): (parts: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (parts) => {
    const id = shortHash(parts);
    const repeats = seen.get(id) ?? 0;
    seen.set(id, repeats + 1);
    return repeats === 0 ? id : shortHash([...parts, String(repeats + 1)]);
  };
}

/** Hex SHA-256 of a text. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
