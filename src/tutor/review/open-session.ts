import { sessionId } from '../../core/ids.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type ReviewQuestion, type ReviewStep, readSessionState, type SessionState, stepOf } from './review-step.js';

/** A press of a review button: its session, and the turn for which the button was made. */
export type SessionPress = { readonly session: string; readonly turn: number };

/** The session does not exist, or is somebody else's. */
export type StalePress = { readonly kind: 'stale'; readonly reason: 'unknown-session' | 'not-yours' };

/** A session that asks a card now. */
export type CurrentSession = {
  readonly kind: 'current';
  readonly question: ReviewQuestion;
  readonly state: SessionState;
};

type OpenedSession =
  | CurrentSession
  /** That turn is over; the session is at `step`. */
  | { readonly kind: 'answered'; readonly step: ReviewStep }
  | StalePress;

/** Finds what a button refers to, however old it is. */
export async function openSession(
  context: TutorContext,
  learner: Learner,
  press: SessionPress,
): Promise<OpenedSession> {
  const session = await context.store.sessions.get(learner.workspaceId, sessionId(press.session));
  if (session === null) return { kind: 'stale', reason: 'unknown-session' };
  if (session.learnerId !== learner.id) return { kind: 'stale', reason: 'not-yours' };
  const state = await readSessionState(context, session);
  const step = await stepOf(context, learner, session, state);
  if (step.kind === 'question' && step.turn === press.turn) return { kind: 'current', question: step, state };
  return { kind: 'answered', step };
}
