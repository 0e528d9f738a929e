import type { Quality } from '../../core/grade.js';
import type { CardId } from '../../core/ids.js';
import { addDays, instant } from '../../core/local-date.js';
import { INITIAL_EASE_HUNDREDTHS, MIN_EASE_HUNDREDTHS } from '../../core/sm2.js';
import type { FileReview, ReviewedProgress } from '../card-file.js';
import type { AnkiCard, AnkiReview } from './collection.js';
import { type AnkiCalendar, dateOfDay, dateOfMoment } from './days.js';

/** Anki's four buttons mean the same as Repaso's four grades. */
const QUALITY_OF_BUTTON: readonly (Quality | undefined)[] = [undefined, 1, 3, 4, 5];
/** The first scheduler had three buttons for a card in learning. */
const QUALITY_OF_THREE: readonly (Quality | undefined)[] = [undefined, 1, 4, 5];

const NEW = 0;
const REVIEW = 2;
const FILTERED = 3;
const LAST_ANSWER = 3;
const MAX_INTERVAL = 36_500;
const MAX_EASE = 1000;
const MAX_COUNT = 1_000_000;
/** From this number on (1973), values are moments in seconds; below it they are days of the collection. */
const FIRST_MOMENT = 100_000_000;

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

function isLearning({ kind }: AnkiReview): boolean {
  return kind === 0 || kind === 2;
}

/**
 * A card's answers as SM-2 counts them: the first of a day moves the plan; later ones on the same day, and those in a
 * filtered deck, are drills.
 *
 * @param reviews of one card, oldest first
 */
export function logOf(
  card: CardId,
  reviews: readonly AnkiReview[],
  calendar: AnkiCalendar,
  schedulerVersion: number,
): readonly FileReview[] {
  const log: FileReview[] = [];
  let planned = '';
  for (const review of reviews) {
    const qualities = schedulerVersion === 1 && isLearning(review) ? QUALITY_OF_THREE : QUALITY_OF_BUTTON;
    const quality = qualities[review.button];
    if (quality === undefined || review.kind > LAST_ANSWER) continue;
    const on = dateOfMoment(calendar, review.at);
    const purpose = review.kind === FILTERED || on === planned ? 'drill' : 'plan';
    if (purpose === 'plan') planned = on;
    log.push({ cardId: card, quality, on, purpose, at: instant(review.at) });
  }
  return log;
}

/** Successes in a row at the end of the log. */
function repetitionsIn(log: readonly FileReview[]): number {
  const planned = log.filter(({ purpose }) => purpose === 'plan');
  const lapse = planned.findLastIndex(({ quality }) => quality < 3);
  return planned.length - 1 - lapse;
}

/** An estimate without a log: SM-2 has a first interval, a second one, and all others. */
function repetitionsFor(intervalDays: number): number {
  if (intervalDays < 6) return 1;
  return intervalDays === 6 ? 2 : 3;
}

/** The plan in a card's row; `null` for a card never reviewed. */
export function progressOf(
  card: AnkiCard,
  log: readonly FileReview[],
  calendar: AnkiCalendar,
): ReviewedProgress | null {
  if (card.type === NEW) return null;
  const isReview = card.type === REVIEW;
  const number = card.originalDeckId !== 0 && card.originalDue !== 0 ? card.originalDue : card.due;
  const due = number >= FIRST_MOMENT ? dateOfMoment(calendar, number * 1000) : dateOfDay(calendar, number);
  const intervalDays = isReview ? clamp(card.interval, 1, MAX_INTERVAL) : 1;
  const last = log.findLast(({ purpose }) => purpose === 'plan')?.on;
  const reviews = clamp(card.reps, Math.max(1, log.filter(({ purpose }) => purpose === 'plan').length), MAX_COUNT);
  const ease = card.factor === 0 ? INITIAL_EASE_HUNDREDTHS : Math.round(card.factor / 10);
  const counted = log.length > 0 ? repetitionsIn(log) : repetitionsFor(intervalDays);
  return {
    kind: 'reviewed',
    plan: {
      repetitions: isReview ? Math.max(0, counted) : 0,
      easeHundredths: clamp(ease, MIN_EASE_HUNDREDTHS, MAX_EASE),
      intervalDays,
    },
    due,
    lastReviewedOn: last !== undefined && last < due ? last : addDays(due, -intervalDays),
    reviews,
    lapses: clamp(card.lapses, 0, reviews),
  };
}

export function isSuspended({ queue }: AnkiCard): boolean {
  return queue === -1;
}
