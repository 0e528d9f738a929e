import type { Quality } from './grade.js';
import type { CardId } from './ids.js';
import { comesAgain } from './sm2.js';

/** An answer given in this session, in the order of `turn`, which counts from 1. */
export type SessionAnswer = { readonly turn: number; readonly cardId: CardId; readonly quality: Quality };

/** What the session asks next, or its end. A session's state is nothing but its plan and the answers so far. */
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
    }
  | { readonly kind: 'done' };

/**
 * The next card of a session: first each planned card once, then those whose latest answer scored under 4, the one
 * answered longest ago first, until every one of them scores at least 4 (SM-2, step 7).
 *
 * @param available cards of the plan that can still be asked; one paused or deleted since the start is skipped
 */
export function nextStep(
  plan: readonly CardId[],
  answers: readonly SessionAnswer[],
  available: ReadonlySet<CardId>,
): NextStep {
  const latest = new Map<CardId, SessionAnswer>();
  for (const answer of answers) latest.set(answer.cardId, answer);
  const unseen = plan.filter((card) => !latest.has(card));
  const again = [...latest.values()]
    .filter((answer) => comesAgain(answer.quality))
    .sort((a, b) => a.turn - b.turn)
    .map((answer) => answer.cardId);

  const queue = [...unseen, ...again];
  const index = queue.findIndex((card) => available.has(card));
  const cardId = queue[index];
  if (cardId === undefined) return { kind: 'done' };
  return {
    kind: 'ask',
    cardId,
    turn: (answers.at(-1)?.turn ?? 0) + 1 + index,
    position: plan.indexOf(cardId) + 1,
    purpose: index < unseen.length ? 'plan' : 'drill',
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
