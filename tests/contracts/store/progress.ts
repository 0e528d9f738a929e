import { beforeEach, describe, expect, it } from 'vitest';
import { deckId } from '../../../src/core/ids.js';
import { addDays } from '../../../src/core/local-date.js';
import { NEW_PROGRESS } from '../../../src/core/progress.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import {
  ANA,
  aCard,
  aChange,
  cardIds,
  createWorld,
  DOCKER,
  LUIS,
  minutesAfter,
  NOW,
  TODAY,
  type World,
} from './world.js';

const GIT = deckId('git');
const TOMORROW = addDays(TODAY, 1);

export function describeProgress(open: () => OpenStore): void {
  describe('progress', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
      await world.teach('d1', 'd2', 'd3', 'd4');
      const deck = { ...aChange([]).deck, id: GIT };
      await world.store.decks.apply(world.workspace, aChange([], { deck, cards: [aCard('g1'), aCard('g2')] }), NOW);
    });
    const progress = () => world.store.progress;
    const candidates = async (deck: typeof DOCKER | null = null, on = TODAY, limit = 10) => {
      const { passages, ...lists } = await world.store.agenda.candidates(world.workspace, ANA, on, deck, limit);
      const cards = [...new Set([...lists.picked, ...lists.due, ...lists.unseen])];
      expect([...passages].sort()).toEqual(cards.map((card) => [card, 'layers']).sort());
      return lists;
    };
    const pick = (minute: number, ...ids: string[]) =>
      world.store.agenda.pick(world.workspace, ANA, cardIds(...ids), minutesAfter(minute));
    /** Pauses d1. */
    const pause = () => {
      const cards = ['d2', 'd3', 'd4'].map((id) => aCard(id));
      return world.store.decks.apply(
        world.workspace,
        aChange([], { baseVersion: 1, cards, paused: cardIds('d1') }),
        NOW,
      );
    };

    it('is new for a card never reviewed, known or not', async () => {
      await world.review('d1', 1);
      const [known] = await Promise.all([progress().of(world.workspace, ANA, cardIds('d1')[0]!)]);
      expect(await progress().of(world.workspace, ANA, cardIds('d2')[0]!)).toEqual(NEW_PROGRESS);
      expect(await progress().ofCards(world.workspace, ANA, cardIds('d2', 'd1', 'missing'))).toEqual(
        new Map([
          [cardIds('d2')[0], NEW_PROGRESS],
          [cardIds('d1')[0], known],
          [cardIds('missing')[0], NEW_PROGRESS],
        ]),
      );
      expect(await progress().ofCards(world.workspace, ANA, [])).toEqual(new Map());
    });

    it('comes with the cards themselves, paused ones included', async () => {
      await world.review('d1', 1);
      await pause();
      const found = await progress().withCards(world.workspace, ANA, cardIds('d2', 'd1', 'missing'));
      const stored = await world.store.decks.cardsById(world.workspace, cardIds('d1', 'd2'));
      expect(new Map(found.map(({ card }) => [card.id, card]))).toEqual(new Map(stored.map((card) => [card.id, card])));
      for (const one of found) expect(one.progress).toEqual(await progress().of(world.workspace, ANA, one.card.id));
      expect(await progress().withCards(world.workspace, ANA, [])).toEqual([]);
    });

    it('of a section is that of its cards that are asked, in the order of the notes, and whether they were picked', async () => {
      await world.review('d2', 1);
      await pause();
      const { decks } = world.store;
      const [passage] = await decks.passages(world.workspace);
      const section = passage!.sectionId;
      const asked = await decks.cardsOfSection(world.workspace, section);
      const known = await progress().ofSection(world.workspace, ANA, section);
      expect(known.map(({ card }) => card)).toEqual(asked);
      const ids = asked.map(({ id }) => id);
      const each = await progress().ofCards(world.workspace, ANA, ids);
      expect(known.map((one) => one.progress)).toEqual(ids.map((id) => each.get(id)));
      expect(asked).not.toEqual([]);
      expect(known.map((one) => one.picked)).toEqual(ids.map(() => false));
      await pick(1, 'd3');
      const after = await progress().ofSection(world.workspace, ANA, section);
      expect(after.filter((one) => one.picked).map(({ card }) => card.id)).toEqual(cardIds('d3'));
      const ofLuis = await progress().ofSection(world.workspace, LUIS, section);
      expect(ofLuis.map((one) => one.progress)).toEqual(ids.map(() => NEW_PROGRESS));
    });

    it('counts what waits in each deck, an empty one included', async () => {
      const empty = { ...aChange([]).deck, id: deckId('empty') };
      await world.store.decks.apply(world.workspace, aChange([], { deck: empty }), NOW);
      await world.review('d1', 1, 4);
      await world.review('d2', 2, 4, TOMORROW);
      await pick(1, 'd1', 'd3');
      expect(await progress().counts(world.workspace, ANA, TOMORROW)).toEqual([
        { deckId: DOCKER, cards: 4, due: 1, unseen: 2, picked: 1, returning: 0 },
        { deckId: deckId('empty'), cards: 0, due: 0, unseen: 0, picked: 0, returning: 0 },
        { deckId: GIT, cards: 2, due: 0, unseen: 2, picked: 0, returning: 0 },
      ]);
    });

    it('leaves paused cards out of everything that waits', async () => {
      await pick(0, 'd1');
      await world.review('d2', 1);
      await pause();
      expect(await candidates()).toEqual({ picked: [], due: [], unseen: cardIds('d3', 'd4', 'g1', 'g2') });
      expect((await progress().counts(world.workspace, ANA, TODAY))[0]).toEqual({
        deckId: DOCKER,
        cards: 3,
        due: 0,
        unseen: 2,
        picked: 0,
        returning: 0,
      });
    });

    it('leaves a paused card out when it was due, and keeps its progress', async () => {
      await world.review('d1', 1);
      const before = await progress().of(world.workspace, ANA, cardIds('d1')[0]!);
      await pause();
      expect((await candidates(null, TOMORROW)).due).toEqual([]);
      expect(await world.store.agenda.nextDue(world.workspace, ANA, TODAY, null)).toBeNull();
      expect(await world.store.agenda.longestUnasked(world.workspace, ANA, TODAY, null, 10)).toEqual([]);
      expect(await progress().of(world.workspace, ANA, cardIds('d1')[0]!)).toEqual(before);
    });

    it('offers unseen cards in the order of decks and notes', async () => {
      expect((await candidates()).unseen).toEqual(cardIds('d1', 'd2', 'd3', 'd4', 'g1', 'g2'));
      expect((await candidates(GIT)).unseen).toEqual(cardIds('g1', 'g2'));
    });

    it('offers due cards most overdue for their interval first, ties in the order of the notes', async () => {
      await world.review('d3', 1, 4, TODAY);
      await world.review('d1', 2, 4, TODAY);
      await world.review('g1', 3, 4, addDays(TODAY, -3));
      await world.review('d2', 4, 4, TOMORROW);
      expect((await candidates(null, TODAY)).due).toEqual(cardIds('g1'));
      expect((await candidates(null, TOMORROW)).due).toEqual(cardIds('g1', 'd1', 'd3'));
      expect((await candidates(DOCKER, TOMORROW)).due).toEqual(cardIds('d1', 'd3'));
    });

    it('takes a day late for more where the interval is short', async () => {
      await world.review('d2', 1, 4, addDays(TODAY, -10));
      await world.review('d2', 2, 4, addDays(TODAY, -9));
      await world.review('d1', 3, 4, addDays(TODAY, -2));
      expect((await candidates(null, TODAY)).due).toEqual(cardIds('d1', 'd2'));
    });

    it('offers picked cards in the order they were picked, until their first review', async () => {
      expect(await pick(2, 'd4', 'd2')).toBe(2);
      expect(await pick(1, 'g2')).toBe(1);
      expect((await candidates()).picked).toEqual(cardIds('g2', 'd2', 'd4'));
      expect((await candidates(GIT)).picked).toEqual(cardIds('g2'));
      await world.review('d2', 1);
      expect((await candidates()).picked).toEqual(cardIds('g2', 'd4'));
    });

    it('counts a pick once, whoever presses how often', async () => {
      expect(await pick(1, 'd1', 'd1', 'd2')).toBe(2);
      expect(await pick(2, 'd1', 'd3')).toBe(1);
      expect(await pick(3)).toBe(0);
      const counts = await Promise.all([pick(4, 'd4'), pick(4, 'd4'), pick(4, 'd4')]);
      expect(counts.sort()).toEqual([0, 0, 1]);
    });

    it('picks only cards that exist', async () => {
      expect(await pick(1, 'missing', 'd1')).toBe(1);
    });

    it('keeps each list within the limit', async () => {
      await pick(1, 'd3', 'd4');
      await world.review('d1', 1);
      await world.review('d2', 2);
      expect(await candidates(null, TOMORROW, 1)).toEqual({
        picked: cardIds('d3'),
        due: cardIds('d1'),
        unseen: cardIds('d3'),
      });
    });

    it('counts what was done on a date, by the date it was given: first reviews, and others', async () => {
      await world.review('d1', 1, 4, TODAY);
      await world.review('d2', 2, 1, TODAY);
      await world.store.reviews.record(world.request('d2', 3), () => ({ quality: 4, on: TODAY, purpose: 'drill' }));
      await world.review('d1', 4, 4, TOMORROW);
      await world.review('d3', 5, 4, TOMORROW);
      const done = (on: typeof TODAY) => world.store.agenda.doneOn(world.workspace, ANA, on);
      expect(await done(TODAY)).toEqual({ met: 2, reviewed: 0 });
      expect(await done(TOMORROW)).toEqual({ met: 1, reviewed: 1 });
      expect(await done(addDays(TODAY, 2))).toEqual({ met: 0, reviewed: 0 });
    });

    it('leaves a card that somebody put off out of their days until it comes back', async () => {
      await world.review('d1', 1);
      const hold = (card: string, until: typeof TODAY | null) =>
        world.store.holds.hold({
          ...{ workspaceId: world.workspace, learnerId: ANA, on: TODAY, at: NOW },
          ...{ cardId: cardIds(card)[0]!, until },
        });
      const later = addDays(TODAY, 3);
      await hold('d1', later);
      await hold('d2', later);
      await hold('d3', null);
      expect(await candidates(null, TOMORROW)).toEqual({ picked: [], due: [], unseen: cardIds('d4', 'g1', 'g2') });
      const counts = async (on: typeof TODAY) => (await progress().counts(world.workspace, ANA, on))[0];
      expect(await counts(TOMORROW)).toMatchObject({ cards: 2, due: 0, unseen: 1, returning: 1 });
      expect(await world.store.agenda.nextDue(world.workspace, ANA, TODAY, null)).toEqual({ on: later, cards: 1 });
      expect(await world.store.agenda.longestUnasked(world.workspace, ANA, TOMORROW, null, 9)).toEqual([]);
      expect(await candidates(null, later)).toMatchObject({ due: cardIds('d1') });
      expect(await counts(later)).toMatchObject({ cards: 3, due: 1, unseen: 2, returning: 0 });
      expect((await world.store.holds.paused(world.workspace, ANA)).map(({ card }) => card.id)).toEqual(['d3']);
      expect(await world.store.holds.paused(world.workspace, LUIS)).toEqual([]);
      expect(await world.store.holds.release(world.workspace, LUIS, cardIds('d3'))).toBe(0);
      expect(await world.store.holds.release(world.workspace, ANA, cardIds('d1', 'd3', 'g1'))).toBe(2);
      expect(await counts(TOMORROW)).toMatchObject({ cards: 3, due: 1, unseen: 2, returning: 1 });
    });

    it('finds the next date on which cards are due, of all decks or of one', async () => {
      await world.review('d1', 1);
      await world.review('d2', 2);
      await world.review('g1', 3, 4, TOMORROW);
      const next = (after: typeof TODAY, deck: typeof DOCKER | null = null) =>
        world.store.agenda.nextDue(world.workspace, ANA, after, deck);
      expect(await next(TODAY)).toEqual({ on: TOMORROW, cards: 2 });
      expect(await next(TOMORROW)).toEqual({ on: addDays(TOMORROW, 1), cards: 1 });
      expect(await next(TODAY, GIT)).toEqual({ on: addDays(TOMORROW, 1), cards: 1 });
      expect(await next(TOMORROW, DOCKER)).toBeNull();
      expect(await world.store.agenda.nextDue(world.workspace, LUIS, TODAY, null)).toBeNull();
    });

    it('gives the cards that were met for practice, the one asked longest ago first', async () => {
      const practice = (deck: typeof DOCKER | null = null, limit = 10) =>
        world.store.agenda.longestUnasked(world.workspace, ANA, TODAY, deck, limit);
      expect(await practice()).toEqual([]);
      await world.review('d2', 1);
      await world.review('g1', 2);
      await world.review('d1', 3);
      expect(await practice()).toEqual(cardIds('d2', 'g1', 'd1'));
      expect(await practice(DOCKER)).toEqual(cardIds('d2', 'd1'));
      expect(await practice(null, 1)).toEqual(cardIds('d2'));
      await world.store.reviews.record(world.request('d2', 4), () => ({ quality: 1, on: TODAY, purpose: 'drill' }));
      expect(await practice()).toEqual(cardIds('g1', 'd1', 'd2'));
    });

    it('keeps learners and workspaces apart', async () => {
      await world.meet(LUIS);
      await world.review('d1', 1);
      await pick(1, 'd2');
      const luis = await world.store.agenda.candidates(world.workspace, LUIS, TOMORROW, null, 10);
      expect(luis).toMatchObject({ picked: [], due: [], unseen: cardIds('d1', 'd2', 'd3', 'd4', 'g1', 'g2') });
      const elsewhere = await createWorld(open());
      await elsewhere.teach('d1');
      expect(await elsewhere.store.progress.counts(elsewhere.workspace, ANA, TOMORROW)).toEqual([
        { deckId: DOCKER, cards: 1, due: 0, unseen: 1, picked: 0, returning: 0 },
      ]);
    });
  });
}
