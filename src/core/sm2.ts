import type { Quality } from './grade.js';

/**
 * The SM-2 algorithm, as P. A. Woźniak published it ("Optimization of learning", 1990, section 3.2;
 * https://super-memory.com/english/ol/sm2.htm):
 *
 * - I(1) = 1 day, I(2) = 6 days, I(n) = I(n−1) × EF, fractions rounded up;
 * - EF' = EF + (0.1 − (5−q) × (0.08 + (5−q) × 0.02)), never under 1.3, starting from 2.5;
 * - with q < 3 the repetitions start from the beginning and the E-Factor stays as it was.
 *
 * Packages that carry its name differ from the text and from each other: npm's `supermemo` lowers the E-Factor on
 * a failed answer and rounds to the nearest day, `supermemo2` rounds in its own way too; over 100 random histories
 * they disagree with the published text or with each other in about 80. Here the text decides.
 *
 * The E-Factor is kept in whole hundredths, because every change that the formula makes is a whole number of them.
 * In floating point 6 × 1.5 can come out a hair over 9 and be rounded up to 10.
 *
 * Order of steps: the next interval is planned with the E-Factor that the card had when it was answered, and the
 * answer then changes the E-Factor (steps 3 to 5 of the text). The interval that grows is the planned one: a review
 * that comes late or early changes nothing in the formula.
 */
export type Sm2State = {
  /** Successful repetitions in a row, `n` in the text. */
  readonly repetitions: number;
  /** The E-Factor × 100, a whole number of at least 130. */
  readonly easeHundredths: number;
  /** Days from the last review to the next, at least 1. */
  readonly intervalDays: number;
};

export const MIN_EASE_HUNDREDTHS = 130;
export const INITIAL_EASE_HUNDREDTHS = 250;
/** Ten years: a longer plan is of no use to anybody, and dates stay in range. */
export const DEFAULT_MAX_INTERVAL_DAYS = 365 * 10;
/** The published text has no cap; for comparisons with it. */
export const NO_MAX_INTERVAL = Number.POSITIVE_INFINITY;

/** What each quality adds to the E-Factor, in hundredths: the published formula, worked out for 3, 4 and 5. */
function easeChange(quality: 3 | 4 | 5): number {
  const missing = 5 - quality;
  return 10 - missing * (8 + missing * 2);
}

function isPassed(quality: Quality): quality is 3 | 4 | 5 {
  return quality >= 3;
}

/** I(1), I(2) or the product rounded up: an exact whole number divided by 100. */
function plannedInterval(repetition: number, intervalDays: number, easeHundredths: number): number {
  if (repetition === 1) return 1;
  if (repetition === 2) return 6;
  return Math.ceil((intervalDays * easeHundredths) / 100);
}

/**
 * The state after one answer.
 *
 * @param before the state so far, or `null` for a card never reviewed
 * @param maxIntervalDays cap in days
 */
export function sm2(
  before: Sm2State | null,
  quality: Quality,
  maxIntervalDays: number = DEFAULT_MAX_INTERVAL_DAYS,
): Sm2State {
  const easeBefore = before?.easeHundredths ?? INITIAL_EASE_HUNDREDTHS;
  if (!isPassed(quality)) return { repetitions: 0, easeHundredths: easeBefore, intervalDays: 1 };
  const repetitions = (before?.repetitions ?? 0) + 1;
  const easeHundredths = Math.max(MIN_EASE_HUNDREDTHS, easeBefore + easeChange(quality));
  const planned = plannedInterval(repetitions, before?.intervalDays ?? 1, easeBefore);
  return { repetitions, easeHundredths, intervalDays: Math.min(maxIntervalDays, planned) };
}

/** SM-2's last step: what scored under 4 comes again in the same session until it scores at least 4. */
export function comesAgain(quality: Quality): boolean {
  return quality < 4;
}
