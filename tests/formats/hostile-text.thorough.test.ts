import { describe, expect, it } from 'vitest';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { bytesOf } from './support.js';

const ANKI = '#separator:tab\n#html:true\n';
/** Far from what any of them takes, and far below what a pattern takes that goes over them again and again. */
const MILLISECONDS = 15_000;

/** What makes readers go back again and again, or deep. */
const PIECES = [
  ...['<b>a', '<i><b>', '<i a=1><p>', '<ul><li>', '<b>a</b>', '<u>a<mark>'],
  ...['<', '<a', '<b ', '</a', '<a "', '<!--', '<sup>', '<sup>a', '</sup>', '<ruby><rt>', 'x<y '],
  ...['[', '![', '`', '**', '$a ', '$', '~', '\\', '{{c1::', '}}', '::', '&', '&lt', '"', '" ', "'=", '\\(', '[sound:'],
  ...['a,', 'a, b', ';', '|', ' ', '\u{A0}', '\u{E000}', '\u{E002}', '日[', '#', 'ﷺ'],
];

describe('a hostile table', () => {
  it.each(PIECES)('of %j over and over is read or refused in a time that its size explains', async (piece) => {
    const started = performance.now();
    for (const head of ['', ANKI, 'sep=,\n']) {
      for (const text of [piece.repeat(40_000 / piece.length), `${piece}\t${piece}\n`.repeat(1_000)]) {
        const { decks, problems } = await readCardFile('a.csv', bytesOf(`${head}a\t${text}`));
        expect(decks.length + problems.length).toBeGreaterThan(0);
      }
    }
    expect(performance.now() - started).toBeLessThan(MILLISECONDS);
  });

  it('of more rows than a deck may have is refused before one is read', async () => {
    const rows = (count: number, of: (index: number) => string) =>
      Array.from({ length: count }, (_, n) => of(n)).join('');
    const codes = async (text: string) => (await readCardFile('a.txt', bytesOf(text))).problems.map(({ code }) => code);
    expect(await codes(`${ANKI}${rows(10_001, (n) => `${n}<b>\tx\n`)}`)).toEqual(['too-many-cards']);
    expect(await codes(`${ANKI}#deck column:3\n${rows(1_001, (n) => `${n}\tx\tM${n}\n`)}`)).toEqual(['too-many-decks']);
    expect(await codes(`${ANKI}${'#deck:x\n'.repeat(600_000)}`)).toEqual(['too-many-cards']);
  });

  it('has HTML without end told, and the rest read', async () => {
    const deep = '<div>'.repeat(20_000);
    const { decks, problems } = await readCardFile(
      'a.txt',
      bytesOf(`${ANKI}${deep}\tb\nuno\tone\n${'x'.repeat(200_000)}\tb\n`),
    );
    expect(decks.flatMap(({ cards }) => cards.map(({ front }) => front))).toEqual(['uno']);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [3, expect.stringMatching(/html-too-deep|side-too-long|no-front/u)],
      [5, 'side-too-long'],
    ]);
  });
});
