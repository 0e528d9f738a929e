import { LANGUAGES } from '../core/language.js';
import { shippedGlossaryLines } from './glossary.js';
import { withoutNumber } from './number.js';
import { fold } from './text.js';
import { lazyMap } from './word-lists.js';

/** Shorter ones are too many things in two languages. */
const SHORTEST = 4;

/** Single words of the glossary by their ideas, the first line of a word first: "archivo" and "fichero" are a "file". */
const IDEAS = lazyMap(() => {
  const ideas = new Map<string, string>();
  for (const line of shippedGlossaryLines()) {
    const words = LANGUAGES.flatMap((language) => line[language]).filter((phrase) => !phrase.includes(' '));
    const [idea] = words.map(singularOf);
    for (const word of words.map(singularOf)) if (idea !== undefined && !ideas.has(word)) ideas.set(word, idea);
  }
  return ideas;
});

function singularOf(word: string): string {
  return withoutNumber(fold(word));
}

/** What a folded word and those that mean the same in either language have in common; the word where nothing is known. */
export function sameIdea(word: string): string {
  return word.length < SHORTEST ? word : (IDEAS.get(singularOf(word)) ?? word);
}
