import { randomBytes } from 'node:crypto';

export { randomBytes };

/** Crockford's base32 in lower case: no letters that are confused when read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** `length` random characters of 5 bits each. */
export function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % 32]).join('');
}

/** An id for a session: 60 bits. */
export function newId(): string {
  return randomText(12);
}

/** A short reference with which a person reports a failure. */
export function newRef(): string {
  return randomText(6).toUpperCase();
}

/** An unguessable secret: 160 bits. */
export function newSecret(): string {
  return randomText(32);
}
