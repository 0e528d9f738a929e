import { describe, expect, it } from 'vitest';
import { repairText } from '../../src/encoding/decode-notes.js';
import { fixtures, misread } from './support.js';

const TEXTS = fixtures('damage');

type Loss = { readonly page: string; readonly of: RegExp; readonly leaves: string };

/** The five bytes that Windows-1252 leaves open. */
const OPEN_BYTES = /[\x81\x8d\x8f\x90\x9d]/g;

const LOSSES: readonly (readonly [what: string, loss: Loss])[] = [
  ['open bytes of Windows-1252 are U+FFFD', { page: 'Windows-1252', of: OPEN_BYTES, leaves: '\ufffd' }],
  ['open bytes of Windows-1252 were dropped', { page: 'Windows-1252', of: OPEN_BYTES, leaves: '' }],
  ['open bytes of Windows-1252 are question marks', { page: 'Windows-1252', of: OPEN_BYTES, leaves: '?' }],
  ['© was stripped', { page: 'Mac Roman', of: /©/g, leaves: '' }],
  ['© is a question mark', { page: 'Mac Roman', of: /©/g, leaves: '?' }],
  ['some signs are U+FFFD', { page: 'Mac Roman', of: /[≥±]/g, leaves: '\ufffd' }],
  ['some signs are U+FFFD in CP437', { page: 'CP437', of: /⌐/g, leaves: '\ufffd' }],
  ['soft hyphens were dropped in CP850', { page: 'CP850', of: /\u00ad/g, leaves: '' }],
];

describe('what is lost for good', () => {
  it.each(LOSSES)('is named where it is not certain, and nothing else is touched: %s', (_what, {
    page,
    of,
    leaves,
  }) => {
    let lossy = 0;
    for (const [name, text] of TEXTS) {
      const whole = text.split('\n').map((line) => misread(line, page));
      const broken = whole.map((line) => line.replace(of, leaves));
      const { text: read, lost } = repairText(broken.join('\n'));
      const named = new Set(lost.map((one) => one.line));
      read.split('\n').forEach((line, i) => {
        const isWhole = broken[i] === whole[i];
        lossy += isWhole ? 0 : 1;
        const isExact = line === text.split('\n')[i];
        // A line is restored, or its loss is named, and never both.
        expect([isExact, named.has(i + 1)], `${name}:${i + 1} ${line}`).toEqual(
          isWhole || isExact ? [true, false] : [false, true],
        );
      });
    }
    expect(lossy).toBeGreaterThan(5);
  });

  it.each([
    [
      'the first of two',
      'AquÃ\ufffd ocurriÃ³ asÃ\ufffdque',
      [
        [1, 4],
        [1, 18],
      ],
    ],
    ['in the line that has it', 'Acción\n\nma√±ana y despu√s\n', [[3, 16]]],
    ['as one, however many bytes it was', 'sÃ­ ð\ufffd\ufffd³ y tambiÃ©n', [[1, 5]]],
    ['after an emoji, which is one character', '🚀 🚀 caf√ y ma√±ana, cami√≥n', [[1, 8]]],
    ['U+FFFD in healthy text', 'año\ndos \ufffd', [[2, 5]]],
  ])('is named with line and column of the file as it is: %s', (_what, text, places) => {
    expect(repairText(text).lost.map(({ line, column }) => [line, column])).toEqual(places);
  });

  it('is said to go on where it never ends', () => {
    const { lost } = repairText('a\ufffdb '.repeat(3000));
    expect(lost).toHaveLength(1001);
  });
});

describe('what can only have been one character is restored', () => {
  it.each([
    ['a closing quote whose opening one is there', 'Ã‰l dijo â€œsÃ­â€\ufffd y â€œnoâ€.', 'Él dijo “sí” y “no”.'],
    [
      'the variation selector of an emoji',
      misread('también ❤️ y ❤️', 'Windows-1252').replace('\u008f', '\ufffd'),
      'también ❤️ y ❤️',
    ],
    ['the joiner of two emoji', 'tambiÃ©n ðŸ‘©â€\ufffdðŸ’»', 'también 👩‍💻'],
    ['the first byte of an emoji', 'tambi√©n \ufffdüöÄ', 'también 🚀'],
  ])('%s', (_what, broken, healthy) => {
    const { text, lost } = repairText(broken);
    expect({ text, lost }).toEqual({ text: healthy, lost: [] });
  });

  it('not a closing quote that nothing opened', () => {
    expect(repairText('sÃ­, noâ€ y asÃ³').text).toBe('sí, noâ€ y asó');
  });

  it('à, where no-break spaces became blanks', () => {
    const broken = misread('Voilà, là-bas: qué fácil à la carte\n', 'Windows-1252').replaceAll('\u00a0', ' ');
    expect(repairText(broken).text).toBe('Voilà, là-bas: qué fácil à la carte\n');
  });

  it('no letter that a blank stood behind before', () => {
    expect(repairText('Arbre Ã la forÃªt, aquÃ que tambiÃ©n Ã.').text).toBe('Arbre Ã la forêt, aquÃ que también Ã.');
  });
});
