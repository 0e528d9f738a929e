import type { Passage } from '../../core/card.js';
import type { Lookup } from '../../lookup/lookup.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { Waiter } from '../../store/interfaces/questions.js';
import type { TutorContext } from '../context.js';
import { questionIdOf } from './note-question.js';
import { trimQuery } from './trim-query.js';

/** A question that the notes did not answer when it was asked, and what answers it now. */
export type NewlyAnswered = { readonly text: string; readonly passage: Passage };

/** Looked at for each person, at most. */
const MAX_CHECKED = 10;

/** The passage that answers a waiter's question now, or `null`. A search result that did not help does not count. */
export function findAnswer(lookup: Lookup, { question, unhelped }: Waiter): Passage | null {
  const named = question.gap === 'answered' && question.passageId !== null ? lookup.passage(question.passageId) : null;
  if (named !== null) return named;
  return unhelped ? null : (lookup.find(question.text).answer?.passage ?? null);
}

/** Ends a person's waiting; `true` for the one caller that ended it, which is to notify the person. */
export async function endWaiting(
  { store }: TutorContext,
  { workspaceId, learnerId, question }: Waiter,
  passage: Passage,
): Promise<boolean> {
  await store.gaps.settle(workspaceId, [question.id], { gap: 'answered', passageId: passage.id });
  return store.waiters.stopWaiting(workspaceId, learnerId, question.id);
}

/**
 * The answers that a person waited for and that the notes have now. Each is returned once.
 *
 * @param shown what they are asking just now
 */
export async function tellAnswered(
  context: TutorContext,
  learner: Learner,
  shown: string,
): Promise<readonly NewlyAnswered[]> {
  const { store, lookups } = context;
  const waiting = await store.waiters.waitingOf(learner.workspaceId, learner.id, MAX_CHECKED);
  if (waiting.length === 0) return [];
  const lookup = await lookups.of(learner.workspaceId);
  const current = questionIdOf(trimQuery(shown));
  const news: NewlyAnswered[] = [];
  for (const one of waiting) {
    const passage = findAnswer(lookup, one);
    if (passage === null || !(await endWaiting(context, one, passage))) continue;
    if (one.question.id !== current) news.push({ text: one.question.text, passage });
  }
  return news;
}
