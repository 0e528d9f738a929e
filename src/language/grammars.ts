import { isLanguage, type Language } from '../core/language.js';
import { ENGLISH } from './english/grammar.js';
import type { Grammar } from './grammar.js';
import { languageOf } from './language-of.js';
import { NEUTRAL } from './neutral.js';
import { SPANISH } from './spanish/grammar.js';

const GRAMMARS: Readonly<Record<Language, Grammar>> = { en: ENGLISH, es: SPANISH };

/** Every grammar that there is, for what may be in another language than the text around it. */
export const ALL_GRAMMARS: readonly Grammar[] = [SPANISH, ENGLISH];

export function grammarOf(language: Language): Grammar {
  return GRAMMARS[language];
}

/** The grammar of a language by its two letters, which may be one that nobody taught us. */
export function grammarFor(language: string): Grammar {
  return isLanguage(language) ? GRAMMARS[language] : NEUTRAL;
}

/** The grammar for a part of notes: parts may be in another language than the whole, unless that is none we know. */
export function grammarIn(text: string, around: Grammar): Grammar {
  return around.code === null ? around : grammarOf(languageOf(text, around.code));
}
