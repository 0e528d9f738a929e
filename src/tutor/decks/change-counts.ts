import type { CardPair, DeckDiff } from '../../diff/diff-deck.js';
import type { CardPlan } from './import-cards.js';

/** The effect of a change in numbers that add up: each card of the notes once, and the removed ones. */
export type ImportCounts = {
  readonly added: number;
  readonly changed: number;
  /** Paused before, asked again. */
  readonly back: number;
  readonly moved: number;
  /** Removed from the notes: paused. */
  readonly removed: number;
  readonly unclear: number;
  readonly unchanged: number;
};

/** Whether a paused card is resumed. A card that a person paused stays paused. */
export function isResumed({ before }: CardPair): boolean {
  return before.paused && before.pausedBy === undefined;
}

/** Counts a difference. `isApplied`: unclear cards are counted as what they have become. */
export function countsOfDiff(diff: DeckDiff, { isApplied = false } = {}): ImportCounts {
  const open = new Set(isApplied ? [] : diff.unclear.map(({ after }) => after.id));
  const changed = diff.changed.filter(({ after }) => !open.has(after.id));
  const back = changed.filter(isResumed).length;
  return {
    added: diff.added.filter(({ id }) => !open.has(id)).length,
    changed: changed.length - back,
    back,
    moved: diff.moved.length,
    removed: diff.removed.length,
    unclear: open.size,
    unchanged: diff.unchanged.length,
  };
}

/** Counts the effect of a file of cards on a deck; it removes no card. */
export function countsOfCards({ merged, known }: CardPlan): ImportCounts {
  const { added, changed, resumed } = merged;
  return {
    added: added.length,
    changed: changed.length - resumed.length,
    back: resumed.length,
    moved: 0,
    removed: 0,
    unclear: 0,
    unchanged: Math.max(0, known - changed.length),
  };
}
