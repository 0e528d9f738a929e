import { default_w, type FSRS, fsrs, type Grade as Rating } from 'ts-fsrs';
import type { Quality } from '../core/grade.js';
import { daysBetween, type LocalDate } from '../core/local-date.js';
import type { Memory } from '../core/progress.js';

/** FSRS-6's parameters for everybody. */
export const DEFAULT_PARAMETERS: readonly number[] = default_w;

/**
 * FSRS-6 of `ts-fsrs` for whole days: without its steps of minutes, since what is missed comes again in the same session
 * and moves no plan. Its own fuzz is off, because it knows nothing of the other cards of a day.
 */
export type Fsrs = {
  /** @param elapsedDays whole days since the last review; 0 for a card never reviewed */
  next(
    before: Memory | null,
    quality: Quality,
    elapsedDays: number,
  ): { readonly memory: Memory; readonly days: number };
  /** The memory alone, without a plan; a good deal faster. */
  remember(before: Memory | null, quality: Quality, elapsedDays: number): Memory;
  /** The probability that it is known after so many days. */
  retrievability(memory: Memory, elapsedDays: number): number;
  /** What a plan of SM-2 says of a memory. */
  memoryOf(intervalDays: number, easeHundredths: number): Memory;
};

/** The button of Anki for a quality: all failures have the same. */
export function ratingOf(quality: Quality): Rating {
  if (quality < 3) return 1;
  return quality === 3 ? 2 : quality === 4 ? 3 : 4;
}

const SHORTEST_STABILITY = 0.001;
const DIGITS = 1e8;
const RATINGS = [1, 2, 3, 4] as const satisfies readonly Rating[];

/**
 * The intervals of the four grades as `ts-fsrs` orders them where it plans whole days (`LongTermScheduler`): no grade comes
 * back before a lower one, and each from Hard on a day later at least.
 */
function ordered([again, hard, good, easy]: readonly number[]): Readonly<Record<Rating, number>> {
  const [a = 1, h = 1, g = 1, e = 1] = [again, hard, good, easy];
  const first = Math.min(a, h);
  const second = Math.max(h, first + 1);
  const third = Math.max(g, second + 1);
  return { 1: first, 2: second, 3: third, 4: Math.max(e, third + 1) };
}

function next(engine: FSRS, before: Memory | null, quality: Quality, elapsedDays: number) {
  const elapsed = Math.max(0, elapsedDays);
  const rating = ratingOf(quality);
  const known = before === null ? undefined : engine.forgetting_curve(elapsed, before.stability);
  const after = RATINGS.map((each) => engine.next_state(before, elapsed, each, known));
  const days = ordered(after.map(({ stability }) => engine.next_interval(stability, elapsed)))[rating];
  const { stability, difficulty } = after[rating - 1] ?? engine.next_state(before, elapsed, rating, known);
  return { memory: { stability, difficulty }, days };
}

function rounded(value: number): number {
  return Math.round(value * DIGITS) / DIGITS;
}

/**
 * The stability for which SM-2 would plan the interval at 90 %, and the difficulty with which a card that is then known
 * would grow by its E-Factor: `memory_state_from_sm2` of fsrs-rs, by which Anki takes over plans.
 */
function memoryOf(parameters: readonly number[], intervalDays: number, easeHundredths: number): Memory {
  const stability = Math.max(intervalDays, SHORTEST_STABILITY);
  const [w8 = 0, w9 = 0, w10 = 0] = parameters.slice(8, 11);
  const growth = Math.exp(w8) * stability ** -w9 * (Math.exp(0.1 * w10) - 1);
  const difficulty = 11 - (easeHundredths / 100 - 1) / growth;
  return { stability, difficulty: rounded(Math.min(10, Math.max(1, difficulty))) };
}

/** @param retention from 0.7 to 0.99 */
export function createFsrs(
  retention: number,
  maxIntervalDays: number,
  parameters: readonly number[] = DEFAULT_PARAMETERS,
): Fsrs {
  const engine = fsrs({
    request_retention: retention,
    maximum_interval: maxIntervalDays,
    w: [...parameters],
    enable_fuzz: false,
    enable_short_term: false,
  });
  return {
    next: (before, quality, elapsedDays) => next(engine, before, quality, elapsedDays),
    remember: (before, quality, elapsedDays) => engine.next_state(before, Math.max(0, elapsedDays), ratingOf(quality)),
    retrievability: ({ stability }, elapsedDays) => engine.forgetting_curve(Math.max(0, elapsedDays), stability),
    memoryOf: (intervalDays, easeHundredths) => memoryOf(engine.parameters.w, intervalDays, easeHundredths),
  };
}

/** Days since the last review. A clock that was moved back gives none. */
export function elapsedSince(last: LocalDate, on: LocalDate): number {
  return Math.max(0, daysBetween(last, on));
}
