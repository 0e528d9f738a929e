import type { Quality } from './grade.js';
import type { CardId } from './ids.js';
import { type LogEntry, type LoggedReview, standing } from './progress.js';
import { comesAgain } from './sm2.js';

/** An answer given in this session, in the order of `turn`, which counts from 1. */
export type SessionAnswer = { readonly turn: number; readonly cardId: CardId; readonly quality: Quality };

/** What a session's log says, without what was taken back. */
export type SessionLog<T extends SessionAnswer = SessionAnswer> = {
  /** In order of turn. */
  readonly answers: readonly T[];
  /** Cards that were put off. */
  readonly skips: readonly Pick<SessionAnswer, 'turn' | 'cardId'>[];
  /** The last turn that was used, also by what was taken back; 0 at the start. */
  readonly lastTurn: number;
};

type Placed = { readonly number: number; readonly turn: number };

function isAnswer<P>(entry: LogEntry & P): entry is LoggedReview & P {
  return entry.purpose === 'plan' || entry.purpose === 'drill';
}

/** @param entries all that was logged under the session, in order of turn */
export function readSessionLog<P extends Placed>(entries: readonly (LogEntry & P)[]): SessionLog<LoggedReview & P> {
  const valid = standing(entries);
  return {
    answers: valid.filter((entry) => isAnswer<P>(entry)),
    skips: valid.filter(({ purpose }) => purpose === 'skip'),
    lastTurn: entries.at(-1)?.turn ?? 0,
  };
}

/**
 * The turn of an entry that takes an answer back: beyond every turn whose button may have been shown, so that no old
 * button grades the card that is asked again.
 */
export function undoTurn(plan: readonly CardId[], { lastTurn }: SessionLog): number {
  return lastTurn + plan.length + 1;
}

/** What the session asks next, or its end. A session's state is nothing but its plan and its log. */
type NextStep =
  | {
      readonly kind: 'ask';
      readonly cardId: CardId;
      /**
       * The number of the awaited answer, from 1: a second press of the same button is harmless. A card that is
       * skipped takes a number too, so that its button never grades the card that is asked instead.
       */
      readonly turn: number;
      /** Position of the card in the plan, from 1. */
      readonly position: number;
      readonly purpose: 'plan' | 'drill';
      /** Cards of the session that still come, this one included. */
      readonly left: number;
    }
  | { readonly kind: 'done' };

/**
 * The next card of a session: first each planned card once, then those that were put off and those whose latest answer
 * scored under 4, the one seen longest ago first, until every one of them scores at least 4 (SM-2, step 7).
 *
 * @param available cards of the plan that can still be asked; one paused or deleted since the start is passed over
 */
export function nextStep(
  plan: readonly CardId[],
  { answers, skips, lastTurn }: SessionLog,
  available: ReadonlySet<CardId>,
): NextStep {
  const latest = new Map<CardId, SessionAnswer>();
  for (const answer of answers) latest.set(answer.cardId, answer);
  const putOff = new Map<CardId, number>();
  for (const { cardId, turn } of skips) {
    if (turn > (latest.get(cardId)?.turn ?? 0)) putOff.set(cardId, turn);
  }
  const first = plan.filter((card) => !latest.has(card) && !putOff.has(card));
  const seenAt = (card: CardId) => putOff.get(card) ?? latest.get(card)?.turn ?? 0;
  const later = plan
    .filter((card) => {
      const answer = latest.get(card);
      return answer === undefined ? putOff.has(card) : comesAgain(answer.quality);
    })
    .sort((one, other) => seenAt(one) - seenAt(other));

  const queue = [...first, ...later];
  const index = queue.findIndex((card) => available.has(card));
  const cardId = queue[index];
  if (cardId === undefined) return { kind: 'done' };
  return {
    kind: 'ask',
    cardId,
    turn: lastTurn + 1 + index,
    position: plan.indexOf(cardId) + 1,
    purpose: latest.has(cardId) ? 'drill' : 'plan',
    left: queue.filter((card) => available.has(card)).length,
  };
}

/** What a finished session amounts to. */
export type SessionSummary = {
  /** Different cards answered. */
  readonly cards: number;
  /** Of those, the ones whose first answer scored at least 4. */
  readonly firstTry: number;
  /** Cards that took the most answers, hardest first, only those that took more than one. */
  readonly hardest: readonly CardId[];
};

export function summarize(answers: readonly SessionAnswer[]): SessionSummary {
  const tries = new Map<CardId, number>();
  let firstTry = 0;
  for (const answer of answers) {
    const before = tries.get(answer.cardId) ?? 0;
    if (before === 0 && !comesAgain(answer.quality)) firstTry += 1;
    tries.set(answer.cardId, before + 1);
  }
  const hardest = [...tries]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .map(([card]) => card);
  return { cards: tries.size, firstTry, hardest };
}
