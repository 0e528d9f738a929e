import { isGrammar } from '../../language/function-words.js';
import type { Expander, Kinship } from '../index/expand.js';
import type { Vocabulary } from '../index/vocabulary.js';
import type { NameIndex } from './name-index.js';
import type { Name } from './names.js';

/** A name whose words, in any order, can be those of the question. */
export type Alignment = {
  readonly name: Name;
  /** Dice's coefficient of the words that pair up, 0 to 1. */
  readonly share: number;
  /** The most indirect way in which one of its words was recognised. */
  readonly kinship: Kinship;
};

/** The least share of both sides, and of the question alone, that still speaks of the same thing. */
const LEAST_SHARE = 0.55;
const LEAST_ASKED = 0.6;

/** A word of the question that can stand for a word of a name. */
type Link = { readonly position: number; readonly word: number; readonly worth: number; readonly kinship: Kinship };

export function alignNames(
  words: readonly string[],
  names: NameIndex,
  expander: Expander,
  vocabulary: Vocabulary,
): readonly Alignment[] {
  const asked = totalImportance(words);
  const alignments: Alignment[] = [];
  for (const [name, links] of linksByName(words, names, expander, vocabulary)) {
    const { matched, kinship } = pairUp(links);
    const share = Math.min(1, (2 * matched) / (asked + totalImportance(name.words)));
    if (share >= LEAST_SHARE && matched >= LEAST_ASKED * asked) alignments.push({ name, share, kinship });
  }
  return alignments;
}

function linksByName(
  words: readonly string[],
  names: NameIndex,
  expander: Expander,
  vocabulary: Vocabulary,
): ReadonlyMap<Name, readonly Link[]> {
  const links = new Map<Name, Link[]>();
  for (const [position, text] of words.entries()) {
    for (const [word, { weight, kinship }] of expander.relativesOf(text)) {
      const worth = weight * Math.min(importance(text), importance(vocabulary.words[word] ?? ''));
      for (const name of names.holding(word)) {
        const known = links.get(name);
        const link = { position, word, worth, kinship };
        if (known) known.push(link);
        else links.set(name, [link]);
      }
    }
  }
  return links;
}

/** Pairs each word of the question with one word of the name, the surest pairs first. */
function pairUp(links: readonly Link[]): { readonly matched: number; readonly kinship: Kinship } {
  const positions = new Set<number>();
  const words = new Set<number>();
  let matched = 0;
  let kinship: Kinship = 'same';
  for (const link of [...links].sort((a, b) => b.worth - a.worth)) {
    if (positions.has(link.position) || words.has(link.word)) continue;
    positions.add(link.position);
    words.add(link.word);
    matched += link.worth;
    if (kinship === 'same') kinship = link.kinship;
  }
  return { matched, kinship };
}

function totalImportance(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + importance(word), 0);
}

function importance(word: string): number {
  return isGrammar(word) ? 0.2 : 1;
}
