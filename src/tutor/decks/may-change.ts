import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** Whether somebody may change what everyone in the workspace learns: its platform's managers, and whom they named. */
export async function mayChangeDecks(
  { store }: TutorContext,
  learner: Learner,
  person: { readonly manages: boolean },
): Promise<boolean> {
  return person.manages || store.editors.has(learner.workspaceId, learner.id);
}
