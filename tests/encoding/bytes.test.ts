import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/core/files.js';
import { decodeNotes } from '../../src/encoding/decode-notes.js';
import { runs } from '../support/runs.js';
import { damaged, fixtures, inPage, randomOf, utf8 } from './support.js';

const TEXTS = fixtures('damage');
const EVERY_TEXT = [...TEXTS, ...fixtures('healthy')];
const LINE_FEED = 0x0a;

const decoded = (bytes: readonly number[] | Uint8Array) => decodeNotes('notes.md', new Uint8Array(bytes));

function utf16(text: string, littleEndian: boolean): readonly number[] {
  return Array.from({ length: text.length }, (_, i) => {
    const code = text.charCodeAt(i);
    return littleEndian ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
  }).flat();
}

describe('Unicode', () => {
  it.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a mark', (text: string) => [0xef, 0xbb, 0xbf, ...utf8(text)], 'utf-8'],
    ['UTF-16 with a mark', (text: string) => [0xff, 0xfe, ...utf16(text, true)], 'utf-16le'],
    ['UTF-16 big-endian with a mark', (text: string) => [0xfe, 0xff, ...utf16(text, false)], 'utf-16be'],
    ['UTF-16 without a mark', (text: string) => utf16(text, true), 'utf-16le'],
    ['UTF-16 big-endian without a mark', (text: string) => utf16(text, false), 'utf-16be'],
  ] as const)('is read as %s in every language', (_name, encode, encoding) => {
    for (const [name, text] of EVERY_TEXT) {
      expect(decoded(encode(text)), name).toEqual({ text, encoding, changedLines: 0, problems: [] });
    }
  });

  it('is repaired after it was read as UTF-16', () => {
    const broken = damaged('Añadió café, según él\n', ['Mac Roman']);
    expect(decoded([0xff, 0xfe, ...utf16(broken, true)])).toMatchObject({
      text: 'Añadió café, según él\n',
      problems: [],
    });
  });
});

/** What of a text a page has characters for, line by line. */
function linesIn(text: string, page: string): readonly string[] {
  return text.split('\n').filter((line) => inPage(line, page) !== null);
}

function join(lines: readonly (readonly number[])[]): readonly number[] {
  return lines.flatMap((line, i) => (i === 0 ? [...line] : [LINE_FEED, ...line]));
}

describe('code pages', () => {
  it.each(['Windows-1252', 'Mac Roman'])('%s is read as it was written', (page) => {
    for (const [name, text] of TEXTS) {
      const lines = linesIn(text, page);
      const { text: read, encoding, problems } = decoded(join(lines.map((line) => inPage(line, page)!)));
      expect(read, name).toBe(lines.join('\n'));
      expect([encoding, problems], name).toEqual([page, []]);
    }
  });

  it('Latin-1 is read as Windows-1252, which has its characters', () => {
    const text = '¿Cuándo? El año pasado, «según» él: 20 °C ± 1\n';
    expect(decoded([...Buffer.from(text, 'latin1')])).toMatchObject({ text, encoding: 'Windows-1252', problems: [] });
  });

  it('CP850 is read where the file speaks for it', () => {
    const text = 'La acción empezó aquí: ¿qué más?\nEl niño también cantó\n';
    expect(decoded(inPage(text, 'CP850')!)).toMatchObject({ text, encoding: 'CP850', problems: [] });
  });

  it('old line ends do not matter', () => {
    const text = 'La acción empezó\raquí, ¿qué más?\r';
    expect(decoded(inPage(text, 'Mac Roman')!).text).toBe(text);
  });

  it.each([
    ['Windows-1252', 0.5],
    ['Windows-1252', 0.1],
    ['Mac Roman', 0.5],
    ['Mac Roman', 0.1],
  ])('%s in %d of the lines of a UTF-8 file is read', (page, share) => {
    const random = randomOf(11);
    for (const [name, text] of TEXTS) {
      const lines = text.split('\n').map((line) => (random() < share ? inPage(line, page) : null) ?? utf8(line));
      expect(decoded(join(lines)).text, name).toBe(text);
    }
  });

  it('UTF-8, Windows-1252 and Mac Roman in one file are told apart', () => {
    const lines = ['Ñandú en el camión', 'Mañana también habrá', 'La sesión empezó así', '“Sí”, dijo él — ¿qué?'];
    const bytes = join([
      utf8(lines[0]!),
      inPage(lines[1]!, 'Windows-1252')!,
      inPage(lines[2]!, 'Mac Roman')!,
      utf8(lines[3]!),
    ]);
    expect(decoded(bytes)).toEqual({
      text: lines.join('\n'),
      encoding: 'utf-8 + Windows-1252 + Mac Roman',
      changedLines: 2,
      problems: [],
    });
  });

  it('a line in both is read in both', () => {
    const bytes = [...utf8('canción y '), ...inPage('mañana', 'Windows-1252')!];
    expect(decoded(bytes).text).toBe('canción y mañana');
  });

  it('English quotes and apostrophes are not mistaken for letters', () => {
    const text = 'It’s “late” – don’t wait… the pre–war years, €5\n';
    expect(decoded(inPage(text, 'Windows-1252')!)).toMatchObject({ text, encoding: 'Windows-1252' });
  });
});

