import type { QuestionId } from '../../core/ids.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** "Was this helpful?": what was found and did not help is a gap as well. */
export function rateAnswer(
  { store, now }: TutorContext,
  learner: Learner,
  question: QuestionId,
  helped: boolean,
): Promise<'rated' | 'gone'> {
  return store.questions.rate(learner.workspaceId, learner.id, question, helped, now);
}

/** "Notify me". */
export function wantAnswer(
  { store, now }: TutorContext,
  learner: Learner,
  question: QuestionId,
): Promise<'noted' | 'gone'> {
  return store.waiters.wantMessage(learner.workspaceId, learner.id, question, now);
}
