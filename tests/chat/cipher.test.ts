import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CipherError, createCipher, parseEncryptionKey } from '../../src/chat/cipher.js';

const OLD = new Uint8Array(32).fill(1);
const NEW = Uint8Array.from({ length: 32 }, (_, index) => 200 + index);
const TEXT = '{"token":"a-secret-token"}';
const TEAM = 'slack:T1';

/** Nonces that count up, so that a test gives the same each time. */
function counting(): (count: number) => Uint8Array {
  let calls = 0;
  return (count) => {
    calls += 1;
    return new Uint8Array(count).fill(calls);
  };
}

const cipherOf = (...keys: readonly Uint8Array[]) => createCipher(keys, counting());

/** What opening fails with. */
function failure(open: () => string): CipherError {
  try {
    open();
  } catch (error) {
    if (error instanceof CipherError) return error;
    throw error;
  }
  throw new Error('it opened');
}

const codeOf = (sealed: string, context = TEAM, ...keys: readonly Uint8Array[]) =>
  failure(() => cipherOf(...(keys.length > 0 ? keys : [OLD])).decrypt(sealed, context)).code;

describe('a cipher', () => {
  it('gives back any text, under any context', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.json());
    const cipher = cipherOf(OLD);
    fc.assert(
      fc.property(text, fc.string({ unit: 'binary', maxLength: 40 }), (secret, context) => {
        expect(cipher.decrypt(cipher.encrypt(secret, context), context)).toBe(secret);
      }),
    );
  });

  it('is text of four parts, and shows neither secret, context nor key', () => {
    const sealed = cipherOf(NEW).encrypt(TEXT, TEAM);
    expect(sealed).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]+$/);
    const bytes = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    for (const hidden of ['secret', TEAM, Buffer.from(NEW).toString('latin1').slice(0, 6)]) {
      expect([sealed, ...bytes].join('\n')).not.toContain(hidden);
    }
  });

  it('opens what an earlier version of the program has sealed', () => {
    const stored = 'v1.5LYCqe9q.AQEBAQEBAQEBAQEB.yVvO9QKSa9HQh26w3Vkt23hAQ3A-lD4Mr3D_6kAJcPukqzmZvNmfdc5q';
    expect(cipherOf(OLD).decrypt(stored, TEAM)).toBe(TEXT);
  });

  it('takes a nonce of its own for every text', () => {
    const cipher = cipherOf(OLD);
    expect(cipher.encrypt(TEXT, TEAM)).not.toBe(cipher.encrypt(TEXT, TEAM));
  });

  it.each([
    ['another workspace', 'slack:T2'],
    ['none', ''],
    ['a longer one', `${TEAM} `],
  ])('does not open for another context: %s', (_, context) => {
    expect(codeOf(cipherOf(OLD).encrypt(TEXT, TEAM), context)).toBe('damaged');
  });

  const sealed = cipherOf(OLD).encrypt(TEXT, TEAM);
  const PARTS = ['version', 'key id', 'nonce', 'cipher and tag'];

  it.each(PARTS.map((part, index) => [part, index] as const))('notices every change of its %s', (_, index) => {
    const parts = sealed.split('.');
    const part = parts[index] ?? '';
    for (let at = 0; at < part.length; at += 1) {
      // Another letter of the alphabet, one beside it: in the last place the two may stand for the same bytes.
      for (const letter of ['A', 'B', part[at] === 'Q' ? 'R' : 'Q', String.fromCharCode(part.charCodeAt(at) + 1)]) {
        if (letter === part[at]) continue;
        const changed = part.slice(0, at) + letter + part.slice(at + 1);
        const code = codeOf(parts.with(index, changed).join('.'));
        expect(['damaged', 'unknown-key'], `${changed} for ${part}`).toContain(code);
      }
    }
  });

  it.each([
    ['nothing', ''],
    ['plain text', TEXT],
    ['a part too few', sealed.split('.').slice(0, 3).join('.')],
    ['a part too many', `${sealed}.`],
    ['a later version', sealed.replace('v1', 'v2')],
    ['no nonce', sealed.split('.').with(2, '').join('.')],
    ['a short nonce', sealed.split('.').with(2, 'AQEB').join('.')],
    ['no cipher', sealed.split('.').with(3, '').join('.')],
    ['a shortened tag', sealed.slice(0, -4)],
    ['less than a tag', sealed.split('.').with(3, 'AQEBAQEBAQEB').join('.')],
    ['padding', `${sealed}=`],
    ['a space at the end', `${sealed} `],
    ['a line break within', sealed.replace('.', '.\n')],
  ])('is damaged where there is %s', (_, text) => {
    expect(codeOf(text)).toBe('damaged');
  });

  it('is damaged with anything else, and fails in no other way', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `v1.${rest}`),
        ),
        (text) => {
          expect(codeOf(text)).toBe('damaged');
        },
      ),
    );
  });

  it('opens with old keys while they are kept, and seals with the first', () => {
    const old = cipherOf(OLD).encrypt(TEXT, TEAM);
    const both = cipherOf(NEW, OLD);
    expect(both.decrypt(old, TEAM)).toBe(TEXT);
    const renewed = both.encrypt(TEXT, TEAM);
    expect(cipherOf(NEW).decrypt(renewed, TEAM)).toBe(TEXT);
    expect(codeOf(renewed, TEAM, OLD)).toBe('unknown-key');
    expect(codeOf(old, TEAM, NEW)).toBe('unknown-key');
  });

  it('is damaged where the key id names another of the keys', () => {
    const [old, renewed] = [cipherOf(OLD), cipherOf(NEW)].map((cipher) => cipher.encrypt(TEXT, TEAM).split('.'));
    expect(codeOf((old ?? []).with(1, renewed?.[1] ?? '').join('.'), TEAM, NEW, OLD)).toBe('damaged');
  });

  it.each([
    ['another context', sealed, 'slack:T2', OLD],
    ['another key', sealed, TEAM, NEW],
    ['plain text', TEXT, TEAM, OLD],
  ])('says nothing of what it guards when it fails for %s', (_, text, context, key) => {
    const error = failure(() => cipherOf(key).decrypt(text, context));
    const told = JSON.stringify(error) + error.message + error.stack?.split('\n')[0] + String(error.cause);
    for (const hidden of ['secret', 'slack', sealed.slice(-20)]) expect(told).not.toContain(hidden);
  });

  it.each([
    ['no key', []],
    ['a key too short', [new Uint8Array(16)]],
    ['a second key too long', [OLD, new Uint8Array(33)]],
  ])('is not made with %s', (_, keys) => {
    expect(() => createCipher(keys, counting())).toThrow(RangeError);
  });

  it.each([
    ['text', 'half an emoji \ud83d', TEAM],
    ['context', TEXT, 'slack:\ud83d'],
  ])('refuses %s that would not come back', (_, text, context) => {
    expect(() => cipherOf(OLD).encrypt(text, context)).toThrow(RangeError);
  });

  it('keeps its own copy of the keys', () => {
    const key = new Uint8Array(OLD);
    const cipher = cipherOf(key);
    key.fill(0);
    expect(cipher.decrypt(sealed, TEAM)).toBe(TEXT);
  });
});

