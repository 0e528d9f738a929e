import type { Quality } from '../core/grade.js';
import { daysBetween, type LocalDate } from '../core/local-date.js';
import { EXACT_SM2, type Progress, type Reviewed, type Scheduler } from '../core/progress.js';
import type { Scheduling } from '../core/scheduling.js';
import { type Sm2State, sm2 } from '../core/sm2.js';
import { exactly, fuzzRange } from '../core/spread.js';
import { createFsrs, elapsedSince, type Fsrs } from './fsrs.js';

function rangeOf({ spread, maxIntervalDays }: Scheduling): Scheduler['range'] {
  return spread === 'exact' ? exactly : (days) => fuzzRange(days, maxIntervalDays);
}

/** Of the days that an answer was late: a hesitant one proves nothing by them, a good one half, an easy one all (Anki). */
function creditFor(quality: Quality, late: number): number {
  if (quality < 4) return 0;
  return quality === 4 ? Math.floor(late / 2) : late;
}

function creditedPlan(before: Reviewed | null, quality: Quality, on: LocalDate): Sm2State | null {
  if (before === null) return null;
  const late = Math.max(0, daysBetween(before.due, on));
  return { ...before.plan, intervalDays: before.plan.intervalDays + creditFor(quality, late) };
}

function sm2Scheduler(scheduling: Scheduling): Scheduler {
  const { maxIntervalDays, overdueCredit } = scheduling;
  return {
    next(before, { quality, on }) {
      const plan = overdueCredit ? creditedPlan(before, quality, on) : (before?.plan ?? null);
      return { plan: sm2(plan, quality, maxIntervalDays) };
    },
    adopt: EXACT_SM2.adopt,
    range: rangeOf(scheduling),
  };
}

/** The log tells more than a plan, unless it begins later. */
function adopt(fsrs: Fsrs, { memory: _, ...brought }: Reviewed, before: Progress): Reviewed {
  const isWhole = before.kind === 'reviewed' && before.reviews >= brought.reviews;
  const memory = isWhole ? before.memory : undefined;
  const { intervalDays, easeHundredths } = brought.plan;
  return { ...brought, memory: memory ?? fsrs.memoryOf(intervalDays, easeHundredths) };
}

function fsrsScheduler(scheduling: Scheduling): Scheduler {
  const { retentionPercent, maxIntervalDays } = scheduling;
  const fsrs = createFsrs(retentionPercent / 100, maxIntervalDays);
  return {
    next(before, { quality, on }) {
      const elapsed = before === null ? 0 : elapsedSince(before.lastReviewedOn, on);
      const { memory, days } = fsrs.next(before?.memory ?? null, quality, elapsed);
      return { plan: { ...sm2(before?.plan ?? null, quality), intervalDays: days }, memory };
    },
    adopt: (brought, before) => adopt(fsrs, brought, before),
    range: rangeOf(scheduling),
  };
}

/** The scheduler of a person's settings. */
export function schedulerFor(scheduling: Scheduling): Scheduler {
  return scheduling.scheduler === 'fsrs' ? fsrsScheduler(scheduling) : sm2Scheduler(scheduling);
}
