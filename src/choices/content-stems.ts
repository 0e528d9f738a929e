import type { Language } from '../core/language.js';
import { isGrammar } from '../language/function-words.js';
import { sameIdea } from '../language/same-idea.js';
import { searchWords } from '../language/search-words.js';
import { stem } from '../language/stem.js';
import { plainMarkdown } from '../language/text.js';

/** The stems of the words that mean something, the same for words of one idea in both languages. */
export function contentStems(markdown: string, language: Language): ReadonlySet<string> {
  const words = searchWords(plainMarkdown(markdown)).filter((word) => !isGrammar(word));
  return new Set(words.map((word) => sameIdea(stem(word, language))));
}

export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const each of a) if (b.has(each)) count += 1;
  return count;
}

/** How much of the smaller one is in the other, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : shared(a, b) / least;
}
