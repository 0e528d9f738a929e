import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Keeps secrets unreadable where they are stored. */
export type Cipher = {
  /**
   * `v1.<key id>.<nonce>.<cipher and tag>`, the parts in base64url. Only the same context decrypts it: name in it what
   * the text belongs to, so that it cannot be passed off as another's. Throws a `RangeError` for half a surrogate pair,
   * which would not come back.
   */
  readonly encrypt: (text: string, context: string) => string;
  /** Throws a `CipherError`. */
  readonly decrypt: (encrypted: string, context: string) => string;
};

/**
 * `unknown-key`: encrypted with a key that is not among ours. `damaged`: changed since, encrypted for another context,
 * or no encrypted text at all. Nothing of the text, the context or a key is in it.
 */
export class CipherError extends Error {
  override readonly name = 'CipherError';
  readonly code: 'unknown-key' | 'damaged';

  constructor(code: CipherError['code']) {
    super(
      code === 'unknown-key'
        ? 'encrypted with a key that is not among ours'
        : 'not what was encrypted, or not for this',
    );
    this.code = code;
  }
}

const VERSION = 'v1';
const ALGORITHM = 'aes-256-gcm';
/** In bytes. The nonce is what NIST SP 800-38D recommends for GCM, the tag the longest it has. */
const SIZE = { key: 32, keyId: 6, nonce: 12, tag: 16 };

type Key = { readonly id: string; readonly secret: KeyObject };

function keyOf(bytes: Uint8Array): Key {
  if (bytes.length !== SIZE.key) throw new RangeError(`an encryption key has ${SIZE.key} bytes, got ${bytes.length}`);
  const digest = createHmac('sha256', bytes).update('repaso seal key id').digest();
  return { id: digest.subarray(0, SIZE.keyId).toString('base64url'), secret: createSecretKey(bytes) };
}

/** The bytes that a text writes in exactly one way, or `null`: decoders pass over what does not belong. */
function strictly(text: string, encoding: 'base64' | 'base64url' | 'hex'): Buffer | null {
  const bytes = Buffer.from(text, encoding);
  return bytes.toString(encoding) === text ? bytes : null;
}

function utf8(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.toString('utf8') !== text) throw new RangeError('the text has half a surrogate pair');
  return bytes;
}

function encryptWith({ id, secret }: Key, nonce: Uint8Array, text: string, context: string): string {
  const cipher = createCipheriv(ALGORITHM, secret, nonce, { authTagLength: SIZE.tag }).setAAD(utf8(context));
  const encrypted = Buffer.concat([cipher.update(utf8(text)), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, id, Buffer.from(nonce).toString('base64url'), encrypted.toString('base64url')].join('.');
}

function decryptWith({ secret }: Key, nonce: Uint8Array, encrypted: Buffer, context: string): string {
  const end = encrypted.length - SIZE.tag;
  const decipher = createDecipheriv(ALGORITHM, secret, nonce, { authTagLength: SIZE.tag });
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(encrypted.subarray(end));
  try {
    return Buffer.concat([decipher.update(encrypted.subarray(0, end)), decipher.final()]).toString('utf8');
  } catch {
    throw new CipherError('damaged');
  }
}

function decryptWithAny(keys: readonly Key[], text: string, context: string): string {
  const [version, id = '', nonceText = '', encryptedText = '', ...rest] = text.split('.');
  const nonce = strictly(nonceText, 'base64url');
  const encrypted = strictly(encryptedText, 'base64url');
  const whole = version === VERSION && rest.length === 0 && strictly(id, 'base64url')?.length === SIZE.keyId;
  if (!whole || nonce?.length !== SIZE.nonce || encrypted === null || encrypted.length < SIZE.tag) {
    throw new CipherError('damaged');
  }
  const key = keys.find((known) => known.id === id);
  if (!key) throw new CipherError('unknown-key');
  return decryptWith(key, nonce, encrypted, context);
}

/**
 * AES-256-GCM. To change the key, put the new one first and keep the old ones until nothing encrypted with them is left.
 * Throws a `RangeError` for no key, or one that has not 32 bytes.
 *
 * @param keys the first encrypts, all decrypt
 * @param randomBytes unpredictable bytes, as many as asked: every message takes 12 for a nonce of its own
 */
export function createCipher(keys: readonly Uint8Array[], randomBytes: (count: number) => Uint8Array): Cipher {
  const known = keys.map(keyOf);
  const [current] = known;
  if (!current) throw new RangeError('a cipher needs a key');
  return {
    encrypt: (text, context) => encryptWith(current, randomBytes(SIZE.nonce), text, context),
    decrypt: (encrypted, context) => decryptWithAny(known, encrypted, context),
  };
}

/** The 32 bytes of a key written as base64, base64url or hex, or `null` for anything else. */
export function parseEncryptionKey(text: string): Uint8Array | null {
  const written = text.trim();
  const unpadded = written.replace(/=$/, '');
  const bytes =
    strictly(written.toLowerCase(), 'hex') ?? strictly(`${unpadded}=`, 'base64') ?? strictly(unpadded, 'base64url');
  return bytes?.length === SIZE.key ? new Uint8Array(bytes) : null;
}
