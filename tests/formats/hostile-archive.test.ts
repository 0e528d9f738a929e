import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../src/formats/archive/read-zip.js';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { readNotesZip } from '../../src/formats/read-notes-zip.js';
import { package11 } from './anki-package.js';
import { ENTRY, patched, reasonFor } from './hostile-zip.js';
import { bytesOf, told, zipOf } from './support.js';

const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const LOCAL = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** The archive with a name replaced by another of the same length, in both places. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
  return bytes;
}

/** A directory that says so often as it likes that the same bytes are another file. */
function overlapping(times: number, size: number): Uint8Array {
  const data = deflateRawSync(Buffer.alloc(size));
  const local = Buffer.alloc(30 + 1);
  LOCAL.copy(local);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(1, 26);
  const entries = Array.from({ length: times }, (_, index) => {
    const name = Buffer.from(String(index).padStart(6, '0'));
    const entry = Buffer.alloc(46);
    ENTRY.copy(entry);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    return Buffer.concat([entry, name]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  END.copy(end);
  end.writeUInt16LE(times, 8);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + data.length, 16);
  return Buffer.concat([local, data, directory, end]);
}

const healthy = zipOf({ 'collection.anki2': 'x'.repeat(100), media: '{}' });

describe('a hostile archive is refused', () => {
  it('that is no zip', async () => {
    expect(await reasonFor(bytesOf('not a zip at all'))).toEqual(['error archive-broken']);
    expect(await reasonFor(new Uint8Array())).toEqual(['error empty']);
  });

  it('that is over 10 MB', async () => {
    expect(await reasonFor(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual(['error too-large']);
  });

  it('that declares much and unpacks to little', async () => {
    expect(await reasonFor(patched(healthy, 'size', 5000))).toEqual(['error archive-broken']);
  });

  it('whose entries overlap, each a bomb of its own', async () => {
    expect(await reasonFor(overlapping(2000, 100_000))).toEqual(['error archive-unpacked']);
  });

  it('with over 10,000 entries', async () => {
    expect(await reasonFor(overlapping(10_001, 1))).toEqual(['error archive-entries']);
  });

  it.each([
    '../passwd',
    '/etc/passwd',
    'C:/windows',
    'a\\..\\b',
    'a/../../b',
    './media',
    'a\u0000b',
    '..',
  ])('with the name %j', async (name) => {
    expect(await reasonFor(zipOf({ [name]: 'x', 'collection.anki2': 'x' }))).toEqual(['error archive-path']);
  });

  it('with one name twice', async () => {
    const zip = renamed(
      zipOf({ 'collection.anki2': 'x', 'collection.anki3': 'y' }),
      'collection.anki3',
      'collection.anki2',
    );
    expect(await reasonFor(zip)).toEqual(['error archive-twice']);
  });

  it('that is encrypted', async () => {
    expect(await reasonFor(patched(healthy, 'flags', 1))).toEqual(['error archive-encrypted']);
  });

  it('that is one part of several', async () => {
    const last = Buffer.from(healthy);
    last.writeUInt16LE(2, last.lastIndexOf(END) + 4);
    expect(await reasonFor(last)).toEqual(['error archive-split']);
    const first = Buffer.concat([Buffer.from([0x50, 0x4b, 0x07, 0x08]), Buffer.from(healthy)]);
    expect(await reasonFor(first)).toEqual(['error archive-split']);
  });

  it('that is packed in a way nobody uses', async () => {
    expect(await reasonFor(patched(healthy, 'method', 93))).toEqual(['error archive-method']);
  });

  it('whose bytes were changed', async () => {
    expect(await reasonFor(patched(healthy, 'crc', 12_345))).toEqual(['error archive-broken']);
  });

  it('that was cut', async () => {
    expect(await reasonFor(healthy.subarray(0, healthy.length - 30))).toEqual(['error archive-broken']);
  });

  it('without a collection', async () => {
    expect(await reasonFor(zipOf({ media: '{}' }))).toEqual(['error anki-no-collection']);
  });
});

it('never throws, whatever is changed in a package', async () => {
  const bytes = Buffer.from(
    await package11({ notes: [{ id: 1, fields: ['uno', 'one'] }], cards: [{ id: 1, note: 1 }] }),
  );
  for (let round = 0; round < 150; round += 1) {
    const changed = Buffer.from(bytes);
    for (let n = 0; n < 6; n += 1) changed[(round * 7919 + n * 104_729) % bytes.length] = (round * 31 + n * 17) & 0xff;
    const { decks, problems } = await readCardFile('deck.apkg', changed);
    expect(decks.length + problems.length).toBeGreaterThan(0);
  }
}, 60_000);

describe('a zip of notes', () => {
  it('gives its notes and tables, and passes over the rest', async () => {
    const zip = zipOf({
      'a/uno.md': '# Uno',
      'dos.CSV': 'a;b',
      'foto.png': 'x',
      '__MACOSX/uno.md': 'x',
      '.git/x.md': 'x',
    });
    const { files, problems } = await readNotesZip('apuntes.zip', zip);
    expect(files.map(({ file }) => file)).toEqual(['a/uno.md', 'dos.CSV']);
    expect(problems).toEqual([]);
  });

  it('is refused like any archive', async () => {
    expect(told((await readNotesZip('a.zip', zipOf({ '../a.md': 'x' }))).problems)).toEqual(['1 archive-path']);
    expect(told((await readNotesZip('a.zip', zipOf({ 'a.png': 'x' }))).problems)).toEqual(['1 no-notes-inside']);
  });

  it('takes folders as they are', async () => {
    expect([...(await readZip(zipOf({ 'a/': '', 'a/b.md': 'x' }))).keys()]).toEqual(['a/b.md']);
  });
});
