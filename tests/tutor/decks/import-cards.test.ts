import { beforeEach, describe, expect, it } from 'vitest';
import { cardId, deckId, learnerId } from '../../../src/core/ids.js';
import { replay } from '../../../src/core/progress.js';
import type { FileDeck } from '../../../src/formats/card-file.js';
import { readCardFile } from '../../../src/formats/read-card-file.js';
import { importCards, planCards } from '../../../src/tutor/decks/import-cards.js';
import { BASIC, package11 } from '../../formats/anki-package.js';
import { simpleCard } from '../../formats/support.js';
import { CARDS, createWorld, MONDAY_NOON, type World } from '../../support/world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const ANA = learnerId('ana');
const NOBODY = { kind: 'everyone', owner: null } as const;
const ANAS = { kind: 'everyone', owner: ANA } as const;

function fileDeck(fronts: readonly string[], more: Partial<FileDeck> = {}): FileDeck {
  const cards = fronts.map((front) =>
    simpleCard(front, `respuesta a ${front}`, { id: cardId(`${world.team}-${front}`) }),
  );
  return { id: null, name: 'Mis cosas', language: 'es', cards, paused: [], progress: [], ...more };
}

function bring(...decks: readonly FileDeck[]) {
  return importCards(world.at(MONDAY_NOON), world.team, 'cosas.csv', { decks }, NOBODY);
}

async function stored(id: string) {
  const cards = await world.opened.store.decks.cards(world.team, deckId(id));
  return cards.map(({ front, paused }) => (paused ? `(${front})` : front));
}

describe('a file of cards', () => {
  it('makes a deck of its name, that no notes can have', async () => {
    const { plans } = await bring(fileDeck(['uno', 'dos']));
    expect(plans.map(({ deckId: id, outcome, merged }) => [id, outcome, merged.added.length])).toEqual([
      ['@mis-cosas', 'change', 2],
    ]);
    expect(await stored('@mis-cosas')).toEqual(['uno', 'dos']);
    const deck = await world.opened.store.decks.get(world.team, deckId('@mis-cosas'));
    expect(deck).toMatchObject({ name: 'Mis cosas', language: 'es', source: 'cosas.csv', version: 1 });
  });

  it('changes nothing the second time', async () => {
    await bring(fileDeck(['uno', 'dos']));
    const { plans } = await bring(fileDeck(['dos', 'uno']));
    expect(plans.map(({ outcome, known }) => [outcome, known])).toEqual([['unchanged', 2]]);
  });

  it('takes nothing away: cards that it lacks stay', async () => {
    await bring(fileDeck(['uno', 'dos']));
    await bring(fileDeck(['tres']));
    expect(await stored('@mis-cosas')).toEqual(['uno', 'dos', 'tres']);
  });

  it('gives known cards its words, and they stay the same cards', async () => {
    await bring(fileDeck(['Capital de Francia', 'dos']));
    const edited = fileDeck(['Capital de Francia', 'dos']);
    const cards = edited.cards.map((card) => (card.front === 'dos' ? { ...card, back: 'otra respuesta' } : card));
    const { plans } = await bring({ ...edited, cards });
    expect(plans[0]?.merged.changed.map(({ back }) => back)).toEqual(['otra respuesta']);
    const [, dos] = await world.opened.store.decks.cards(world.team, deckId('@mis-cosas'));
    expect(dos).toMatchObject({ id: `${world.team}-dos`, back: 'otra respuesta', paused: false });
  });

  it('pauses what is paused in it, and asks again what is not', async () => {
    const id = cardId(`${world.team}-dos`);
    await bring(fileDeck(['uno', 'dos'], { paused: [id] }));
    expect(await stored('@mis-cosas')).toEqual(['uno', '(dos)']);
    expect((await bring(fileDeck(['uno', 'dos'], { paused: [id] }))).plans[0]?.outcome).toBe('unchanged');
    await bring(fileDeck(['uno', 'dos']));
    expect(await stored('@mis-cosas')).toEqual(['uno', 'dos']);
  });

  it('leaves the words of notes to the notes: their cards are recognised, others go beside them', async () => {
    const cards = [
      { ...CARDS[1]!, back: 'otra cosa' },
      simpleCard('nueva', 'x', { id: cardId(`${world.team}-nueva`) }),
    ];
    const { plans } = await bring(fileDeck([], { id: deckId('docker'), name: 'Docker', cards }));
    expect(plans.map(({ deckId: id, known }) => [id, known])).toEqual([['@docker', 1]]);
    expect(plans[0]?.idOf.get(CARDS[1]!.id)).toBe(CARDS[1]!.id);
    expect(await stored('docker')).toEqual(CARDS.map(({ front }) => front));
    expect(await stored('@docker')).toEqual(['nueva']);
  });

  it('takes no card away from the deck that has it', async () => {
    await bring(fileDeck(['uno']));
    await bring(fileDeck(['uno', 'dos'], { name: 'Otra' }));
    expect(await stored('@mis-cosas')).toEqual(['uno']);
    expect(await stored('@otra')).toEqual(['dos']);
  });

  it('is looked at before anything is stored', async () => {
    const plans = await planCards(world.at(MONDAY_NOON), world.team, { decks: [fileDeck(['uno'])] });
    expect(plans.map(({ outcome }) => outcome)).toEqual(['change']);
    expect(await world.opened.store.decks.get(world.team, deckId('@mis-cosas'))).toBeNull();
  });

  it('can be explained: each card is a passage', async () => {
    await bring(fileDeck(['uno']));
    const passages = await world.opened.store.decks.passages(world.team);
    expect(passages.map(({ title, body }) => `${title}: ${body}`)).toContain('uno: respuesta a uno');
  });
});

