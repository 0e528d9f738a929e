import { planDeck, planSession, sessionLength } from '../../core/day.js';
import { sessionId } from '../../core/ids.js';
import { type LocalDate, learningDate } from '../../core/local-date.js';
import { orderSession } from '../../core/order.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { Session } from '../../store/interfaces/sessions.js';
import type { TutorContext } from '../context.js';
import { type DeckRef, findDeck } from '../decks/find-deck.js';
import { type Day, readDay } from './read-day.js';
import { type ReviewStep, readStep } from './review-step.js';

export type StartedReview =
  /** `beyond`: cards of the plan over the day's limits, because their deck was asked for. */
  | { readonly kind: 'started'; readonly step: ReviewStep; readonly beyond: number }
  | { readonly kind: 'continued'; readonly step: ReviewStep }
  /** The day brings no more cards; `day` says what more is available. */
  | { readonly kind: 'nothing-left'; readonly day: Day }
  | { readonly kind: 'no-such-deck'; readonly asked: string; readonly decks: readonly DeckRef[] };

/**
 * Continues today's unfinished session, or plans a new one. `asked` is a deck's name, id or key; `null` means all.
 */
export async function startReview(
  context: TutorContext,
  learner: Learner,
  asked: string | null,
): Promise<StartedReview> {
  const found = asked === null ? null : await findDeck(context, learner, asked);
  if (found?.kind === 'no-such-deck') return found;
  const deck = found === null ? null : { deckId: found.deckId, name: found.name };
  const open = await continueReview(context, learner, deck);
  if (open !== null) return open;
  const { session, beyond } = await planReview(context, learner, deck);
  if (session.plan.length === 0) return { kind: 'nothing-left', day: await readDay(context, learner, deck) };
  const stands = await context.store.sessions.begin(session);
  const step = await readStep(context, learner, stands);
  return stands.id === session.id ? { kind: 'started', step, beyond } : { kind: 'continued', step };
}

/** Today's open session, if it has a card left to ask. */
export async function continueReview(
  context: TutorContext,
  learner: Learner,
  deck: DeckRef | null,
): Promise<StartedReview | null> {
  const on = learningDate(context.now, learner.timeZone);
  const open = await context.store.sessions.current(learner.workspaceId, learner.id, on, deck?.deckId ?? null);
  const step = open === null ? null : await readStep(context, learner, open);
  return step?.kind === 'question' ? { kind: 'continued', step } : null;
}

/** Cards for a new session, and what is done already. Each list is as long as the longest request for it. */
export async function readCandidates(context: TutorContext, learner: Learner, deck: DeckRef | null, length: number) {
  const { agenda } = context.store;
  const on = learningDate(context.now, learner.timeZone);
  const [candidates, done] = await Promise.all([
    agenda.candidates(learner.workspaceId, learner.id, on, deck?.deckId ?? null, length),
    agenda.doneOn(learner.workspaceId, learner.id, on),
  ]);
  return { on, candidates, done };
}

/** A planned session that is not stored yet. Its plan may be empty. */
export async function planReview(
  context: TutorContext,
  learner: Learner,
  deck: DeckRef | null,
): Promise<{ readonly session: Session; readonly beyond: number }> {
  const { limits } = learner;
  const { on, candidates, done } = await readCandidates(context, learner, deck, sessionLength(limits));
  const { plan, beyond } =
    deck === null ? { plan: planSession(candidates, done, limits), beyond: 0 } : planDeck(candidates, done, limits);
  const ordered = orderSession(plan, candidates, candidates.passages);
  return { session: newSession(context, learner, on, deck, ordered), beyond };
}

export function newSession(
  context: TutorContext,
  learner: Learner,
  on: LocalDate,
  deck: Pick<DeckRef, 'deckId'> | null,
  plan: Session['plan'],
): Session {
  return {
    workspaceId: learner.workspaceId,
    id: sessionId(context.newId()),
    learnerId: learner.id,
    deckId: deck?.deckId ?? null,
    kind: 'review',
    plan,
    startedAt: context.now,
    startedOn: on,
    endedAt: null,
  };
}
