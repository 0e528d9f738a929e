import type { Card, StoredCard } from '../core/card.js';
import { addTo, memoize } from '../core/collections.js';
import type { WordsOf } from './candidates.js';
import { compareCards } from './card-similarity.js';
import type { Matches } from './neighbours.js';

/** A unique pair with at least this score is accepted without comparing it with others. */
const MIN_SCORE = 0.75;

/** A card's text as one key, whatever its line breaks. */
export function contentKey({ kind, front, back }: Card): string {
  return [kind, front, back].join('\0').normalize('NFC').replace(/\s+/gu, ' ');
}

/** Pairs cards with equal keys in their order. */
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
    addTo(waiting, key(card), card);
  }
  if (waiting.size === 0) return;
  for (const queue of waiting.values()) queue.reverse();
  for (const [index, card] of fresh.entries()) {
    const before = matches.has(index) ? undefined : waiting.get(key(card))?.pop();
    if (before) matches.set(index, before);
  }
}

/** Matches equal text. Of several stored cards with it, one with the same id or under the same headings comes first. */
export function matchByContent(stored: readonly StoredCard[], fresh: readonly Card[], matches: Matches): void {
  const content = memoize(contentKey);
  // A paused card is matched only where no active card has the same text.
  for (const some of [stored.filter((card) => !card.paused), stored.filter((card) => card.paused)]) {
    matchByKey(some, fresh, matches, (card) => `${card.id}\0${content(card)}`);
    matchByKey(some, fresh, matches, (card) => `${card.context.join('\0')}\0\0${content(card)}`);
    matchByKey(some, fresh, matches, content);
  }
}

/** Pairs of a stored and a fresh card whose key no other unmatched card has on its side. */
function uniquePairs(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
  key: (card: Card) => string,
): readonly (readonly [fresh: number, before: StoredCard])[] {
  const taken = new Set([...matches.values()]);
  const holders = new Map<string, StoredCard | null>();
  for (const card of stored) if (!taken.has(card)) holders.set(key(card), holders.has(key(card)) ? null : card);
  if (holders.size === 0) return [];
  const indices = new Map<string, number | null>();
  for (const [index, card] of fresh.entries()) {
    if (!matches.has(index)) indices.set(key(card), indices.has(key(card)) ? null : index);
  }
  return [...indices].flatMap(([name, index]) => {
    const before = holders.get(name);
    return before && index !== null ? [[index, before] as const] : [];
  });
}

/**
 * Matches cards of which one side was edited a little while the other side is unique under its heading. In a large deck
 * these are most of the edited cards, so few are left to be compared with many others.
 */
export function matchUniquePairs(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
  wordsOf: WordsOf,
): void {
  const question = (card: Card) => {
    const { path, subjectKind, subject, question: rest } = wordsOf(card);
    return [card.kind, path, subjectKind, subject.join(' '), rest].join('\0');
  };
  const answer = (card: Card) => [card.kind, wordsOf(card).path, wordsOf(card).answerInOrder.join(' ')].join('\0');
  for (const key of [question, answer]) {
    for (const [index, before] of uniquePairs(stored, fresh, matches, key)) {
      const after = fresh[index];
      const like = after && !before.paused ? compareCards(wordsOf(before), wordsOf(after), 'under') : null;
      if (like?.verdict === 'same' && like.score >= MIN_SCORE) matches.set(index, before);
    }
  }
}