describe('broken bytes', () => {
  const body = '# Célula\n\nLa membrana rodea la célula y la protege; deja pasar agua.\n'.repeat(3);

  it.each([
    ['a byte that no text has', [0xff], 'La célula\ufffd'],
    ['a lone continuation byte', [0x81], 'La célula\ufffd'],
  ])('%s is named, and all the rest is read', (_what, broken, read) => {
    const { text, problems } = decoded([...utf8(`${body}La célula`), ...broken, ...utf8('\n')]);
    expect(text).toBe(`${body}${read}\n`);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'invalid-utf8', severity: 'skipped', line: 10, column: 10 }),
    ]);
  });

  it.each([1, 2, 3])('a file that was cut after %d bytes of its last character is read up to there', (kept) => {
    const { text, problems } = decoded([...utf8(body), ...utf8('🚀').slice(0, kept)]);
    expect(text).toBe(`${body}\ufffd`);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'invalid-utf8', severity: 'skipped', line: 10, column: 1 }),
    ]);
  });

  it('half of a surrogate pair is named', () => {
    const { text, problems } = decoded([0xff, 0xfe, ...utf16(`${body}\ud83d`, true)]);
    expect(text).toBe(`${body}\ufffd`);
    expect(problems).toEqual([expect.objectContaining({ code: 'invalid-utf16', severity: 'skipped', line: 10 })]);
  });

  it.each([
    ['nothing', [], 'empty', 1],
    ['only blanks', utf8(' \n\n'), 'empty', 1],
    ['NUL bytes', [...utf8('abc'), 0, 1, 2, ...utf8('def')], 'binary', 1],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13], 'binary', 1],
    ['control bytes', [0x89, 0x50, 0x01, 0x02, 0x03, 0xfe, 0x10, 0x11], 'binary', 1],
    ['more broken than whole', [...utf8('# A\n\nb'), 0x81, 0xff, ...utf8('c')], 'invalid-utf8', 3],
    [
      'a code page of another script',
      Array.from({ length: 60 }, (_, i) => (i % 6 === 5 ? 0x20 : 0xe0 + (i % 30))),
      'invalid-utf8',
      1,
    ],
    ['UTF-16 that is half broken', [0xff, 0xfe, ...utf16('a\n\ud83d b', true)], 'invalid-utf16', 2],
    ['over 10 MB', new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61), 'too-large', 1],
  ] as const)('are refused with a reason: %s', (_name, input, code, line) => {
    const { text, problems } = decoded(input);
    expect(text).toBe('');
    expect(problems).toEqual([expect.objectContaining({ file: 'notes.md', code, line, severity: 'error' })]);
  });

  it('of any kind throw nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { text, problems } = decodeNotes('notes.md', bytes);
        expect(text === '').toBe(problems.some((problem) => problem.severity === 'error'));
      }),
      { numRuns: runs(2000) },
    );
  });
});
