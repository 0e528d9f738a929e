import { isFrame } from '../../language/any/asking.js';
import { askedIdea } from '../../language/asked-idea.js';
import { searchWords } from '../../language/search-words.js';

const FIRST_QUESTION = /^.*?[?.\n](?=\s|$)/su;

/** The words of what a text asks about first: `docker` of "What is Docker? What is it used for?". */
export function subjectOf(text: string): readonly string[] {
  const trimmed = text.trim();
  const words = searchWords(FIRST_QUESTION.exec(trimmed)?.[0] ?? trimmed);
  const idea = askedIdea(words.length > 0 ? words : searchWords(trimmed));
  const first = idea.findIndex((word) => !isFrame(word));
  return first === -1 ? [] : idea.slice(first, idea.findLastIndex((word) => !isFrame(word)) + 1);
}
