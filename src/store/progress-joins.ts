import { and, eq } from 'drizzle-orm';
import type { LearnerId } from '../core/ids.js';
import { cards, picks, progress } from './schema.js';

/** Joins a card with the learner's progress on it. */
export function joinProgress(learner: LearnerId) {
  return and(
    eq(progress.workspaceId, cards.workspaceId),
    eq(progress.cardId, cards.cardId),
    eq(progress.learnerId, learner),
  );
}

/** Joins a card with the learner's pick of it. */
export function joinPick(learner: LearnerId) {
  return and(eq(picks.workspaceId, cards.workspaceId), eq(picks.cardId, cards.cardId), eq(picks.learnerId, learner));
}
