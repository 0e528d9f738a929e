import { beforeEach, describe, expect, it } from 'vitest';
import type { PiledCard } from '../../../src/core/card.js';
import { deckId } from '../../../src/core/ids.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { ANA, aCard, aChange, cardIds, createWorld, DOCKER, LUIS, minutesAfter, NOW, type World } from './world.js';

const ALL = { limit: 100, offset: 0 };
const CLI = { kind: 'cli' } as const;
const MARK = { by: ANA, at: minutesAfter(3) };

function doubtful(id: string, score: number, change: Partial<PiledCard> = {}): PiledCard {
  return { ...aCard(id), doubt: { reason: 'gap', score }, position: 1, ...change };
}

export function describePile(open: () => OpenStore): void {
  describe('the cards that wait', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
    });
    const pile = () => world.store.pile;
    const apply = (ids: readonly string[], version: number, list: readonly PiledCard[] | null, more = {}) => {
      const change = { baseVersion: version - 1, ...(list === null ? {} : { doubtful: list }), ...more };
      return world.store.decks.apply(world.workspace, aChange(ids, change), minutesAfter(version));
    };
    const take = (card: PiledCard, version: number) => {
      const { text: _, passages: __, ...rest } = aChange([], { baseVersion: version - 1 });
      const { doubt: _d, position, ...words } = card;
      const positions = new Map([[card.id, position]]);
      const change = { ...rest, some: true, cards: [{ ...words, takenBy: MARK }], positions, by: CLI } as const;
      return world.store.decks.apply(world.workspace, change, minutesAfter(version));
    };
    const waiting = async () => (await pile().waiting(world.workspace, DOCKER, ALL)).cards.map(({ id }) => id);
    const refused = async () => (await pile().refused(world.workspace, null, ALL)).cards.map(({ id }) => id);

    it('has none at first, and none of a change that says nothing of them', async () => {
      await apply(['a'], 1, null);
      expect(await pile().ofDeck(world.workspace, DOCKER)).toEqual([]);
      expect(await pile().waiting(world.workspace, null, ALL)).toEqual({ cards: [], total: 0 });
      expect(await pile().countWaiting(world.workspace)).toEqual(new Map());
    });

    it('gives back a card as it was written, with its reason and score', async () => {
      const cards = [
        doubtful('x', 0.25, { hint: 'h', choices: ['p', 'q'], tags: ['t'], kind: 'choice' }),
        doubtful('y', 0.1, { position: 4, doubt: { reason: 'twice', score: 1 / 3 } }),
      ];
      await apply(['a'], 1, cards);
      expect(await pile().ofDeck(world.workspace, DOCKER)).toEqual(cards);
    });

    it('are asked of nobody, and counted nowhere', async () => {
      await apply(['a'], 1, [doubtful('x', 0.4)]);
      await world.store.learners.ensure(world.learner(), NOW);
      expect((await world.store.decks.cards(world.workspace, DOCKER)).map(({ id }) => id)).toEqual(['a']);
      const counts = await world.store.progress.counts(world.workspace, ANA, world.session().startedOn);
      expect(counts).toMatchObject([{ deckId: DOCKER, cards: 1 }]);
      const found = await world.store.agenda.candidates(world.workspace, ANA, world.session().startedOn, null, 10);
      expect(found.unseen).toEqual(['a']);
    });

    it('come the surest first, by pages, of one deck or of all', async () => {
      await apply(['a'], 1, [doubtful('x', 0.2), doubtful('y', 0.4), doubtful('z', 0.3)]);
      const other = deckId('other');
      const deck = { ...aChange([]).deck, id: other };
      const change = aChange([], { deck, doubtful: [doubtful('w', 0.35)] });
      await world.store.decks.apply(world.workspace, change, NOW);
      expect(await waiting()).toEqual(['y', 'z', 'x']);
      const second = await pile().waiting(world.workspace, null, { limit: 2, offset: 1 });
      expect([second.total, ...second.cards.map(({ id, deckId: of }) => `${of} ${id}`)]).toEqual([
        4,
        'other w',
        'docker z',
      ]);
      expect(await pile().countWaiting(world.workspace)).toEqual(
        new Map([
          [DOCKER, 3],
          [other, 1],
        ]),
      );
    });

    it('wait no more while they are in the deck, or paused there by hand', async () => {
      const list = [doubtful('x', 0.4), doubtful('y', 0.3), doubtful('z', 0.2)];
      const cards = [aCard('x'), { ...aCard('y'), pausedBy: MARK }, aCard('z')];
      await apply([], 1, list, { cards });
      expect(await waiting()).toEqual([]);
      await apply([], 2, list, { cards: cards.slice(0, 2), paused: cardIds('z') });
      expect(await waiting()).toEqual(['z']);
    });

    it('are replaced with the notes, but for what somebody refused', async () => {
      await apply(['a'], 1, [doubtful('x', 0.4), doubtful('y', 0.3), doubtful('z', 0.2)]);
      expect(await pile().refuse(world.workspace, DOCKER, cardIds('x', 'z', 'nothing'), MARK)).toEqual(['x', 'z']);
      expect(await waiting()).toEqual(['y']);
      await apply(['a'], 2, [doubtful('x', 0.45, { front: 'other words' }), doubtful('new', 0.1)]);
      expect(await waiting()).toEqual(['new']);
      expect(await refused()).toEqual(['x', 'z']);
      const kept = await pile().ofDeck(world.workspace, DOCKER);
      expect(kept.find(({ id }) => id === 'x')).toMatchObject({ front: 'other words', refused: MARK });
    });

    it('stay refused by their words under another id, however they are written', async () => {
      await apply(['a'], 1, [doubtful('x', 0.4, { front: '¿Qué es un **layer**?', back: 'Una capa' })]);
      await pile().refuse(world.workspace, DOCKER, cardIds('x'), MARK);
      const again = { front: '¿Que es un\nLayer?', back: 'una capa', source: { file: 'docker.md', line: 99 } };
      await apply(['a'], 2, [doubtful('renamed', 0.3, again)]);
      expect(await waiting()).toEqual([]);
      const kept = await pile().ofDeck(world.workspace, DOCKER);
      expect(kept.map(({ id, refused: mark }) => [id, mark])).toEqual([['renamed', MARK]]);
    });

    it('can be refused once, and wait again when somebody thinks better of it', async () => {
      await apply(['a'], 1, [doubtful('x', 0.4)]);
      await pile().refuse(world.workspace, DOCKER, cardIds('x'), MARK);
      const later = { by: LUIS, at: minutesAfter(9) };
      expect(await pile().refuse(world.workspace, DOCKER, cardIds('x'), later)).toEqual([]);
      expect((await pile().refused(world.workspace, DOCKER, ALL)).cards).toMatchObject([{ refused: MARK }]);
      expect(await pile().reconsider(world.workspace, DOCKER, cardIds('x'))).toEqual(['x']);
      expect(await pile().reconsider(world.workspace, DOCKER, cardIds('x'))).toEqual([]);
      expect([await waiting(), await refused()]).toEqual([['x'], []]);
    });

    it('are not refused any more once they are in the deck', async () => {
      await apply(['a', 'b'], 1, [doubtful('x', 0.4)]);
      await pile().refuse(world.workspace, DOCKER, cardIds('x'), MARK);
      await take(doubtful('x', 0.4), 2);
      expect([await waiting(), await refused()]).toEqual([[], []]);
      const cards = await world.store.decks.cards(world.workspace, DOCKER);
      expect(cards.map(({ id, position, takenBy }) => [id, position, takenBy])).toEqual([
        ['a', 0, undefined],
        ['b', 1, undefined],
        ['x', 1, MARK],
      ]);
    });

    it('wait again when the yes is taken back, and are in the deck when it is put back', async () => {
      await apply(['a'], 1, [doubtful('x', 0.4)]);
      await take(doubtful('x', 0.4), 2);
      const stored = () => world.store.decks.cardsById(world.workspace, cardIds('x'));
      const [taken] = await stored();
      const undone = await world.store.deckChanges.undo(world.workspace, DOCKER, { by: CLI, at: minutesAfter(4) });
      expect(undone).toMatchObject({ status: 'undone', counts: { added: 0, changed: 0, removed: 1 } });
      expect(await waiting()).toEqual(['x']);
      const [back] = await stored();
      expect([back?.paused, back?.takenBy]).toEqual([true, undefined]);
      const redone = await world.store.deckChanges.redo(world.workspace, DOCKER, { by: CLI, at: minutesAfter(5) });
      expect(redone).toMatchObject({ status: 'redone', counts: { added: 1, changed: 0, removed: 0 } });
      expect([await waiting(), await stored()]).toEqual([[], [taken]]);
    });

    it('are what they were when a change of the notes is taken back', async () => {
      const before = [doubtful('x', 0.4), doubtful('y', 0.3)];
      await apply(['a', 'b'], 1, before);
      await apply(['a'], 2, [doubtful('z', 0.2)], { paused: cardIds('b') });
      await pile().refuse(world.workspace, DOCKER, cardIds('z'), MARK);
      await world.store.deckChanges.undo(world.workspace, DOCKER, { by: CLI, at: minutesAfter(4) });
      expect(await waiting()).toEqual(['x', 'y']);
      await world.store.deckChanges.redo(world.workspace, DOCKER, { by: CLI, at: minutesAfter(5) });
      expect([await waiting(), await refused()]).toEqual([[], ['z']]);
    });

    it('leave nothing of a deck whose first notes are taken back', async () => {
      await apply(['a'], 1, [doubtful('x', 0.4)]);
      await world.store.deckChanges.undo(world.workspace, DOCKER, { by: CLI, at: minutesAfter(4) });
      expect(await pile().ofDeck(world.workspace, DOCKER)).toEqual([]);
    });

    it('stay as they are where a change of the deck is stale', async () => {
      await apply(['a'], 1, [doubtful('x', 0.4)]);
      expect(await apply(['a'], 1, [])).toEqual({ status: 'stale' });
      expect(await waiting()).toEqual(['x']);
    });

    it('tell which cards somebody has reviewed, or wants to', async () => {
      await apply(['a', 'b', 'c'], 1, []);
      await world.store.learners.ensure(world.learner(), NOW);
      await world.store.sessions.open(world.session());
      const decide = () => ({ quality: 4, on: world.session().startedOn, purpose: 'plan' }) as const;
      await world.store.reviews.record(world.request('a', 1), decide);
      await world.store.agenda.pick(world.workspace, ANA, cardIds('c'), NOW);
      expect(await pile().learned(world.workspace, cardIds('a', 'b', 'c', 'd'))).toEqual(new Set(cardIds('a', 'c')));
      expect(await pile().learned(world.workspace, [])).toEqual(new Set());
    });

    it('belong to their workspace', async () => {
      await apply(['a'], 1, [doubtful('x', 0.4)]);
      const other = await createWorld(open());
      expect(await other.store.pile.waiting(other.workspace, null, ALL)).toEqual({ cards: [], total: 0 });
      expect(await other.store.pile.refuse(other.workspace, DOCKER, cardIds('x'), MARK)).toEqual([]);
      expect(await waiting()).toEqual(['x']);
    });

    it('are as sure as the workspace wants its cards to be', async () => {
      expect(await world.store.workspaces.sureness(world.workspace)).toBe('likely');
      await world.store.workspaces.setSureness(world.workspace, 'sure');
      expect(await world.store.workspaces.sureness(world.workspace)).toBe('sure');
    });
  });
}
