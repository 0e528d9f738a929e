import { fold, plainMarkdown } from '../../language/text.js';
import type { Entry } from '../read/entries.js';
import { definedTerm } from './terms.js';

/** How the labels of a deck are used: a word before many colons is no name of a thing. */
export type LabelUse = {
  /** Times that a label stands in the deck. */
  times(label: string): number;
  /** Lines and headings that it stands below. */
  places(label: string): number;
};

function keyOf(label: string): string {
  return fold(plainMarkdown(label)).trim();
}

/** Reads the labels of a deck once. */
export function labelUseOf(entries: readonly Entry[]): LabelUse {
  const seen = new Map<string, { times: number; readonly below: Set<unknown> }>();
  for (const entry of entries) {
    const term = definedTerm(entry.inline);
    if (!term || term.isCode) continue;
    const key = keyOf(term.term);
    const use = seen.get(key) ?? { times: 0, below: new Set() };
    use.times += 1;
    use.below.add(entry.parents.at(-1) ?? entry.lead ?? entry.section);
    seen.set(key, use);
  }
  return {
    times: (label) => seen.get(keyOf(label))?.times ?? 0,
    places: (label) => seen.get(keyOf(label))?.below.size ?? 0,
  };
}
