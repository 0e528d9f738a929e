import { sessionId } from '../../core/ids.js';
import { learningDate } from '../../core/local-date.js';
import { undoTurn } from '../../core/queue.js';
import type { UndoRefusal } from '../../core/undo.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import type { SessionPress, StalePress } from './open-session.js';
import { type ReviewStep, readSessionState, readStep } from './review-step.js';

export type UndoneGrade =
  /** The session asks the card again. */
  | { readonly kind: 'undone'; readonly step: ReviewStep }
  /** Nothing was changed; the session is at `step`. */
  | { readonly kind: 'refused'; readonly reason: UndoRefusal; readonly step: ReviewStep }
  | StalePress;

/** Takes back the answer that the session was given at a turn, if it is the latest. */
export async function undoGrade(context: TutorContext, learner: Learner, press: SessionPress): Promise<UndoneGrade> {
  const { store, now } = context;
  const { workspaceId, id: learnerId } = learner;
  const session = await store.sessions.get(workspaceId, sessionId(press.session));
  if (session === null) return { kind: 'stale', reason: 'unknown-session' };
  if (session.learnerId !== learnerId) return { kind: 'stale', reason: 'not-yours' };
  const { log } = await readSessionState(context, session);
  const undone = await store.reviews.undo({
    ...{ workspaceId, learnerId, sessionId: session.id, turn: press.turn, at: now },
    undoTurn: undoTurn(session.plan, log),
    on: learningDate(now, learner.timeZone),
  });
  // A card that the grade had paused is asked again.
  if (undone.status === 'undone') await store.holds.release(workspaceId, learnerId, [undone.cardId]);
  const step = await readStep(context, learner, session);
  return undone.status === 'undone' ? { kind: 'undone', step } : { kind: 'refused', reason: undone.reason, step };
}
