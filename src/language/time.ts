import type { Language } from '../core/language.js';

/** A sentence without the words that say when, and those words. */
export type Timed = { readonly when: string; readonly before: string; readonly after: string };

const raw = String.raw;
const YEAR = raw`(?:1\d|20)\d\d(?!\d)`;
const SPANISH_MONTH =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)';
const ENGLISH_MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)';
const SPANISH_DAY = raw`(?:el\s)?\d{1,2}\sde\s${SPANISH_MONTH}(?:\sdel?\s${YEAR})?`;
const ROUGHLY = raw`(?:a\s(?:fines|finales|mediados|principios|comienzos)\sdel?|en|durante)\s(?:el\s|la\s|los\s)?`;

const PATTERNS: Readonly<Record<Language, readonly string[]>> = {
  es: [
    raw`entre\s${YEAR}\sy\s${YEAR}`,
    raw`de(?:sde)?\s${YEAR}\s(?:a|hasta)\s${YEAR}`,
    raw`(?:desde\s|hasta\s)?${SPANISH_DAY}`,
    raw`en\s${SPANISH_MONTH}\sdel?\s${YEAR}`,
    raw`(?:en|desde|hasta|hacia|alrededor\sde)\s(?:el\s)?(?:a[nñ]o\s)?(?:${YEAR}|\d{1,4}\s[ad]\.\s?C\.)`,
    raw`${ROUGHLY}(?:siglos?\s[IVXLC]+(?:\sy\s[IVXLC]+)?|d[eé]cada\sde\s(?:los\s)?\S+)`,
  ],
  en: [
    raw`between\s${YEAR}\sand\s${YEAR}`,
    raw`from\s${YEAR}\s(?:to|until)\s${YEAR}`,
    raw`(?:on\s|since\s|until\s)?${ENGLISH_MONTH}\s\d{1,2}(?:st|nd|rd|th)?,\s${YEAR}`,
    raw`(?:on\s)?(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?${ENGLISH_MONTH}(?:\s${YEAR})?`,
    raw`in\s${ENGLISH_MONTH}\s(?:of\s)?${YEAR}`,
    raw`(?:in|since|until|around|by)\s(?:the\s(?:early\s|late\s|mid[-\s])?)?(?:${YEAR}s?|\d{1,2}(?:st|nd|rd|th)\scentury|\d{1,4}\s(?:BCE?|AD|CE))`,
  ],
};

function timesOf(patterns: readonly string[]): RegExp {
  const era = raw`(?:\s(?:[ad]\.\s?C\.|BCE?|AD|CE))?`;
  return new RegExp(raw`(?<![\p{L}\p{N}])(?:${patterns.join('|')})${era}(?![\p{L}\p{N}-])`, 'iu');
}

const TIMES = { es: timesOf(PATTERNS.es), en: timesOf(PATTERNS.en) } as const;

/** Where a sentence says when something was, by a year, a day or a century; `null` where it does not. */
export function timeIn(sentence: string, language: Language): Timed | null {
  const found = TIMES[language].exec(sentence);
  if (!found) return null;
  const { 0: when, index } = found;
  return { when, before: sentence.slice(0, index).trimEnd(), after: sentence.slice(index + when.length) };
}
