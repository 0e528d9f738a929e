import { beforeEach, describe, expect, it } from 'vitest';
import { cardId, sessionId } from '../../../src/core/ids.js';
import { addDays } from '../../../src/core/local-date.js';
import { NEW_PROGRESS, replay, standing } from '../../../src/core/progress.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { ANA, cardIds, createWorld, LUIS, minutesAfter, NOW, SESSION, TODAY, type World } from './world.js';

export const CARDS = ['a', 'b', 'c'];
export const OTHER = sessionId('other');

/** All that anybody can see of what a learner did. */
export async function stateOf({ store, workspace }: World) {
  const week = [addDays(TODAY, -100), addDays(TODAY, 1_000)] as const;
  const log = standing(await store.reviews.history(workspace, ANA));
  const session = standing(await store.reviews.inSession(workspace, SESSION));
  return {
    progress: await store.progress.ofCards(workspace, ANA, cardIds(...CARDS)),
    board: await store.boards.countByLearner(workspace, ...week),
    days: await store.boards.daysReviewed(workspace, ANA, week[0]),
    done: await store.agenda.doneOn(workspace, ANA, TODAY),
    practice: await store.agenda.longestUnasked(workspace, ANA, TODAY, null, 10),
    open: (await store.sessions.get(workspace, SESSION))?.endedAt,
    log,
    session,
  };
}

export function describeUndo(open: () => OpenStore): void {
  describe('taking a review back', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
      await world.teach(...CARDS);
    });
    const reviews = () => world.store.reviews;
    const progressOf = (card: string) => world.store.progress.of(world.workspace, ANA, cardId(card));
    const undo = (turn: number, undoTurn: number, on = TODAY) =>
      reviews().undo({
        ...{ workspaceId: world.workspace, learnerId: ANA, sessionId: SESSION, at: minutesAfter(30) },
        ...{ turn, undoTurn, on },
      });

    it('makes the card new again, keeps both in the log, and opens the session', async () => {
      const before = await stateOf(world);
      await world.review('a', 1, 4);
      await world.store.sessions.close(world.workspace, SESSION, minutesAfter(2));
      expect(await undo(1, 5)).toEqual({ status: 'undone', cardId: 'a', progress: NEW_PROGRESS });
      expect(await stateOf(world)).toEqual(before);
      const log = await reviews().history(world.workspace, ANA);
      expect(log.map(({ purpose, turn }) => [purpose, turn])).toEqual([
        ['plan', 1],
        ['undo', 5],
      ]);
      expect(log[1]).toMatchObject({ takesBack: 1 });
    });

    it('is harmless a second time, also at the same moment', async () => {
      await world.review('a', 1, 4);
      const all = await Promise.all([undo(1, 5), undo(1, 5), undo(1, 6), undo(1, 7)]);
      expect(all.filter(({ status }) => status === 'undone')).toHaveLength(1);
      expect(await undo(1, 9)).toEqual({ status: 'refused', reason: 'known' });
      expect(await reviews().history(world.workspace, ANA)).toHaveLength(2);
      expect(await progressOf('a')).toEqual(NEW_PROGRESS);
    });

    it('counts a turn that an undo has used as used', async () => {
      await world.review('a', 1, 4);
      await undo(1, 5);
      expect(await world.review('b', 5, 4)).toMatchObject({ status: 'duplicate', review: { purpose: 'undo' } });
      expect(await progressOf('b')).toEqual(NEW_PROGRESS);
      expect(await world.review('a', 6, 5)).toMatchObject({ status: 'recorded' });
      expect(await progressOf('a')).toEqual(replay(await reviews().history(world.workspace, ANA)));
    });

    it('loses to a review that comes first, or is answered by it, but never mixes with it', async () => {
      await world.review('a', 1, 4);
      await Promise.all([undo(1, 9), world.review('a', 2, 1), world.review('b', 3, 4), undo(1, 9)]);
      const log = await reviews().history(world.workspace, ANA);
      for (const card of CARDS) {
        expect(await progressOf(card)).toEqual(replay(log.filter((entry) => entry.cardId === card)));
      }
    });

    it('refuses where the card was reviewed elsewhere since, and keeps both', async () => {
      await world.store.sessions.open(world.session({ id: OTHER }));
      await world.review('a', 1, 4);
      const elsewhere = world.request('a', 1, { sessionId: OTHER });
      await reviews().record(elsewhere, () => ({ quality: 1, on: TODAY, purpose: 'plan' }));
      const before = await stateOf(world);
      expect(await undo(1, 5)).toEqual({ status: 'refused', reason: 'reviewed-since' });
      expect(await stateOf(world)).toEqual(before);
    });

    it.each([
      ['an answer that is not the latest', 1, TODAY, 'not-latest'],
      ['an answer that does not exist', 7, TODAY, 'no-answer'],
      ['an answer of an earlier day', 2, addDays(TODAY, 1), 'too-late'],
    ] as const)('refuses %s', async (_, turn, on, reason) => {
      await world.review('a', 1, 4);
      await world.review('b', 2, 4);
      expect(await undo(turn, 9, on)).toEqual({ status: 'refused', reason });
      expect(await reviews().history(world.workspace, ANA)).toHaveLength(2);
    });

    it('is for one’s own answers', async () => {
      await world.meet(LUIS);
      await world.review('a', 1, 4);
      const request = { workspaceId: world.workspace, sessionId: SESSION, turn: 1, undoTurn: 9, on: TODAY, at: NOW };
      expect(await reviews().undo({ ...request, learnerId: LUIS })).toEqual({ status: 'refused', reason: 'no-answer' });
      expect(await progressOf('a')).toMatchObject({ reviews: 1 });
    });

    it('puts a card off once for each turn, and moves no schedule', async () => {
      await world.review('a', 1, 4);
      const before = await progressOf('a');
      const request = { ...world.request('a', 2), on: TODAY };
      await Promise.all([reviews().skip(request), reviews().skip(request)]);
      const log = await reviews().inSession(world.workspace, SESSION);
      expect(log.map(({ purpose, turn }) => [purpose, turn])).toEqual([
        ['plan', 1],
        ['skip', 2],
      ]);
      expect(await progressOf('a')).toEqual(before);
      expect(await world.review('a', 2, 1)).toMatchObject({ status: 'duplicate' });
    });
  });
}
