import { shortHash } from '../../core/hash.js';
import { type PassageId, type QuestionId, questionId } from '../../core/ids.js';
import { searchWords } from '../../language/search-words.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** In characters; what is longer says no more about what the notes lack. */
const LONGEST_KEPT = 200;
const UNSTORABLE = /[\p{Cc}\p{Cs}\s]+/gu;

function normalise(asked: string): string {
  return asked.slice(0, LONGEST_KEPT).replace(UNSTORABLE, ' ').trim();
}

/** The id of what is asked: the same for the same words, accents, case and signs aside; `null` where there is no word. */
export function questionIdOf(asked: string): QuestionId | null {
  const words = searchWords(normalise(asked));
  return words.length === 0 ? null : questionId(shortHash(['question', ...words]));
}

/**
 * Records a question and whether the notes answered it, once for everybody who asks the same. Text without a word is not
 * recorded.
 *
 * @param isGap whether the notes are to be completed by it
 */
export async function noteQuestion(
  context: TutorContext,
  learner: Learner,
  asked: string,
  passageId: PassageId | null,
  isGap = passageId === null,
): Promise<QuestionId | null> {
  const id = questionIdOf(asked);
  if (id === null) return null;
  const text = normalise(asked);
  await context.store.questions.note(learner.workspaceId, learner.id, { id, text, passageId, isGap }, context.now);
  return id;
}
