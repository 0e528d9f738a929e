import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_PAGES } from '../../src/encoding/code-pages.js';
import { decodeNotes, repairText } from '../../src/encoding/decode-notes.js';
import { runs } from '../support/runs.js';
import { fixtures, utf8 } from './support.js';

function isUntouched(text: string): void {
  expect(repairText(text)).toEqual({ text, damage: null, changedLines: 0, lost: [] });
}

describe('healthy text is never touched', () => {
  it.each([...fixtures('healthy'), ...fixtures('damage')])('%s, as a whole and line by line', (_name, text) => {
    isUntouched(text);
    for (const line of text.split('\n')) isUntouched(line);
  });

  it.each([
    'São Paulo, IRMÃ MARIA, MANHÃ… E',
    'IRMÃ\u00a0MARIA',
    'Ã',
    '“A MANHÔ e “A IRMÔ',
    'naïve café, à la carte … é',
    'Ü-Wagen, Æther Ørsted Ångström ß Ü Ö Ä',
    '√© in a maths note',
    '√π, 2√π, a√π, √µ, x√Ω, ¬π',
    '√2 ≈ 1.414 y ∏ es el producto; ≠ no es =',
    'A ¬ B ∧ √x, ¬ß 3 √∂',
    '12 Å³, 5 Å², 3 Å³, 7 Å³',
    'Ο Δούναβης ™ © ®, 日本語のノート 🚀',
    'la letra “â”… y «â»…',
    'œ∑´®†¥¨ˆøπ“‘«åß∂ƒ©˙∆˚¬…æΩ≈ç√∫˜µ≤≥÷',
    '┌──┬┐\n├──┤│\n└──┴┘',
    '║ año ║ ñ ║\n╚═════╩═══╝',
    'Cafe\u0301 con le\u0301che',
    'é → Ã© en Windows-1252, √© en Mac Roman',
    'Prints `Ã©` or "â€™"',
    'Nescafé® y Moët™, l’été, §é',
  ])('%s', isUntouched);

  it.each(CODE_PAGES.map(({ name, upper }) => [name, upper] as const))('the table of %s', (_name, upper) => {
    const rows = upper.match(/.{16}/gsu) ?? [];
    isUntouched(rows.join('\n'));
    isUntouched(rows.map((row) => [...row].join(' ')).join('\n'));
    isUntouched(rows.map((row) => `| ${[...row].join(' | ')} |`).join('\n'));
  });

  it('Markdown that ships with the project', () => {
    const folders = ['../../', '../../docs/', '../../flashcards/'].map((path) => new URL(path, import.meta.url));
    const files = folders.flatMap((folder) =>
      readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [new URL(name, folder)] : [])),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) isUntouched(readFileSync(file, 'utf8'));
  });

  const words = fc.constantFrom(
    ...'São naïve Ü-Wagen IRMÃ MANHÃ É À Ñandú â voilà hâlâ mâine Šibenik żółć ığdır Þórður ð Ångström Ø12 ß'.split(
      ' ',
    ),
    ...'“él” «él» «É» “É” É… ñ» ü” —él—é –á …é (á) É» CAFÉ” NÃO» ‘é’ ’é l’é d’où „Ö“ ‚ä‘'.split(' '),
    ...'√2 √© √π ≈π ∆x ¬p ±5 5€ £5 ¥ º ª ° 20°C 2½ m² Å³ µm Ω × ÷ ∞ ∑ ∫ ∂ ∏ ◊ ƒ(x)'.split(' '),
    ...'├── │ └─ ┌┐ ┤ ║ ╔═╗ ░▒▓ █ 日本 語 Привет мир Ωμέγα مرحبا שלום 🚀 👍🏽 👩‍🍳 ❤️ 🇪🇸 → ⇒ ✅ ™ © ® § ¶ † • ·'.split(
      ' ',
    ),
  );

  it('whatever it is made of', () => {
    const lines = fc.array(fc.array(words, { maxLength: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.constantFrom(' ', ', ', ' | '), fc.constantFrom('NFC', 'NFD'), (text, gap, form) => {
        isUntouched(
          text
            .map((line) => line.join(gap))
            .join('\n')
            .normalize(form),
        );
      }),
      { numRuns: runs(1000) },
    );
  });

  const LETTERS = { plain: 'abcdefghilmnoprstuv', small: 'áéíóúñüàèòçãõâêôäöß', capital: 'ABEÁÉÍÓÚÑÜÀÈÒÇÃÕÂÊÔÄÖ' };
  const letter = fc.constantFrom(...LETTERS.plain.repeat(3), ...LETTERS.small);
  const word = fc
    .tuple(fc.constantFrom('', ...LETTERS.capital), fc.array(letter, { minLength: 2, maxLength: 7 }))
    .map(([first, rest]) => `${first}${LETTERS.plain.charAt(rest.length)}${rest.join('')}`);
  const shouted = word.map((one) => one.replaceAll('ß', 'SS').toUpperCase());
  const quoted = fc
    .tuple(
      fc.constantFrom('', '', '', '“', '‘', '«', '« ', '„', '¿', '¡', '—', '(', '**', '`'),
      fc.oneof({ arbitrary: word, weight: 4 }, shouted),
      fc.constantFrom('', '', '', '”', '’', '»', ' »', '…', '…”', '.”', '?»', '—', ')', '**', '`', '®', '²'),
    )
    .map((parts) => parts.join(''));

  it('whatever words it is made of', () => {
    const gap = fc.constantFrom(' ', ' ', ', ', ' — ', ' – ', '—', ' · ', '\n');
    const text = fc.array(fc.tuple(quoted, gap), { maxLength: 15 }).map((pairs) => pairs.flat().join(''));
    // Random letters hit upon anything some day, so the seed is fixed.
    fc.assert(fc.property(text, isUntouched), { numRuns: runs(2000), seed: 41 });
  });

  it('and its bytes are read as they are', () => {
    for (const [name, text] of fixtures('healthy')) {
      expect(decodeNotes(name, new Uint8Array(utf8(text)))).toEqual({
        text,
        encoding: 'utf-8',
        changedLines: 0,
        problems: [],
      });
    }
  });
});

describe('any text at all', () => {
  const upper = CODE_PAGES.map((page) => page.upper).join('');
  const unit = fc.oneof(
    fc.constantFrom(...upper),
    fc.constantFrom(...'\ufffd\u0301\u0303? \nab“”🚀'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );

  it('is read without an error, and every loss has a place in it', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (units) => {
        const text = units.join('');
        const lines = text.split(/\r\n|\r|\n/);
        for (const { line, column } of repairText(text).lost) {
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual([...lines[line - 1]!].length + 1);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
