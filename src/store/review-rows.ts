import type { Progress } from '../core/progress.js';
import type { StoredEntry, StoredReview } from './interfaces/reviews.js';
import { reviews } from './schema.js';

/** The columns of an answer. */
export const answerColumns = {
  sessionId: reviews.sessionId,
  turn: reviews.turn,
  cardId: reviews.cardId,
  quality: reviews.quality,
  purpose: reviews.purpose,
  proof: reviews.proof,
  on: reviews.on,
  at: reviews.at,
};

/** The columns of any entry of the log. */
export const entryColumns = {
  ...answerColumns,
  intervalDaysAfter: reviews.intervalDaysAfter,
  easeHundredthsAfter: reviews.easeHundredthsAfter,
  dueAfter: reviews.dueAfter,
  repetitionsAfter: reviews.repetitionsAfter,
  lastReviewedAfter: reviews.lastReviewedAfter,
  reviewsAfter: reviews.reviewsAfter,
  lapsesAfter: reviews.lapsesAfter,
};

type ReviewRow = typeof reviews.$inferSelect;
type AnswerRow = Pick<ReviewRow, keyof typeof answerColumns>;
type EntryRow = Pick<ReviewRow, keyof typeof entryColumns>;

/** `null` for an entry that is no answer. */
export function reviewFromRow({ purpose, ...row }: AnswerRow): StoredReview | null {
  return purpose === 'restored' ? null : { ...row, purpose };
}

export function entryFromRow(row: EntryRow): StoredEntry {
  const { sessionId, turn, cardId, quality, purpose, proof, on, at } = row;
  const place = { sessionId, turn, cardId, proof, on, at };
  if (purpose !== 'restored') return { ...place, quality, purpose };
  const { intervalDaysAfter, easeHundredthsAfter, dueAfter, repetitionsAfter, lastReviewedAfter } = row;
  const { reviewsAfter, lapsesAfter } = row;
  if (
    intervalDaysAfter === null ||
    easeHundredthsAfter === null ||
    dueAfter === null ||
    repetitionsAfter === null ||
    lastReviewedAfter === null ||
    reviewsAfter === null ||
    lapsesAfter === null
  ) {
    throw new Error(`a plan that was brought along lacks a part: session ${sessionId}, turn ${turn}`);
  }
  const plan = {
    repetitions: repetitionsAfter,
    easeHundredths: easeHundredthsAfter,
    intervalDays: intervalDaysAfter,
  };
  const counts = { reviews: reviewsAfter, lapses: lapsesAfter };
  return {
    ...place,
    purpose,
    progress: { kind: 'reviewed', plan, due: dueAfter, lastReviewedOn: lastReviewedAfter, ...counts },
  };
}

/** The plan before and after an entry, stored beside the answer. */
export function planColumns(before: Progress, after: Progress) {
  return {
    intervalDaysBefore: before.kind === 'new' ? null : before.plan.intervalDays,
    dueBefore: before.kind === 'new' ? null : before.due,
    intervalDaysAfter: after.kind === 'new' ? null : after.plan.intervalDays,
    easeHundredthsAfter: after.kind === 'new' ? null : after.plan.easeHundredths,
    dueAfter: after.kind === 'new' ? null : after.due,
  };
}
