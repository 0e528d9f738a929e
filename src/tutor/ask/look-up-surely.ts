import type { PassageId } from '../../core/ids.js';
import { contentWords, guessLanguage } from '../../language/function-words.js';
import { searchWords } from '../../language/search-words.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** What a text scores at least that answers a question nobody put to the notes. Measured on chatter (its test). */
const SURE = 0.45;
/** Words with a meaning, at least, of a question that names nothing of the notes. */
const LEAST_WORDS = 2;

/** The passage that surely answers a question, or `null`. Nothing is written down, and no model is asked. */
export async function lookUpSurely(
  { lookups }: TutorContext,
  learner: Pick<Learner, 'workspaceId'>,
  question: string,
): Promise<PassageId | null> {
  const { answer } = (await lookups.of(learner.workspaceId)).find(question, 1);
  if (answer === null || answer.score < SURE) return null;
  const words = searchWords(question);
  const isVague = contentWords(words, guessLanguage(words)).length < LEAST_WORDS;
  return answer.match === 'text' && isVague ? null : answer.passage.id;
}
