import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** Whether somebody may change the shared decks: a manager of the platform, or a person whom one has named. */
export async function mayChangeDecks(
  { store }: TutorContext,
  learner: Learner,
  person: { readonly manages: boolean },
): Promise<boolean> {
  return person.manages || store.editors.has(learner.workspaceId, learner.id);
}
