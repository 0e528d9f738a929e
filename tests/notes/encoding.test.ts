import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_PAGES } from '../../src/notes/encoding/code-pages.js';
import { decodeNotes, MAX_NOTE_BYTES, repairText } from '../../src/notes/encoding.js';
import { DAMAGED_NOTES, shippedText } from './support.js';

/** UTF-8 read through a code page: the damage itself. */
function misread(text: string, name: string): string {
  const page = CODE_PAGES.find((candidate) => candidate.name === name);
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : page!.upper.charAt(byte - 0x80)))
    .join('');
}

const bytes = (text: string) => new TextEncoder().encode(text);
const decoded = (input: Uint8Array) => decodeNotes('notes.md', input);

const PUNCTUATION =
  '¿Qué es “Docker”? — «Plataforma» de contenedores… ¡fácil! 5 € · naïve café · 20 ºC · piñata · pingüino · ' +
  'Ñandú Ángel Éxito Ícono Óscar Último · 👀🚀🐳 → ✅ ½ × ÷ ± ™ © ®\n';

describe('the seed notes', () => {
  it('are repaired to exactly what ships as flashcards/docker.md', () => {
    const notes = decoded(readFileSync(DAMAGED_NOTES));
    expect(notes.text).toBe(shippedText());
    expect(notes).toMatchObject({ encoding: 'UTF-8 read as Mac Roman', changedLines: 4, problems: [] });
  });

  it('stay as they are once they are repaired', () => {
    expect(decoded(readFileSync(new URL('../../flashcards/docker.md', import.meta.url)))).toMatchObject({
      encoding: 'utf-8',
      changedLines: 0,
    });
  });
});

describe('text damaged by a wrong decode', () => {
  const texts = [
    ['notes with emoji', shippedText()],
    ['punctuation', PUNCTUATION],
    ['one word', 'Qué\n'],
  ] as const;
  const names = CODE_PAGES.map((page) => page.name);

  it.each(
    texts.flatMap(([what, text]) => names.map((name) => [what, name, text] as const)),
  )('is restored exactly: %s read as %s', (_what, name, text) => {
    expect(repairText(misread(text, name)).text).toBe(text);
  });

  it.each(
    texts
      .slice(0, 2)
      .flatMap(([what, text]) => ['Mac Roman', 'Windows-1252'].map((name) => [what, name, text] as const)),
  )('is restored exactly when it happened twice: %s read as %s', (_what, name, text) => {
    expect(repairText(misread(misread(text, name), name)).text).toBe(text);
  });

  it('is restored when only some lines are damaged', () => {
    const lines = shippedText().split('\n');
    const mixed = lines.map((line, index) => (index % 2 === 0 ? misread(line, 'Mac Roman') : line)).join('\n');
    expect(repairText(mixed).text).toBe(shippedText());
  });

  it('is restored when its letters were taken apart afterwards', () => {
    expect(repairText(misread(PUNCTUATION, 'Mac Roman').normalize('NFD')).text).toBe(PUNCTUATION);
  });

  it('is restored when no-break spaces became spaces', () => {
    const broken = misread('Voilà, là-bas: qué fácil à la carte\n', 'Windows-1252').replaceAll('\u00a0', ' ');
    expect(repairText(broken).text).toBe('Voilà, là-bas: qué fácil à la carte\n');
  });

  it('is restored where Latin-1 was read as Mac Roman in the same file', () => {
    const mixed = `${misread('La reacción está lista', 'Mac Roman')}\nla aplicaciÛn est· lista, quiÈn sabe\n`;
    expect(repairText(mixed).text).toBe('La reacción está lista\nla aplicación está lista, quién sabe\n');
  });

  it('names what is lost for good, and restores the rest', () => {
    const broken = misread('# Notas 🚀\n\n## Qué es fácil\n', 'Mac Roman').replace('©', '');
    const notes = decoded(bytes(broken));
    expect(notes.text).toBe('# Notas 🚀\n\n## Qu√ es fácil\n');
    expect(notes.problems).toEqual([
      expect.objectContaining({
        code: 'lost-character',
        line: 3,
        severity: 'skipped',
        message: expect.stringContaining('column 6'),
      }),
    ]);
  });

  it('is restored whatever Spanish it was', () => {
    const word = fc.stringMatching(/^[a-záéíóúñü]{2,9}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `¿${words.join(' ')}? acción 🚀`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom(...names), (lines, name) => {
        const text = lines.join('\n');
        expect(repairText(misread(text, name)).text).toBe(text);
      }),
    );
  });
});

