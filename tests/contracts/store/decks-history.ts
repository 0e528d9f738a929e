import { beforeEach, describe, expect, it } from 'vitest';
import { deckId, learnerId, passageId } from '../../../src/core/ids.js';
import { REMEMBERED_CHANGES } from '../../../src/store/interfaces/decks.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { ANA, aCard, aChange, aPassage, cardIds, createWorld, DOCKER, minutesAfter, NOW, type World } from './world.js';

const CLI = { kind: 'cli' } as const;
const START = { kind: 'start' } as const;
const BY_ANA = { kind: 'learner', id: ANA } as const;

export function describeDeckHistory(open: () => OpenStore): void {
  describe('the history of a deck', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
    });
    const decks = () => world.store.decks;
    const past = () => world.store.deckChanges;
    const undo = (version?: number) =>
      past().undo(world.workspace, DOCKER, {
        by: BY_ANA,
        at: minutesAfter(60),
        ...(version === undefined ? {} : { version }),
      });

    const redo = (version?: number) =>
      past().redo(world.workspace, DOCKER, {
        by: CLI,
        at: minutesAfter(70),
        ...(version === undefined ? {} : { version }),
      });

    /** All that a deck is, but for its version. */
    async function state() {
      const deck = await decks().get(world.workspace, DOCKER);
      return {
        deck: deck === null ? null : { ...deck, version: 0 },
        cards: await decks().cards(world.workspace, DOCKER),
        passages: await decks().passages(world.workspace),
        text: await decks().text(world.workspace, DOCKER),
      };
    }

    const first = aChange(['a', 'b', 'c'], { by: START });
    const second = aChange([], {
      by: BY_ANA,
      baseVersion: 1,
      deck: { ...first.deck, name: 'Docker 2', source: 'docker-2.md', contentHash: 'b'.repeat(64) },
      text: '# Docker 2',
      cards: [
        aCard('d'),
        aCard('a', { source: { file: 'docker.md', line: 40 }, passageId: passageId('other') }),
        aCard('b', { front: 'mended', hint: 'h', choices: ['x'] }),
      ],
      paused: cardIds('c'),
      passages: [aPassage('other')],
    });

    it('is empty for a deck that nobody changed, and for one that is not there', async () => {
      expect(await past().history(world.workspace, DOCKER)).toEqual([]);
      expect(await undo()).toEqual({ status: 'no-such-deck' });
    });

    it('is told of all decks together, latest first, but for the first reading of the folder', async () => {
      await decks().apply(world.workspace, first, NOW);
      const other = aChange(['x'], { deck: { ...first.deck, id: deckId('other') } });
      await decks().apply(world.workspace, other, minutesAfter(1));
      await decks().apply(world.workspace, second, minutesAfter(2));
      await decks().apply(world.workspace, aChange(['a'], { baseVersion: 2, by: START }), minutesAfter(3));
      const told = async (limit: number, offset: number) => {
        const { changes, total } = await past().recentChanges(world.workspace, { limit, offset });
        return [...changes.map(({ deckId: id, version }) => `${id} ${version}`), total];
      };
      expect(await told(3, 0)).toEqual([`${DOCKER} 3`, `${DOCKER} 2`, 'other 1', 3]);
      expect(await told(1, 1)).toEqual([`${DOCKER} 2`, 3]);
      expect(await told(5, 2)).toEqual(['other 1', 3]);
      const [, latest] = (await past().recentChanges(world.workspace, { limit: 2, offset: 0 })).changes;
      expect(latest).toMatchObject({ kind: 'change', by: BY_ANA, counts: { added: 1, changed: 1, removed: 1 } });
    });

    it('tells who changed what and when, latest first', async () => {
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, second, minutesAfter(1));
      await decks().apply(world.workspace, { ...aChange(['a'], { baseVersion: 2 }) }, minutesAfter(2));
      expect(await past().history(world.workspace, DOCKER)).toMatchObject([
        { kind: 'change', version: 3, by: null, at: minutesAfter(2) },
        {
          kind: 'change',
          version: 2,
          by: BY_ANA,
          at: minutesAfter(1),
          counts: { added: 1, changed: 1, removed: 1 },
          contentHash: 'b'.repeat(64),
          isUndone: false,
        },
        { kind: 'change', version: 1, by: START, at: NOW, counts: { added: 3, changed: 0, removed: 0 } },
      ]);
    });

    it('brings a deck back to what it was, as a new version', async () => {
      await decks().apply(world.workspace, first, NOW);
      const before = await state();
      await decks().apply(world.workspace, second, minutesAfter(1));
      expect(await undo()).toMatchObject({
        status: 'undone',
        version: 3,
        undid: { version: 2, by: BY_ANA, isUndone: true },
        counts: { added: 1, changed: 1, removed: 1 },
      });
      const after = await state();
      expect(after.cards.filter((card) => card.id !== 'd')).toEqual(before.cards);
      expect(after.cards.find((card) => card.id === 'd')?.paused).toBe(true);
      expect({ ...after, cards: [] }).toEqual({ ...before, cards: [] });
      expect((await decks().get(world.workspace, DOCKER))?.version).toBe(3);
      const [undone, change] = await past().history(world.workspace, DOCKER);
      expect(undone).toMatchObject({ kind: 'undo', version: 3, by: BY_ANA, at: minutesAfter(60) });
      expect(change).toMatchObject({ version: 2, isUndone: true });
    });

    it('gives cards back what people did to them by hand, and takes it away again', async () => {
      const hand = { by: ANA, at: minutesAfter(3) };
      const edit = { ...hand, notes: { kind: 'basic', front: 'f', back: 'b' } } as const;
      const handled = [{ ...aCard('a', { front: 'mine' }), edit }, { ...aCard('b'), pausedBy: hand }, aCard('c')];
      const { text: _, passages: __, ...rest } = first;
      await decks().apply(world.workspace, first, NOW);
      const plain = await state();
      await decks().apply(world.workspace, { ...rest, baseVersion: 1, cards: handled }, minutesAfter(3));
      expect((await past().history(world.workspace, DOCKER))[0]?.counts).toEqual({ added: 0, changed: 1, removed: 1 });
      const byHand = await state();
      await decks().apply(world.workspace, { ...first, baseVersion: 2, text: '# Later' }, minutesAfter(4));
      await undo();
      expect(await state()).toEqual(byHand);
      await undo();
      expect(await state()).toEqual(plain);
    });

    it('moves a card that people handled without losing what they did', async () => {
      const hand = { by: ANA, at: minutesAfter(3) };
      const [a, b] = [{ ...aCard('a'), pausedBy: hand }, aCard('b')];
      await decks().apply(world.workspace, aChange([], { cards: [a, b] }), NOW);
      const before = await state();
      await decks().apply(world.workspace, aChange([], { cards: [b, a], baseVersion: 1 }), NOW);
      await undo();
      expect(await state()).toEqual(before);
    });

    it('takes back one change after the other, and then nothing', async () => {
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, second, minutesAfter(1));
      await undo();
      expect(await undo()).toMatchObject({ status: 'undone', version: 4, undid: { version: 1 } });
      const { cards, passages, text } = await state();
      expect(cards.map((card) => [card.id, card.paused])).toEqual(
        expect.arrayContaining([
          ['a', true],
          ['b', true],
        ]),
      );
      expect(cards.every((card) => card.paused)).toBe(true);
      expect([passages, text]).toEqual([[], '']);
      expect(await undo()).toEqual({ status: 'nothing-to-undo' });
    });

    it('can be changed again after an undo, and that change undone', async () => {
      await decks().apply(world.workspace, first, NOW);
      const before = await state();
      await decks().apply(world.workspace, second, minutesAfter(1));
      await undo();
      const third = { ...second, baseVersion: 3 };
      expect(await decks().apply(world.workspace, second, NOW)).toEqual({ status: 'stale' });
      expect(await decks().apply(world.workspace, third, NOW)).toEqual({ status: 'applied', version: 4 });
      expect((await state()).cards.find((card) => card.id === 'd')?.paused).toBe(false);
      expect(await undo()).toMatchObject({ status: 'undone', undid: { version: 4 } });
      expect((await state()).cards.filter((card) => !card.paused)).toEqual(before.cards);
    });

    it('undoes only the change that is meant', async () => {
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, second, minutesAfter(1));
      const before = await state();
      expect(await undo(1)).toMatchObject({ status: 'changed-since', latest: { version: 2 } });
      expect(await state()).toEqual(before);
      expect(await undo(2)).toMatchObject({ status: 'undone' });
    });

    it('lets exactly one of several undos of a change at once do it', async () => {
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, second, minutesAfter(1));
      const results = await Promise.all([undo(2), undo(2), undo(2)]);
      expect(results.map((result) => result.status).sort()).toEqual(['changed-since', 'changed-since', 'undone']);
    });

    it('puts back what an undo took, as a new version, and takes it again', async () => {
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, second, minutesAfter(1));
      const changed = await state();
      await undo();
      const undone = await state();
      expect(await redo(3)).toMatchObject({
        status: 'redone',
        version: 4,
        redid: { kind: 'change', version: 2, isUndone: false },
        counts: { added: 1, changed: 1, removed: 1 },
      });
      expect(await state()).toEqual(changed);
      expect(await past().history(world.workspace, DOCKER)).toMatchObject([
        { kind: 'redo', version: 4, by: CLI, at: minutesAfter(70), contentHash: 'b'.repeat(64) },
        { kind: 'undo', version: 3, isUndone: true, isRemembered: true },
        { kind: 'change', version: 2, isUndone: false },
        { kind: 'change', version: 1 },
      ]);
      expect(await undo()).toMatchObject({ status: 'undone', version: 5, undid: { version: 2 } });
      expect(await state()).toEqual(undone);
      expect(await redo()).toMatchObject({ status: 'redone', redid: { version: 2 } });
      expect(await state()).toEqual(changed);
    });

    it('puts back one change after the other, the one taken last first, and then nothing', async () => {
      for (const change of [first, second, { ...first, baseVersion: 2 }]) {
        await decks().apply(world.workspace, change, NOW);
      }
      const states: Awaited<ReturnType<typeof state>>[] = [];
      for (const version of [3, 2, 1]) {
        states.push(await state());
        expect(await undo()).toMatchObject({ status: 'undone', undid: { version } });
      }
      for (const version of [1, 2, 3]) {
        expect(await redo()).toMatchObject({ status: 'redone', redid: { version } });
        expect(await state()).toEqual(states.pop());
      }
      expect(await redo()).toEqual({ status: 'nothing-to-redo' });
    });

    it('puts nothing back where the deck has changed since, or another undo was meant', async () => {
      await decks().apply(world.workspace, first, NOW);
      expect(await redo()).toEqual({ status: 'nothing-to-redo' });
      await decks().apply(world.workspace, second, minutesAfter(1));
      await undo();
      const undone = await state();
      expect(await redo(2)).toEqual({ status: 'nothing-to-redo' });
      expect(await state()).toEqual(undone);
      await decks().apply(world.workspace, { ...first, text: '# Later', baseVersion: 3 }, minutesAfter(61));
      const later = await state();
      expect(await redo(3)).toEqual({ status: 'nothing-to-redo' });
      expect(await state()).toEqual(later);
      await undo(4);
      expect(await redo(3)).toEqual({ status: 'nothing-to-redo' });
      expect(await redo(5)).toMatchObject({ status: 'redone', redid: { version: 4 } });
      expect(await state()).toEqual(later);
    });

    it('lets exactly one of several that put a change back at once do it', async () => {
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, second, minutesAfter(1));
      await undo();
      const results = await Promise.all([redo(3), redo(3), redo(3)]);
      const nothing = 'nothing-to-redo';
      expect(results.map((result) => result.status).sort()).toEqual([nothing, nothing, 'redone']);
    });

    it('changes nothing where a change cannot be put back', async () => {
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, second, NOW);
      await undo();
      const before = await state();
      const by = { kind: 'learner', id: learnerId('a\0b') } as const;
      await expect(past().redo(world.workspace, DOCKER, { by, at: NOW })).rejects.toThrow();
      expect(await state()).toEqual(before);
      expect((await past().history(world.workspace, DOCKER))[0]).toMatchObject({ version: 3, isUndone: false });
    });

    it('puts back what people did to cards by hand', async () => {
      const hand = { by: ANA, at: minutesAfter(3) };
      const edit = { ...hand, notes: { kind: 'basic', front: 'f', back: 'b' } } as const;
      const handled = [{ ...aCard('a', { front: 'mine' }), edit }, { ...aCard('b'), pausedBy: hand }, aCard('c')];
      const { text: _, passages: __, ...rest } = first;
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, { ...rest, baseVersion: 1, cards: handled }, minutesAfter(3));
      const byHand = await state();
      await undo();
      expect(await redo()).toMatchObject({ status: 'redone', counts: { added: 0, changed: 1, removed: 1 } });
      expect(await state()).toEqual(byHand);
    });

    it('foresees what taking a change back does, and putting it back', async () => {
      await decks().apply(world.workspace, first, NOW);
      const hand = { by: ANA, at: minutesAfter(3) };
      const { text: _, passages: __, ...rest } = first;
      const paused = [aCard('a'), { ...aCard('b'), pausedBy: hand }, aCard('c')];
      await decks().apply(world.workspace, { ...rest, baseVersion: 1, cards: paused }, minutesAfter(3));
      await decks().apply(world.workspace, { ...second, baseVersion: 2 }, minutesAfter(4));
      const known = (version: number) => past().remembered(world.workspace, DOCKER, version);
      expect(await known(2)).toMatchObject({
        change: { kind: 'change', version: 2 },
        of: null,
        cards: [{ id: 'b', paused: false }],
      });
      const third = await known(3);
      expect(third).toMatchObject({ of: null, counts: { added: 1, changed: 0, removed: 2 } });
      expect(await undo(3)).toMatchObject({ counts: third?.counts });
      expect((await known(2))?.counts).toEqual({ added: 1, changed: 0, removed: 0 });
      const back = await known(4);
      expect(back).toMatchObject({ change: { kind: 'undo' }, of: { version: 3 } });
      expect(back?.counts).toEqual({ added: 2, changed: 0, removed: 1 });
      expect(await redo(4)).toMatchObject({ counts: back?.counts });
      expect([await known(4), await known(5), await known(99)]).toEqual([null, null, null]);
    });

    it('leaves everybody’s progress as it is, also of what was learned in between', async () => {
      await world.teach('a', 'b', 'c');
      await world.review('a', 1);
      await world.review('c', 2);
      await decks().apply(world.workspace, second, minutesAfter(1));
      await world.review('b', 3, 5);
      await world.review('d', 4);
      const of = async () =>
        Promise.all(cardIds('a', 'b', 'c', 'd').map((id) => world.store.progress.of(world.workspace, ANA, id)));
      const known = await of();
      await undo();
      expect(await of()).toEqual(known);
      await redo();
      expect(await of()).toEqual(known);
      expect(known.map((progress) => progress.kind)).toEqual(['reviewed', 'reviewed', 'reviewed', 'reviewed']);
      expect(await world.store.reviews.history(world.workspace, ANA)).toHaveLength(4);
    });

    it('gives a card back to the deck that it came from, resting', async () => {
      const other = { ...first.deck, id: deckId('other'), source: 'other.md' };
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, aChange(['x'], { deck: other }), NOW);
      await decks().apply(world.workspace, aChange(['x', 'a'], { deck: other, baseVersion: 1 }), NOW);
      expect((await decks().cards(world.workspace, other.id)).map((card) => card.id)).toEqual(['x', 'a']);
      await past().undo(world.workspace, other.id, { by: CLI, at: NOW });
      const back = (await decks().cards(world.workspace, DOCKER)).find((card) => card.id === 'a');
      expect(back).toEqual({ ...aCard('a'), deckId: DOCKER, position: 0, paused: true });
      await past().redo(world.workspace, other.id, { by: CLI, at: NOW });
      expect((await decks().cards(world.workspace, other.id)).map((card) => [card.id, card.paused])).toEqual([
        ['x', false],
        ['a', false],
      ]);
    });

    it('leaves a card alone that its first deck asks again, when it is put back', async () => {
      const other = { ...first.deck, id: deckId('other'), source: 'other.md' };
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, aChange(['x'], { deck: other }), NOW);
      await decks().apply(world.workspace, aChange(['x', 'a'], { deck: other, baseVersion: 1 }), NOW);
      await past().undo(world.workspace, other.id, { by: CLI, at: NOW });
      await decks().apply(world.workspace, { ...first, text: '# Again', baseVersion: 1 }, NOW);
      await past().redo(world.workspace, other.id, { by: CLI, at: NOW });
      const [a] = await decks().cards(world.workspace, DOCKER);
      expect(a).toMatchObject({ id: 'a', paused: false });
    });

    it('leaves a card alone that another deck has taken since', async () => {
      const other = { ...first.deck, id: deckId('other'), source: 'other.md' };
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, second, NOW);
      await decks().apply(world.workspace, aChange(['b'], { deck: other }), NOW);
      await undo();
      const [taken] = await decks().cards(world.workspace, other.id);
      expect(taken).toEqual({ ...aCard('b'), deckId: other.id, position: 0, paused: false });
    });

    it('remembers the last changes only', async () => {
      for (let baseVersion = 0; baseVersion < REMEMBERED_CHANGES + 3; baseVersion += 1) {
        await decks().apply(world.workspace, aChange(['a', `c${baseVersion}`], { baseVersion }), NOW);
      }
      const versions = (await past().history(world.workspace, DOCKER)).map((change) => change.version);
      expect(versions).toHaveLength(REMEMBERED_CHANGES);
      expect(versions[0]).toBe(REMEMBERED_CHANGES + 3);
      expect((await undo()).status).toBe('undone');
    });

    it('changes nothing where an undo cannot be carried out', async () => {
      await decks().apply(world.workspace, first, NOW);
      await decks().apply(world.workspace, second, NOW);
      const before = await state();
      // The name is the last thing that is written, and no text of a database holds this character.
      const by = { kind: 'learner', id: learnerId('a\0b') } as const;
      await expect(past().undo(world.workspace, DOCKER, { by, at: NOW })).rejects.toThrow();
      expect(await state()).toEqual(before);
      expect((await past().history(world.workspace, DOCKER))[0]).toMatchObject({ version: 2, isUndone: false });
    });

    it('keeps workspaces and decks apart', async () => {
      await decks().apply(world.workspace, first, NOW);
      const elsewhere = (await createWorld(open())).workspace;
      expect(await past().history(elsewhere, DOCKER)).toEqual([]);
      expect(await past().undo(elsewhere, DOCKER, { by: CLI, at: NOW })).toEqual({ status: 'no-such-deck' });
      expect(await past().undo(world.workspace, deckId('other'), { by: CLI, at: NOW })).toEqual({
        status: 'no-such-deck',
      });
    });
  });
}
