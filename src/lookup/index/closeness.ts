import { addTo } from '../../core/collections.js';
import { SENTENCE_END } from './postings.js';
import type { Term } from './term.js';

/** A term of the question that a word of the notes matches, with a weight from 0 to 1. */
export type TermMatch = { readonly term: number; readonly weight: number };
export type TermMatches = ReadonlyMap<number, readonly TermMatch[]>;

/** How much the best sentence and neighbouring words add to BM25, measured on development data. */
const SENTENCE_WEIGHT = 1;
const NEIGHBOUR_WEIGHT = 0.4;
/** How much the first sentence adds once more: notes begin with what they are about. */
const FIRST_WEIGHT = 0.3;
/** Fewer terms are a name: what mentions it at once is not called so. */
const FEWEST_FOR_FIRST = 3;
/** How many words apart neighbours may be: "orden de los comandos". */
const MAX_DISTANCE = 3;

export function matchTerms(terms: readonly Term[]): TermMatches {
  const matches = new Map<number, TermMatch[]>();
  for (const [term, { expansions }] of terms.entries()) {
    for (const [word, { weight }] of expansions) addTo(matches, word, { term, weight });
  }
  return matches;
}

/**
 * The score of the best single sentence of a passage, and of terms that are neighbours both in the question and in the
 * passage. In units of rarity, like BM25.
 */
export function closeness(
  tokens: Iterable<number> | undefined,
  matches: TermMatches,
  rarities: readonly number[],
): number {
  let best = 0;
  let first = 0;
  let count = 0;
  let sentence = new Map<number, number>();
  const pairs = new Map<number, number>();
  let previous: readonly TermMatch[] = [];
  let distance = 0;
  for (const token of tokens ?? []) {
    distance += 1;
    if (token === SENTENCE_END) {
      const score = scoreSentence(sentence, rarities);
      best = Math.max(best, score);
      // The title comes before it.
      if (count === 1) first = score;
      count += 1;
      sentence = new Map();
      previous = [];
      continue;
    }
    const found = matches.get(token);
    if (!found) continue;
    for (const { term, weight } of found) sentence.set(term, Math.max(sentence.get(term) ?? 0, weight));
    if (distance <= MAX_DISTANCE) notePairs(pairs, previous, found, rarities);
    previous = found;
    distance = 0;
  }
  const last = scoreSentence(sentence, rarities);
  best = Math.max(best, last);
  if (count === 1) first = last;
  const together = [...pairs.values()].reduce((sum, worth) => sum + worth, 0);
  return (
    SENTENCE_WEIGHT * best +
    (rarities.length < FEWEST_FOR_FIRST ? 0 : FIRST_WEIGHT * first) +
    NEIGHBOUR_WEIGHT * together
  );
}

function scoreSentence(sentence: ReadonlyMap<number, number>, rarities: readonly number[]): number {
  let sum = 0;
  for (const [term, weight] of sentence) sum += weight * (rarities[term] ?? 0);
  return sum;
}

/** Notes neighbouring terms, by the first of two that follow each other in the question. */
function notePairs(
  pairs: Map<number, number>,
  left: readonly TermMatch[],
  right: readonly TermMatch[],
  rarities: readonly number[],
): void {
  for (const one of left) {
    for (const other of right) {
      if (Math.abs(one.term - other.term) !== 1) continue;
      const first = Math.min(one.term, other.term);
      const rarity = Math.min(rarities[one.term] ?? 0, rarities[other.term] ?? 0);
      pairs.set(first, Math.max(pairs.get(first) ?? 0, rarity * Math.min(one.weight, other.weight)));
    }
  }
}
