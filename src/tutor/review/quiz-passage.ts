import type { PassageId } from '../../core/ids.js';
import { learningDate } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type ReviewStep, readStep } from './review-step.js';
import { newSession } from './start-review.js';

/**
 * "Quiz me on this": a session on one section's cards. Cards that are not due count as practice and do not change the
 * schedule.
 */
export async function quizPassage(
  context: TutorContext,
  learner: Learner,
  id: PassageId,
): Promise<{ readonly kind: 'started'; readonly step: ReviewStep } | { readonly kind: 'gone' | 'no-cards' }> {
  const { store, lookups, now } = context;
  const passage = (await lookups.of(learner.workspaceId)).passage(id);
  if (passage === null) return { kind: 'gone' };
  const cards = await store.decks.cardsOfSection(learner.workspaceId, passage.sectionId);
  if (cards.length === 0) return { kind: 'no-cards' };
  const on = learningDate(now, learner.timeZone);
  const own = cards.filter((card) => passage.kind === 'section' || card.passageId === passage.id);
  const plan = (own.length > 0 ? own : cards).map((card) => card.id);
  const session = { ...newSession(context, learner, on, cards[0] ?? null, plan), kind: 'quiz' } as const;
  await store.sessions.open(session);
  return { kind: 'started', step: await readStep(context, learner, session) };
}
