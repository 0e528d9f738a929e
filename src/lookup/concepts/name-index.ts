import type { Passage } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { ITEMS_PER_STEP, type Steps } from '../../core/steps.js';
import { withoutNumber } from '../../language/number.js';
import { fold } from '../../language/search-words.js';
import { stem } from '../../language/stem.js';
import { type GramIndex, indexGrams } from '../index/grams.js';
import type { Vocabulary } from '../index/vocabulary.js';
import { type Name, namesOf } from './names.js';

/** An index of the names of all passages. */
export type NameIndex = {
  readonly names: readonly Name[];
  /** Names that are these words: exactly, whatever the spaces, whatever the number, or by stem. */
  exactly(words: readonly string[]): readonly Name[];
  unspaced(words: readonly string[]): readonly Name[];
  numberless(words: readonly string[]): readonly Name[];
  stemmed(words: readonly string[]): readonly Name[];
  /** Names of titles typed as they stand, signs included: `C++`. */
  verbatim(query: string): readonly Name[];
  /** Names that hold a word of the vocabulary. */
  holding(word: number): readonly Name[];
  /** The words of each name as text, in the order of `names`. */
  readonly spellings: readonly string[];
  readonly bySpelling: GramIndex;
};

export function* indexNames(passages: readonly Passage[], vocabulary: Vocabulary): Steps<NameIndex> {
  const names = passages.flatMap(namesOf);
  const byKey = new Map<string, Name[]>();
  const byWord = new Map<number, Name[]>();
  const byTitle = new Map<string, Name[]>();
  for (const [index, name] of names.entries()) {
    if (index % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    for (const key of keysOf(name.words)) addName(byKey, key, name);
    for (const word of new Set(name.words)) {
      const id = vocabulary.idOf(word);
      if (id !== undefined) addName(byWord, id, name);
    }
    const title = passages[name.passage]?.title ?? '';
    if (name.strength === 1) addName(byTitle, fold(title).trim(), name);
  }
  const spellings = names.map(({ words }) => words.join(' '));
  return {
    names,
    spellings,
    bySpelling: yield* indexGrams(spellings),
    exactly: (words) => byKey.get(exactKey(words)) ?? [],
    unspaced: (words) => byKey.get(unspacedKey(words)) ?? [],
    numberless: (words) => byKey.get(numberlessKey(words)) ?? [],
    stemmed: (words) => [...(byKey.get(stemKey(words, 'en')) ?? []), ...(byKey.get(stemKey(words, 'es')) ?? [])],
    verbatim: (query) => byTitle.get(fold(query).trim()) ?? [],
    holding: (word) => byWord.get(word) ?? [],
  };
}

function keysOf(words: readonly string[]): readonly string[] {
  return [exactKey(words), unspacedKey(words), numberlessKey(words), stemKey(words, 'en'), stemKey(words, 'es')];
}
function exactKey(words: readonly string[]): string {
  return words.join(' ');
}
function unspacedKey(words: readonly string[]): string {
  return `=${words.join('')}`;
}
function numberlessKey(words: readonly string[]): string {
  return `#${words.map(withoutNumber).join(' ')}`;
}
function stemKey(words: readonly string[], language: Language): string {
  return `${language}:${words.map((word) => stem(word, language)).join(' ')}`;
}

function addName<Key>(map: Map<Key, Name[]>, key: Key, name: Name): void {
  const known = map.get(key);
  if (!known) map.set(key, [name]);
  else if (known.at(-1) !== name) known.push(name);
}
