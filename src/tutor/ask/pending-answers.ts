import type { WorkspaceId } from '../../core/ids.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { Waiter } from '../../store/interfaces/questions.js';
import type { TutorContext } from '../context.js';
import { endWaiting, findAnswer, type NewlyAnswered } from './tell-answered.js';

export type PendingAnswer = NewlyAnswered & { readonly learner: Learner; readonly waiting: Waiter };

/** People looked at in one round. */
const ROUND = 1_000;

/**
 * Those who want a message and whose question is answered by now.
 *
 * @param seen the version of each workspace's notes that was looked at last; brought up to date
 */
export async function findPendingAnswers(
  context: TutorContext,
  seen: Map<WorkspaceId, string>,
): Promise<readonly PendingAnswer[]> {
  const { store, lookups } = context;
  const waiting = await store.waiters.awaitingMessage(ROUND);
  const found: PendingAnswer[] = [];
  for (const workspace of new Set(waiting.map(({ workspaceId }) => workspaceId))) {
    const own = waiting.filter(({ workspaceId }) => workspaceId === workspace);
    const version = `${await lookups.versionOf(workspace)} ${own.map(({ question }) => question.id).join(' ')}`;
    if (seen.get(workspace) === version) continue;
    seen.set(workspace, version);
    const lookup = await lookups.of(workspace);
    for (const one of own) {
      const passage = findAnswer(lookup, one);
      const learner = passage === null ? null : await store.learners.get(workspace, one.learnerId);
      if (passage !== null && learner !== null) found.push({ text: one.question.text, passage, learner, waiting: one });
    }
  }
  return found;
}

/** The message has arrived. */
export async function finishPendingAnswer(context: TutorContext, { waiting, passage }: PendingAnswer): Promise<void> {
  await endWaiting(context, waiting, passage);
}
