import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DayLimits, waitingIn } from '../../../src/core/day.js';
import { GRADES, type Grade } from '../../../src/core/grade.js';
import type { PassageId } from '../../../src/core/ids.js';
import type { Learner } from '../../../src/tutor/people/meet-learner.js';
import { addToReviews } from '../../../src/tutor/review/add-to-reviews.js';
import { gradeCard } from '../../../src/tutor/review/grade-card.js';
import { listDecks } from '../../../src/tutor/review/list-decks.js';
import { readDay } from '../../../src/tutor/review/read-day.js';
import type { ReviewStep } from '../../../src/tutor/review/review-step.js';
import { startMore } from '../../../src/tutor/review/start-more.js';
import { type StartedReview, startReview } from '../../../src/tutor/review/start-review.js';
import { runs } from '../../support/runs.js';
import { teachDeck } from '../../support/teach.js';
import { createWorld, DAY, MONDAY_NOON, PASSAGES, type World } from '../../support/world.js';

type Act =
  | { readonly kind: 'review'; readonly deck: string | null; readonly cards: number }
  | { readonly kind: 'more'; readonly wanted: number | 'due'; readonly cards: number }
  | { readonly kind: 'pick'; readonly passage: PassageId }
  | { readonly kind: 'next-day' };

const cards = fc.integer({ min: 1, max: 4 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('review' as const), deck: fc.constantFrom(null, 'docker', 'git'), cards }),
  fc.record({ kind: fc.constant('more' as const), wanted: fc.constantFrom(1, 2, 5, 'due' as const), cards }),
  fc.record({ kind: fc.constant('pick' as const), passage: fc.constantFrom(...PASSAGES.map(({ id }) => id)) }),
  fc.record({ kind: fc.constant('next-day' as const) }),
);
const limits: fc.Arbitrary<DayLimits> = fc.record({
  newPerDay: fc.integer({ min: 0, max: 3 }),
  reviewsPerDay: fc.option(fc.integer({ min: 1, max: 2 })),
  perSession: fc.option(fc.integer({ min: 1, max: 3 })),
});
const grades = fc.infiniteStream(fc.constantFrom(...GRADES));

/** A learner's days, with what has been met and in which sessions. */
type Life = { readonly world: World; readonly learner: Learner; now: number; readonly met: Set<string> };

/** Answers a session as far as asked; a new card must be new. */
async function answer(life: Life, from: ReviewStep, grade: () => Grade, most: number): Promise<number> {
  let step = from;
  let planned = 0;
  for (let count = 0; step.kind === 'question' && count < most; count += 1) {
    planned += step.purpose === 'plan' ? 1 : 0;
    life.met.add(step.card.id);
    const input = { session: step.session.id, turn: step.turn, grade: grade() };
    const graded = await gradeCard(life.world.at(life.now), life.learner, input);
    if (graded.kind === 'stale') throw new Error(graded.reason);
    step = graded.step;
  }
  return planned;
}

/** What holds of every start, whatever came before. */
async function check(life: Life, started: StartedReview, deck: string | null): Promise<void> {
  const { world, learner, now } = life;
  const day = await readDay(world.at(now), learner, null);
  if (started.kind === 'nothing-left') {
    const { due, fresh, held, toCome } = started.day.counts;
    // Of a deck by name there is nothing at all; of all decks, nothing that comes by itself.
    if (deck !== null) expect([due, fresh, held, toCome]).toEqual([0, 0, 0, 0]);
    expect(due + fresh).toBe(0);
    return;
  }
  if (started.kind !== 'started') return;
  const { plan } = started.step.session;
  if (learner.limits.perSession !== null) expect(plan.length).toBeLessThanOrEqual(learner.limits.perSession);
  if (deck === null) expect(plan.length).toBeLessThanOrEqual(waitingIn(day.counts));
}

async function perform(life: Life, one: Act, grade: () => Grade): Promise<void> {
  const { world, learner } = life;
  if (one.kind === 'next-day') {
    life.now += DAY;
    return;
  }
  if (one.kind === 'pick') {
    await addToReviews(world.at(life.now), learner, one.passage);
    return;
  }
  const { offer, counts } = await readDay(world.at(life.now), learner, null);
  const started =
    one.kind === 'review'
      ? await startReview(world.at(life.now), learner, one.deck)
      : await startMore(world.at(life.now), learner, { offer, wanted: one.wanted, deck: null });
  if (started.kind === 'stale') throw new Error(started.reason);
  if (one.kind === 'review') await check(life, started, one.deck);
  if (one.kind === 'more' && started.kind === 'started') {
    const { plan } = started.step.session;
    const left = one.wanted === 'due' ? counts.due + counts.held : counts.fresh + counts.toCome;
    if (one.wanted !== 'due') {
      expect(plan.filter((card) => life.met.has(card))).toEqual([]);
      expect(plan.length).toBe(Math.min(one.wanted, left));
    }
  }
  if ('step' in started) await answer(life, started.step, grade, one.cards);
}

/** A session that goes beyond the day's limits may be open: it is finished, and the next one is planned anew. */
async function finishOpen({ learner, ...life }: Life, grade: () => Grade): Promise<void> {
  const context = life.world.at(life.now);
  let open = await startReview(context, learner, null);
  while (open.kind === 'continued') {
    await answer({ learner, ...life }, open.step, grade, 200);
    open = await startReview(context, learner, null);
  }
  const { on } = await readDay(context, learner, null);
  await context.store.sessions.closeReviews(learner.workspaceId, learner.id, on, context.now);
}

/** What is counted, deck by deck and all together, is what the sessions then ask, until nothing comes by itself. */
async function checkCounts(life: Life, grade: () => Grade): Promise<void> {
  const context = life.world.at(life.now);
  const { day, decks } = await listDecks(context, life.learner);
  const sum = (of: 'due' | 'fresh' | 'toCome') => decks.reduce((total, deck) => total + deck[of], 0);
  const { due, held, fresh, toCome } = day.counts;
  expect([sum('due'), sum('fresh'), sum('toCome')]).toEqual([due + held, fresh, toCome]);
  let asked = 0;
  let started = await startReview(context, life.learner, null);
  while (started.kind === 'started') {
    await check(life, started, null);
    asked += await answer(life, started.step, grade, 200);
    started = await startReview(context, life.learner, null);
  }
  expect(asked).toBe(due + fresh);
  expect(started).toMatchObject({ kind: 'nothing-left', day: { counts: { due: 0, held, fresh: 0, toCome } } });
}

it('whatever a learner does, there are cards for who wants to learn, and what is counted is what is asked', async () => {
  const decks = fc.integer({ min: 0, max: 5 });
  await fc.assert(
    fc.asyncProperty(limits, decks, fc.array(act, { maxLength: 8 }), grades, async (wish, size, acts, stream) => {
      const world = await createWorld();
      await teachDeck(world, 'Git', size);
      const ana = await world.person('Ana');
      const life: Life = { world, learner: { ...ana, limits: wish }, now: MONDAY_NOON, met: new Set() };
      const grade = (): Grade => stream.next().value ?? 'good';
      for (const one of acts) await perform(life, one, grade);
      await finishOpen(life, grade);
      await checkCounts(life, grade);
    }),
    { numRuns: runs(12) },
  );
}, 240_000);
