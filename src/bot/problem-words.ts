import type { Language } from '../core/language.js';
import { CATALOGUES, type MessageKey, say } from './messages/say.js';

type Worded = { readonly code: string; readonly message?: string; readonly tongue?: string | undefined };

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(CATALOGUES.en, key);
}

/** The name of a language, by its two letters. */
function nameOf(language: Language, tongue: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tongue) ?? tongue;
}

/** Why a line or a file of notes gives no card. A code without a sentence has its own message, or stands for itself. */
export function problemWords(language: Language, problem: Worded): string {
  const key = `problem.code.${problem.code}`;
  if (!isKey(key)) return problem.message ?? problem.code;
  return say(language, key, problem.tongue === undefined ? {} : { name: nameOf(language, problem.tongue) });
}
