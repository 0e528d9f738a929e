import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import type { Language } from '../core/language.js';

const STEMMER = { en: stemEnglish, es: stemSpanish } as const satisfies Record<Language, (word: string) => string>;
const HAS_DIGIT = /\d/;

/** The Snowball stem of a folded word. What holds a digit (`k8s`, `2010`) is a name and stays whole. */
export function stem(word: string, language: Language): string {
  return HAS_DIGIT.test(word) ? word : STEMMER[language](word);
}