describe('an encryption key', () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

  it.each(['base64', 'base64url', 'hex'] as const)('is read back from %s', (encoding) => {
    fc.assert(
      fc.property(bytes, (key) => {
        expect(parseEncryptionKey(Buffer.from(key).toString(encoding))).toEqual(key);
      }),
    );
  });

  it.each([
    ['without padding', Buffer.from(NEW).toString('base64').replace('=', '')],
    ['with padding, of the alphabet for addresses', `${Buffer.from(NEW).toString('base64url')}=`],
    ['in capitals', Buffer.from(NEW).toString('hex').toUpperCase()],
    ['with a line break after it', `${Buffer.from(NEW).toString('hex')}\n`],
  ])('is read %s', (_, text) => {
    expect(parseEncryptionKey(text)).toEqual(NEW);
  });

  const base64 = Buffer.from(NEW).toString('base64');

  it.each([
    ['nothing', ''],
    ['a password', 'correct horse battery staple'],
    ['31 bytes', Buffer.alloc(31, 7).toString('base64')],
    ['33 bytes', Buffer.alloc(33, 7).toString('base64')],
    ['31 bytes of hex', 'ab'.repeat(31)],
    ['33 bytes of hex', 'ab'.repeat(33)],
    ['half a byte more of hex', `${'ab'.repeat(32)}a`],
    ['two alphabets', `-/${'A'.repeat(41)}`],
    ['padding twice', `${base64}=`],
    ['a space within', `${base64.slice(0, 20)} ${base64.slice(20)}`],
    ['a last letter that no encoder writes', `${'A'.repeat(42)}B`],
    ['32 letters', 'abcdefghijklmnopqrstuvwxyz012345'],
  ])('is none with %s', (_, text) => {
    expect(parseEncryptionKey(text)).toBeNull();
  });
});
