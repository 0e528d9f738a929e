import type { Card, StoredCard } from '../core/card.js';

/** Which stored card an index of the notes is. */
export type Matches = Map<number, StoredCard>;

/** Cards of one gap that are compared with each other at most, to either side. */
const REACH = 4;

/** A run of cards without a match, named by the matched cards that it stands between. */
type Gap = { readonly after: string; readonly before: string };

function gapsOf<T>(cards: readonly T[], matchOf: (card: T) => string | undefined): ReadonlyMap<T, Gap & { n: number }> {
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
  const gaps = new Map<T, Gap & { n: number }>();
  let next = '$';
  for (const card of [...cards].reverse()) {
    const match = matchOf(card);
    if (match !== undefined) next = match;
    else gaps.set(card, { after: after.get(card) ?? '^', before: next, n: ordinals.get(card) ?? 0 });
  }
  return gaps;
}

/**
 * For each card of the notes without a match: the stored ones without a match that stand in the same place, which is
 * after the same card or before the same one.
 */
export function neighboursOf(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
): (card: Card) => readonly StoredCard[] {
  const taken = new Set([...matches.values()]);
  const storedGaps = gapsOf(stored, (card) => (taken.has(card) ? card.id : undefined));
  const matchOf = new Map(fresh.map((card, index) => [card, matches.get(index)?.id]));
  const freshGaps = gapsOf(fresh, (card) => matchOf.get(card));
  const bySide = new Map<string, StoredCard[]>();
  const put = (side: string, card: StoredCard) => {
    const list = bySide.get(side);
    if (list) list.push(card);
    else bySide.set(side, [card]);
  };
  for (const [card, gap] of storedGaps) {
    put(`after ${gap.after}`, card);
    put(`before ${gap.before}`, card);
  }
  // Filled from the end on.
  for (const list of bySide.values()) list.reverse();
  return (card) => {
    const gap = freshGaps.get(card);
    if (gap === undefined) return [];
    const near = (side: string) => (bySide.get(side) ?? []).slice(Math.max(0, gap.n - REACH), gap.n + REACH + 1);
    return [...new Set([...near(`after ${gap.after}`), ...near(`before ${gap.before}`)])];
  };
}
