import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** Whether the latest daily message was blocked by the person's own privacy settings while they still want one. */
export async function missedDaily({ store }: TutorContext, learner: Learner): Promise<boolean> {
  if (learner.daily.kind === 'off') return false;
  return (await store.deliveries.lastOutcome(learner.workspaceId, learner.id)) === 'forbidden';
}
