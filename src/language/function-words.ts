import { LANGUAGES, type Language } from '../core/language.js';
import { LISTS } from './lists.js';
import type { WordSet } from './word-lists.js';

/**
 * Words that carry grammar, not meaning, folded. They are dropped from questions only, and only those of the
 * question's own language: `a`, `me`, `he` mean different things in Spanish and English, and notes are indexed whole.
 * Negations stay: "no" can be what a question is about. What says little on a card is another list, `[stop words]`.
 */
const FUNCTION_WORDS: Readonly<Record<Language, WordSet>> = {
  en: LISTS.en.set('function words'),
  es: LISTS.es.set('function words'),
};

/** The language that a question's function words speak for, or `null` where they do not tell. */
export function guessLanguage(words: readonly string[]): Language | null {
  const counted = LANGUAGES.map((language) => ({
    language,
    count: words.filter((word) => FUNCTION_WORDS[language].has(word)).length,
  }));
  const [first, second] = counted.sort((a, b) => b.count - a.count);
  return first === undefined || first.count === (second?.count ?? 0) ? null : first.language;
}

/** Whether a word is mere grammar in a question of this language; where that is unknown, it must be so in all. */
export function isFunctionWord(word: string, language: Language | null): boolean {
  if (language !== null) return FUNCTION_WORDS[language].has(word);
  return LANGUAGES.every((each) => FUNCTION_WORDS[each].has(word));
}

/** The words that mean something, or all of them where none does. */
export function contentWords(words: readonly string[], language: Language | null): readonly string[] {
  const kept = words.filter((word) => !isFunctionWord(word, language));
  return kept.length > 0 ? kept : words;
}

/** Whether a word is grammar in one of the languages. */
export function isGrammar(word: string): boolean {
  return LANGUAGES.some((language) => FUNCTION_WORDS[language].has(word));
}
