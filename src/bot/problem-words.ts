import type { Language } from '../core/language.js';
import { CATALOGUES, type MessageKey, say } from './messages/say.js';

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(CATALOGUES.en, key);
}

/** Why a line or a file of notes gives no card; the notes' own English for a code that the catalogue does not know. */
export function problemWords(language: Language, problem: { readonly code: string; readonly message: string }): string {
  const key = `problem.code.${problem.code}`;
  return isKey(key) ? say(language, key) : problem.message;
}
