import type { Quality } from './grade.js';
import type { CardId } from './ids.js';
import { addDays, type LocalDate } from './local-date.js';
import { type Sm2State, sm2 } from './sm2.js';

/** What a learner knows of one card: never reviewed, or the plan after the latest review. */
export type Progress =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'reviewed';
      readonly plan: Sm2State;
      /** The learner's local date on which the card comes back. */
      readonly due: LocalDate;
      readonly lastReviewedOn: LocalDate;
      /** Reviews that counted for the plan. */
      readonly reviews: number;
      /** Times it was forgotten after having been known. */
      readonly lapses: number;
    };

export const NEW_PROGRESS: Progress = { kind: 'new' };

/** One answer as the log keeps it: enough to compute the progress again from nothing. */
export type LoggedReview = {
  readonly cardId: CardId;
  readonly quality: Quality;
  readonly on: LocalDate;
  /**
   * `plan`: a repetition that moves the schedule. `drill`: the card came again in the same session because it scored
   * under 4, as SM-2 asks; it leaves the schedule as it is.
   */
  readonly purpose: 'plan' | 'drill';
};

/** What a learner knows of a card that was reviewed. */
export type Reviewed = Extract<Progress, { readonly kind: 'reviewed' }>;

/** A plan that was imported from elsewhere; it replaces what the log amounted to before it. */
type RestoredPlan = {
  readonly cardId: CardId;
  readonly on: LocalDate;
  readonly purpose: 'restored';
  readonly progress: Reviewed;
};

/** The learner put the card off to the end of its session. */
type SkippedCard = { readonly cardId: CardId; readonly on: LocalDate; readonly purpose: 'skip' };

/** Takes back an earlier answer, which stays in the log and no longer counts anywhere. */
type TakenBack = {
  readonly cardId: CardId;
  readonly on: LocalDate;
  readonly purpose: 'undo';
  /** The answer's number in the learner's log. */
  readonly takesBack: number;
};

export type LogEntry = LoggedReview | RestoredPlan | SkippedCard | TakenBack;

/** An entry with its number in the learner's log, by which it can be taken back. */
export type Numbered<T extends LogEntry = LogEntry> = T & { readonly number: number };

/** The log without the answers that were taken back, and without the entries that took them back. */
export function standing<T extends LogEntry & { readonly number?: number }>(log: readonly T[]): readonly T[] {
  const takenBack = new Set(log.map((entry) => (entry.purpose === 'undo' ? entry.takesBack : null)));
  return log.filter(({ purpose, number }) => purpose !== 'undo' && !(number !== undefined && takenBack.has(number)));
}

/** The progress after one standing entry of the log. */
export function advance(before: Progress, review: LogEntry): Progress {
  if (review.purpose === 'drill' || review.purpose === 'skip' || review.purpose === 'undo') return before;
  if (review.purpose === 'restored') return review.progress;
  const plan = sm2(before.kind === 'new' ? null : before.plan, review.quality);
  const lapsed = before.kind === 'reviewed' && before.plan.repetitions > 0 && review.quality < 3;
  return {
    kind: 'reviewed',
    plan,
    due: addDays(review.on, plan.intervalDays),
    lastReviewedOn: review.on,
    reviews: (before.kind === 'new' ? 0 : before.reviews) + 1,
    lapses: (before.kind === 'new' ? 0 : before.lapses) + (lapsed ? 1 : 0),
  };
}

/** The progress that a card's whole log amounts to, oldest entry first. */
export function replay(log: readonly (LogEntry & { readonly number?: number })[]): Progress {
  return standing(log).reduce<Progress>(advance, NEW_PROGRESS);
}
