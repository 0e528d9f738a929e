import { SENTENCE_END } from './postings.js';
import type { Term } from './term.js';

/** Which term of the question a word of the notes can stand for, and how surely. */
export type Meaning = { readonly term: number; readonly weight: number };
export type Meanings = ReadonlyMap<number, readonly Meaning[]>;

/** Measured on development data: what the best sentence and neighbouring words add to BM25. */
const SENTENCE = 1;
const NEIGHBOURS = 0.4;
/** Words apart, at most, to be neighbours: "orden de los comandos". */
const REACH = 3;

export function meaningsOf(terms: readonly Term[]): Meanings {
  const meanings = new Map<number, Meaning[]>();
  for (const [term, { relatives }] of terms.entries()) {
    for (const [word, { weight }] of relatives) {
      const known = meanings.get(word);
      if (known) known.push({ term, weight });
      else meanings.set(word, [{ term, weight }]);
    }
  }
  return meanings;
}

/**
 * What the best single sentence of a passage answers by itself, and what words say that stand together in the
 * question and in the notes alike. In units of rarity, like BM25.
 */
export function closeness(
  tokens: Iterable<number> | undefined,
  meanings: Meanings,
  rarities: readonly number[],
): number {
  let best = 0;
  let sentence = new Map<number, number>();
  const pairs = new Map<number, number>();
  let previous: readonly Meaning[] = [];
  let distance = 0;
  for (const token of tokens ?? []) {
    distance += 1;
    if (token === SENTENCE_END) {
      best = Math.max(best, weigh(sentence, rarities));
      sentence = new Map();
      previous = [];
      continue;
    }
    const found = meanings.get(token);
    if (!found) continue;
    for (const { term, weight } of found) sentence.set(term, Math.max(sentence.get(term) ?? 0, weight));
    if (distance <= REACH) notePairs(pairs, previous, found, rarities);
    previous = found;
    distance = 0;
  }
  best = Math.max(best, weigh(sentence, rarities));
  const together = [...pairs.values()].reduce((sum, worth) => sum + worth, 0);
  return SENTENCE * best + NEIGHBOURS * together;
}

function weigh(sentence: ReadonlyMap<number, number>, rarities: readonly number[]): number {
  let sum = 0;
  for (const [term, weight] of sentence) sum += weight * (rarities[term] ?? 0);
  return sum;
}

/** Pairs are known by the first of two terms that follow each other in the question. */
function notePairs(
  pairs: Map<number, number>,
  left: readonly Meaning[],
  right: readonly Meaning[],
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
