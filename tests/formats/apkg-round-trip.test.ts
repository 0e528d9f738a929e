import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '../../src/core/progress.js';
import { writeApkg } from '../../src/formats/anki/write-apkg.js';
import { readZip } from '../../src/formats/archive/read-zip.js';
import type { FileDeck } from '../../src/formats/card-file.js';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { readDatabase } from '../../src/formats/sqlite/read-database.js';
import { readDeck } from '../../src/notes/read-deck.js';
import { shippedText } from '../notes/support.js';
import { runs } from '../support/runs.js';
import { decksArbitrary, NOON, recordOf, simpleCard, simpleDeck } from './support.js';

const given = { learner: 'ana', media: [], at: NOON, offsetMinutes: 60 };

function byId(a: FileDeck, b: FileDeck): number {
  return String(a.id).localeCompare(String(b.id));
}

async function rowsOf(bytes: Uint8Array, table: string, columns: readonly string[]) {
  const collection = await (await readZip(bytes)).get('collection.anki2')!.read();
  return readDatabase(collection, (database) => database.rows(table, columns, 1000));
}

describe('notes → apkg → import', () => {
  it('gives the same cards, pauses, progress and history, whatever is in the decks', async () => {
    await fc.assert(
      fc.asyncProperty(decksArbitrary, async (decks) => {
        const read = await readCardFile('a.apkg', await writeApkg({ ...given, decks }));
        expect(read.problems).toEqual([]);
        const expected = decks.map((deck) => {
          return { ...deck, progress: deck.progress.map(({ records }) => ({ learner: null, records })) };
        });
        expect([...read.decks].sort(byId)).toEqual([...expected].sort(byId));
      }),
      { numRuns: runs(30) },
    );
  }, 120_000);

  it('gives the shipped deck to the letter', async () => {
    const { deck } = readDeck('docker.md', new TextEncoder().encode(shippedText()));
    const cards = deck?.cards ?? [];
    const read = await readCardFile('docker.apkg', await writeApkg({ ...given, decks: [{ ...simpleDeck(cards) }] }));
    expect(cards.length).toBeGreaterThan(30);
    expect(read.decks[0]?.cards).toEqual(cards);
  });

  it('keeps decks apart, also those of one name', async () => {
    const one = simpleDeck([simpleCard('uno', '1')]);
    const two = { ...simpleDeck([simpleCard('dos', '2')]), id: null };
    const read = await readCardFile('a.apkg', await writeApkg({ ...given, decks: [one, two] }));
    expect(read.decks.map(({ id, name, cards }) => [id, name, cards.map(({ front }) => front)]).sort()).toEqual(
      [
        ['d', 'Mazo', ['uno']],
        [null, 'Mazo', ['dos']],
      ].sort(),
    );
  });

  it('carries pictures and recordings', async () => {
    const media = [
      { name: 'a b.png', bytes: Uint8Array.of(1, 2, 3) },
      { name: 'voz.mp3', bytes: new Uint8Array(100) },
    ];
    const deck = simpleDeck([simpleCard('![x](<a b.png>)', '[sound:voz.mp3]')]);
    const read = await readCardFile('a.apkg', await writeApkg({ ...given, decks: [deck], media }));
    expect(read.media.map(({ name, bytes }) => [name, [...bytes]])).toEqual(
      media.map(({ name, bytes }) => [name, [...bytes]]),
    );
  });

  it('takes words that were edited in Anki, and keeps the card', async () => {
    const card = simpleCard('Capital de **Francia**', 'Lyon', { context: ['Europa'], tags: ['geo'] });
    const bytes = await writeApkg({ ...given, decks: [simpleDeck([card])] });
    const { editedInAnki } = await import('./edited.js');
    const read = await readCardFile('a.apkg', await editedInAnki(bytes, "replace(flds, 'Lyon', '<b>París</b>')"));
    expect(read.decks[0]?.cards).toEqual([{ ...card, back: '**París**' }]);
  });
});

describe('an exported package', () => {
  const card = simpleCard('¿2 + 2?', '4');
  const record = recordOf(card.id, [
    [1, 4, false],
    [1, 1, true],
    [2, 5, false],
  ])!;
  const deck = { ...simpleDeck([card]), progress: [{ learner: { id: 'ana', name: 'Ana' }, records: [record] }] };

  it('is the same for the same input, byte by byte', async () => {
    const [one, two] = await Promise.all([
      writeApkg({ ...given, decks: [deck] }),
      writeApkg({ ...given, decks: [deck] }),
    ]);
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('numbers a card the same in every package, so that Anki updates it', async () => {
    const columns = ['id', 'guid', 'mid'];
    const first = await rowsOf(await writeApkg({ ...given, decks: [deck] }), 'notes', columns);
    const changed = simpleDeck([simpleCard('otra', 'x'), { ...card, back: 'cuatro' }]);
    const second = await rowsOf(await writeApkg({ ...given, decks: [changed], learner: null }), 'notes', columns);
    expect(second).toContainEqual(first[0]);
  });

  it('has no number of the future, which Anki refuses', async () => {
    const bytes = await writeApkg({ ...given, decks: [deck] });
    for (const table of ['notes', 'cards', 'revlog']) {
      for (const [id] of await rowsOf(bytes, table, ['id'])) expect(Number(id)).toBeLessThan(NOON);
    }
  });

  it('tells Anki the plan: due day, interval, ease, counts, and each answer by its button', async () => {
    const bytes = await writeApkg({ ...given, decks: [deck] });
    expect(replay(record.log)).toEqual(record.progress);
    const [row] = await rowsOf(bytes, 'cards', ['type', 'queue', 'ivl', 'factor', 'reps', 'lapses', 'due']);
    const { plan } = record.progress;
    expect(row?.slice(0, 6)).toEqual([2, 2, plan.intervalDays, plan.easeHundredths * 10, 3, 1]);
    const answers = await rowsOf(bytes, 'revlog', ['ease', 'type']);
    expect(answers).toEqual([
      [3, 0],
      [1, 1],
      [3, 3],
      [4, 1],
    ]);
  });

  it('has new cards only where nobody’s progress is asked for', async () => {
    const bytes = await writeApkg({ ...given, decks: [deck], learner: null });
    expect(await rowsOf(bytes, 'cards', ['type', 'reps'])).toEqual([[0, 0]]);
    expect(await rowsOf(bytes, 'revlog', ['id'])).toEqual([]);
  });

  it('holds what Anki’s own collections hold', async () => {
    const bytes = await writeApkg({ ...given, decks: [deck] });
    const [col] = await rowsOf(bytes, 'col', ['ver', 'models', 'decks', 'dconf', 'conf']);
    const [version, models, decks, dconf, conf] = col!;
    expect(version).toBe(11);
    const model = Object.values(JSON.parse(String(models)))[0];
    expect(model).toMatchObject({
      id: expect.any(Number),
      sortf: 0,
      did: 1,
      usn: -1,
      tmpls: [{ ord: 0 }],
      css: expect.any(String),
    });
    expect(Object.values(JSON.parse(String(decks)))).toHaveLength(2);
    expect(JSON.parse(String(dconf))).toMatchObject({ 1: { maxTaken: 60, new: { perDay: 20 } } });
    expect(JSON.parse(String(conf))).toMatchObject({ schedVer: 2, creationOffset: -60 });
  });
});
