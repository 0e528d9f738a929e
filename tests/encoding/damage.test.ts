import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairText } from '../../src/encoding/decode-notes.js';
import { runs } from '../support/runs.js';
import { CHAINS, damaged, fixtures, misread, PAGE_NAMES, randomOf } from './support.js';

const TEXTS = fixtures('damage');
const read = (text: string) => repairText(text).text;
const chainName = (chain: readonly string[]) => chain.join(', then ');

describe('a file that was misread as a whole', () => {
  it.each(CHAINS.map((chain) => [chainName(chain), chain] as const))('is restored exactly: %s', (_name, chain) => {
    for (const [name, text] of TEXTS) {
      const decomposed = text.normalize('NFD');
      expect(read(damaged(text, chain)), name).toBe(text);
      expect(read(damaged(decomposed, chain)), `${name}, its accents apart`).toBe(decomposed);
      expect(read(damaged(text, chain).normalize('NFD')), `${name}, taken apart afterwards`).toBe(text);
    }
  });

  it('is restored exactly when it was misread three times', () => {
    for (const [name, text] of TEXTS) {
      for (const page of PAGE_NAMES) {
        const chain = [page, 'Mac Roman', 'Windows-1252'];
        expect(read(damaged(text, chain)), `${name}: ${chainName(chain)}`).toBe(text);
      }
    }
  });

  it.each([
    ['Greek', 'Ο Δούναβης είναι ποτάμι της Ευρώπης.\n'],
    ['Russian', 'Дунай — река в Европе.\n'],
    ['Japanese', '日本語のノートです。\n'],
    ['Arabic', 'هذه ملاحظات باللغة العربية\n'],
    ['Polish', 'Zażółć gęślą jaźń, łódź i ćma.\n'],
    ['Turkish', 'Çünkü rüzgâr ağaçları eğdi, şişe kırıldı.\n'],
  ])('is restored exactly in %s too', (_language, text) => {
    for (const page of PAGE_NAMES) expect(read(misread(text, page)), page).toBe(text);
  });

  it('says what had happened, first misreading first', () => {
    expect(repairText(damaged('La acción está aquí\n', ['Windows-1252', 'Mac Roman'])).damage).toBe(
      'UTF-8 read as Windows-1252, then as Mac Roman',
    );
  });

  const word = fc.constantFrom(
    ...'acción está niño pingüino corazón también día aquí camión lógica número fácil'.split(' '),
    ...'été forêt où cœur français naïve Noël garçon déjà hôtel'.split(' '),
    ...'über schön Straße Größe Äpfel müßte Öl Nässe'.split(' '),
    ...'não ação irmã você coração às põe mãe São'.split(' '),
    ...'què l’acció col·legi això àries Núria façana'.split(' '),
    ...'the notes of a student are plain words and some code'.split(' '),
  );
  const extra = fc.constantFrom(
    '— “sí” —',
    '¿qué?',
    '¡ojo!',
    '«así»',
    '5 €',
    '20 °C',
    '🚀',
    '👍🏽',
    '→ ok',
    '✅',
    'x ≤ 3',
    '`cd ..`',
  );
  const line = fc.array(fc.oneof({ arbitrary: word, weight: 5 }, extra), { minLength: 1, maxLength: 9 });
  const notes = fc
    .array(line, { minLength: 1, maxLength: 6 })
    // One word that nothing healthy looks like when it is damaged: a lone sign or letter may be meant as it stands.
    .map((lines) => `La canción empezó.\n${lines.map((words) => words.join(' ')).join('\n')}\n`);

  it('is restored exactly whatever was in it', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom(...CHAINS), fc.constantFrom('NFC', 'NFD'), (text, chain, form) => {
        const original = text.normalize(form);
        expect(read(damaged(original, chain))).toBe(original);
      }),
      { numRuns: runs(500) },
    );
  });
});

type Damage = (text: string, chain: readonly string[], random: () => number) => string;

function byPiece(pieces: readonly string[], chain: readonly string[], isDamaged: () => boolean): readonly string[] {
  return pieces.map((piece) => (isDamaged() ? damaged(piece, chain) : piece));
}

