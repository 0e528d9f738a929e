import type { Passage } from '../core/card.js';
import { allowedEdits, editDistance } from '../core/edit-distance.js';
import type { PassageId } from '../core/ids.js';
import { fold, searchWords } from '../language/search-words.js';
import type { NameIndex } from './concepts/name-index.js';

export type Suggestion = { readonly title: string; readonly passageId: PassageId };

/** How often each passage was asked for. */
export type AskedCounts = ReadonlyMap<PassageId, number>;

const LONGEST_TYPED = 80;
/** A few letters are too little to tell a slip from another word. */
const SHORTEST_TYPO = 4;
const LEAST_LIKENESS = 0.15;
const MOST_COMPARED = 60;

/**
 * Titles for what is typed so far: those that begin with it, those with a word that does, those nearly so; among
 * equals what is asked most, then the shortest.
 */
export function suggestTitles(
  typed: string,
  limit: number,
  passages: readonly Passage[],
  names: NameIndex,
  asked: AskedCounts,
): readonly Suggestion[] {
  const text = searchWords(typed.slice(0, LONGEST_TYPED)).join(' ');
  if (text === '' && typed.trim() !== '') return [];
  const found = new Map<string, Suggestion>();
  for (const name of candidates(text, limit, names, askedNames(passages, names, asked))) {
    if (found.size >= limit) break;
    const of = passages[names.names[name]?.passage ?? -1];
    const key = fold(of?.title ?? '').trim();
    if (of && key !== '' && !found.has(key)) found.set(key, { title: of.title, passageId: of.id });
  }
  return [...found.values()];
}

/** How often the passage of a name was asked for. */
type AskedName = (name: number) => number;

function askedNames(passages: readonly Passage[], { names }: NameIndex, asked: AskedCounts): AskedName {
  if (asked.size === 0) return () => 0;
  return (name) => {
    const id = passages[names[name]?.passage ?? -1]?.id;
    return id === undefined ? 0 : (asked.get(id) ?? 0);
  };
}

function* candidates(text: string, limit: number, names: NameIndex, asked: AskedName): Iterable<number> {
  const beginning: number[] = [];
  const within: number[] = [];
  for (const [index, spelling] of names.spellings.entries()) {
    if (spelling.startsWith(text)) beginning.push(index);
    else if (spelling.includes(` ${text}`)) within.push(index);
  }
  const length = (index: number) => (text === '' ? 0 : (names.spellings[index]?.length ?? 0));
  const best = (indexes: readonly number[]) => inOrder(indexes, (index) => [-asked(index), length(index)]);
  yield* best(beginning);
  if (text === '') return;
  yield* best(within);
  const found = beginning.length + within.length;
  if (text.length >= SHORTEST_TYPO && found < limit) yield* misspelled(text, names, asked);
}

/** Sorted by each number in turn, each worked out once; equals stay as they are. */
function inOrder(indexes: readonly number[], keysOf: (index: number) => readonly number[]): readonly number[] {
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
function misspelled(text: string, names: NameIndex, asked: AskedName): readonly number[] {
  const allowed = allowedEdits(text.length);
  const distances = new Map(
    names.likeSpelled
      .near(text, LEAST_LIKENESS, MOST_COMPARED)
      .map(({ index }) => [index, beginningDistance(text, names.spellings[index] ?? '', allowed)] as const)
      .filter(([, distance]) => distance <= allowed),
  );
  const near = [...distances.keys()];
  const place = new Map(near.map((index, at) => [index, at]));
  return inOrder(near, (index) => [distances.get(index) ?? 0, -asked(index), place.get(index) ?? 0]);
}

/** Edits between what is typed and the beginning of a name, whichever length of it fits best. */
function beginningDistance(text: string, spelling: string, allowed: number): number {
  let fewest = allowed + 1;
  for (let length = text.length - 1; length <= text.length + 1; length += 1) {
    fewest = Math.min(fewest, editDistance(text, spelling.slice(0, length), allowed));
  }
  return fewest;
}
