import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { cardId } from '../../../src/core/ids.js';
import { addDays, daysBetween, instant } from '../../../src/core/local-date.js';
import { replay } from '../../../src/core/progress.js';
import { DEFAULT_SCHEDULING, type Scheduling } from '../../../src/core/scheduling.js';
import { schedulerFor } from '../../../src/scheduling/scheduler.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { runs } from '../../support/runs.js';
import { ANA, createWorld, LUIS, NOW, TODAY, type World } from './world.js';

const DAY_MS = 86_400_000;
const CARDS = ['a', 'b', 'c'] as const;

export function describeScheduling(open: () => OpenStore): void {
  describe('scheduling', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
      await world.teach(...CARDS);
    });
    const reviews = () => world.store.reviews;
    const change = (wanted: Partial<Scheduling>, learner = ANA) =>
      reviews().reschedule(world.workspace, learner, wanted);
    const snapshot = () => world.store.progress.ofCards(world.workspace, ANA, CARDS.map(cardId));

    async function answer(card: string, turn: number, quality: 1 | 3 | 4 | 5, day: number) {
      const on = addDays(TODAY, day);
      const at = instant(NOW + day * DAY_MS);
      return reviews().record(world.request(card, turn, { at }), () => ({ quality, on, purpose: 'plan' }));
    }

    async function replayed() {
      const learner = await world.store.learners.get(world.workspace, ANA);
      const log = await reviews().history(world.workspace, ANA);
      const scheduler = schedulerFor(learner?.scheduling ?? DEFAULT_SCHEDULING);
      return new Map(
        CARDS.map((card) => [
          card,
          replay(
            log.filter((entry) => entry.cardId === card),
            scheduler,
          ),
        ]),
      );
    }

    it('begins as SM-2, to the day', async () => {
      const learner = await world.store.learners.get(world.workspace, ANA);
      expect(learner?.scheduling).toEqual(DEFAULT_SCHEDULING);
      await answer('a', 1, 4, 0);
      expect((await snapshot()).get(cardId('a'))).not.toHaveProperty('memory');
    });

    it('is changed with every card planned anew, and changed back to what it was', async () => {
      await answer('a', 1, 4, 0);
      await answer('a', 2, 5, 1);
      await answer('b', 3, 1, 1);
      const before = await snapshot();
      expect((await change({ scheduler: 'fsrs', chosenBy: 'person' }))?.scheduling).toEqual({
        ...DEFAULT_SCHEDULING,
        scheduler: 'fsrs',
        chosenBy: 'person',
      });
      const by = await snapshot();
      expect(by).toEqual(await replayed());
      expect(by.get(cardId('a'))).toMatchObject({ memory: { difficulty: expect.any(Number) } });
      await change({ scheduler: 'sm2' });
      expect(await snapshot()).toEqual(before);
    });

    it('keeps what was answered under another scheduler', async () => {
      await answer('a', 1, 4, 0);
      await change({ scheduler: 'fsrs' });
      await answer('a', 2, 4, 3);
      await change({ scheduler: 'sm2' });
      expect((await snapshot()).get(cardId('a'))).toMatchObject({
        plan: { repetitions: 2, intervalDays: 6 },
        due: addDays(TODAY, 9),
        reviews: 2,
      });
    });

    it('takes the emptier days where cards are balanced, and knows them again from the log', async () => {
      await change({ spread: 'balanced' });
      for (const [index, card] of CARDS.entries()) {
        await answer(card, index * 2 + 1, 4, 0);
        await answer(card, index * 2 + 2, 4, 1);
      }
      const states = await snapshot();
      expect(states).toEqual(await replayed());
      for (const state of states.values()) {
        if (state.kind === 'new') throw new Error('all were answered');
        expect(state.plan.intervalDays).toBe(6);
        const days = daysBetween(state.lastReviewedOn, state.due);
        expect(days >= 4 && days <= 8, `${days} days`).toBe(true);
      }
      const load = await world.store.agenda.load(world.workspace, ANA, NOW);
      const due = [...states.values()].map((state) => (state.kind === 'new' ? TODAY : state.due));
      for (const date of due) expect(load(date)).toBe(due.filter((one) => one === date).length);
      await change({ spread: 'exact' });
      for (const state of (await snapshot()).values()) expect(state).toMatchObject({ due: addDays(TODAY, 7) });
      await change({ spread: 'balanced' });
      expect(await snapshot()).toEqual(states);
    });

    it('is what the log amounts to, whatever is changed between answers and at the same time', async () => {
      const step = fc.record({
        card: fc.constantFrom(...CARDS),
        quality: fc.constantFrom(1, 3, 4, 5),
        wanted: fc.record({
          scheduler: fc.constantFrom('sm2' as const, 'fsrs' as const),
          spread: fc.constantFrom('exact' as const, 'balanced' as const),
          overdueCredit: fc.boolean(),
        }),
        changes: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          world = await createWorld(open());
          await world.teach(...CARDS);
          for (const [index, { card, quality, wanted, changes }] of steps.entries()) {
            await Promise.all([
              answer(card, index + 1, quality, index * 4),
              ...(changes ? [change(wanted)] : []),
              ...(changes ? [answer('c', 100 + index, quality, index * 4)] : []),
            ]);
          }
          const expected = await replayed();
          expect(new Map(await snapshot())).toEqual(expected);
        }),
        { numRuns: runs(100) },
      );
    });

    it('takes over an imported plan under FSRS', async () => {
      await change({ scheduler: 'fsrs' });
      const progress = {
        kind: 'reviewed',
        plan: { repetitions: 7, easeHundredths: 190, intervalDays: 90 },
        due: addDays(TODAY, 30),
        lastReviewedOn: addDays(TODAY, -60),
        reviews: 12,
        lapses: 2,
      } as const;
      const place = { workspaceId: world.workspace, learnerId: ANA, sessionId: world.session().id, at: NOW };
      await reviews().restore({ ...place, cards: [{ cardId: cardId('a'), log: [], progress }] });
      const taken = await snapshot();
      expect(taken.get(cardId('a'))).toMatchObject({ ...progress, memory: { stability: 90 } });
      expect(taken).toEqual(await replayed());
    });

    it('follows the workspace until somebody chooses', async () => {
      await world.meet(LUIS);
      await change({ scheduler: 'sm2', chosenBy: 'person' });
      await world.store.workspaces.setScheduler(world.workspace, 'fsrs');
      expect(await world.store.workspaces.scheduler(world.workspace)).toBe('fsrs');
      const behind = (await world.store.learners.behindWorkspace(1000)).filter(
        ({ learner }) => learner.workspaceId === world.workspace,
      );
      expect(behind.map(({ learner, scheduler }) => [learner.id, scheduler])).toEqual([[LUIS, 'fsrs']]);
      const newcomer = await world.meet(world.learner().id, {});
      expect(newcomer.scheduling.scheduler).toBe('sm2');
      await change({ scheduler: 'fsrs' }, LUIS);
      const left = await world.store.learners.behindWorkspace(1000);
      expect(left.filter(({ learner }) => learner.workspaceId === world.workspace)).toEqual([]);
    });

    it('of a new person is the workspace’s', async () => {
      await world.store.workspaces.setScheduler(world.workspace, 'fsrs');
      expect((await world.meet(LUIS)).scheduling).toEqual({ ...DEFAULT_SCHEDULING, scheduler: 'fsrs' });
    });
  });
}
