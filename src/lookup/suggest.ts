import type { Passage } from '../core/card.js';
import type { PassageId } from '../core/ids.js';
import type { NameIndex } from './concepts/name-index.js';
import { allowedEdits, edits } from './text/edits.js';
import { fold, wordsOf } from './text/fold.js';

export type Suggestion = { readonly title: string; readonly passageId: PassageId };

const LONGEST_TYPED = 80;
/** A few letters are too little to tell a slip from another word. */
const SHORTEST_TYPO = 4;
const LEAST_LIKENESS = 0.15;
const MOST_COMPARED = 60;

/** Titles for what is typed so far: those that begin with it, those with a word that does, those nearly so. */
export function suggestTitles(
  typed: string,
  limit: number,
  passages: readonly Passage[],
  names: NameIndex,
): readonly Suggestion[] {
  const text = wordsOf(typed.slice(0, LONGEST_TYPED)).join(' ');
  if (text === '' && typed.trim() !== '') return [];
  const found = new Map<string, Suggestion>();
  for (const passage of candidates(text, limit, names)) {
    if (found.size >= limit) break;
    const of = passages[passage];
    const key = fold(of?.title ?? '').trim();
    if (of && key !== '' && !found.has(key)) found.set(key, { title: of.title, passageId: of.id });
  }
  return [...found.values()];
}

function* candidates(text: string, limit: number, names: NameIndex): Iterable<number> {
  const beginning: number[] = [];
  const within: number[] = [];
  for (const [index, spelling] of names.spellings.entries()) {
    if (spelling.startsWith(text)) beginning.push(index);
    else if (spelling.includes(` ${text}`)) within.push(index);
  }
  const passageOf = (index: number) => names.names[index]?.passage ?? -1;
  const ordered = text === '' ? beginning : [...shortestFirst(beginning, names), ...shortestFirst(within, names)];
  yield* ordered.map(passageOf);
  if (text.length >= SHORTEST_TYPO && ordered.length < limit) yield* misspelled(text, names).map(passageOf);
}

function shortestFirst(indexes: readonly number[], names: NameIndex): readonly number[] {
  const length = (index: number) => names.spellings[index]?.length ?? 0;
  return [...indexes].sort((a, b) => length(a) - length(b) || a - b);
}

/** Names that begin almost as typed, the nearest first. */
function misspelled(text: string, names: NameIndex): readonly number[] {
  const allowed = allowedEdits(text.length);
  return names.likeSpelled
    .near(text, LEAST_LIKENESS, MOST_COMPARED)
    .map(({ index }) => ({ index, distance: beginningDistance(text, names.spellings[index] ?? '', allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .map(({ index }) => index);
}

/** Edits between what is typed and the beginning of a name, whichever length of it fits best. */
function beginningDistance(text: string, spelling: string, allowed: number): number {
  let fewest = allowed + 1;
  for (let length = text.length - 1; length <= text.length + 1; length += 1) {
    fewest = Math.min(fewest, edits(text, spelling.slice(0, length), allowed));
  }
  return fewest;
}
