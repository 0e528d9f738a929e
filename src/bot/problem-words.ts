import type { Language } from '../core/language.js';
import { CATALOGUES, type MessageKey, say } from './messages/say.js';

type Worded = { readonly code: string; readonly message: string; readonly tongue?: string | undefined };

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(CATALOGUES.en, key);
}

/** What speakers of one language call another, by its two letters. */
function nameOf(language: Language, tongue: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tongue) ?? tongue;
}

/** Why a line or a file of notes gives no card; the notes' own English for a code that the catalogue does not know. */
export function problemWords(language: Language, problem: Worded): string {
  const key = `problem.code.${problem.code}`;
  if (!isKey(key)) return problem.message;
  return say(language, key, problem.tongue === undefined ? {} : { name: nameOf(language, problem.tongue) });
}
