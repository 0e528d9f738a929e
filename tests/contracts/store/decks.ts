import { beforeEach, describe, expect, it } from 'vitest';
import { deckId, passageId } from '../../../src/core/ids.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { describeDeckHistory } from './decks-history.js';
import { ANA, aCard, aChange, aPassage, cardIds, createWorld, DOCKER, minutesAfter, NOW, type World } from './world.js';

export function describeDecks(open: () => OpenStore): void {
  describe('decks', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
    });
    const decks = () => world.store.decks;
    const orderOf = async () => (await decks().cards(world.workspace, DOCKER)).map((card) => card.id);

    it('has none at first', async () => {
      expect(await decks().list(world.workspace)).toEqual([]);
      expect(await decks().get(world.workspace, DOCKER)).toBeNull();
      expect(await decks().cards(world.workspace, DOCKER)).toEqual([]);
      expect(await decks().passages(world.workspace)).toEqual([]);
    });

    it('keeps a deck with the version and the hash of its notes', async () => {
      const change = aChange(['a']);
      expect(await decks().apply(world.workspace, change, NOW)).toEqual({ status: 'applied', version: 1 });
      const stored = { ...change.deck, version: 1 };
      expect(await decks().get(world.workspace, DOCKER)).toEqual(stored);
      expect(await decks().list(world.workspace)).toEqual([stored]);
    });

    it.each([
      ['a plain card', aCard('a')],
      ['a card with everything', aCard('b', { kind: 'choice', hint: 'h', choices: ['x', 'y'], tags: ['t', 'u'] })],
      [
        'text that needs escaping',
        aCard('c', { front: '"q" \\ \' {a,b} NULL ñ 🐳\n`x`', context: ['{', '"', '\\', ''] }),
      ],
      ['empty lists', aCard('d', { context: [], choices: [], tags: [] })],
    ])('gives back %s as it was written', async (_, card) => {
      await decks().apply(world.workspace, aChange([], { cards: [card] }), NOW);
      const stored = { ...card, deckId: DOCKER, position: 0, paused: false };
      expect(await decks().cards(world.workspace, DOCKER)).toEqual([stored]);
      expect(await decks().cardsById(world.workspace, [card.id])).toEqual([stored]);
    });

    const HAND = { by: ANA, at: minutesAfter(5) };
    const EDIT = { ...HAND, notes: { kind: 'cloze', front: 'half an emoji \ud83d […]', back: '"{,}' } } as const;

    it('keeps what people did to a card by hand, until a change brings it without', async () => {
      const cards = [{ ...aCard('a'), edit: EDIT }, { ...aCard('b'), pausedBy: HAND }, aCard('c')];
      await decks().apply(world.workspace, aChange([], { cards }), NOW);
      const place = (position: number, paused: boolean) => ({ deckId: DOCKER, position, paused });
      expect(await decks().cards(world.workspace, DOCKER)).toEqual([
        { ...aCard('a'), ...place(0, false), edit: EDIT },
        { ...aCard('b'), ...place(1, true), pausedBy: HAND },
        { ...aCard('c'), ...place(2, false) },
      ]);
      await decks().apply(world.workspace, aChange(['a', 'b'], { baseVersion: 1, paused: cardIds('c') }), NOW);
      expect(await decks().cards(world.workspace, DOCKER)).toMatchObject([
        place(0, false),
        place(1, false),
        { paused: true },
      ]);
      for (const card of await decks().cards(world.workspace, DOCKER)) {
        expect([card.edit, card.pausedBy]).toEqual([undefined, undefined]);
      }
    });

    it('changes some cards where they stand, and leaves all others alone', async () => {
      await decks().apply(world.workspace, aChange(['a', 'b', 'c', 'd']), NOW);
      await decks().apply(world.workspace, aChange(['a', 'b', 'c'], { baseVersion: 1, paused: cardIds('d') }), NOW);
      const before = await decks().cards(world.workspace, DOCKER);
      const { text: _, passages: __, ...rest } = aChange([], { baseVersion: 2 });
      const change = { ...rest, some: true, cards: [aCard('c', { back: 'new' })] } as const;
      expect(await decks().apply(world.workspace, change, NOW)).toEqual({ status: 'applied', version: 3 });
      const changed = before.map((card) => (card.id === 'c' ? { ...card, back: 'new' } : card));
      expect(await decks().cards(world.workspace, DOCKER)).toEqual(changed);
      await world.store.deckChanges.undo(world.workspace, DOCKER, { by: { kind: 'cli' }, at: NOW });
      expect(await decks().cards(world.workspace, DOCKER)).toEqual(before);
      expect(await decks().passages(world.workspace)).toEqual([aPassage('layers')]);
    });

    it('leaves text and passages where a change says nothing of them', async () => {
      await decks().apply(world.workspace, aChange(['a'], { text: '# One' }), NOW);
      const { text: _, passages: __, ...rest } = aChange(['b'], { baseVersion: 1 });
      await decks().apply(world.workspace, rest, NOW);
      expect(await decks().text(world.workspace, DOCKER)).toBe('# One');
      expect(await decks().passages(world.workspace)).toEqual([aPassage('layers')]);
      expect(await orderOf()).toContain('b');
    });

    it('gives the notes of the version that a deck has now', async () => {
      expect(await decks().text(world.workspace, DOCKER)).toBeNull();
      await decks().apply(world.workspace, aChange(['a'], { text: '# One' }), NOW);
      await decks().apply(world.workspace, aChange(['a'], { text: '# Two', baseVersion: 1 }), NOW);
      expect(await decks().text(world.workspace, DOCKER)).toBe('# Two');
      const elsewhere = await createWorld(open());
      expect(await decks().text(elsewhere.workspace, DOCKER)).toBeNull();
    });

    it('applies a change only to the version it was made for', async () => {
      await decks().apply(world.workspace, aChange(['a']), NOW);
      expect(await decks().apply(world.workspace, aChange(['b']), NOW)).toEqual({ status: 'stale' });
      expect(await decks().apply(world.workspace, aChange(['b'], { baseVersion: 2 }), NOW)).toEqual({
        status: 'stale',
      });
      expect(await orderOf()).toEqual(['a']);
      const next = aChange(['b'], { baseVersion: 1 });
      expect(await decks().apply(world.workspace, next, NOW)).toEqual({ status: 'applied', version: 2 });
    });

    it('does not make a deck out of a change to a version that never was', async () => {
      const change = aChange(['a'], { baseVersion: 3 });
      expect(await decks().apply(world.workspace, change, NOW)).toEqual({ status: 'stale' });
      expect(await decks().list(world.workspace)).toEqual([]);
    });

    it.each([0, 1])('lets exactly one of several changes at once win, from version %i', async (baseVersion) => {
      if (baseVersion === 1) await decks().apply(world.workspace, aChange(['z']), NOW);
      const changes = ['a', 'b', 'c', 'd'].map((id) => aChange([id], { baseVersion }));
      const results = await Promise.all(changes.map((change) => decks().apply(world.workspace, change, NOW)));
      expect(results.map((result) => result.status).sort()).toEqual(['applied', 'stale', 'stale', 'stale']);
      const fresh = (await orderOf()).filter((id) => id !== 'z');
      expect(fresh).toEqual([changes[results.findIndex((result) => result.status === 'applied')]?.cards[0]?.id]);
    });

    it('changes nothing where one part of a change is impossible', async () => {
      await decks().apply(world.workspace, aChange(['a']), NOW);
      const broken = aChange(['b'], { baseVersion: 1, passages: [aPassage('p'), aPassage('p')] });
      await expect(decks().apply(world.workspace, broken, NOW)).rejects.toThrow();
      expect(await orderOf()).toEqual(['a']);
      expect((await decks().get(world.workspace, DOCKER))?.version).toBe(1);
      expect((await decks().passages(world.workspace)).map((passage) => passage.id)).toEqual(['layers']);
    });

    it('pauses what has gone from the notes and unpauses what comes back', async () => {
      await decks().apply(world.workspace, aChange(['a', 'b']), NOW);
      await decks().apply(world.workspace, aChange(['a'], { baseVersion: 1, paused: cardIds('b') }), NOW);
      const paused = async () => (await decks().cards(world.workspace, DOCKER)).filter((card) => card.paused);
      expect((await paused()).map((card) => card.id)).toEqual(['b']);
      await decks().apply(world.workspace, aChange(['b', 'a'], { baseVersion: 2 }), NOW);
      expect(await paused()).toEqual([]);
      expect(await orderOf()).toEqual(['b', 'a']);
    });

    it('pauses only cards of its own deck', async () => {
      await decks().apply(world.workspace, aChange(['a']), NOW);
      const other = { ...aChange([]).deck, id: deckId('other') };
      await decks().apply(world.workspace, aChange(['b'], { deck: other, paused: cardIds('a') }), NOW);
      expect((await decks().cards(world.workspace, DOCKER)).map((card) => card.paused)).toEqual([false]);
    });

    it('rewrites a card under the id it has', async () => {
      await decks().apply(world.workspace, aChange([], { cards: [aCard('a', { hint: 'old' })] }), NOW);
      const change = { baseVersion: 1, cards: [aCard('z'), aCard('a', { front: 'new' })] };
      await decks().apply(world.workspace, aChange([], change), NOW);
      const [, card] = await decks().cards(world.workspace, DOCKER);
      expect(card).toEqual({ ...aCard('a', { front: 'new' }), deckId: DOCKER, position: 1, paused: false });
    });

    it('takes a deck of thousands of cards', async () => {
      const ids = Array.from({ length: 5_500 }, (_, index) => `c${index}`);
      await decks().apply(world.workspace, aChange(ids), NOW);
      expect(await orderOf()).toEqual(ids);
    });

    it('replaces the passages of the deck and leaves those of others, in the order of decks and notes', async () => {
      const other = { ...aChange([]).deck, id: deckId('a-first') };
      await decks().apply(world.workspace, aChange([], { passages: [aPassage('x'), aPassage('b')] }), NOW);
      await decks().apply(world.workspace, aChange([], { deck: other, passages: [aPassage('o')] }), NOW);
      const passage = aPassage('y', { kind: 'term', sectionId: passageId('z'), aliases: ['α', '"'], language: 'en' });
      const change = aChange([], { baseVersion: 1, passages: [passage, aPassage('b')] });
      await decks().apply(world.workspace, change, NOW);
      expect(await decks().passages(world.workspace)).toEqual([aPassage('o'), passage, aPassage('b')]);
    });

    it('finds the cards of a section and of the terms in it, without paused ones, in order', async () => {
      const passages = [
        aPassage('s'),
        aPassage('term', { kind: 'term', sectionId: passageId('s') }),
        aPassage('elsewhere'),
      ];
      const of = (id: string, passage: string) => aCard(id, { passageId: passageId(passage) });
      const cards = [of('b', 'term'), of('x', 'elsewhere'), of('a', 's'), of('gone', 's')];
      await decks().apply(world.workspace, aChange([], { cards, passages }), NOW);
      const change = { baseVersion: 1, cards: cards.slice(0, 3), passages, paused: cardIds('gone') };
      await decks().apply(world.workspace, aChange([], change), NOW);
      const found = await decks().cardsOfSection(world.workspace, passageId('s'));
      expect(found.map((card) => card.id)).toEqual(['b', 'a']);
    });

    it('finds only the cards that exist by their ids', async () => {
      await decks().apply(world.workspace, aChange(['a', 'b']), NOW);
      const found = await decks().cardsById(world.workspace, cardIds('b', 'missing', 'b'));
      expect(found.map((card) => card.id)).toEqual(['b']);
      expect(await decks().cardsById(world.workspace, [])).toEqual([]);
    });

    it('keeps workspaces apart', async () => {
      await decks().apply(world.workspace, aChange(['a']), NOW);
      const elsewhere = (await createWorld(open())).workspace;
      expect(await decks().list(elsewhere)).toEqual([]);
      expect(await decks().cardsById(elsewhere, cardIds('a'))).toEqual([]);
      expect(await decks().apply(elsewhere, aChange(['a']), NOW)).toEqual({ status: 'applied', version: 1 });
    });
  });

  describeDeckHistory(open);
}
