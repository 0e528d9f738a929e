import { sessionId } from '../../core/ids.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { Session } from '../../store/interfaces/sessions.js';
import type { TutorContext } from '../context.js';
import {
  type ReviewQuestion,
  type ReviewStep,
  readSessionState,
  readStep,
  type SessionState,
  stepOf,
} from './review-step.js';

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

/** Finds the session that a button names. */
async function findSession({ store }: TutorContext, learner: Learner, id: string): Promise<Session | StalePress> {
  const session = await store.sessions.get(learner.workspaceId, sessionId(id));
  if (session === null) return { kind: 'stale', reason: 'unknown-session' };
  return session.learnerId === learner.id ? session : { kind: 'stale', reason: 'not-yours' };
}

/** Where a session is, whatever turn a button was made for. */
export async function openSessionAt(
  context: TutorContext,
  learner: Learner,
  id: string,
): Promise<{ readonly kind: 'open'; readonly step: ReviewStep } | StalePress> {
  const session = await findSession(context, learner, id);
  if (session.kind === 'stale') return session;
  return { kind: 'open', step: await readStep(context, learner, session) };
}

/** Finds what a button refers to, however old it is. */
export async function openSession(
  context: TutorContext,
  learner: Learner,
  press: SessionPress,
): Promise<OpenedSession> {
  const session = await findSession(context, learner, press.session);
  if (session.kind === 'stale') return session;
  const state = await readSessionState(context, session);
  const step = await stepOf(context, learner, session, state);
  if (step.kind === 'question' && step.turn === press.turn) return { kind: 'current', question: step, state };
  return { kind: 'answered', step };
}
