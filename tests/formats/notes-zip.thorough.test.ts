import { describe, expect, it } from 'vitest';
import { readNotesZip } from '../../src/formats/read-notes-zip.js';
import { told, zipOf } from './support.js';

describe('a zip of notes', () => {
  it('holds zips within it to one limit together', async () => {
    const block = Array.from({ length: 1500 }, (_, n) => ((n * 7919) % 99_991).toString(36)).join(' ');
    const megabytes = block.repeat(Math.ceil((9 * 1024 * 1024) / block.length));
    const inner = Buffer.from(zipOf({ 'a.md': megabytes }));
    const many = Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`${n}.zip`, inner]));
    expect(told((await readNotesZip('n.zip', zipOf(many))).problems)).toEqual(['1 archive-unpacked']);
  });
});
