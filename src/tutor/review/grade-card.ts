import type { StoredCard } from '../../core/card.js';
import { type Grade, type Proof, qualityOf } from '../../core/grade.js';
import { learningDate } from '../../core/local-date.js';
import { NEW_PROGRESS, type Progress } from '../../core/progress.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type CurrentSession, openSession, type SessionPress, type StalePress } from './open-session.js';
import { pauseLeech } from './pause-leech.js';
import { purposeOf, type ReviewStep, readStep, stepOf } from './review-step.js';

export type GradedCard =
  | {
      readonly kind: 'graded';
      /** False where the same turn had been answered before: a second press does not count. */
      readonly counted: boolean;
      readonly step: ReviewStep;
      /** The card, where it was paused for this learner because it is forgotten again and again. */
      readonly leech: StoredCard | null;
    }
  | StalePress;

/** Logs a grade and moves to the session's next card. */
export async function gradeCard(
  context: TutorContext,
  learner: Learner,
  input: SessionPress & { readonly grade: Grade; readonly proof?: Proof },
): Promise<GradedCard> {
  const opened = await openSession(context, learner, input);
  if (opened.kind === 'stale') return opened;
  if (opened.kind === 'answered') return { kind: 'graded', counted: false, step: opened.step, leech: null };
  const graded = await recordGrade(context, learner, opened, input);
  const leech = graded.counted && graded.isLeech ? opened.question.card : null;
  return { kind: 'graded', counted: graded.counted, step: graded.step, leech };
}

/** `progress` is the card's after the grade. */
type RecordedGrade =
  | {
      readonly counted: true;
      readonly step: ReviewStep;
      readonly progress: Progress;
      /** The card was paused, because it is forgotten again and again. */
      readonly isLeech: boolean;
    }
  | { readonly counted: false; readonly step: ReviewStep };

/** Logs a grade for the card that a session asks now. */
export async function recordGrade(
  context: TutorContext,
  learner: Learner,
  { question, state }: CurrentSession,
  { grade, proof = 'self' }: { readonly grade: Grade; readonly proof?: Proof },
): Promise<RecordedGrade> {
  const { store, now } = context;
  const { session, turn, card } = question;
  const on = learningDate(now, learner.timeZone);
  const quality = qualityOf(grade);
  const { workspaceId, id: learnerId } = learner;
  const result = await store.reviews.record(
    { workspaceId, learnerId, sessionId: session.id, turn, cardId: card.id, proof, at: now },
    (before) => ({ quality, on, purpose: purposeOf(question.purpose, before, on) }),
  );
  if (result.status === 'duplicate') return { counted: false, step: await readStep(context, learner, session) };
  const before = state.cards.find((each) => each.card.id === card.id)?.progress ?? NEW_PROGRESS;
  const isLeech = await pauseLeech(context, learner, card, { before, after: result.progress });
  if (isLeech) {
    return { counted: true, step: await readStep(context, learner, session), progress: result.progress, isLeech };
  }
  // Each turn has one answer, and this is the latest turn, so nothing has to be read again.
  const last = { turn, cardId: card.id, quality, on, at: now };
  const log = { ...state.log, answers: [...state.log.answers, last], lastTurn: turn };
  const step = await stepOf(context, learner, session, { ...state, log, last });
  return { counted: true, step, progress: result.progress, isLeech };
}
