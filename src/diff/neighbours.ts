import type { Card, StoredCard } from '../core/card.js';
import { addTo } from '../core/collections.js';

/** The stored card that the card of the notes at an index is. */
export type Matches = Map<number, StoredCard>;

/** How many unmatched cards to either side, within one neighbourhood, a card is compared with. */
const REACH = 4;

/** Consecutive cards without a match, identified by the matched cards before and after them. */
type Neighbourhood = { readonly after: string; readonly before: string };

function neighbourhoodsOf<T>(
  cards: readonly T[],
  matchOf: (card: T) => string | undefined,
): ReadonlyMap<T, Neighbourhood & { n: number }> {
  const after = new Map<T, string>();
  const ordinals = new Map<T, number>();
  let last = '^';
  let n = 0;
  for (const card of cards) {
    const match = matchOf(card);
    if (match !== undefined) [last, n] = [match, 0];
    else {
      after.set(card, last);
      ordinals.set(card, n);
      n += 1;
    }
  }
  const gaps = new Map<T, Neighbourhood & { n: number }>();
  let next = '$';
  for (const card of [...cards].reverse()) {
    const match = matchOf(card);
    if (match !== undefined) next = match;
    else gaps.set(card, { after: after.get(card) ?? '^', before: next, n: ordinals.get(card) ?? 0 });
  }
  return gaps;
}

/**
 * For each unmatched card of the notes, the unmatched stored cards that follow the same matched card or precede the same
 * one.
 */
export function neighboursOf(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
): (card: Card) => readonly StoredCard[] {
  const taken = new Set([...matches.values()]);
  const storedGaps = neighbourhoodsOf(stored, (card) => (taken.has(card) ? card.id : undefined));
  const matchOf = new Map(fresh.map((card, index) => [card, matches.get(index)?.id]));
  const freshGaps = neighbourhoodsOf(fresh, (card) => matchOf.get(card));
  const bySide = new Map<string, StoredCard[]>();
  for (const [card, gap] of storedGaps) {
    addTo(bySide, `after ${gap.after}`, card);
    addTo(bySide, `before ${gap.before}`, card);
  }
  // Neighbourhoods are listed from the last card to the first.
  for (const list of bySide.values()) list.reverse();
  return (card) => {
    const gap = freshGaps.get(card);
    if (gap === undefined) return [];
    const near = (side: string) => (bySide.get(side) ?? []).slice(Math.max(0, gap.n - REACH), gap.n + REACH + 1);
    return [...new Set([...near(`after ${gap.after}`), ...near(`before ${gap.before}`)])];
  };
}
