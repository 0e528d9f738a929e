import { expect, it } from 'vitest';
import { readZstd } from '../../src/formats/archive/zstd.js';
import { zstd, zstdBomb } from './anki-package.js';

/** Made by the reference program (zstd 1.5, level 19). */
const PACKED =
  'KLUv/WTRNn0DAJIEEBTAPe/+j29d1wXr8C+2bVsLG4SeEIUM4R0EOqaQIbyDo2MKGcK70TGFDOENfq73kV/yU8hu1p/cKL/iwOmbvSwmqDHo7f8Z0JuVMRHMEPw/Q9ip738GpLKlKqBnKIApUMl1iMWMxdq9ZwBSBZsAnjw=';
const TEXT = Array.from({ length: 400 }, (_, line) => `línea ${line % 37} de un texto que se repite`).join('\n');
const LIMIT = 100_000;

function unpacked(bytes: Uint8Array, limit = LIMIT): string {
  return new TextDecoder().decode(readZstd(bytes, limit));
}

it('unpacks what the reference program packed', () => {
  expect(unpacked(Buffer.from(PACKED, 'base64'))).toBe(TEXT);
});

it('unpacks blocks that are not packed, of any number', () => {
  const content = new TextEncoder().encode(TEXT.repeat(20));
  expect(unpacked(zstd(content), 2_000_000)).toBe(TEXT.repeat(20));
});

it.each([
  ['nothing', Buffer.alloc(0), 'archive-broken'],
  ['another format', Buffer.from('PK\x03\x04 and so on'), 'archive-broken'],
  ['a cut file', Buffer.from(PACKED, 'base64').subarray(0, 100), 'archive-broken'],
  ['a second frame', Buffer.concat([Buffer.from(PACKED, 'base64'), Buffer.from(PACKED, 'base64')]), 'archive-broken'],
  ['a window of a gigabyte', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa0, 0x01, 0x00, 0x00]), 'archive-unpacked'],
])('refuses %s', (_, bytes, reason) => {
  expect(() => readZstd(bytes, LIMIT)).toThrow(expect.objectContaining({ reason }));
});

it('stops where more comes out than is allowed', () => {
  expect(() => readZstd(zstdBomb(101), 100 * 1024 * 1024)).toThrow(
    expect.objectContaining({ reason: 'archive-unpacked' }),
  );
});

it('gives bytes or refuses, whatever is changed in a frame', () => {
  const bytes = Buffer.from(PACKED, 'base64');
  for (let round = 0; round < 3000; round += 1) {
    const changed = Buffer.from(bytes);
    for (let n = 0; n < 1 + (round % 4); n += 1)
      changed[(round * 7919 + n * 104_729) % bytes.length] = (round * 31 + n * 17) & 0xff;
    try {
      expect(readZstd(changed, LIMIT).length).toBeLessThanOrEqual(LIMIT);
    } catch (error) {
      expect(error).toMatchObject({ name: 'Refused' });
    }
  }
});
