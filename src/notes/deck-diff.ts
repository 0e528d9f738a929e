import type { Card, StoredCard } from '../core/card.js';
import { type CardId, cardId } from '../core/ids.js';
import { shortHash } from './ids.js';
import { meaningWords, similarity } from './similarity.js';

export type CardPair = { readonly before: StoredCard; readonly after: Card };

/** What reading the notes again means for a deck. `after` carries the id that the card has in the store. */
export type DeckDiff = {
  readonly added: readonly Card[];
  /** Other words, or a paused card that is back. */
  readonly changed: readonly CardPair[];
  /** The same words under another heading, or in another order. */
  readonly moved: readonly CardPair[];
  /** Gone from the notes; those paused before are not told again. */
  readonly removed: readonly StoredCard[];
  readonly unchanged: readonly CardPair[];
  /** All cards of the notes, in their order, under the ids they have in the store. */
  readonly cards: readonly Card[];
};

type Matches = Map<number, StoredCard>;
type Candidate = { readonly fresh: number; readonly before: StoredCard; readonly score: number };

/** From here on two cards are the same one, edited. */
const SAME_CARD = 0.6;
const SAME_STATEMENT = 0.7;
const IN_PLACE_BONUS = 0.1;
/** A word that more cards share says nothing about which one is meant. */
const RARE = 12;
/** Cards of one gap that are compared with each other at most. */
const NEIGHBOURS = 8;

function contentOf({ kind, front, back }: Card): string {
  return [kind, front, back].join('\0').normalize('NFC').replace(/\s+/gu, ' ');
}

function sameWords(a: Card, b: Card): boolean {
  return (
    contentOf(a) === contentOf(b) &&
    (a.hint ?? '') === (b.hint ?? '') &&
    (a.choices ?? []).join('\0') === (b.choices ?? []).join('\0') &&
    a.tags.join('\0') === b.tags.join('\0')
  );
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
    const queue = waiting.get(key(card));
    if (queue) queue.push(card);
    else waiting.set(key(card), [card]);
  }
  for (const queue of waiting.values()) queue.reverse();
  for (const [index, card] of fresh.entries()) {
    const before = matches.has(index) ? undefined : waiting.get(key(card))?.pop();
    if (before) matches.set(index, before);
  }
}

/** What a card teaches as one statement: a cloze with its gap filled, or the answer. */
function statementOf({ kind, front, back }: Card): string {
  return meaningWords(kind === 'cloze' ? front.replace('[…]', () => back) : back).join(' ');
}

/** How much two cards are the same one. Equal questions, or equal long answers, speak for themselves. */
function likeness(a: Card, b: Card): number {
  const frontA = meaningWords(a.front);
  const frontB = meaningWords(b.front);
  const front = similarity(frontA.join(' '), frontB.join(' '));
  const back = similarity(meaningWords(a.back).join(' '), meaningWords(b.back).join(' '));
  const sameFront = front === 1 && frontA.length > 0 && a.kind === b.kind;
  const sameBack = back === 1 && meaningWords(a.back).length >= 3;
  const mean = (front + back) / 2;
  const told = sameFront || sameBack ? Math.max(mean, SAME_CARD + 0.05) : mean;
  if (a.kind === b.kind) return told;
  // The same sentence, asked for in another way.
  return similarity(statementOf(a), statementOf(b)) >= SAME_STATEMENT ? SAME_CARD + 0.05 : told - IN_PLACE_BONUS;
}

function sameAnswer(a: Card, b: Card): boolean {
  return a.kind === b.kind && a.back === b.back;
}

/** For each unmatched fresh card, the stored ones between the same matched neighbours. */
function inSameGap(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
): ReadonlyMap<number, readonly StoredCard[]> {
  const taken = new Set([...matches.values()]);
  const indexOf = new Map(stored.map((card, index) => [card, index]));
  const gaps = new Map<number, readonly StoredCard[]>();
  let previous = -1;
  let before = 0;
  for (let index = 0; index < fresh.length; index += 1) {
    const match = matches.get(index);
    if (match) {
      previous = indexOf.get(match) ?? previous;
      before = 0;
      continue;
    }
    const gap: StoredCard[] = [];
    for (let at = previous + 1 + before; at < stored.length && gap.length < NEIGHBOURS; at += 1) {
      const card = stored[at];
      if (!card || taken.has(card)) break;
      gap.push(card);
    }
    gaps.set(index, gap);
    before = Math.max(0, before - NEIGHBOURS / 2 + 1);
  }
  return gaps;
}

