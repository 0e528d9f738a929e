import { type DeckId, sessionId } from '../core/ids.js';
import { addDays, type LocalDate, learningDate } from '../core/local-date.js';
import { DEFAULT_LIMITS, planSession } from '../core/queue.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { Session } from '../store/interfaces/sessions.js';
import type { TutorContext } from './context.js';
import { findDeck } from './find-deck.js';
import { type ReviewStep, readStep } from './review-step.js';

/** Leads the id of a quiz on one section, which a start of the day's reviews must not take for itself. */
export const QUIZ_PREFIX = 'quiz-';

export type StartedReview =
  | { readonly kind: 'started' | 'continued'; readonly step: ReviewStep }
  | { readonly kind: 'nothing-due'; readonly cards: number; readonly dueTomorrow: number }
  | { readonly kind: 'no-such-deck'; readonly asked: string; readonly decks: readonly string[] };

/** Continues today's unfinished session, or plans a new one. `deck` is a name or an id; `null` means all decks. */
export async function startReview(
  context: TutorContext,
  learner: Learner,
  deck: string | null,
): Promise<StartedReview> {
  const { store, now } = context;
  const on = learningDate(now, learner.timeZone);
  const chosen = deck === null ? ({ kind: 'found', deckId: null } as const) : await findDeck(context, learner, deck);
  if (chosen.kind === 'no-such-deck') return chosen;
  const { deckId } = chosen;

  const open = await store.sessions.current(learner.workspaceId, learner.id, on, deckId);
  if (open !== null && !open.id.startsWith(QUIZ_PREFIX)) {
    const step = await readStep(context, learner, open);
    if (step.kind === 'question') return { kind: 'continued', step };
  }
  const session = await planNewSession(context, learner, on, deckId);
  if (session.plan.length === 0) return nothingDue(context, learner, on);
  await store.sessions.open(session);
  return { kind: 'started', step: await readStep(context, learner, session) };
}

/** A session that has been planned but not stored yet. Its plan may be empty. */
export async function planNewSession(
  context: TutorContext,
  learner: Learner,
  on: LocalDate,
  deckId: DeckId | null,
): Promise<Session> {
  const { store } = context;
  const [candidates, newToday] = await Promise.all([
    store.progress.candidates(learner.workspaceId, learner.id, on, deckId, DEFAULT_LIMITS.perSession),
    store.progress.newOn(learner.workspaceId, learner.id, on),
  ]);
  return newSession(context, learner, on, deckId, planSession(candidates, newToday));
}

export function newSession(
  context: TutorContext,
  learner: Learner,
  on: LocalDate,
  deckId: DeckId | null,
  plan: Session['plan'],
): Session {
  return {
    workspaceId: learner.workspaceId,
    id: sessionId(context.newId()),
    learnerId: learner.id,
    deckId,
    plan,
    startedAt: context.now,
    startedOn: on,
    endedAt: null,
  };
}

async function nothingDue(context: TutorContext, learner: Learner, on: LocalDate): Promise<StartedReview> {
  const { progress } = context.store;
  const [counts, dueTomorrow] = await Promise.all([
    progress.counts(learner.workspaceId, learner.id, on),
    progress.dueOn(learner.workspaceId, learner.id, addDays(on, 1)),
  ]);
  return { kind: 'nothing-due', cards: counts.reduce((sum, deck) => sum + deck.cards, 0), dueTomorrow };
}
