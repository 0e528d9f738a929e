import { addTo } from '../../core/collections.js';
import { isGrammar } from '../../language/function-words.js';
import type { Expander, ExpansionKind } from '../index/expand.js';
import type { Vocabulary } from '../index/vocabulary.js';
import type { NameIndex } from './name-index.js';
import type { Name } from './names.js';

/** A name whose words, in any order, match those of the question. */
export type Alignment = {
  readonly name: Name;
  /** Dice's coefficient of the words that pair up, 0 to 1. */
  readonly share: number;
  /** The least direct kind of match among its words. */
  readonly kind: ExpansionKind;
};

/** The smallest matched share of both sides, and of the question alone, that is accepted. */
const MIN_SHARE = 0.55;
const MIN_QUERY_SHARE = 0.6;

/** A word of the question that matches a word of a name. */
type WordPair = {
  readonly position: number;
  readonly word: number;
  readonly weight: number;
  readonly kind: ExpansionKind;
};

export function alignNames(
  words: readonly string[],
  names: NameIndex,
  expander: Expander,
  vocabulary: Vocabulary,
): readonly Alignment[] {
  const queryImportance = totalImportance(words);
  const alignments: Alignment[] = [];
  for (const [name, pairs] of pairsByName(words, names, expander, vocabulary)) {
    const { matched, kind } = choosePairs(pairs);
    const share = Math.min(1, (2 * matched) / (queryImportance + totalImportance(name.words)));
    if (share >= MIN_SHARE && matched >= MIN_QUERY_SHARE * queryImportance) alignments.push({ name, share, kind });
  }
  return alignments;
}

function pairsByName(
  words: readonly string[],
  names: NameIndex,
  expander: Expander,
  vocabulary: Vocabulary,
): ReadonlyMap<Name, readonly WordPair[]> {
  const pairs = new Map<Name, WordPair[]>();
  for (const [position, text] of words.entries()) {
    for (const [word, { weight, kind }] of expander.expand(text)) {
      const pairWeight = weight * Math.min(importance(text), importance(vocabulary.words[word] ?? ''));
      for (const name of names.holding(word)) {
        addTo(pairs, name, { position, word, weight: pairWeight, kind });
      }
    }
  }
  return pairs;
}

/** Pairs each word of the question with one word of the name, the surest pairs first. */
function choosePairs(pairs: readonly WordPair[]): { readonly matched: number; readonly kind: ExpansionKind } {
  const positions = new Set<number>();
  const words = new Set<number>();
  let matched = 0;
  let kind: ExpansionKind = 'same';
  for (const pair of [...pairs].sort((a, b) => b.weight - a.weight)) {
    if (positions.has(pair.position) || words.has(pair.word)) continue;
    positions.add(pair.position);
    words.add(pair.word);
    matched += pair.weight;
    if (kind === 'same') kind = pair.kind;
  }
  return { matched, kind };
}

function totalImportance(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + importance(word), 0);
}

function importance(word: string): number {
  return isGrammar(word) ? 0.2 : 1;
}
