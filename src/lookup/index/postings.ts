import type { Passage } from '../../core/card.js';
import { ITEMS_PER_STEP, type Steps } from '../../core/steps.js';
import { isSearchWord, searchWords, searchWordsAndStops } from '../../language/search-words.js';
import { type Shape, shapeOf } from './shapes.js';

/** The weight of a word in each field of a passage. */
const FIELD_WEIGHT = { title: 3, alias: 2, headings: 0.5, body: 1 } as const;

/** The token between sentences; no word has this number. */
export const SENTENCE_END = 0xffffffff;

/** An inverted index: which passages hold which word. Passages and words are identified by their number. */
export type Postings = {
  readonly passages: number;
  /** The number of each word. */
  readonly ids: ReadonlyMap<string, number>;
  /** The words of each passage in order, title first, with `SENTENCE_END` between sentences. */
  readonly tokens: readonly Uint32Array[];
  /** What the form of each passage can answer. */
  readonly shapes: readonly Shape[];
  /** Weighted words in each passage. */
  readonly lengths: Float64Array;
  readonly averageLength: number;
  /** Where the holders of a word begin; they end where those of the next word begin. */
  readonly starts: Uint32Array;
  readonly holders: Uint32Array;
  /** Weighted occurrences, parallel to `holders`. */
  readonly weights: Float32Array;
};

type WordCounts = {
  readonly tokens: Uint32Array;
  readonly counts: ReadonlyMap<number, number>;
  readonly length: number;
};

export function* collectPostings(passages: readonly Passage[]): Steps<Postings> {
  const ids = new Map<string, number>();
  const counted: WordCounts[] = [];
  for (const passage of passages) {
    counted.push(countWords(passage, ids));
    if (counted.length % ITEMS_PER_STEP === 0) yield;
  }
  const lengths = Float64Array.from(counted, (one) => one.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    passages: passages.length,
    ids,
    tokens: counted.map((one) => one.tokens),
    shapes: passages.map(shapeOf),
    lengths,
    averageLength: passages.length === 0 ? 1 : Math.max(1, total / passages.length),
    ...invert(counted, ids.size),
  };
}

const LINK_TARGET = /\]\([^)\s]*\)/g;

function countWords(passage: Passage, ids: Map<string, number>): WordCounts {
  const tokens: number[] = [];
  const counts = new Map<number, number>();
  let length = 0;
  const count = (word: string, weight: number): number => {
    const known = ids.get(word);
    const id = known ?? ids.size;
    if (known === undefined) ids.set(word, id);
    counts.set(id, (counts.get(id) ?? 0) + weight);
    length += weight;
    return id;
  };
  for (const word of searchWords(passage.title)) tokens.push(count(word, FIELD_WEIGHT.title));
  tokens.push(SENTENCE_END);
  for (const word of searchWords(passage.aliases.join(' '))) count(word, FIELD_WEIGHT.alias);
  for (const word of searchWords(headingsAbove(passage).join(' '))) count(word, FIELD_WEIGHT.headings);
  for (const token of searchWordsAndStops(passage.body.replace(LINK_TARGET, ']'))) {
    tokens.push(isSearchWord(token) ? count(token, FIELD_WEIGHT.body) : SENTENCE_END);
  }
  return { tokens: Uint32Array.from(tokens), counts, length };
}

function headingsAbove(passage: Passage): readonly string[] {
  return passage.kind === 'section' ? passage.headings.slice(0, -1) : passage.headings;
}

function invert(
  counted: readonly WordCounts[],
  words: number,
): { readonly starts: Uint32Array; readonly holders: Uint32Array; readonly weights: Float32Array } {
  const starts = new Uint32Array(words + 1);
  for (const { counts } of counted) for (const id of counts.keys()) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < words; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const holders = new Uint32Array(starts[words] ?? 0);
  const weights = new Float32Array(holders.length);
  const next = starts.slice();
  for (const [passage, { counts }] of counted.entries()) {
    for (const [id, weight] of counts) {
      const at = next[id] ?? 0;
      holders[at] = passage;
      weights[at] = weight;
      next[id] = at + 1;
    }
  }
  return { starts, holders, weights };
}
