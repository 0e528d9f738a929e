import type { DeckPlan } from './plan-decks.js';

/** Why a change of the notes on disk needs approval. */
export type ApprovalReason = 'unclear' | 'many-gone' | 'file-gone';

/** A change that pauses a larger share of a deck needs approval, except for a handful of cards. */
const SHARE = 1 / 3;
const HANDFUL = 2;

/**
 * Whether and why a change of the notes on disk needs approval. It needs none where the text is the same and only
 * this version of the program reads it differently.
 *
 * @param isSameText whether the deck was made from the very text that is on disk
 */
export function approvalReason({ outcome, isGone, liveBefore }: DeckPlan, isSameText: boolean): ApprovalReason | null {
  if (outcome.kind !== 'change' || isSameText) return null;
  const removed = outcome.diff.removed.length;
  if (isGone) return removed > 0 ? 'file-gone' : null;
  if (outcome.diff.unclear.length > 0) return 'unclear';
  if (removed > 0 && removed === liveBefore) return 'many-gone';
  return removed > HANDFUL && removed > liveBefore * SHARE ? 'many-gone' : null;
}