/** Stored cards by their rare words, so that only likely pairs are compared. */
function byRareWord(stored: readonly StoredCard[], matches: Matches): (card: Card) => ReadonlySet<StoredCard> {
  const taken = new Set([...matches.values()]);
  const holders = new Map<string, StoredCard[]>();
  for (const card of stored) {
    if (taken.has(card)) continue;
    for (const word of new Set(meaningWords(`${card.front} ${card.back}`))) {
      const list = holders.get(word);
      if (list) list.push(card);
      else holders.set(word, [card]);
    }
  }
  return (card) => {
    const lists = [...new Set(meaningWords(`${card.front} ${card.back}`))].map((word) => holders.get(word) ?? []);
    return new Set(lists.filter((list) => list.length <= RARE).flat());
  };
}

function matchBySimilarity(stored: readonly StoredCard[], fresh: readonly Card[], matches: Matches): void {
  const gaps = inSameGap(stored, fresh, matches);
  const likely = byRareWord(stored, matches);
  const candidates: Candidate[] = [];
  for (const [index, card] of fresh.entries()) {
    if (matches.has(index)) continue;
    const near = new Set(gaps.get(index) ?? []);
    for (const before of new Set([...near, ...likely(card)])) {
      const like = likeness(before, card) + (near.has(before) ? IN_PLACE_BONUS : 0);
      // In the same place the same answer is the same fact: only its heading, and so its question, was renamed.
      const score = near.has(before) && sameAnswer(before, card) ? Math.max(like, SAME_CARD) : like;
      if (score >= SAME_CARD) candidates.push({ fresh: index, before, score });
    }
  }
  const taken = new Set<StoredCard>();
  for (const { fresh: index, before } of candidates.sort((a, b) => b.score - a.score)) {
    if (matches.has(index) || taken.has(before)) continue;
    matches.set(index, before);
    taken.add(before);
  }
}

/** Indices of a longest increasing run of positions: those stayed in order, all others were moved. */
function inOrder(positions: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, position] of positions.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[tails[middle] ?? 0] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(index);
  return kept;
}

/** An id for a new card; where a stored card holds its own (its words were changed since), a derived one. */
function freeId(id: CardId, used: ReadonlySet<CardId>): CardId {
  let free = id;
  for (let n = 2; used.has(free); n += 1) free = cardId(shortHash([id, String(n)]));
  return free;
}

function withStoredIds(stored: readonly StoredCard[], fresh: readonly Card[], matches: Matches): readonly Card[] {
  const used = new Set(stored.map((card) => card.id));
  return fresh.map((card, index) => {
    const before = matches.get(index);
    const id = before?.id ?? freeId(card.id, used);
    used.add(id);
    return id === card.id ? card : { ...card, id };
  });
}

/**
 * Compares the cards that a workspace holds with those that the notes give now. Cards are the same one by id and
 * words, then words, then id, then by place and likeness, so that a typo that is mended, a renamed heading, another
 * order or another file name keep everybody's progress. Nothing is matched twice.
 *
 * @param stored paused ones included, in the order of the notes
 */
export function diffDeck(stored: readonly StoredCard[], fresh: readonly Card[]): DeckDiff {
  const matches: Matches = new Map();
  matchByKey(stored, fresh, matches, (card) => `${card.id}\0${contentOf(card)}`);
  matchByKey(stored, fresh, matches, contentOf);
  matchByKey(stored, fresh, matches, (card) => card.id);
  matchBySimilarity(stored, fresh, matches);
  const cards = withStoredIds(stored, fresh, matches);
  const added: Card[] = [];
  const pairs: CardPair[] = [];
  for (const [index, after] of cards.entries()) {
    const before = matches.get(index);
    if (before) pairs.push({ before, after });
    else added.push(after);
  }
  const orderOf = new Map(stored.map((card, index) => [card, index]));
  const settled = inOrder(pairs.map(({ before }) => orderOf.get(before) ?? 0));
  const isChanged = ({ before, after }: CardPair) => before.paused || !sameWords(before, after);
  const isMoved = (pair: CardPair, index: number) =>
    !settled.has(index) || pair.before.context.join('\0') !== pair.after.context.join('\0');
  const matched = new Set(pairs.map(({ before }) => before));
  return {
    added,
    changed: pairs.filter(isChanged),
    moved: pairs.filter((pair, index) => !isChanged(pair) && isMoved(pair, index)),
    removed: stored.filter((card) => !card.paused && !matched.has(card)),
    unchanged: pairs.filter((pair, index) => !isChanged(pair) && !isMoved(pair, index)),
    cards,
  };
}
