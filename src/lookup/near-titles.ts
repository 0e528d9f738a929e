import type { Passage } from '../core/card.js';
import { editDistance } from '../core/edit-distance.js';
import { isGrammar } from '../language/function-words.js';
import { fold } from '../language/search-words.js';
import type { NameIndex } from './concepts/name-index.js';
import type { Name } from './concepts/names.js';
import type { Expander } from './index/expand.js';
import type { Vocabulary } from './index/vocabulary.js';

export type TitleIndex = {
  readonly passages: readonly Passage[];
  readonly names: NameIndex;
  readonly vocabulary: Vocabulary;
  readonly expander: Expander;
};

const SUGGESTIONS = 3;
/** Shorter words, in letters, are similar to too many others. */
const MIN_SIMILAR_LENGTH = 5;
const MAX_COMPARED = 20;
/**
 * How similar a word must be to one of a title, 0 to 1. Chosen on one half of the typos, half-known questions, greetings,
 * nonsense and unrelated questions of `tests/lookup/data/near.json`, and tested on the other.
 */
const MIN_SIMILARITY = 0.52;

/** The weight of each word of a name that a word of the question matches. */
type WordWeights = Map<number, number>;

/**
 * A few titles to try where the notes do not answer: those with a word of the question in their name, also translated or
 * misspelled. Empty where there is none.
 */
export function nearTitles(words: readonly string[], index: TitleIndex): readonly string[] {
  const { passages, names } = index;
  const found = new Map<Name, WordWeights>();
  for (const word of new Set(words)) {
    for (const [id, sureness] of matchingWords(word, index)) {
      for (const name of names.holding(id)) {
        const weights = found.get(name) ?? new Map();
        weights.set(id, Math.max(weights.get(id) ?? 0, sureness));
        found.set(name, weights);
      }
    }
  }
  const scored = [...found].map(([name, weights]) => ({ name, score: scoreOf(name, weights) }));
  scored.sort((a, b) => b.score - a.score || a.name.words.length - b.name.words.length);
  const titles = new Map<string, string>();
  for (const { name } of scored) {
    const title = passages[name.passage]?.title.trim() ?? '';
    const key = fold(title);
    if (titles.size < SUGGESTIONS && key !== '' && !titles.has(key)) titles.set(key, title);
  }
  return [...titles.values()];
}

/** The words of names that match a word; where there are none, similar ones. */
function matchingWords(
  word: string,
  { names, vocabulary, expander }: TitleIndex,
): readonly (readonly [number, number])[] {
  if (isGrammar(word)) return [];
  const isName = (id: number) => !isGrammar(vocabulary.words[id] ?? '') && names.holding(id).length > 0;
  const expansions = [...expander.expand(word)].map(([id, { weight }]) => [id, weight] as const);
  const named = expansions.filter(([id]) => isName(id));
  if (named.length > 0 || word.length < MIN_SIMILAR_LENGTH) return named;
  return vocabulary.bySpelling
    .near(word, 0, MAX_COMPARED)
    .filter(({ index }) => isName(index))
    .map(({ index, similarity }) => [index, similarityOf(word, vocabulary.words[index] ?? '', similarity)] as const)
    .filter(([, likeness]) => likeness >= MIN_SIMILARITY);
}

/** The mean of the similarity by trigrams and by edit distance. */
function similarityOf(word: string, other: string, shared: number): number {
  const longest = Math.max(word.length, other.length);
  return (shared + 1 - editDistance(word, other, longest) / longest) / 2;
}

/** The score of a name, higher the more of its words match. */
function scoreOf({ words, strength }: Name, weights: WordWeights): number {
  const sum = [...weights.values()].reduce((total, sureness) => total + sureness, 0);
  const meaningful = words.filter((word) => !isGrammar(word)).length;
  return (strength * sum * weights.size) / Math.max(1, meaningful, weights.size);
}
