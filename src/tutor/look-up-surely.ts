import type { PassageId } from '../core/ids.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';

/** What a text scores at least that answers a question nobody put to the notes. Measured on chatter (its test). */
const SURE = 0.45;

/** The passage that surely answers a question, or `null`. Nothing is written down, and no model is asked. */
export async function lookUpSurely(
  { lookups }: TutorContext,
  learner: Learner,
  question: string,
): Promise<PassageId | null> {
  const { answer } = (await lookups.of(learner.workspaceId)).find(question, 1);
  return answer === null || answer.score < SURE ? null : answer.passage.id;
}
