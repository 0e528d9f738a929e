import { ITEMS_PER_STEP, type Steps } from '../../core/steps.js';

/** Which entries of a list look like a word or phrase, by the three-letter pieces that they share. */
export type GramIndex = {
  /** The likest entries, by Dice's coefficient of shared pieces, best first, those of at least `least`. */
  near(text: string, least: number, limit: number): readonly GramMatch[];
};
export type GramMatch = { readonly index: number; readonly likeness: number };

const SIZE = 3;

function gramsOf(text: string): ReadonlySet<string> {
  const padded = `^${text}$`;
  const grams = new Set<string>();
  for (let at = 0; at + SIZE <= padded.length; at += 1) grams.add(padded.slice(at, at + SIZE));
  // The first letter and the last carry weight of their own in short words.
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
      const known = holders.get(gram);
      if (known) known.push(index);
      else holders.set(gram, [index]);
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
        const likeness = (2 * (shared[index] ?? 0)) / (grams.size + (sizes[index] ?? 0));
        shared[index] = 0;
        if (likeness >= least) matches.push({ index, likeness });
      }
      return matches.sort((a, b) => b.likeness - a.likeness || a.index - b.index).slice(0, limit);
    },
  };
}
