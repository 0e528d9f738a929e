import type { Card, StoredCard } from '../core/card.js';
import { type Likeness, likenessOf, type Place } from './likeness.js';
import { type Matches, neighboursOf } from './neighbours.js';
import type { CardWords } from './words.js';

/** A pair that may be one card. `fresh` is the index in the notes. */
export type Candidate = Likeness & { readonly fresh: number; readonly before: StoredCard };

/** A word, or a subject, that more cards share says nothing about which one is meant. */
const RARE_WORD = 12;
const RARE_SUBJECT = 40;
/** Stored cards that one card of the notes is compared with at most, besides its neighbours. */
const MOST = 16;
/** A card that was let go before comes after one that is still learned. */
const PAUSED_COSTS = 0.1;
/** The same id: they were made from the same words, before one of the two was edited. */
const SAME_ID_SAYS = 0.3;

export type WordsOf = (card: Card) => CardWords;
type Shelf = Map<string, StoredCard[]>;

function put(shelf: Shelf, key: string, card: StoredCard): void {
  const list = shelf.get(key);
  if (list) list.push(card);
  else shelf.set(key, [card]);
}

/** Finds stored cards by id, by their subject and their rare words, so that only likely pairs are compared. */
function shelve(stored: readonly StoredCard[], wordsOf: WordsOf): (card: Card) => readonly StoredCard[] {
  const subjects: Shelf = new Map();
  const words: Shelf = new Map();
  const byId = new Map(stored.map((card) => [card.id, card]));
  const tellingOf = (card: Card) => new Set([...wordsOf(card).statement, ...wordsOf(card).subject]);
  for (const card of stored) {
    put(subjects, wordsOf(card).subject.join(' '), card);
    for (const word of tellingOf(card)) put(words, word, card);
  }
  return (card) => {
    const votes = new Map<StoredCard, number>();
    const count = (list: readonly StoredCard[], most: number, weight: number) => {
      if (list.length > most) return;
      for (const holder of list) votes.set(holder, (votes.get(holder) ?? 0) + weight / list.length);
    };
    count(subjects.get(wordsOf(card).subject.join(' ')) ?? [], RARE_SUBJECT, 2);
    for (const word of tellingOf(card)) count(words.get(word) ?? [], RARE_WORD, 1);
    const likely = [...votes].sort((a, b) => b[1] - a[1]).slice(0, MOST);
    const twin = byId.get(card.id);
    return [...(twin ? [twin] : []), ...likely.map(([holder]) => holder)];
  };
}

function rated(like: Likeness | null, before: StoredCard, after: Card): Likeness | null {
  const isSameId = before.id === after.id;
  if (like === null) return isSameId ? { verdict: 'same', score: SAME_ID_SAYS } : null;
  if (isSameId) return { verdict: 'same', score: like.score + SAME_ID_SAYS };
  return before.paused ? { ...like, score: like.score - PAUSED_COSTS } : like;
}

/** Headings that became others: where most cards of a heading that were found are now. */
function renamedHeadings(fresh: readonly Card[], matches: Matches, wordsOf: WordsOf): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const [index, before] of matches) {
    const after = fresh[index];
    if (after === undefined) continue;
    const [from, to] = [wordsOf(before).path, wordsOf(after).path];
    const of = votes.get(from) ?? new Map<string, number>();
    of.set(to, (of.get(to) ?? 0) + 1);
    votes.set(from, of);
  }
  return new Map([...votes].map(([from, of]) => [from, [...of].sort((a, b) => b[1] - a[1])[0]?.[0] ?? from]));
}

/**
 * Every pair of the cards without a match that may be one card, the likeliest first, ties in the order of the notes.
 *
 * @param stored in the order of the notes
 * @param known pairs that were found before; where there are any, only they and new neighbours are compared
 */
export function candidatesOf(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
  wordsOf: WordsOf,
  known?: readonly Candidate[],
): readonly Candidate[] {
  const taken = new Set([...matches.values()]);
  const waiting = stored.filter((card) => !taken.has(card));
  if (waiting.length === 0) return [];
  const likelyFor = known ? knownFor(known, taken) : shelve(waiting, wordsOf);
  const neighboursFor = neighboursOf(stored, fresh, matches);
  const renamed = renamedHeadings(fresh, matches, wordsOf);
  const found: Candidate[] = [];
  for (const [index, card] of fresh.entries()) {
    if (matches.has(index)) continue;
    const words = wordsOf(card);
    const near = new Set(neighboursFor(card));
    const placeOf = (before: StoredCard): Place => {
      if (near.has(before)) return 'between';
      const { heading, path } = wordsOf(before);
      return heading === words.heading || renamed.get(path) === words.path ? 'under' : 'elsewhere';
    };
    for (const before of new Set([...near, ...likelyFor(card, index)])) {
      const like = rated(likenessOf(wordsOf(before), words, placeOf(before)), before, card);
      if (like !== null) found.push({ ...like, fresh: index, before });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

function knownFor(known: readonly Candidate[], taken: ReadonlySet<StoredCard>) {
  const byFresh = new Map<number, StoredCard[]>();
  for (const { fresh, before } of known) {
    if (taken.has(before)) continue;
    const list = byFresh.get(fresh);
    if (list) list.push(before);
    else byFresh.set(fresh, [before]);
  }
  return (_card: Card, index: number): readonly StoredCard[] => byFresh.get(index) ?? [];
}
