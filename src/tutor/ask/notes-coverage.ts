import { isGrammar } from '../../language/function-words.js';
import { searchWords } from '../../language/search-words.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** What the notes have on words: something of just that name, an answer, or nothing that would do. */
export type NotesCoverage = 'named' | 'answered' | 'unknown';

/** Tells without asking: nothing is written down, and no model is asked. */
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
