import type { Passage } from '../core/card.js';
import { editDistance } from '../core/edit-distance.js';
import { isGrammar } from '../language/function-words.js';
import { fold } from '../language/search-words.js';
import type { NameIndex } from './concepts/name-index.js';
import type { Name } from './concepts/names.js';
import type { Expander } from './index/expand.js';
import type { Vocabulary } from './index/vocabulary.js';

export type NearParts = {
  readonly passages: readonly Passage[];
  readonly names: NameIndex;
  readonly vocabulary: Vocabulary;
  readonly expander: Expander;
};

const SUGGESTIONS = 3;
/** Letters, at least: shorter words look like too many others. */
const SHORTEST_LOOKALIKE = 5;
const COMPARED = 20;
/**
 * How much a word has to look like one of a title, 0 to 1. Measured on typos, half-known questions, greetings,
 * nonsense and questions about something else (`tests/lookup/data/near.json`): chosen on one half, tried on the other.
 */
const LEAST_LIKENESS = 0.52;

/** What a word of the question says of a name: how surely, by the words of the name. */
type Evidence = Map<number, number>;

/**
 * A few titles to try instead of what the notes do not answer: those that have a word of the question in their name, as
 * it is, translated or misspelled. Nothing where nothing is near.
 */
export function nearTitles(words: readonly string[], parts: NearParts): readonly string[] {
  const { passages, names } = parts;
  const found = new Map<Name, Evidence>();
  for (const word of new Set(words)) {
    for (const [id, sureness] of readingsOf(word, parts)) {
      for (const name of names.holding(id)) {
        const evidence = found.get(name) ?? new Map();
        evidence.set(id, Math.max(evidence.get(id) ?? 0, sureness));
        found.set(name, evidence);
      }
    }
  }
  const scored = [...found].map(([name, evidence]) => ({ name, score: scoreOf(name, evidence) }));
  scored.sort((a, b) => b.score - a.score || a.name.words.length - b.name.words.length);
  const titles = new Map<string, string>();
  for (const { name } of scored) {
    const title = passages[name.passage]?.title.trim() ?? '';
    const key = fold(title);
    if (titles.size < SUGGESTIONS && key !== '' && !titles.has(key)) titles.set(key, title);
  }
  return [...titles.values()];
}

/** The words of the notes that a word can mean; where it means none, those that look like it. */
function readingsOf(word: string, { names, vocabulary, expander }: NearParts): readonly (readonly [number, number])[] {
  if (isGrammar(word)) return [];
  const isName = (id: number) => !isGrammar(vocabulary.words[id] ?? '') && names.holding(id).length > 0;
  const meant = [...expander.relativesOf(word)].map(([id, { weight }]) => [id, weight] as const);
  const named = meant.filter(([id]) => isName(id));
  if (named.length > 0 || word.length < SHORTEST_LOOKALIKE) return named;
  return vocabulary.likeSpelled
    .near(word, 0, COMPARED)
    .filter(({ index }) => isName(index))
    .map(({ index, likeness }) => [index, blend(word, vocabulary.words[index] ?? '', likeness)] as const)
    .filter(([, likeness]) => likeness >= LEAST_LIKENESS);
}

/** Half the pieces that two words share, half the letters that need no change. */
function blend(word: string, other: string, shared: number): number {
  const longest = Math.max(word.length, other.length);
  return (shared + 1 - editDistance(word, other, longest) / longest) / 2;
}

/** More for a name of which more is said. */
function scoreOf({ words, strength }: Name, evidence: Evidence): number {
  const sum = [...evidence.values()].reduce((total, sureness) => total + sureness, 0);
  const meaningful = words.filter((word) => !isGrammar(word)).length;
  return (strength * sum * evidence.size) / Math.max(1, meaningful, evidence.size);
}
