import { refOf } from '../../core/short-ref.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** A learner of the workspace, with the reference that a button holds. */
export type Member = { readonly ref: string; readonly name: string; readonly isEditor: boolean };

/** How many people are considered. */
const PEOPLE = 5_000;

/** The people who may change the shared decks, then those who could be named, each by name; without the reader. */
export async function readEditors(
  { store }: TutorContext,
  { workspaceId, id: asker }: Learner,
): Promise<readonly Member[]> {
  const [ids, people] = await Promise.all([store.editors.list(workspaceId), store.learners.list(workspaceId, PEOPLE)]);
  const named = new Set(ids);
  const others = people
    .filter(({ id }) => id !== asker || named.has(id))
    .map(({ id, name }) => ({ ref: refOf(id), name, isEditor: named.has(id) }));
  return [...others.filter(({ isEditor }) => isEditor), ...others.filter(({ isEditor }) => !isEditor)];
}

/**
 * Lets a learner change the shared decks, or no longer. Returns their name; `null` where there is no such learner.
 */
export async function setEditor(
  { store, now }: TutorContext,
  by: Learner,
  ref: string,
  wish: 'add' | 'remove',
): Promise<string | null> {
  const people = await store.learners.list(by.workspaceId, PEOPLE);
  const somebody = people.find(({ id }) => refOf(id) === ref);
  if (somebody === undefined) return null;
  if (wish === 'add') await store.editors.add(by.workspaceId, somebody.id, by.id, now);
  else await store.editors.remove(by.workspaceId, somebody.id);
  return somebody.name;
}
