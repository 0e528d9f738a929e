import { z } from 'zod';
import { GRADES, isQuality, type Quality, qualityOf } from '../core/grade.js';
import { addDays, type LocalDate, localDate } from '../core/local-date.js';
import type { Memory } from '../core/progress.js';
import { RETENTION_PERCENT, SCHEDULERS, type SchedulerName } from '../core/scheduling.js';
import { NO_MAX_INTERVAL, type Sm2State, sm2 } from '../core/sm2.js';
import { createFsrs, elapsedSince } from '../scheduling/fsrs.js';
import { runBatch } from './batch.js';
import { choose } from './choice.js';
import { type ExitCode, type Io, usageError } from './io.js';

const dateSchema = z.string().transform((value, context): LocalDate => {
  try {
    return localDate(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a date, YYYY-MM-DD' });
    return z.NEVER;
  }
});

const qualitySchema = z.number().refine(isQuality, 'must be a whole number from 0 to 5');

const reviewSchema = z.union([
  z.object({ on: dateSchema, quality: qualitySchema }),
  z
    .object({ on: dateSchema, grade: z.enum(GRADES).transform(qualityOf) })
    .transform(({ on, grade }) => ({ on, quality: grade })),
]);

const historySchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  reviews: z.array(reviewSchema),
});

type ScheduleOptions = { readonly scheduler: string; readonly batch: string; readonly retention: string };

type Answer = { readonly on: LocalDate; readonly quality: Quality };

/**
 * `repaso schedule`: computes the schedule of each history, review by review, by the algorithm as published: without
 * the tutor's cap of ten years, and FSRS with that of `ts-fsrs`.
 */
export function schedule(io: Io, options: ScheduleOptions): Promise<ExitCode> {
  const scheduler = choose(io, '--scheduler', SCHEDULERS, options.scheduler);
  const retention = retentionOf(io, options.retention);
  return runBatch(io, options.batch, historySchema, ({ id, reviews }) => ({
    ...(id === undefined ? {} : { id }),
    states: replayBy(scheduler, reviews, retention),
  }));
}

function retentionOf(io: Io, typed: string): number {
  const percent = Math.round(Number(typed) * 100);
  const { least, most } = RETENTION_PERCENT;
  if (percent >= least && percent <= most) return percent / 100;
  throw usageError(io, 'usage.retention', { value: typed });
}

type ScheduledState = {
  readonly on: LocalDate;
  readonly intervalDays: number;
  readonly due: LocalDate;
};

type Sm2Columns = ScheduledState & { readonly easeFactor: number; readonly repetitions: number };
type FsrsColumns = ScheduledState & Memory;

function replayBy(
  scheduler: SchedulerName,
  reviews: readonly Answer[],
  retention: number,
): readonly (Sm2Columns | FsrsColumns)[] {
  return scheduler === 'sm2' ? replaySm2(reviews) : replayFsrs(reviews, retention);
}

/** A hundred years, the cap of `ts-fsrs`. */
const FSRS_CAP_DAYS = 36_500;
const DIGITS = 1e6;

function rounded(value: number): number {
  return Math.round(value * DIGITS) / DIGITS;
}

function replayFsrs(reviews: readonly Answer[], retention: number): readonly FsrsColumns[] {
  const fsrs = createFsrs(retention, FSRS_CAP_DAYS);
  const states: FsrsColumns[] = [];
  let before: { readonly memory: Memory; readonly on: LocalDate } | null = null;
  for (const { on, quality } of reviews) {
    const { memory, days }: ReturnType<typeof fsrs.next> = fsrs.next(
      before?.memory ?? null,
      quality,
      before === null ? 0 : elapsedSince(before.on, on),
    );
    const [stability, difficulty] = [rounded(memory.stability), rounded(memory.difficulty)];
    states.push({ on, intervalDays: days, due: addDays(on, days), stability, difficulty });
    before = { memory, on };
  }
  return states;
}

function replaySm2(reviews: readonly Answer[]): readonly Sm2Columns[] {
  const states: Sm2Columns[] = [];
  let state: Sm2State | null = null;
  for (const { on, quality } of reviews) {
    state = sm2(state, quality, NO_MAX_INTERVAL);
    states.push({
      on,
      intervalDays: state.intervalDays,
      due: addDays(on, state.intervalDays),
      easeFactor: state.easeHundredths / 100,
      repetitions: state.repetitions,
    });
  }
  return states;
}
