import type { LearnerId } from '../core/ids.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';

export type Editors = {
  readonly editors: readonly Learner[];
  /** Who could be named: people who have learned here, by name. */
  readonly others: readonly Learner[];
};

/** People looked through, at most. */
const PEOPLE = 500;

export async function readEditors({ store }: TutorContext, { workspaceId }: Learner): Promise<Editors> {
  const [ids, people] = await Promise.all([store.editors.list(workspaceId), store.learners.list(workspaceId, PEOPLE)]);
  const named = new Set(ids);
  return { editors: people.filter(({ id }) => named.has(id)), others: people.filter(({ id }) => !named.has(id)) };
}

/** Lets somebody who has learned here change the shared decks, or no longer. Nothing happens for anybody else. */
export async function nameEditor(
  { store, now }: TutorContext,
  by: Learner,
  id: LearnerId,
  wish: 'add' | 'remove',
): Promise<void> {
  const learner = await store.learners.get(by.workspaceId, id);
  if (learner === null) return;
  if (wish === 'add') await store.editors.add(by.workspaceId, id, by.id, now);
  else await store.editors.remove(by.workspaceId, id);
}
