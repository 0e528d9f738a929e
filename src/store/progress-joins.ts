import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { LearnerId } from '../core/ids.js';
import type { LocalDate } from '../core/local-date.js';
import { cards, holds, picks, progress } from './schema.js';

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

/** Joins a card with the learner's hold of it, over or not. */
export function joinHold(learner: LearnerId) {
  return and(eq(holds.workspaceId, cards.workspaceId), eq(holds.cardId, cards.cardId), eq(holds.learnerId, learner));
}

/** Whether the joined hold keeps the card back on a date. */
export function isHeldOn(on: LocalDate) {
  return sql`(${holds.cardId} is not null and ${or(isNull(holds.until), gt(holds.until, on))})`;
}

/** Whether nothing keeps a card from the learner on a date, without a join. */
export function isFreeOn(learner: LearnerId, on: LocalDate) {
  return sql`not exists (select 1 from ${holds} where ${joinHold(learner)} and ${isHeldOn(on)})`;
}
