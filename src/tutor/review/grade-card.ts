import { type Grade, type Proof, qualityOf } from '../../core/grade.js';
import { learningDate } from '../../core/local-date.js';
import type { Progress } from '../../core/progress.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type CurrentSession, openSession, type SessionPress, type StalePress } from './open-session.js';
import { purposeOf, type ReviewStep, readStep, stepOf } from './review-step.js';

type GradedCard =
  /** `counted` is false where the same turn had been answered before: a second press does not count. */
  { readonly kind: 'graded'; readonly counted: boolean; readonly step: ReviewStep } | StalePress;

/** Logs a grade and moves to the session's next card. */
export async function gradeCard(
  context: TutorContext,
  learner: Learner,
  input: SessionPress & { readonly grade: Grade; readonly proof?: Proof },
): Promise<GradedCard> {
  const opened = await openSession(context, learner, input);
  if (opened.kind === 'stale') return opened;
  if (opened.kind === 'answered') return { kind: 'graded', counted: false, step: opened.step };
  const { counted, step } = await recordGrade(context, learner, opened, input);
  return { kind: 'graded', counted, step };
}

/** `progress` is the card's after the grade. */
type RecordedGrade =
  | { readonly counted: true; readonly step: ReviewStep; readonly progress: Progress }
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
  // Each turn has one answer, and this is the latest turn, so nothing has to be read again.
  const last = { turn, cardId: card.id, quality, on, at: now };
  const log = { ...state.log, answers: [...state.log.answers, last], lastTurn: turn };
  const step = await stepOf(context, learner, session, { ...state, log, last });
  return { counted: true, step, progress: result.progress };
}
