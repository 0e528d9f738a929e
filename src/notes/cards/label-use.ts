import { opensOne } from '../../language/any/lines.js';
import { countWords, fold, plainMarkdown } from '../../language/text.js';
import type { Entry } from '../read/entries.js';
import { type DefinedTerm, definedTerm } from './terms.js';

/** A value is so short that it says nothing of what a thing is. */
const LONGEST_VALUE_WORDS = 4;

/** How the labels of a deck are used: a word before many colons is no name of a thing. */
export type LabelUse = {
  /** Times that a label stands in the deck. */
  times(label: string): number;
  /** Whether it stands below several lines, or many headings: "Causas", "Def" of each of several illnesses. */
  isPartOfEach(label: string): boolean;
  /** How many lines beside an entry, itself counted, give a label a value. */
  valuesBeside(entry: Entry): number;
};

/** `16`, "latón", "v1": which, how much or where, never what a thing is. */
export function isValue({ definition, separator }: DefinedTerm): boolean {
  if (
    separator === 'verb' ||
    opensOne(definition) ||
    definition.split(/,\s/u).length > 2 ||
    /[.!?]\s\S/u.test(definition)
  )
    return false;
  const isCount = /^(?:`[^`]+`|[$€£~≈]?[\d.,]+\s?\S*)\.?$/u.test(definition);
  return isCount || countWords(definition) <= LONGEST_VALUE_WORDS;
}

function groupOf(entry: Entry): unknown {
  return entry.parents.at(-1) ?? entry.lead ?? entry.section;
}

function keyOf(label: string): string {
  return fold(plainMarkdown(label)).trim();
}

/** A term may be defined under two headings. */
const FEWEST_LINES = 2;
const FEWEST_HEADINGS = 3;

function isPartOfEach(below: ReadonlySet<unknown>): boolean {
  const lines = [...below].filter((above) => !isSection(above)).length;
  return lines >= FEWEST_LINES || below.size >= FEWEST_HEADINGS;
}

function isSection(above: unknown): boolean {
  return typeof above === 'object' && above !== null && 'path' in above;
}

/** Reads the labels of a deck once. */
export function labelUseOf(entries: readonly Entry[]): LabelUse {
  const seen = new Map<string, { times: number; readonly below: Set<unknown> }>();
  const values = new Map<unknown, number>();
  for (const entry of entries) {
    const term = definedTerm(entry.inline);
    if (!term || term.isCode) continue;
    const key = keyOf(term.term);
    const use = seen.get(key) ?? { times: 0, below: new Set() };
    use.times += 1;
    use.below.add(groupOf(entry));
    if (isValue(term)) values.set(groupOf(entry), (values.get(groupOf(entry)) ?? 0) + 1);
    seen.set(key, use);
  }
  return {
    times: (label) => seen.get(keyOf(label))?.times ?? 0,
    isPartOfEach: (label) => isPartOfEach(seen.get(keyOf(label))?.below ?? new Set()),
    valuesBeside: (entry) => values.get(groupOf(entry)) ?? 0,
  };
}