describe('a package of Anki', () => {
  const collection = {
    notes: [
      { id: 1, fields: ['le chien', 'el perro'] },
      { id: 2, fields: ['le chat', 'el gato'] },
    ],
    cards: [
      { id: 11, note: 1, type: 2, queue: 2, due: 1340, ivl: 30, factor: 2350, reps: 2 },
      { id: 12, note: 2, type: 2, queue: 2, due: 1350, ivl: 12, factor: 2100, reps: 5, lapses: 1 },
    ],
    reviews: [
      { at: '2026-10-10T10:00:00Z', card: 11, ease: 3 },
      { at: '2026-11-03T10:00:00Z', card: 11, ease: 3 },
    ],
    conf: { creationOffset: -120, rollover: 4, schedVer: 2 },
  };

  it('brings its schedule to the day, and its history', async () => {
    await world.person('Ana');
    const read = await readCardFile('francés.apkg', await package11(collection));
    const { progress } = await importCards(world.at(MONDAY_NOON), world.team, 'francés.apkg', read, ANAS);
    expect(progress).toEqual({ imported: 2, alreadyReviewed: 0, unassigned: 0 });
    const { store } = world.opened;
    const records = read.decks[0]?.progress[0]?.records ?? [];
    const known = await store.progress.ofCards(
      world.team,
      ANA,
      records.map(({ card }) => card),
    );
    expect([...known.values()]).toEqual(records.map((record) => record.progress));
    expect([...known.values()]).toMatchObject([
      { due: '2026-12-03', plan: { intervalDays: 30, easeHundredths: 235 } },
      { due: '2026-12-13', plan: { intervalDays: 12, easeHundredths: 210 } },
    ]);
    const log = await store.reviews.history(world.team, ANA);
    expect(log.map(({ purpose }) => purpose)).toEqual(['plan', 'plan', 'restored', 'restored']);
    for (const [card, one] of known) expect(replay(log.filter((entry) => entry.cardId === card))).toEqual(one);
  });

  it('brings no progress where nobody is named', async () => {
    const read = await readCardFile('a.apkg', await package11(collection));
    const { progress } = await importCards(world.at(MONDAY_NOON), world.team, 'a.apkg', read, NOBODY);
    expect(progress).toEqual({ imported: 0, alreadyReviewed: 0, unassigned: 2 });
  });

  it('updates its cards when it comes again', async () => {
    const first = await readCardFile('a.apkg', await package11({ ...collection, reviews: [] }));
    await importCards(world.at(MONDAY_NOON), world.team, 'a.apkg', first, ANAS);
    const changed = {
      ...collection,
      notes: [{ id: 1, type: BASIC, fields: ['le chien', 'el can'] }, collection.notes[1]!],
    };
    const second = await readCardFile('a.apkg', await package11(changed));
    const { plans, progress } = await importCards(world.at(MONDAY_NOON), world.team, 'a.apkg', second, ANAS);
    expect(plans[0]?.merged.changed.map(({ front, back }) => `${front} → ${back}`)).toEqual(['le chien → el can']);
    expect(progress).toMatchObject({ imported: 0, alreadyReviewed: 2 });
  });
});
