import { LANGUAGES } from '../../core/language.js';
import { goesWithChatter, isChatter } from '../../language/any/chatter.js';
import { askedIdea } from '../../language/asked-idea.js';
import { isGrammar } from '../../language/function-words.js';
import { isNonsense } from '../../language/nonsense.js';
import { withoutNumber } from '../../language/number.js';
import { sameIdea } from '../../language/same-idea.js';
import { stem } from '../../language/stem.js';

const LETTER = /\p{L}/u;
/** Content words, of any language. */
function contentOnly(words: readonly string[]): readonly string[] {
  return words.filter((word) => LETTER.test(word) && !isGrammar(word) && !isNonsense(word));
}

/** Whether folded words are about something that notes could answer: not just greetings, nonsense, grammar or numbers. */
export function hasMeaning(words: readonly string[]): boolean {
  const meaningful = contentOnly(words).filter((word) => !isChatter(word));
  return words.some(isChatter) ? meaningful.some((word) => !goesWithChatter(word)) : meaningful.length > 0;
}

/** The stem of a word in all languages, for comparing only. */
function rootOf(word: string): string {
  const singular = withoutNumber(word);
  return singular.length <= 3 ? singular : LANGUAGES.reduce<string>(stem, singular);
}

/**
 * A key for what folded words ask about, the same for "¿qué es un pod?", "what are pods?" and "pod", and for words
 * that the glossary holds for one idea. For comparing only.
 */
export function meaningOf(words: readonly string[]): string {
  const idea = askedIdea(words);
  const contentWords = idea.filter((word) => !isGrammar(word));
  return [...new Set((contentWords.length > 0 ? contentWords : idea).map(sameIdea).map(rootOf))].sort().join(' ');
}
