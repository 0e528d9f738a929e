import { isGrammar } from '../../language/function-words.js';
import { searchWords } from '../../language/search-words.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** Whether the notes have a passage of exactly that name, an answer, or neither. */
export type NotesCoverage = 'named' | 'answered' | 'unknown';

/** Looks words up without recording a question or asking a model. */
export async function coverageOf({ lookups }: TutorContext, learner: Learner, text: string): Promise<NotesCoverage> {
  const { answer } = (await lookups.of(learner.workspaceId)).find(text, 1);
  if (answer === null) return 'unknown';
  const words = searchWords(text).join(' ');
  const names = [answer.passage.title, ...answer.passage.aliases].map((name) => searchWords(name).join(' '));
  return names.includes(words) ? 'named' : 'answered';
}

/** Whether words are grammar alone, as in "what is the …": nothing is asked for yet. */
export function asksNothing(text: string): boolean {
  const words = searchWords(text);
  return words.length > 0 && words.every(isGrammar);
}
