import type { Quality } from './grade.js';
import type { CardId } from './ids.js';
import { addDays, daysBetween, type LocalDate } from './local-date.js';
import { type Sm2State, sm2 } from './sm2.js';
import { type DayRange, exactly } from './spread.js';

/** What FSRS takes a card's place in somebody's memory to be. */
export type Memory = {
  /** Days in which the probability of knowing it falls to 90 %. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
};

/** What a learner knows of one card: never reviewed, or the plan after the latest review. */
export type Progress =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'reviewed';
      /** `intervalDays` is the plan's, whichever scheduler made it; the rest is counted as SM-2 does under each. */
      readonly plan: Sm2State;
      /** Only where FSRS plans. */
      readonly memory?: Memory;
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
  /** The date that was chosen for it among those near its plan. It stands while the plan allows it. */
  readonly due?: LocalDate;
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

/** Plans cards. Pure: the same log gives the same progress. */
export type Scheduler = {
  next(
    before: Reviewed | null,
    answer: Pick<LoggedReview, 'quality' | 'on'>,
  ): { readonly plan: Sm2State; readonly memory?: Memory };
  /** An imported plan, with what this scheduler needs beside it. */
  adopt(brought: Reviewed, before: Progress): Reviewed;
  /** When a card may come back whose plan is of so many days. */
  range(days: number): DayRange;
};

/** SM-2 as published, to the day. */
export const EXACT_SM2: Scheduler = {
  next: (before, { quality }) => ({ plan: sm2(before?.plan ?? null, quality) }),
  adopt: ({ memory: _, ...brought }) => brought,
  range: exactly,
};

/** The date of a plan: the one that was chosen, where the plan allows it. */
function dueOf({ on, due }: LoggedReview, { intervalDays }: Sm2State, scheduler: Scheduler): LocalDate {
  const planned = addDays(on, intervalDays);
  if (due === undefined || due === planned) return planned;
  const [days, { least, most }] = [daysBetween(on, due), scheduler.range(intervalDays)];
  return days >= least && days <= most ? due : planned;
}

/** The progress after one standing entry of the log. */
export function advance(before: Progress, review: LogEntry, scheduler: Scheduler = EXACT_SM2): Progress {
  if (review.purpose === 'drill' || review.purpose === 'skip' || review.purpose === 'undo') return before;
  if (review.purpose === 'restored') return scheduler.adopt(review.progress, before);
  const next = scheduler.next(before.kind === 'new' ? null : before, review);
  const lapsed = before.kind === 'reviewed' && before.plan.repetitions > 0 && review.quality < 3;
  return {
    kind: 'reviewed',
    ...next,
    due: dueOf(review, next.plan, scheduler),
    lastReviewedOn: review.on,
    reviews: (before.kind === 'new' ? 0 : before.reviews) + 1,
    lapses: (before.kind === 'new' ? 0 : before.lapses) + (lapsed ? 1 : 0),
  };
}

/** The progress that a card's whole log amounts to, oldest entry first. */
export function replay(
  log: readonly (LogEntry & { readonly number?: number })[],
  scheduler: Scheduler = EXACT_SM2,
): Progress {
  return standing(log).reduce((before: Progress, entry) => advance(before, entry, scheduler), NEW_PROGRESS);
}
