import { LANGUAGES, type Language } from '../../core/language.js';
import { fold } from '../text.js';

/** The languages whose names are known as titles of columns, by their codes. */
const TONGUES = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ca', 'gl', 'eu', 'la', 'el', 'ja', 'zh', 'ko', 'ru', 'ar', 'nl'];
const TONGUE_BY_NAME = new Map(
  LANGUAGES.flatMap((language) => TONGUES.map((code) => [fold(tongueIn(language, code)), code] as const)),
);

/** What a language is called in another: "Spanish" for `es` in English. */
export function tongueIn(language: Language, code: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
}

/** The code of the language that a column is named after: "Español", "English"; `null` for any other name. */
export function tongueNamed(column: string): string | null {
  return TONGUE_BY_NAME.get(fold(column)) ?? null;
}
