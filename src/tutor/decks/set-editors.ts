import { refOf } from '../../core/short-ref.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** Somebody who has learned here, as a button names them. */
export type Member = { readonly ref: string; readonly name: string; readonly isEditor: boolean };

/** People looked through, at most. */
const PEOPLE = 5_000;

/** Who may change the shared decks, and who could be named: those named first, each by name. Nobody names themselves. */
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

/** Lets somebody who has learned here change the shared decks, or no longer. Gives their name; `null` for nobody. */
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
