import fc from 'fast-check';
import { createEmptyCard, type Card as LibraryCard, fsrs as library } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Quality } from '../../src/core/grade.js';
import { cardId } from '../../src/core/ids.js';
import { addDays, daysBetween, localDate } from '../../src/core/local-date.js';
import { advance, NEW_PROGRESS, type Progress, type Reviewed } from '../../src/core/progress.js';
import { DEFAULT_SCHEDULING, type Scheduling } from '../../src/core/scheduling.js';
import { createFsrs, ratingOf } from '../../src/scheduling/fsrs.js';
import { schedulerFor } from '../../src/scheduling/scheduler.js';
import { runs } from '../support/runs.js';
import vectors from './fixtures/fsrs6-long-term.json' with { type: 'json' };

const START = localDate('2026-01-05');
const QUALITY_OF: Readonly<Record<number, Quality>> = { 1: 1, 2: 3, 3: 4, 4: 5 };
const FSRS: Scheduling = { ...DEFAULT_SCHEDULING, scheduler: 'fsrs', maxIntervalDays: 36_500 };

function six(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

describe('FSRS-6', () => {
  it.each(
    vectors.vectors.map((vector) => [vector.ratings.join(' '), vector] as const),
  )('gives the published states: %s', (_, vector) => {
    const scheduler = schedulerFor(FSRS);
    let state: Progress = NEW_PROGRESS;
    for (const [index, rating] of vector.ratings.entries()) {
      const on = state.kind === 'new' ? START : state.due;
      state = advance(state, { cardId: cardId('a'), quality: QUALITY_OF[rating] ?? 0, on, purpose: 'plan' }, scheduler);
      expect(state).toMatchObject({ kind: 'reviewed', plan: { intervalDays: vector.states[index]?.scheduled_days } });
      const memory = state.kind === 'reviewed' ? state.memory : undefined;
      expect(six(memory?.stability ?? 0)).toBe(vector.states[index]?.stability);
      expect(six(memory?.difficulty ?? 0)).toBe(vector.states[index]?.difficulty);
    }
  });

  it('is what ts-fsrs gives when it is run directly, whenever the answers come', () => {
    const answer = fc.record({ quality: fc.constantFrom<Quality[]>(0, 1, 2, 3, 4, 5), wait: fc.nat(400) });
    const history = fc.array(answer, { maxLength: 30 });
    const retention = fc.integer({ min: 80, max: 95 });
    const most = fc.constantFrom(90, 3650, 36_500);
    fc.assert(
      fc.property(history, retention, most, (answers, retentionPercent, maxIntervalDays) => {
        const scheduler = schedulerFor({ ...FSRS, retentionPercent, maxIntervalDays });
        const direct = library({
          request_retention: retentionPercent / 100,
          maximum_interval: maxIntervalDays,
          enable_short_term: false,
          enable_fuzz: false,
        });
        let state: Progress = NEW_PROGRESS;
        let card: LibraryCard = createEmptyCard(new Date(`${START}T00:00:00Z`));
        let on = START;
        for (const { quality, wait } of answers) {
          on = addDays(on, state.kind === 'new' ? 0 : wait);
          state = advance(state, { cardId: cardId('a'), quality, on, purpose: 'plan' }, scheduler);
          ({ card } = direct.next(card, new Date(`${on}T00:00:00Z`), ratingOf(quality)));
          if (state.kind === 'new') throw new Error('an answer that counts makes a plan');
          expect(state.memory).toEqual({ stability: card.stability, difficulty: card.difficulty });
          expect(state.plan.intervalDays).toBe(card.scheduled_days);
          expect(daysBetween(on, state.due)).toBe(card.scheduled_days);
        }
      }),
      { numRuns: runs(10_000) },
    );
  });

  it('takes over a plan of SM-2 as one for 90 %, and a log that is as long for what it is', () => {
    const scheduler = schedulerFor(FSRS);
    const brought: Reviewed = {
      kind: 'reviewed',
      plan: { repetitions: 4, easeHundredths: 250, intervalDays: 38 },
      due: localDate('2026-03-01'),
      lastReviewedOn: localDate('2026-01-22'),
      reviews: 4,
      lapses: 0,
    };
    const taken = scheduler.adopt(brought, NEW_PROGRESS);
    expect(taken).toMatchObject({ ...brought, memory: { stability: 38 } });
    expect(createFsrs(0.9, 3650).retrievability(taken.memory ?? { stability: 0, difficulty: 0 }, 38)).toBeCloseTo(0.9);
    const memory = { stability: 12, difficulty: 5 };
    expect(scheduler.adopt(brought, { ...brought, memory }).memory).toEqual(memory);
    expect(scheduler.adopt(brought, { ...brought, memory, reviews: 3 }).memory).toEqual(taken.memory);
  });

  it('counts repetitions and the E-Factor as SM-2 does, which an export for SM-2 needs', () => {
    const fsrs = schedulerFor(FSRS);
    const sm2 = schedulerFor(DEFAULT_SCHEDULING);
    let [one, two]: [Progress, Progress] = [NEW_PROGRESS, NEW_PROGRESS];
    for (const [index, quality] of ([4, 5, 3, 1, 4] as const).entries()) {
      const answer = { cardId: cardId('a'), quality, on: addDays(START, index * 9), purpose: 'plan' } as const;
      [one, two] = [advance(one, answer, fsrs), advance(two, answer, sm2)];
    }
    if (one.kind === 'new' || two.kind === 'new') throw new Error('both were answered');
    expect({ ...one.plan, intervalDays: 0 }).toEqual({ ...two.plan, intervalDays: 0 });
  });
});