describe('healthy text', () => {
  it.each([
    'São Paulo, IRMÃ MARIA, MANHÃ… E',
    'naïve café, à la carte … é',
    'Ü-Wagen, Æther Ørsted Ångström ß Ü Ö Ä',
    '√© in a maths note',
    '√2 ≈ 1.414 y ∏ es el producto; ≠ no es =',
    'A ¬ B ∧ √x, ¬ß 3 √∂',
    'IL Y MARQUÉ… «PROSTÉ» Ø',
    '—él dijo «él» y «Ángel»; el café…» y “él”',
    '│ ├── src\n└─┬┐ tests',
    'Ο Δούναβης ™ © ® 日本語のノート 🚀',
    'col·laborar, paral·lel, 3·4·5, el Òscar i la Èlia',
    'Cafe\u0301 con le\u0301che',
  ])('is never touched: %s', (text) => {
    expect(repairText(text)).toMatchObject({ text, damage: null, changedLines: 0, lost: [] });
  });

  it('is never touched, whatever Western letters it is made of', () => {
    const letters = fc.stringMatching(/^[a-zA-Z áéíóúñüÁÉÍÓÚÑÜ¿¡«»“”—…·º]{0,60}$/);
    fc.assert(
      fc.property(letters, (text) => {
        expect(repairText(text).text).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('bytes', () => {
  const utf16 = (text: string, littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
    return new Uint8Array(view.buffer);
  };
  const join = (...parts: readonly (Uint8Array | number[])[]) => new Uint8Array(parts.flatMap((part) => [...part]));
  const text = '# Título\n\n- **Sal** => Cloruro de sodio 🧂\n';

  it.each([
    ['UTF-8', bytes(text), 'utf-8'],
    ['UTF-8 with a mark', join([0xef, 0xbb, 0xbf], bytes(text)), 'utf-8'],
    ['UTF-16 with a mark', join([0xff, 0xfe], utf16(text, true)), 'utf-16le'],
    ['UTF-16 big-endian with a mark', join([0xfe, 0xff], utf16(text, false)), 'utf-16be'],
    ['UTF-16 without a mark', utf16(text, true), 'utf-16le'],
    ['UTF-16 big-endian without a mark', utf16(text, false), 'utf-16be'],
  ])('are read as %s', (_name, input, encoding) => {
    expect(decoded(input)).toEqual({ text, encoding, changedLines: 0, problems: [] });
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty', 1],
    ['only blanks', bytes(' \n\n'), 'empty', 1],
    ['NUL bytes', join(bytes('abc'), [0, 1, 2], bytes('def')), 'binary', 1],
    ['a picture', join([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'binary', 1],
    ['a byte that no UTF-8 has', join(bytes('uno\ndos ñ'), [0xff], bytes('\n')), 'invalid-utf8', 2],
    ['a sequence cut at the end', join(bytes('a\n\nb'), [0xc3]), 'invalid-utf8', 3],
    ['half of a surrogate pair', join([0xff, 0xfe], utf16('a\n\ud83d b', true)), 'invalid-utf16', 2],
    ['over 10 MB', new Uint8Array(MAX_NOTE_BYTES + 1).fill(0x61), 'too-large', 1],
  ])('are refused with a reason: %s', (_name, input, code, line) => {
    const { text: none, problems } = decoded(input);
    expect(none).toBe('');
    expect(problems).toEqual([expect.objectContaining({ file: 'notes.md', code, line, severity: 'error' })]);
  });

  it('say line and column of what is invalid', () => {
    const { problems } = decoded(join(bytes('uno\ndos ñ'), [0xff]));
    expect(problems[0]?.message).toContain('line 2, column 6');
  });
});
