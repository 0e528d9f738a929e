import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJson } from '../../src/formats/json/write-json.js';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { runs } from '../support/runs.js';
import { bytesOf, decksArbitrary, simpleCard, simpleDeck, told } from './support.js';

function read(json: unknown, name = 'a.json') {
  return readCardFile(name, bytesOf(typeof json === 'string' ? json : JSON.stringify(json)));
}

describe('JSON', () => {
  it('comes back as it went out, progress and history included', async () => {
    await fc.assert(
      fc.asyncProperty(decksArbitrary, async (decks) => {
        expect(await read(writeJson(decks))).toEqual({ format: 'json', decks, media: [], problems: [] });
      }),
      { numRuns: runs(150) },
    );
  });

  it('has the shape that its description promises', () => {
    const deck = { ...simpleDeck([simpleCard('f', 'b')]), paused: [simpleCard('f', 'b').id] };
    expect(JSON.parse(writeJson([deck]))).toEqual({
      format: 'repaso-cards',
      version: 1,
      decks: [
        {
          id: 'd',
          name: 'Mazo',
          language: 'es',
          cards: [
            {
              id: 'c-f',
              kind: 'basic',
              front: 'f',
              back: 'b',
              context: [],
              tags: [],
              source: { file: 'a.md', line: 1 },
              passage: 'p',
            },
          ],
          paused: ['c-f'],
          progress: [],
        },
      ],
    });
  });

  it('may be a plain list of questions and answers', async () => {
    const { decks, problems } = await read(
      [
        { front: 'uno', back: '1' },
        { question: 'dos', answer: '2', tags: ['n'] },
      ],
      'Mis cosas.json',
    );
    expect(problems).toEqual([]);
    expect(decks.map(({ id, name }) => [id, name])).toEqual([[null, 'Mis cosas']]);
    expect(decks[0]?.cards.map(({ front, back, tags }) => [front, back, tags])).toEqual([
      ['uno', '1', []],
      ['dos', '2', ['n']],
    ]);
  });

  const deck = JSON.parse(writeJson([simpleDeck([simpleCard('f', 'b')])]));
  const record = {
    card: 'c-f',
    easeHundredths: 250,
    intervalDays: 6,
    repetitions: 2,
    due: '2026-11-10',
    lastReviewedOn: '2026-11-04',
    reviews: 2,
    lapses: 0,
  };
  const withRecord = (more: object) => {
    const progress = [{ learner: null, cards: [{ ...record, ...more }] }];
    return { ...deck, decks: [{ ...deck.decks[0], progress }] };
  };

  it('takes a record without its history', async () => {
    expect((await read(withRecord({}))).decks[0]?.progress[0]?.records[0]?.log).toEqual([]);
  });

  it('keeps what an answer rests on, and takes a word that it does not know for none', async () => {
    const answer = { on: '2026-11-04', quality: 4, purpose: 'plan' };
    const log = [{ ...answer, proof: 'typed' }, { ...answer, proof: 'chosen' }, answer, { ...answer, proof: 'sung' }];
    const { decks } = await read(withRecord({ log }));
    const proofs = ['typed', 'chosen', undefined, undefined];
    expect(decks[0]?.progress[0]?.records[0]?.log.map(({ proof }) => proof)).toEqual(proofs);
    const again = (await read(JSON.parse(writeJson(decks)))).decks;
    expect(again[0]?.progress[0]?.records[0]?.log.map(({ proof }) => proof)).toEqual(proofs);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['no JSON', '{"format":', 'json-broken'],
    ['another JSON', { hello: 1 }, 'json-shape'],
    ['a list of something else', [{ name: 'x' }], 'json-shape'],
    ['an empty list', [], 'json-shape'],
    ['a newer version', { ...deck, version: 2 }, 'format-newer'],
    ['no deck', { ...deck, decks: [] }, 'no-cards'],
    [
      'an unknown kind',
      { ...deck, decks: [{ ...deck.decks[0], cards: [{ ...deck.decks[0].cards[0], kind: 'x' }] }] },
      'json-shape',
    ],
    ['a day that does not exist', withRecord({ due: '2026-02-30' }), 'json-shape'],
    ['due before the last review', withRecord({ due: '2026-11-04' }), 'json-shape'],
    ['an E-Factor under 1.3', withRecord({ easeHundredths: 129 }), 'json-shape'],
    ['a quality of 6', withRecord({ log: [{ on: '2026-11-01', quality: 6, purpose: 'plan' }] }), 'json-shape'],
    ['brackets without end', '['.repeat(200_000), 'json-broken'],
  ])('is refused: %s', async (_, json, code) => {
    const { decks, problems } = await read(json);
    expect(decks).toEqual([]);
    expect(told(problems)).toEqual([`1 ${code}`]);
  });

  it('is refused with over 10,000 cards in a deck', async () => {
    const cards = Array.from({ length: 10_001 }, (_, index) => ({ ...deck.decks[0].cards[0], id: `c${index}` }));
    expect(told((await read({ ...deck, decks: [{ ...deck.decks[0], cards }] })).problems)).toEqual([
      '1 too-many-cards',
    ]);
  });

  it('takes a card once, however often it stands there', async () => {
    const { cards } = deck.decks[0];
    const { decks, problems } = await read({ ...deck, decks: [{ ...deck.decks[0], cards: [...cards, ...cards] }] });
    expect(decks[0]?.cards).toHaveLength(1);
    expect(told(problems)).toEqual(['1 card-twice']);
  });

  it('keeps what no database takes out of the cards', async () => {
    const cards = [{ ...deck.decks[0].cards[0], front: 'a\u0000b\ud800c\r\nd' }];
    const { decks } = await read({ ...deck, decks: [{ ...deck.decks[0], cards }] });
    expect(decks[0]?.cards[0]?.front).toBe('abc\nd');
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json()),
        fc.constantFrom('a.json', 'a.csv', 'a.tsv', 'a.apkg', 'a'),
        async (text, name) => {
          const { decks, problems } = await readCardFile(name, bytesOf(text));
          expect(decks.length + problems.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('is told from files of other kinds by its name', async () => {
    expect(told((await readCardFile('a.docx', bytesOf('x'))).problems)).toEqual(['1 unknown-format']);
    expect(told((await readCardFile('a.json', new Uint8Array(10 * 1024 * 1024 + 1))).problems)).toEqual([
      '1 too-large',
    ]);
  });
});
