import { contentWords, guessLanguage } from '../../language/function-words.js';
import type { Glossary } from '../glossary/glossary.js';
import type { Expander, Expansion } from './expand.js';
import type { Term } from './term.js';

/** The weight of a short name for each word of a phrase that it stands for: `SO` for "sistema operativo". */
const PHRASE_WEIGHT = 0.8;

/** The content words of a question, each once, with their expansions. */
export function termsOf(words: readonly string[], expander: Expander, glossary: Glossary): readonly Term[] {
  const content = new Set(contentWords(words, guessLanguage(words)));
  const terms = new Map([...content].map((word) => [word, new Map(expander.expand(word))]));
  for (const phrase of phrasesOf(words, glossary.longestPhrase)) {
    const shortNames = glossary
      .renderings(phrase)
      .flatMap((rendering) => (rendering.words.length === 1 ? rendering.words : []));
    for (const [id, weight] of shortNames.flatMap((name) => exactMatches(name, expander))) {
      for (const word of phrase) addTranslation(terms.get(word), id, weight * PHRASE_WEIGHT);
    }
  }
  return [...terms].map(([word, expansions]) => ({ word, expansions }));
}

/** All sequences of two to `longest` words. */
function phrasesOf(words: readonly string[], longest: number): readonly (readonly string[])[] {
  const phrases: (readonly string[])[] = [];
  for (let size = 2; size <= longest; size += 1) {
    for (let start = 0; start + size <= words.length; start += 1) phrases.push(words.slice(start, start + size));
  }
  return phrases;
}

function exactMatches(name: string, expander: Expander): readonly (readonly [number, number])[] {
  return [...expander.expand(name)]
    .filter(([, { kind }]) => kind === 'same')
    .map(([id, { weight }]) => [id, weight] as const);
}

function addTranslation(expansions: Map<number, Expansion> | undefined, id: number, weight: number): void {
  if (!expansions || (expansions.get(id)?.weight ?? 0) >= weight) return;
  expansions.set(id, { weight, kind: 'translation' });
}
