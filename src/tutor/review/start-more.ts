import { planMore, sessionLength } from '../../core/day.js';
import { sessionId } from '../../core/ids.js';
import { orderSession } from '../../core/order.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { Session } from '../../store/interfaces/sessions.js';
import type { TutorContext } from '../context.js';
import { type DeckRef, findDeck } from '../decks/find-deck.js';
import type { StalePress } from './open-session.js';
import { readDay } from './read-day.js';
import { readStep } from './review-step.js';
import { continueReview, newSession, readCandidates, type StartedReview } from './start-review.js';

/** Cards beyond the day's limits: a number of new ones, the due ones over the limit, or practice. */
export type MoreWanted = number | 'due' | 'practice';

export type MoreRequest = {
  /** The session that the button names; the first press opens it. */
  readonly offer: string;
  readonly wanted: MoreWanted;
  /** A deck's key; `null` for all decks. */
  readonly deck: string | null;
};

/**
 * Starts a session on cards beyond the day's, because somebody wants to learn more. An open session is continued
 * first, so that no card is asked twice; a second press of the button finds the session of the first.
 */
export async function startMore(
  context: TutorContext,
  learner: Learner,
  request: MoreRequest,
): Promise<StartedReview | StalePress> {
  const { sessions } = context.store;
  const known = await sessions.get(learner.workspaceId, sessionId(request.offer));
  if (known !== null) return resume(context, learner, known);
  const found = request.deck === null ? null : await findDeck(context, learner, request.deck);
  if (found?.kind === 'no-such-deck') return found;
  const deck = found === null ? null : { deckId: found.deckId, name: found.name };
  const open = request.wanted === 'practice' ? null : await continueReview(context, learner, deck);
  if (open !== null) return open;
  const session = await plan(context, learner, deck, request);
  if (session.plan.length === 0) return { kind: 'nothing-left', day: await readDay(context, learner, deck) };
  const stands = await sessions.begin(session);
  const step = await readStep(context, learner, stands);
  return stands.id === session.id ? { kind: 'started', step, beyond: 0 } : { kind: 'continued', step };
}

async function resume(context: TutorContext, learner: Learner, session: Session): Promise<StartedReview | StalePress> {
  if (session.learnerId !== learner.id) return { kind: 'stale', reason: 'not-yours' };
  return { kind: 'continued', step: await readStep(context, learner, session) };
}

async function plan(
  context: TutorContext,
  learner: Learner,
  deck: DeckRef | null,
  { offer, wanted }: MoreRequest,
): Promise<Session> {
  const length = typeof wanted === 'number' ? wanted : sessionLength(learner.limits);
  const { on, candidates } = await readCandidates(context, learner, deck, length);
  const id = sessionId(offer);
  if (wanted === 'practice') {
    const deckId = deck?.deckId ?? null;
    const cards = await context.store.agenda.longestUnasked(learner.workspaceId, learner.id, on, deckId, length);
    return { ...newSession(context, learner, on, deck, cards), id, kind: 'quiz' };
  }
  const cards = wanted === 'due' ? candidates.due : planMore(candidates, wanted);
  return { ...newSession(context, learner, on, deck, orderSession(cards, candidates, candidates.passages)), id };
}
