import { describe, expect, it } from 'vitest';
import { patched, reasonFor } from './hostile-zip.js';
import { zipOf } from './support.js';

describe('a hostile archive is refused', () => {
  it('that declares more than 100 MB', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [`f${index}`, new Uint8Array(1024 * 1024)]),
    );
    expect(await reasonFor(zipOf(parts))).toEqual(['error archive-unpacked']);
  });

  it('that packs thousands of times (a bomb)', async () => {
    expect(await reasonFor(zipOf({ 'collection.anki2': new Uint8Array(50 * 1024 * 1024) }))).toEqual([
      'error archive-bomb',
    ]);
  });

  it('that declares little and unpacks to much', async () => {
    const lying = patched(zipOf({ 'collection.anki2': new Uint8Array(50 * 1024 * 1024) }), 'size', 1000);
    expect(await reasonFor(lying)).toEqual(['error archive-broken']);
  });
});
