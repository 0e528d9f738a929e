import { learnerId, workspaceId } from '../core/ids.js';
import { preferredLanguage } from '../core/language.js';
import { isTimeZone } from '../core/local-date.js';
import type { Learner } from '../store/interfaces/learners.js';

export type { Learner };

import type { TutorContext } from './context.js';

/** A person as a chat platform introduces them. */
export type Introduction = {
  readonly workspaceId: string;
  readonly id: string;
  readonly name: string;
  /** BCP 47 tags in order of preference. */
  readonly languages: readonly string[];
  readonly timeZone: string | null;
  readonly destination: unknown;
};

/**
 * The learner for a person: made at the first contact with the platform's language and time zone, later only kept up
 * to date where the platform decides (name, address). Language and time zone stay as the learner has them.
 */
export async function meetLearner(context: TutorContext, person: Introduction): Promise<Learner> {
  const { store, now } = context;
  const workspace = workspaceId(person.workspaceId);
  const learner = await store.learners.ensure(
    {
      workspaceId: workspace,
      id: learnerId(person.id),
      name: person.name,
      language: preferredLanguage(person.languages),
      timeZone: person.timeZone !== null && isTimeZone(person.timeZone) ? person.timeZone : 'UTC',
      daily: { kind: 'off' },
      destination: person.destination,
    },
    now,
  );
  if (learner.name === person.name) return learner;
  return (await store.learners.update(workspace, learner.id, { name: person.name })) ?? learner;
}
