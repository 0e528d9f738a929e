import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quality } from '../../src/core/grade.js';
import { cardId, learnerId } from '../../src/core/ids.js';
import { addDays, daysBetween, type LocalDate, localDate } from '../../src/core/local-date.js';
import { advance, type LoggedReview, NEW_PROGRESS, type Progress, replay } from '../../src/core/progress.js';
import { DEFAULT_SCHEDULING, SCHEDULERS, type Scheduling } from '../../src/core/scheduling.js';
import { dateReview } from '../../src/scheduling/date-review.js';
import { schedulerFor } from '../../src/scheduling/scheduler.js';

const START = localDate('2026-01-05');
const CARD = cardId('a');
const qualities = fc.array(fc.constantFrom<Quality[]>(0, 1, 2, 3, 4, 5), { maxLength: 20 });
const LOADS: Readonly<Record<number, number>> = { 0: 3, 1: 40, 2: 0, 3: 12, 4: 7, 5: 1, 6: 90 };

function someLoad(date: LocalDate): number {
  return LOADS[daysBetween(START, date) % 7] ?? 0;
}

/** Answers each on its day, as the store records them. */
function study(scheduling: Scheduling, answers: readonly Quality[]) {
  const scheduler = schedulerFor(scheduling);
  const planner = { learner: learnerId('ana'), scheduling, scheduler, load: someLoad };
  const log: LoggedReview[] = [];
  let state: Progress = NEW_PROGRESS;
  for (const quality of answers) {
    const on = state.kind === 'new' ? START : state.due;
    const review = dateReview(planner, state, { cardId: CARD, quality, on, purpose: 'plan' });
    log.push(review);
    state = advance(state, review, scheduler);
  }
  return { log, state };
}

const choices = fc.record({
  scheduler: fc.constantFrom(...SCHEDULERS),
  spread: fc.constantFrom('exact' as const, 'balanced' as const),
  overdueCredit: fc.boolean(),
  maxIntervalDays: fc.constantFrom(90, 365, 3650),
  retentionPercent: fc.integer({ min: 80, max: 95 }),
});

describe('a scheduler', () => {
  it('gives by replay what it gave step by step', () => {
    fc.assert(
      fc.property(choices, qualities, (chosen, answers) => {
        const scheduling = { ...DEFAULT_SCHEDULING, ...chosen };
        const { log, state } = study(scheduling, answers);
        expect(replay(log, schedulerFor(scheduling))).toEqual(state);
      }),
    );
  });

  it('gives exactly the state before when it is changed and changed back', () => {
    fc.assert(
      fc.property(choices, choices, qualities, (one, other, answers) => {
        const scheduling = { ...DEFAULT_SCHEDULING, ...one };
        const { log, state } = study(scheduling, answers);
        replay(log, schedulerFor({ ...DEFAULT_SCHEDULING, ...other }));
        expect(replay(log, schedulerFor(scheduling))).toEqual(state);
      }),
    );
  });

  it('keeps SM-2’s intervals as they are when cards are balanced: only the date moves', () => {
    fc.assert(
      fc.property(qualities, (answers) => {
        const exact = study(DEFAULT_SCHEDULING, answers).state;
        const balanced = study({ ...DEFAULT_SCHEDULING, spread: 'balanced' }, answers).state;
        if (exact.kind === 'new' || balanced.kind === 'new') return;
        expect(balanced.plan).toEqual(exact.plan);
      }),
    );
  });

  it('drops a chosen date that the plan does not allow any more', () => {
    const balanced = schedulerFor({ ...DEFAULT_SCHEDULING, spread: 'balanced' });
    const answer = { cardId: CARD, quality: 4, on: START, purpose: 'plan' } as const;
    const before = advance(NEW_PROGRESS, answer, balanced);
    const second = { ...answer, on: addDays(START, 1) };
    expect(advance(before, { ...second, due: addDays(START, 6) }, balanced)).toMatchObject({ due: '2026-01-11' });
    expect(advance(before, { ...second, due: addDays(START, 60) }, balanced)).toMatchObject({ due: '2026-01-12' });
    expect(advance(before, { ...second, due: addDays(START, 6) })).toMatchObject({ due: '2026-01-12' });
  });

  it.each([
    { quality: 3, days: 15 },
    { quality: 4, days: 40 },
    { quality: 5, days: 65 },
    { quality: 1, days: 1 },
  ] as const)('counts 20 late days of SM-2 where that is wanted: $quality gives $days', ({ quality, days }) => {
    const credited = schedulerFor({ ...DEFAULT_SCHEDULING, overdueCredit: true });
    const answers = [START, addDays(START, 1)].map(
      (on) => ({ cardId: CARD, quality: 4, on, purpose: 'plan' }) as const,
    );
    const late = { cardId: CARD, quality, on: addDays(START, 1 + 6 + 20), purpose: 'plan' } as const;
    expect(replay([...answers, late], credited)).toMatchObject({ plan: { intervalDays: days } });
    expect(replay([...answers, late])).toMatchObject({ plan: { intervalDays: quality === 1 ? 1 : 15 } });
  });

  it('never plans beyond the longest interval', () => {
    fc.assert(
      fc.property(choices, qualities, (chosen, answers) => {
        const { state } = study({ ...DEFAULT_SCHEDULING, ...chosen }, answers);
        if (state.kind === 'new') return;
        expect(daysBetween(state.lastReviewedOn, state.due)).toBeLessThanOrEqual(chosen.maxIntervalDays + 3);
        expect(state.due > state.lastReviewedOn).toBe(true);
      }),
    );
  });
});
