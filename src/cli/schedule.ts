import { z } from 'zod';
import { GRADES, isQuality, type Quality, qualityOf } from '../core/grade.js';
import { addDays, type LocalDate, localDate } from '../core/local-date.js';
import { NO_MAX_INTERVAL, type Sm2State, sm2 } from '../core/sm2.js';
import { runBatch } from './batch.js';
import { choose } from './choice.js';
import type { ExitCode, Io } from './io.js';

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

type ScheduleOptions = { readonly scheduler: string; readonly batch: string };

/**
 * `repaso schedule`: computes the schedule of each history, review by review, by the algorithm as published: without
 * the tutor's cap of ten years.
 */
export function schedule(io: Io, options: ScheduleOptions): Promise<ExitCode> {
  choose(io, '--scheduler', ['sm2'], options.scheduler);
  return runBatch(io, options.batch, historySchema, ({ id, reviews }) => ({
    ...(id === undefined ? {} : { id }),
    states: replaySm2(reviews),
  }));
}

type ScheduledState = {
  readonly on: LocalDate;
  readonly intervalDays: number;
  readonly due: LocalDate;
  readonly easeFactor: number;
  readonly repetitions: number;
};

function replaySm2(
  reviews: readonly { readonly on: LocalDate; readonly quality: Quality }[],
): readonly ScheduledState[] {
  const states: ScheduledState[] = [];
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
