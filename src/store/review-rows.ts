import { addDays } from '../core/local-date.js';
import type { LoggedReview, Progress, Reviewed } from '../core/progress.js';
import type { StoredEntry } from './interfaces/reviews.js';
import { reviews } from './schema.js';

/** The columns of an entry of the log. */
export const entryColumns = {
  number: reviews.number,
  sessionId: reviews.sessionId,
  turn: reviews.turn,
  cardId: reviews.cardId,
  quality: reviews.quality,
  purpose: reviews.purpose,
  proof: reviews.proof,
  on: reviews.on,
  at: reviews.at,
  intervalDaysAfter: reviews.intervalDaysAfter,
  easeHundredthsAfter: reviews.easeHundredthsAfter,
  dueAfter: reviews.dueAfter,
  repetitionsAfter: reviews.repetitionsAfter,
  lastReviewedAfter: reviews.lastReviewedAfter,
  reviewsAfter: reviews.reviewsAfter,
  lapsesAfter: reviews.lapsesAfter,
  takesBack: reviews.takesBack,
};

type ReviewRow = typeof reviews.$inferSelect;
type EntryRow = Pick<ReviewRow, keyof typeof entryColumns>;

export function entryFromRow(row: EntryRow): StoredEntry {
  const { number, sessionId, turn, cardId, quality, purpose, proof, on, at, takesBack } = row;
  const place = { number, sessionId, turn, cardId, proof, on, at };
  switch (purpose) {
    case 'plan':
    case 'drill':
      return { ...place, quality, purpose, ...chosenDate(row) };
    case 'skip':
      return { ...place, purpose };
    case 'undo':
      if (takesBack === null) throw new Error(`an undo without its answer: session ${sessionId}, turn ${turn}`);
      return { ...place, purpose, takesBack };
    case 'restored':
      return { ...place, purpose, progress: restoredFromRow(row) };
  }
}

/** The date on which the card comes back, where it is not the plan's own. A drill moves nothing. */
function chosenDate({ purpose, on, dueAfter, intervalDaysAfter }: EntryRow): Pick<LoggedReview, 'due'> {
  if (purpose === 'drill' || dueAfter === null || intervalDaysAfter === null) return {};
  return dueAfter === addDays(on, intervalDaysAfter) ? {} : { due: dueAfter };
}

function restoredFromRow(row: EntryRow): Reviewed {
  const { sessionId, turn } = row;
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
  return { kind: 'reviewed', plan, due: dueAfter, lastReviewedOn: lastReviewedAfter, ...counts };
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
