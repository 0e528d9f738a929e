import { describe, expect, it } from 'vitest';
import { cardId, deckId } from '../../../src/core/ids.js';
import { importCards } from '../../../src/tutor/decks/import-cards.js';
import { simpleCard } from '../../formats/support.js';
import { createWorld, MONDAY_NOON } from '../../support/world.js';

describe('a file of cards', () => {
  it('fills a deck up to 10,000 cards', async () => {
    const world = await createWorld();
    const bring = (fronts: readonly string[]) => {
      const cards = fronts.map((front) =>
        simpleCard(front, `respuesta a ${front}`, { id: cardId(`${world.team}-${front}`) }),
      );
      const deck = { id: null, name: 'Mis cosas', language: 'es', cards, paused: [], progress: [] } as const;
      return importCards(
        world.at(MONDAY_NOON),
        world.team,
        'cosas.csv',
        { decks: [deck] },
        { kind: 'everyone', owner: null },
      );
    };
    const many = Array.from({ length: 9999 }, (_, index) => `n${index}`);
    await bring(many);
    const { plans } = await bring(['uno más', 'y otro']);
    expect(plans[0]?.outcome).toBe('too-many');
    expect((await world.opened.store.decks.cards(world.team, deckId('@mis-cosas'))).length).toBe(9999);
  }, 120_000);
});
