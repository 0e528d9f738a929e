import type { Quality } from './grade.js';
import type { CardId } from './ids.js';
import { comesAgain } from './sm2.js';

/** An answer given in this session, in the order of `turn`, which counts from 1. */
export type SessionAnswer = { readonly turn: number; readonly cardId: CardId; readonly quality: Quality };

/** What the session asks next, or its end. A session's state is nothing but its plan and the answers so far. */
export type NextStep =
  | {
      readonly kind: 'ask';
      readonly cardId: CardId;
      /** The number of the answer that is awaited, from 1: it makes a second press of the same button harmless. */
      readonly turn: number;
      /** Position of the card in the plan, from 1. */
      readonly position: number;
      readonly purpose: 'plan' | 'drill';
    }
  | { readonly kind: 'done' };

/**
 * The next card of a session: first each planned card once, then those whose latest answer scored under 4, the one
 * not seen for longest first, until every one of them scores at least 4 (SM-2, step 7).
 *
 * @param available cards of the plan that can still be asked: one paused or gone since the start is passed over
 */
export function nextStep(
  plan: readonly CardId[],
  answers: readonly SessionAnswer[],
  available: ReadonlySet<CardId>,
): NextStep {
  const latest = new Map<CardId, SessionAnswer>();
  for (const answer of answers) latest.set(answer.cardId, answer);
  const turn = (answers.at(-1)?.turn ?? 0) + 1;
  const positionOf = (card: CardId) => plan.indexOf(card) + 1;

  const unseen = plan.find((card) => available.has(card) && !latest.has(card));
  if (unseen) return { kind: 'ask', cardId: unseen, turn, position: positionOf(unseen), purpose: 'plan' };

  const again = [...latest.values()]
    .filter((answer) => comesAgain(answer.quality) && available.has(answer.cardId))
    .sort((a, b) => a.turn - b.turn)[0];
  if (!again) return { kind: 'done' };
  return { kind: 'ask', cardId: again.cardId, turn, position: positionOf(again.cardId), purpose: 'drill' };
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

/** How many cards a day brings. */
export type QueueLimits = {
  /** New cards a learner meets a day, at most. */
  readonly newPerDay: number;
  /** Cards in one session, at most. */
  readonly perSession: number;
};

export const DEFAULT_LIMITS: QueueLimits = { newPerDay: 10, perSession: 20 };

/**
 * The plan of a session: what the learner picked, then what is due (longest overdue first), then new cards in the
 * order of the notes, within the limits.
 *
 * @param newToday new cards already met on this date
 */
export function planSession(
  candidates: {
    readonly picked: readonly CardId[];
    readonly due: readonly CardId[];
    readonly unseen: readonly CardId[];
  },
  newToday: number,
  limits: QueueLimits = DEFAULT_LIMITS,
): readonly CardId[] {
  const room = Math.max(0, limits.newPerDay - newToday);
  const chosen = new Set([...candidates.picked, ...candidates.due]);
  const fresh = candidates.unseen.filter((card) => !chosen.has(card)).slice(0, room);
  return [...chosen, ...fresh].slice(0, limits.perSession);
}
