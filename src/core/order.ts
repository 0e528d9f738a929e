import type { CardId, PassageId } from './ids.js';

/** Cards between two of the same passage, as far as there are others. */
const WIDEST_GAP = 3;

/** Spreads the second list evenly over the first, which begins; each keeps its own order. */
export function mix<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  const placed = [
    ...second.map((item, index) => ({ item, at: (index + 0.5) / second.length })),
    ...first.map((item, index) => ({ item, at: index / first.length })),
  ];
  return placed.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/**
 * The group that has to be next, since the others left are no more than can part its items. What comes first is kept
 * first where they are too few anyway.
 */
function pressing(left: readonly string[], isFirst: boolean): string | null {
  const counts = new Map<string, number>();
  for (const group of left) counts.set(group, (counts.get(group) ?? 0) + 1);
  const isPressing = (count: number) => (isFirst ? count * 2 === left.length + 1 : count * 2 > left.length);
  return [...counts].find(([, count]) => isPressing(count))?.[0] ?? null;
}

/**
 * Keeps items of the same group apart: never beside each other where there are enough others, and with up to three
 * others in between. Otherwise the order stays.
 */
export function keepApart<T>(items: readonly T[], groupOf: (item: T) => string): readonly T[] {
  const left = [...items];
  const placed: T[] = [];
  while (left.length > 0) {
    const groups = left.map(groupOf);
    const recent = placed.slice(-WIDEST_GAP).map(groupOf).reverse();
    const urgent = pressing(groups, placed.length === 0);
    const index = urgent !== null && urgent !== recent[0] ? groups.indexOf(urgent) : farthest(groups, recent);
    placed.push(...left.splice(index, 1));
  }
  return placed;
}

/** The first whose group was placed longest ago, within the gap that is wanted. */
function farthest(groups: readonly string[], recent: readonly string[]): number {
  for (let gap = WIDEST_GAP; gap > 0; gap -= 1) {
    const index = groups.findIndex((group) => !recent.slice(0, gap).includes(group));
    if (index >= 0) return index;
  }
  return 0;
}

/**
 * The order of a session: what the learner picked, then what is due, most overdue first, with new cards among it.
 * Cards of the same passage, which give each other away, are kept apart.
 *
 * @param passages of the cards
 */
export function orderSession(
  plan: readonly CardId[],
  { picked, due }: { readonly picked: readonly CardId[]; readonly due: readonly CardId[] },
  passages: ReadonlyMap<CardId, PassageId>,
): readonly CardId[] {
  const [isPicked, isDue] = [new Set(picked), new Set(due)];
  const groupOf = (card: CardId): string => passages.get(card) ?? card;
  const rest = plan.filter((card) => !isPicked.has(card));
  const mixed = mix(
    rest.filter((card) => isDue.has(card)),
    rest.filter((card) => !isDue.has(card)),
  );
  const wanted = plan.filter((card) => isPicked.has(card));
  return [...keepApart(wanted, groupOf), ...keepApart(mixed, groupOf)];
}
