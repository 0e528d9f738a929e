import { addTo } from '../../core/collections.js';
import { ITEMS_PER_STEP, type Steps } from '../../core/steps.js';

/** Finds entries of a list that are spelled like a word or phrase, by shared trigrams. */
export type GramIndex = {
  /** The most similar entries, by Dice's coefficient of shared trigrams, best first; only those of at least `least`. */
  near(text: string, least: number, limit: number): readonly GramMatch[];
};
export type GramMatch = { readonly index: number; readonly similarity: number };

const SIZE = 3;

function gramsOf(text: string): ReadonlySet<string> {
  const padded = `^${text}$`;
  const grams = new Set<string>();
  for (let at = 0; at + SIZE <= padded.length; at += 1) grams.add(padded.slice(at, at + SIZE));
  // Bigrams of the first and the last letter count too, which matters for short words.
  grams.add(padded.slice(0, 2));
  grams.add(padded.slice(-2));
  return grams;
}

export function* indexGrams(entries: readonly string[]): Steps<GramIndex> {
  const holders = new Map<string, number[]>();
  const sizes = new Uint16Array(entries.length);
  for (const [index, entry] of entries.entries()) {
    if (index % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    const grams = gramsOf(entry);
    sizes[index] = grams.size;
    for (const gram of grams) {
      addTo(holders, gram, index);
    }
  }
  const shared = new Uint16Array(entries.length);
  return {
    near(text, least, limit) {
      const grams = gramsOf(text);
      const touched: number[] = [];
      for (const gram of grams) {
        for (const index of holders.get(gram) ?? []) {
          if (shared[index] === 0) touched.push(index);
          shared[index] = (shared[index] ?? 0) + 1;
        }
      }
      const matches: GramMatch[] = [];
      for (const index of touched) {
        const similarity = (2 * (shared[index] ?? 0)) / (grams.size + (sizes[index] ?? 0));
        shared[index] = 0;
        if (similarity >= least) matches.push({ index, similarity });
      }
      return matches.sort((a, b) => b.similarity - a.similarity || a.index - b.index).slice(0, limit);
    },
  };
}
