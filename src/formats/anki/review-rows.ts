import type { Quality } from '../../core/grade.js';
import { advance, NEW_PROGRESS, type Progress } from '../../core/progress.js';
import type { CardRecord } from '../card-file.js';
import type { WritableCell } from '../sqlite/write-database.js';
import { type AnkiCalendar, momentOn } from './days.js';
import type { Numbers } from './numbers.js';

/** Anki's buttons for SM-2's qualities; all failures have the same one. */
const BUTTON: Readonly<Record<Quality, number>> = { 0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 5: 4 };
const LEARNING = 0;
const REVIEW = 1;
const FILTERED = 3;

function interval(progress: Progress): number {
  return progress.kind === 'new' ? 0 : progress.plan.intervalDays;
}

/** A card's answers as rows of Anki's history. A drill does not move the plan, which Anki calls a filtered review. */
export function reviewRows(
  record: CardRecord,
  cardId: number,
  calendar: AnkiCalendar,
  given: Numbers,
): WritableCell[][] {
  let before: Progress = NEW_PROGRESS;
  let last = 0;
  return record.log.map((review) => {
    const after = advance(before, review);
    const at = given.review(Math.max(last + 1, momentOn(calendar, review.on, review.at)));
    const ease = after.kind === 'new' ? 0 : after.plan.easeHundredths * 10;
    const kind = review.purpose === 'drill' ? FILTERED : before.kind === 'new' ? LEARNING : REVIEW;
    const row = [at, cardId, -1, BUTTON[review.quality], interval(after), interval(before), ease, 0, kind];
    before = after;
    last = at;
    return row;
  });
}
