import { fold } from '../core/text.js';
import { guessLanguage } from './function-words.js';
import { searchWords } from './search-words.js';

/** Signs and greetings that only one of the languages has. */
const SPANISH = /[¿¡ñ]|\b(?:hola|buenas|buenos|gracias|ayuda|repasar|explicar|hoy)\b/u;

/** The language in which somebody speaks, as a list of tags: none where their words do not tell. */
export function spokenLanguages(text: string): readonly string[] {
  const guessed = SPANISH.test(text.toLowerCase()) ? 'es' : guessLanguage(searchWords(fold(text)));
  return guessed === null ? [] : [guessed];
}
