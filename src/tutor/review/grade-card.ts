import { type Grade, type Proof, qualityOf } from '../../core/grade.js';
import { learningDate } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { openSession, type SessionPress, type StalePress } from './open-session.js';
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
  const { store, now } = context;
  const opened = await openSession(context, learner, input);
  if (opened.kind === 'stale') return opened;
  if (opened.kind === 'answered') return { kind: 'graded', counted: false, step: opened.step };
  const { question, state } = opened;
  const { session, turn, card } = question;
  const on = learningDate(now, learner.timeZone);
  const quality = qualityOf(input.grade);
  const proof = input.proof ?? 'self';
  const result = await store.reviews.record(
    {
      workspaceId: learner.workspaceId,
      learnerId: learner.id,
      sessionId: session.id,
      turn,
      cardId: card.id,
      proof,
      at: now,
    },
    (before) => ({ quality, on, purpose: purposeOf(question.purpose, before, on) }),
  );
  if (result.status === 'duplicate') {
    return { kind: 'graded', counted: false, step: await readStep(context, learner, session) };
  }
  // Each turn has one answer, and this is the latest turn, so nothing has to be read again.
  const answers = [...state.answers, { turn, cardId: card.id, quality, at: now }];
  return { kind: 'graded', counted: true, step: await stepOf(context, learner, session, { ...state, answers }) };
}
