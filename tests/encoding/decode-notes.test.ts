import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODE_PAGES } from '../../src/encoding/code-pages.js';
import { decodeNotes } from '../../src/encoding/decode-notes.js';
import { misread, utf8 } from './support.js';

const DAMAGED = new URL('../notes/fixtures/docker-notes-damaged.md', import.meta.url);
const SHIPPED = new URL('../../flashcards/docker.md', import.meta.url);

const decoded = (text: string) => decodeNotes('notes.md', new Uint8Array(utf8(text)));

describe('the seed notes', () => {
  it('are repaired to exactly what ships as flashcards/docker.md', () => {
    const notes = decodeNotes('notes.md', readFileSync(DAMAGED));
    expect(notes.text).toBe(readFileSync(SHIPPED, 'utf8'));
    expect(notes).toMatchObject({ encoding: 'UTF-8 read as Mac Roman', changedLines: 4, problems: [] });
  });

  it('stay as they are once they are repaired', () => {
    expect(decodeNotes('notes.md', readFileSync(SHIPPED))).toMatchObject({ encoding: 'utf-8', changedLines: 0 });
  });

  it.each([
    ['the mark of every emoji was no character of the table', /\uf8ff/g, '\ufffd'],
    ['the mark of every emoji was dropped', /\uf8ff(?=.*\ufe0f|.*Ô∏è)/g, ''],
  ])('are repaired although %s', (_what, lost, left) => {
    const broken = readFileSync(DAMAGED, 'utf8').replace(lost, left);
    expect(decoded(broken).text).toBe(readFileSync(SHIPPED, 'utf8'));
  });

  it('keep all the rest where one character was stripped, and say where', () => {
    const { text, problems } = decoded(readFileSync(DAMAGED, 'utf8').replaceAll('©', ''));
    expect(text).toBe(readFileSync(SHIPPED, 'utf8').replaceAll('Qué', 'Qu√'));
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [22, 6, 'lost-character'],
      [49, 8, 'lost-character'],
    ]);
  });
});

describe('code pages', () => {
  const upperBytes = new Uint8Array(Array.from({ length: 128 }, (_, i) => 0x80 + i));

  it('Mac Roman is the one of the web, which has a character for the byte that emoji begin with', () => {
    const { upper } = CODE_PAGES.find((page) => page.name === 'Mac Roman')!;
    expect(upper).toBe(new TextDecoder('macintosh').decode(upperBytes));
    expect(upper.charAt(0x70)).toBe('\uf8ff');
  });

  it.each(
    CODE_PAGES.map(({ name, upper }) => [name, upper] as const),
  )('%s has 128 different characters', (_name, upper) => {
    expect(upper).toHaveLength(128);
    expect(new Set(upper).size).toBe(128);
    expect(upper.normalize('NFC')).toBe(upper);
  });
});

describe('a byte order mark', () => {
  it('that was misread with the text is no part of it', () => {
    for (const { name } of CODE_PAGES) {
      expect(decoded(misread('\ufeff# Título\n\nacción\n', name)).text, name).toBe('# Título\n\nacción\n');
    }
  });
});
