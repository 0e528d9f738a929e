import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Keeps secrets unreadable where they are stored. */
export type Seal = {
  /**
   * `v1.<key id>.<nonce>.<cipher and tag>`, the parts in base64url. Only the same context opens it: name in it what
   * the text belongs to, so that it cannot be passed off as another's. Throws a `RangeError` for half a surrogate pair,
   * which would not come back.
   */
  readonly seal: (text: string, context: string) => string;
  /** Throws a `SealError`. */
  readonly open: (sealed: string, context: string) => string;
};

/**
 * `unknown-key`: sealed with a key that is not among ours. `damaged`: changed since, sealed for another context, or
 * not a sealed text at all. Nothing of the text, the context or a key is in it.
 */
export class SealError extends Error {
  override readonly name = 'SealError';
  readonly code: 'unknown-key' | 'damaged';

  constructor(code: SealError['code']) {
    super(code === 'unknown-key' ? 'sealed with a key that is not among ours' : 'not what was sealed, or not for this');
    this.code = code;
  }
}

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
/** In bytes. The nonce is what NIST SP 800-38D recommends for GCM, the tag the longest it has. */
const SIZE = { key: 32, keyId: 6, nonce: 12, tag: 16 };

type Key = { readonly id: string; readonly secret: KeyObject };

function keyOf(bytes: Uint8Array): Key {
  if (bytes.length !== SIZE.key) throw new RangeError(`a seal key has ${SIZE.key} bytes, got ${bytes.length}`);
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

function encrypt({ id, secret }: Key, nonce: Uint8Array, text: string, context: string): string {
  const cipher = createCipheriv(CIPHER, secret, nonce, { authTagLength: SIZE.tag }).setAAD(utf8(context));
  const sealed = Buffer.concat([cipher.update(utf8(text)), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, id, Buffer.from(nonce).toString('base64url'), sealed.toString('base64url')].join('.');
}

function decrypt({ secret }: Key, nonce: Uint8Array, sealed: Buffer, context: string): string {
  const end = sealed.length - SIZE.tag;
  const decipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: SIZE.tag });
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealError('damaged');
  }
}

function open(keys: readonly Key[], text: string, context: string): string {
  const [version, id = '', nonceText = '', sealedText = '', ...rest] = text.split('.');
  const nonce = strictly(nonceText, 'base64url');
  const sealed = strictly(sealedText, 'base64url');
  const whole = version === VERSION && rest.length === 0 && strictly(id, 'base64url')?.length === SIZE.keyId;
  if (!whole || nonce?.length !== SIZE.nonce || sealed === null || sealed.length < SIZE.tag) {
    throw new SealError('damaged');
  }
  const key = keys.find((known) => known.id === id);
  if (!key) throw new SealError('unknown-key');
  return decrypt(key, nonce, sealed, context);
}

/**
 * AES-256-GCM. To change the key, put the new one first and keep the old ones until nothing sealed with them is left.
 * Throws a `RangeError` for no key, or one that has not 32 bytes.
 *
 * @param keys the first seals, all open
 * @param randomBytes unpredictable bytes, as many as asked: every message takes 12 for a nonce of its own
 */
export function createSeal(keys: readonly Uint8Array[], randomBytes: (count: number) => Uint8Array): Seal {
  const known = keys.map(keyOf);
  const [current] = known;
  if (!current) throw new RangeError('a seal needs a key');
  return {
    seal: (text, context) => encrypt(current, randomBytes(SIZE.nonce), text, context),
    open: (sealed, context) => open(known, sealed, context),
  };
}

/** The 32 bytes of a key written as base64, base64url or hex, or `null` for anything else. */
export function parseSealKey(text: string): Uint8Array | null {
  const written = text.trim();
  const unpadded = written.replace(/=$/, '');
  const bytes =
    strictly(written.toLowerCase(), 'hex') ?? strictly(`${unpadded}=`, 'base64') ?? strictly(unpadded, 'base64url');
  return bytes?.length === SIZE.key ? new Uint8Array(bytes) : null;
}
