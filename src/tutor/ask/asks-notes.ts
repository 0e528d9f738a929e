import { askedIdea } from '../../language/asked-idea.js';
import { isAsked, isEverydayWord } from '../../language/asks.js';
import { isPartOfTalk } from '../../language/follow-up.js';
import { ALL_GRAMMARS } from '../../language/grammars.js';
import { searchWords } from '../../language/search-words.js';
import { hasMeaning } from '../../lookup/text/meaning.js';

/** Words of a thing's name, at most. */
const LONGEST_NAME = 5;

/**
 * Whether words ask something that notes could say: a question, or the name of a thing. Greetings, nonsense, single words of
 * every day, orders and what somebody tells are none of it.
 */
export function asksNotes(text: string): boolean {
  const words = searchWords(text);
  if (!hasMeaning(words)) return false;
  return isAsked(text) || (!isEverydayWord(text) && isNameLike(text, words));
}

function isNameLike(text: string, words: readonly string[]): boolean {
  if (words.length === 1) return true;
  if (words.length > LONGEST_NAME || askedIdea(words).some(isPartOfTalk)) return false;
  return !ALL_GRAMMARS.some((grammar) => isOrder(words, grammar) || grammar.sentences.clauseOf(text) !== null);
}

/** "Delete the deck": a verb, and what it is to be done to. */
function isOrder([first = '', second = '']: readonly string[], { words }: (typeof ALL_GRAMMARS)[number]): boolean {
  return words.actions.has(first) && words.articles.has(second);
}
