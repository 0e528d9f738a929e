import { type Grade, qualityOf } from '../core/grade.js';
import { learningDate } from '../core/local-date.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';
import { openSession, type SessionPress, type StalePress } from './open-session.js';
import { purposeOf, type ReviewStep, readStep } from './review-step.js';

export type GradedCard =
  /** `counted` is false where the same turn had been answered before: pressing twice counts once. */
  { readonly kind: 'graded'; readonly counted: boolean; readonly step: ReviewStep } | StalePress;

/** Logs a grade and moves on to the session's next card. */
export async function gradeCard(
  context: TutorContext,
  learner: Learner,
  input: SessionPress & { readonly grade: Grade },
): Promise<GradedCard> {
  const { store, now } = context;
  const opened = await openSession(context, learner, input);
  if (opened.kind === 'stale') return opened;
  if (opened.kind === 'answered') return { kind: 'graded', counted: false, step: opened.step };
  const { question } = opened;
  const on = learningDate(now, learner.timeZone);
  const result = await store.reviews.record(
    {
      workspaceId: learner.workspaceId,
      learnerId: learner.id,
      sessionId: question.session.id,
      turn: question.turn,
      cardId: question.card.id,
      at: now,
    },
    (before) => ({ quality: qualityOf(input.grade), on, purpose: purposeOf(question.purpose, before, on) }),
  );
  const step = await readStep(context, learner, question.session);
  return { kind: 'graded', counted: result.status === 'recorded', step };
}
