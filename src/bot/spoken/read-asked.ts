import type { QuestionEvent } from '../../chat/port.js';
import { mayGoOn } from '../../language/follow-up.js';
import { readTopic, wholeQuestion } from '../../tutor/ask/topics.js';
import { conversationOf, questionsOf } from '../answer-questions.js';
import type { Call, Feature } from '../feature.js';
import { withoutCourtesy } from '../phrases/courtesy.js';
import { readIdle } from '../phrases/idle.js';
import { readSpoken } from './read-spoken.js';

/**
 * What is surely asked of the notes, whatever its words would be by themselves: several questions, or one that goes on with
 * what was spoken of, as "how does it work?" after "what is Docker?". `null` for anything else.
 */
export async function readAsked(
  call: Call<QuestionEvent>,
  features: readonly Feature[],
  words: string,
): Promise<string | null> {
  if (words.trimStart().startsWith('/')) return null;
  if (questionsOf(words).length > 1) return words;
  const asked = withoutCourtesy(words);
  if (!mayGoOn(asked) || (await readIdle(call, words)) !== null) return null;
  const { context, learner, event } = call;
  const topic = await readTopic(context, learner.workspaceId, conversationOf(call, event.conversation));
  const whole = wholeQuestion(asked, topic);
  if (topic === null || whole.kind === 'whole' || whole.kind === 'hanging') return null;
  // "And my settings?" asks for a command.
  if (whole.kind === 'instead' && (await readSpoken(call, features, whole.subject)).kind !== 'question') return null;
  return asked;
}
