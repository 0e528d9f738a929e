import { LANGUAGES } from '../../core/language.js';
import { goesWithChatter, isChatter } from '../../language/any/chatter.js';
import { askedIdea } from '../../language/asked-idea.js';
import { isGrammar } from '../../language/function-words.js';
import { isNonsense } from '../../language/nonsense.js';
import { withoutNumber } from '../../language/number.js';
import { stem } from '../../language/stem.js';

const LETTER = /\p{L}/u;
/** Words of some language that mean something by themselves. */
function content(words: readonly string[]): readonly string[] {
  return words.filter((word) => LETTER.test(word) && !isGrammar(word) && !isNonsense(word));
}

/** Whether folded words say something that notes could know: no greeting, no nonsense, not grammar or numbers alone. */
export function saysSomething(words: readonly string[]): boolean {
  const said = content(words).filter((word) => !isChatter(word));
  return words.some(isChatter) ? said.some((word) => !goesWithChatter(word)) : said.length > 0;
}

/** A word in none of its forms, the same for both languages. Only good for comparing. */
function bare(word: string): string {
  const singular = withoutNumber(word);
  return singular.length <= 3 ? singular : LANGUAGES.reduce<string>(stem, singular);
}

/**
 * What folded words ask about, the same for all ways to ask it: "¿qué es un pod?", "what are pods?", "pod". Only good
 * for comparing.
 */
export function meaningOf(words: readonly string[]): string {
  const idea = askedIdea(words);
  const meant = idea.filter((word) => !isGrammar(word));
  return [...new Set((meant.length > 0 ? meant : idea).map(bare))].sort().join(' ');
}