const EACH_ITS_OWN = 'lines, each in a page of its own';

const PARTS: Readonly<Record<string, Damage>> = {
  'half of its lines': (text, chain, random) => byPiece(text.split('\n'), chain, () => random() < 0.5).join('\n'),
  'few of its lines': (text, chain, random) => byPiece(text.split('\n'), chain, () => random() < 0.1).join('\n'),
  paragraphs: (text, chain, random) => byPiece(text.split('\n\n'), chain, () => random() < 0.5).join('\n\n'),
  words: (text, chain, random) => byPiece(text.split(/(?<=\s)/), chain, () => random() < 0.3).join(''),
  [EACH_ITS_OWN]: (text, _chain, random) =>
    text
      .split('\n')
      .map((line) => (random() < 0.5 ? line : misread(line, PAGE_NAMES[Math.floor(random() * PAGE_NAMES.length)]!)))
      .join('\n'),
};

/**
 * Of a hundred damaged files, how many may hold a line with nothing but a sign that could be meant as it stands, such
 * as `2¬Ω` for `2½`. Where each line has a page of its own, no other line helps.
 */
const UNDECIDABLE = { alike: 1, eachItsOwn: 4 };

describe('a file that was misread in part', () => {
  it.each(Object.entries(PARTS))('is restored exactly where the damage hit %s', (what, damage) => {
    const random = randomOf(20260101);
    const wrong = TEXTS.flatMap(([name, composed]) =>
      ['NFC', 'NFD'].flatMap((form) =>
        CHAINS.flatMap((chain) => {
          const text = composed.normalize(form);
          return read(damage(text, chain, random)) === text ? [] : [`${name} ${form}: ${chainName(chain)}`];
        }),
      ),
    );
    const share = what === EACH_ITS_OWN ? UNDECIDABLE.eachItsOwn : UNDECIDABLE.alike;
    const most = (TEXTS.length * 2 * CHAINS.length * share) / 100;
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(most);
  });

  it.each([
    ['quotes that were healthy', '«√°rbol» y “ni√±o”', '«árbol» y “niño”'],
    ['two misreadings in one line', 'ni√±o y niÃ±o', 'niño y niño'],
    ['one run that was misread twice', 'Está bien, ma√É¬±ana también', 'Está bien, mañana también'],
    ['accents apart beside it', 'Cafe\u0301 y ma√±ana', 'Cafe\u0301 y mañana'],
    [
      'a single word of a healthy file',
      `${'Está sano, señor. '.repeat(50)}Qu√© raro`,
      `${'Está sano, señor. '.repeat(50)}Qué raro`,
    ],
    ['a drawing beside it', '├── cami├│n y m├ís\n├──┤ año', '├── camión y más\n├──┤ año'],
  ])('is restored with %s', (_what, broken, healthy) => {
    expect(read(broken)).toBe(healthy);
  });

  it('leaves a repaired text alone', () => {
    for (const [, text] of TEXTS) expect(repairText(text)).toMatchObject({ text, damage: null, changedLines: 0 });
  });

  it('counts the lines that it changed', () => {
    expect(repairText('sano: año\nda√±ado\notro da√±o\n').changedLines).toBe(2);
  });
});

describe('Latin-1 read as Mac Roman', () => {
  it('is restored beside UTF-8 read as Mac Roman', () => {
    const mixed = `${misread('La reacción está lista', 'Mac Roman')}\nla aplicaciÛn est· lista, quiÈn sabe\nøQuÈ es?\n`;
    expect(read(mixed)).toBe('La reacción está lista\nla aplicación está lista, quién sabe\n¿Qué es?\n');
  });

  it.each([
    'Madrid· Sevilla· Bilbao· uno· dos· tres·',
    'a’ dol dhan h-Òban agus tÌr nan Òg',
    'getÈtat()',
    'col·laborar, paral·lel; l’Òscar, la Èlia',
  ])('is not seen in: %s', (text) => {
    expect(read(text)).toBe(text);
  });
});
