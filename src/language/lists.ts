import { LANGUAGES, type Language } from '../core/language.js';
import { fold } from './text.js';
import { lazily, lazySet, type WordLists, type WordSet, wordLists } from './word-lists.js';

const FILES = [
  'grammar',
  'verbs',
  'headings',
  'phrases',
  'questions',
  'talk',
  'everyday',
  'asking',
  'answers',
] as const;

function listsIn(folder: string): WordLists {
  return wordLists(FILES.map((file) => `${folder}/${file}.txt`));
}

/** The lists of each language; a new language has a folder of its own in `words/`. */
export const LISTS: Readonly<Record<Language, WordLists>> = { en: listsIn('english'), es: listsIn('spanish') };

/** The entries that a list has in any language, for what notes write whatever language they are in. */
export function anyList(name: string): () => readonly string[] {
  const lists = LANGUAGES.map((language) => LISTS[language].list(name));
  return lazily(() => [...new Set(lists.flatMap((list) => list()))]);
}

/** A pair of folded words of a list, and the language that it is in. */
export type Pair = { readonly language: Language; readonly left: string; readonly right: string };

/** The pairs that a list has, of every language. */
export function anyPairs(name: string): () => readonly Pair[] {
  return lazily(() =>
    LANGUAGES.flatMap((language) => {
      return LISTS[language]
        .pairs(name)()
        .map(([left, right]): Pair => ({ language, left, right }));
    }),
  );
}

/** The same folded, to ask whether a word is among them. */
export function anySet(name: string): WordSet {
  const list = anyList(name);
  return lazySet(() => list().map(fold));
}
