import type { Card, StoredCard } from '../core/card.js';
import { addTo } from '../core/collections.js';
import { compareCards, type Proximity, type Similarity } from './card-similarity.js';
import type { CardWords } from './card-words.js';
import { type Matches, neighboursOf } from './neighbours.js';

/** A pair that may be one card. `index` is the card's position in the notes. */
export type MatchCandidate = Similarity & { readonly index: number; readonly before: StoredCard };

/** A word or a subject that more cards share does not tell one of them from the others. */
const RARE_WORD = 12;
const RARE_SUBJECT = 40;
/** Stored cards that one card of the notes is compared with, at most, besides its neighbours. */
const MAX_COMPARED = 16;
/** A card that is still learned is preferred to a paused one. */
const PAUSED_PENALTY = 0.1;
/** Cards with one id were made from the same words; one of the two was edited later. */
const SAME_ID_BONUS = 0.3;

export type WordsOf = (card: Card) => CardWords;
type CardsByKey = Map<string, StoredCard[]>;

/** Finds stored cards by id, by their subject and their rare words, so that only likely pairs are compared. */
function indexCards(stored: readonly StoredCard[], wordsOf: WordsOf): (card: Card) => readonly StoredCard[] {
  const subjects: CardsByKey = new Map();
  const words: CardsByKey = new Map();
  const byId = new Map(stored.map((card) => [card.id, card]));
  const identifyingWords = (card: Card) => new Set([...wordsOf(card).statement, ...wordsOf(card).subject]);
  for (const card of stored) {
    addTo(subjects, wordsOf(card).subject.join(' '), card);
    for (const word of identifyingWords(card)) addTo(words, word, card);
  }
  return (card) => {
    const votes = new Map<StoredCard, number>();
    const count = (list: readonly StoredCard[], maxHolders: number, weight: number) => {
      if (list.length > maxHolders) return;
      for (const holder of list) votes.set(holder, (votes.get(holder) ?? 0) + weight / list.length);
    };
    count(subjects.get(wordsOf(card).subject.join(' ')) ?? [], RARE_SUBJECT, 2);
    for (const word of identifyingWords(card)) count(words.get(word) ?? [], RARE_WORD, 1);
    const likely = [...votes].sort((a, b) => b[1] - a[1]).slice(0, MAX_COMPARED);
    const twin = byId.get(card.id);
    return [...(twin ? [twin] : []), ...likely.map(([holder]) => holder)];
  };
}

function adjustScore(like: Similarity | null, before: StoredCard, after: Card): Similarity | null {
  const isSameId = before.id === after.id;
  if (like === null) return isSameId ? { verdict: 'same', score: SAME_ID_BONUS } : null;
  if (isSameId) return { verdict: 'same', score: like.score + SAME_ID_BONUS };
  return before.paused ? { ...like, score: like.score - PAUSED_PENALTY } : like;
}

/** For each heading path, the one under which most of its matched cards stand now. */
function findRenamedHeadings(fresh: readonly Card[], matches: Matches, wordsOf: WordsOf): ReadonlyMap<string, string> {
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
 * All pairs of unmatched cards that may be one card, the most similar first, ties in the order of the notes.
 *
 * @param stored in the order of the notes
 * @param known pairs of an earlier pass: with them, only these pairs and new neighbours are compared
 */
export function findCandidates(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  matches: Matches,
  wordsOf: WordsOf,
  known?: readonly MatchCandidate[],
): readonly MatchCandidate[] {
  const taken = new Set([...matches.values()]);
  const waiting = stored.filter((card) => !taken.has(card));
  if (waiting.length === 0) return [];
  const likelyFor = known ? candidatesAmong(known, taken) : indexCards(waiting, wordsOf);
  const neighboursFor = neighboursOf(stored, fresh, matches);
  const renamed = findRenamedHeadings(fresh, matches, wordsOf);
  const found: MatchCandidate[] = [];
  for (const [index, card] of fresh.entries()) {
    if (matches.has(index)) continue;
    const words = wordsOf(card);
    const near = new Set(neighboursFor(card));
    const proximityOf = (before: StoredCard): Proximity => {
      if (near.has(before)) return 'between';
      const { heading, path } = wordsOf(before);
      return heading === words.heading || renamed.get(path) === words.path ? 'under' : 'elsewhere';
    };
    for (const before of new Set([...near, ...likelyFor(card, index)])) {
      const like = adjustScore(compareCards(wordsOf(before), words, proximityOf(before)), before, card);
      if (like !== null) found.push({ ...like, index, before });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

function candidatesAmong(known: readonly MatchCandidate[], taken: ReadonlySet<StoredCard>) {
  const byIndex = new Map<number, StoredCard[]>();
  for (const { index, before } of known) if (!taken.has(before)) addTo(byIndex, index, before);
  return (_card: Card, index: number): readonly StoredCard[] => byIndex.get(index) ?? [];
}
