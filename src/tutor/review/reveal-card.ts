import { learningDate } from '../../core/local-date.js';
import type { Progress } from '../../core/progress.js';
import type { Planner } from '../../scheduling/date-review.js';
import { schedulerFor } from '../../scheduling/scheduler.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { openSession, type SessionPress, type StalePress } from './open-session.js';
import { type Previews, previewGrades, type ReviewQuestion, type ReviewStep } from './review-step.js';

export type RevealedCard = {
  readonly kind: 'revealed';
  readonly question: ReviewQuestion;
  readonly previews: Previews;
  readonly progress: Progress;
};

/** A balanced date depends on what the days hold; an exact one does not, and asks for nothing. */
export async function plannerOf(
  { store, now }: TutorContext,
  { workspaceId, id, scheduling }: Learner,
): Promise<Planner> {
  const load = scheduling.spread === 'exact' ? () => 0 : await store.agenda.load(workspaceId, id, now);
  return { learner: id, scheduling, scheduler: schedulerFor(scheduling), load };
}

/** The back of the card that a session asks, with the effect of each grade. */
export async function revealCard(
  context: TutorContext,
  learner: Learner,
  press: SessionPress,
): Promise<RevealedCard | StalePress | ReviewStep> {
  const opened = await openSession(context, learner, press);
  if (opened.kind !== 'current') return opened.kind === 'answered' ? opened.step : opened;
  const { question } = opened;
  const [progress, planner] = await Promise.all([
    context.store.progress.of(learner.workspaceId, learner.id, question.card.id),
    plannerOf(context, learner),
  ]);
  const on = learningDate(context.now, learner.timeZone);
  return {
    kind: 'revealed',
    question,
    progress,
    previews: previewGrades(planner, question.card.id, question.purpose, progress, on),
  };
}
