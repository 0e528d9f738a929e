import type { Card, StoredCard } from '../core/card.js';
import type { WordsOf } from './candidates.js';
import { likenessOf } from './likeness.js';
import type { Matches } from './neighbours.js';

/** From this score on a pair needs no other to be compared with. */
const CLEAR = 0.75;

/** A card's words as one key: how its lines are wrapped makes no difference. */
export function contentOf({ kind, front, back }: Card): string {
  return [kind, front, back].join('\0').normalize('NFC').replace(/\s+/gu, ' ');
}

/** Pairs cards of equal keys, first with first. */
function matchByKey(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
  key: (card: Card) => string,
): void {
  const taken = new Set([...matches.values()]);
  const waiting = new Map<string, StoredCard[]>();
  for (const card of stored) {
    if (taken.has(card)) continue;
    const name = key(card);
    const queue = waiting.get(name);
    if (queue) queue.push(card);
    else waiting.set(name, [card]);
  }
  if (waiting.size === 0) return;
  for (const queue of waiting.values()) queue.reverse();
  for (const [index, card] of fresh.entries()) {
    const before = matches.has(index) ? undefined : waiting.get(key(card))?.pop();
    if (before) matches.set(index, before);
  }
}

/** Reads each card once. */
export function remembered<T>(read: (card: Card) => T): (card: Card) => T {
  const known = new Map<Card, T>();
  return (card) => {
    const value = known.get(card) ?? read(card);
    known.set(card, value);
    return value;
  };
}

/** Equal words. Of two stored cards with them, the one with the same id or under the same headings comes first. */
export function matchByContent(stored: readonly StoredCard[], fresh: readonly Card[], matches: Matches): void {
  const content = remembered(contentOf);
  // What was let go before comes back only where nothing that is learned says the same.
  for (const some of [stored.filter((card) => !card.paused), stored.filter((card) => card.paused)]) {
    matchByKey(some, fresh, matches, (card) => `${card.id}\0${content(card)}`);
    matchByKey(some, fresh, matches, (card) => `${card.context.join('\0')}\0\0${content(card)}`);
    matchByKey(some, fresh, matches, content);
  }
}

/** Cards that are the only ones with a key on their side, as pairs. */
function onlyPairs(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
  key: (card: Card) => string,
): readonly (readonly [fresh: number, before: StoredCard])[] {
  const taken = new Set([...matches.values()]);
  const holders = new Map<string, StoredCard | null>();
  for (const card of stored) if (!taken.has(card)) holders.set(key(card), holders.has(key(card)) ? null : card);
  if (holders.size === 0) return [];
  const asking = new Map<string, number | null>();
  for (const [index, card] of fresh.entries()) {
    if (!matches.has(index)) asking.set(key(card), asking.has(key(card)) ? null : index);
  }
  return [...asking].flatMap(([name, index]) => {
    const before = holders.get(name);
    return before && index !== null ? [[index, before] as const] : [];
  });
}

/**
 * What needs no comparing with others: one side was edited a little, and the other is the only one of its kind under
 * the heading. In a large deck this is most of what was edited.
 */
export function matchTheOnlyOnes(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
  wordsOf: WordsOf,
): void {
  const question = (card: Card) => {
    const { path, subjectKind, subject, question: rest } = wordsOf(card);
    return [card.kind, path, subjectKind, subject.join(' '), rest].join('\0');
  };
  const answer = (card: Card) => [card.kind, wordsOf(card).path, wordsOf(card).inOrder.join(' ')].join('\0');
  for (const key of [question, answer]) {
    for (const [index, before] of onlyPairs(stored, fresh, matches, key)) {
      const after = fresh[index];
      const like = after && !before.paused ? likenessOf(wordsOf(before), wordsOf(after), 'under') : null;
      if (like?.verdict === 'same' && like.score >= CLEAR) matches.set(index, before);
    }
  }
}
