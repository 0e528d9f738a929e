import { contentWords, guessLanguage } from '../../language/function-words.js';
import type { Glossary } from '../glossary/glossary.js';
import type { Expander, Relative } from './expand.js';
import type { Term } from './term.js';

/** How sure a short name is for each word of a phrase that it stands for: `SO` for "sistema operativo". */
const SURE_OF_PHRASE = 0.8;

/** What a question asks for: its words with a meaning of their own, each once, and all that they can mean. */
export function termsOf(words: readonly string[], expander: Expander, glossary: Glossary): readonly Term[] {
  const content = new Set(contentWords(words, guessLanguage(words)));
  const terms = new Map([...content].map((word) => [word, new Map(expander.relativesOf(word))]));
  for (const phrase of phrasesOf(words, glossary.longestPhrase)) {
    const shortNames = glossary
      .renderings(phrase)
      .flatMap((rendering) => (rendering.words.length === 1 ? rendering.words : []));
    for (const [id, weight] of shortNames.flatMap((name) => exactReadings(name, expander))) {
      for (const word of phrase) addTranslation(terms.get(word), id, weight * SURE_OF_PHRASE);
    }
  }
  return [...terms].map(([word, relatives]) => ({ word, relatives }));
}

/** Runs of two words and more. */
function phrasesOf(words: readonly string[], longest: number): readonly (readonly string[])[] {
  const phrases: (readonly string[])[] = [];
  for (let size = 2; size <= longest; size += 1) {
    for (let start = 0; start + size <= words.length; start += 1) phrases.push(words.slice(start, start + size));
  }
  return phrases;
}

function exactReadings(name: string, expander: Expander): readonly (readonly [number, number])[] {
  return [...expander.relativesOf(name)]
    .filter(([, { kinship }]) => kinship === 'same')
    .map(([id, { weight }]) => [id, weight] as const);
}

function addTranslation(relatives: Map<number, Relative> | undefined, id: number, weight: number): void {
  if (!relatives || (relatives.get(id)?.weight ?? 0) >= weight) return;
  relatives.set(id, { weight, kinship: 'translation' });
}
