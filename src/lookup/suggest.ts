import type { Passage } from '../core/card.js';
import { allowedEdits, editDistance } from '../core/edit-distance.js';
import type { PassageId } from '../core/ids.js';
import { fold, searchWords } from '../language/search-words.js';
import type { NameIndex } from './concepts/name-index.js';

export type TitleSuggestion = { readonly title: string; readonly passageId: PassageId };

/** How often people asked for each passage. */
export type AskCounts = ReadonlyMap<PassageId, number>;

const LONGEST_TYPED = 80;
/** Fewer letters do not tell a typo from another word. */
const SHORTEST_TYPO = 4;
const MIN_SIMILARITY = 0.15;
const MOST_COMPARED = 60;

/**
 * Titles for what is typed so far: those that begin with it, those with a word that does, then those with a typo; among
 * equals those asked most often, then the shortest.
 */
export function suggestTitles(
  typed: string,
  limit: number,
  passages: readonly Passage[],
  names: NameIndex,
  askCounts: AskCounts,
): readonly TitleSuggestion[] {
  const text = searchWords(typed.slice(0, LONGEST_TYPED)).join(' ');
  if (text === '' && typed.trim() !== '') return [];
  const found = new Map<string, TitleSuggestion>();
  for (const name of candidateNames(text, limit, names, createNameAskCount(passages, names, askCounts))) {
    if (found.size >= limit) break;
    const of = passages[names.names[name]?.passage ?? -1];
    const key = fold(of?.title ?? '').trim();
    if (of && key !== '' && !found.has(key)) found.set(key, { title: of.title, passageId: of.id });
  }
  return [...found.values()];
}

/** How often people asked for the passage of a name. */
type NameAskCount = (name: number) => number;

function createNameAskCount(passages: readonly Passage[], { names }: NameIndex, askCounts: AskCounts): NameAskCount {
  if (askCounts.size === 0) return () => 0;
  return (name) => {
    const id = passages[names[name]?.passage ?? -1]?.id;
    return id === undefined ? 0 : (askCounts.get(id) ?? 0);
  };
}

function* candidateNames(text: string, limit: number, names: NameIndex, askCount: NameAskCount): Iterable<number> {
  const beginning: number[] = [];
  const within: number[] = [];
  for (const [index, spelling] of names.spellings.entries()) {
    if (spelling.startsWith(text)) beginning.push(index);
    else if (spelling.includes(` ${text}`)) within.push(index);
  }
  const length = (index: number) => (text === '' ? 0 : (names.spellings[index]?.length ?? 0));
  const best = (indexes: readonly number[]) => sortByKeys(indexes, (index) => [-askCount(index), length(index)]);
  yield* best(beginning);
  if (text === '') return;
  yield* best(within);
  const found = beginning.length + within.length;
  if (text.length >= SHORTEST_TYPO && found < limit) yield* misspelledNames(text, names, askCount);
}

/** Sorts by the keys in turn, computing each once; equals keep their order. */
function sortByKeys(indexes: readonly number[], keysOf: (index: number) => readonly number[]): readonly number[] {
  const keyed = indexes.map((index) => ({ index, keys: keysOf(index) }));
  keyed.sort((a, b) => {
    for (const [at, key] of a.keys.entries()) {
      const difference = key - (b.keys[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return a.index - b.index;
  });
  return keyed.map(({ index }) => index);
}

/** Names that begin almost as typed, the nearest first. */
function misspelledNames(text: string, names: NameIndex, askCount: NameAskCount): readonly number[] {
  const allowed = allowedEdits(text.length);
  const distances = new Map(
    names.bySpelling
      .near(text, MIN_SIMILARITY, MOST_COMPARED)
      .map(({ index }) => [index, beginningDistance(text, names.spellings[index] ?? '', allowed)] as const)
      .filter(([, distance]) => distance <= allowed),
  );
  const near = [...distances.keys()];
  const rank = new Map(near.map((index, at) => [index, at]));
  return sortByKeys(near, (index) => [distances.get(index) ?? 0, -askCount(index), rank.get(index) ?? 0]);
}

/** The fewest edits between the typed text and a beginning of a name. */
function beginningDistance(text: string, spelling: string, allowed: number): number {
  let fewest = allowed + 1;
  for (let length = text.length - 1; length <= text.length + 1; length += 1) {
    fewest = Math.min(fewest, editDistance(text, spelling.slice(0, length), allowed));
  }
  return fewest;
}
