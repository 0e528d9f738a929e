import { fold } from '../core/text.js';
import { guessLanguage } from './function-words.js';
import { surelySpoken } from './language-of.js';
import { searchWords } from './search-words.js';

/** The language in which somebody speaks, as a list of tags: none where their words do not tell. */
export function spokenLanguages(text: string): readonly string[] {
  const guessed = surelySpoken(text) ?? guessLanguage(searchWords(fold(text)));
  return guessed === null ? [] : [guessed];
}
