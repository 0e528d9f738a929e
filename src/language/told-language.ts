import { isLanguage, LANGUAGES, type Language } from '../core/language.js';
import { ENGLISH_TELLING } from './english/telling.js';
import { SPANISH_TELLING } from './spanish/telling.js';
import type { Telling } from './telling.js';
import { wholeWords } from './text.js';

/** The language that a text is in, as two letters of BCP 47; `null` where that is not sure. */
export type ToldLanguage = (text: string) => string | null;

/** Says nothing of any text: whoever asks goes by the small words of the languages that have a grammar. */
export const NOTHING_TOLD: ToldLanguage = () => null;

const TELLING: Readonly<Record<Language, Telling>> = { en: ENGLISH_TELLING, es: SPANISH_TELLING };

/** Fewer words than this look alike in several languages: "Comandos básicos", "docker compose". */
const LEAST_WORDS = 6;
/** What the detector reads of a text, in characters. */
const SAMPLE = 1_000;
/** Of texts up to so many words, how far a language of one kind, ours or another, has to be ahead of the other kind. */
const LEADS = [
  { words: 7, lead: 0.06 },
  { words: 19, lead: 0.04 },
  { words: Number.POSITIVE_INFINITY, lead: 0.02 },
] as const;

/** What is the same in every language: code, addresses, pictures. */
const NO_WORDS = /`[^`\n]{1,300}`|!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)|\b[a-z]{2,10}:\/\/\S{1,500}/giu;

/** Small words of Galician, which the detector does not know: to it Galician is Portuguese or Spanish. */
const GALICIAN = /(?<!\p{L})(?:[dn]?unha|alg?unha|ningunha|xa|moi|hai|coas?|non|tamén|máis|agás)(?!\p{L})/giu;
const LIKE_GALICIAN: ReadonlySet<string> = new Set(['pt', 'es']);
/** One word in so many. */
const GALICIAN_SHARE = 30;

/**
 * Whether a text is surely in a language that has a grammar here, by small words that none of its neighbours has. Most
 * notes are, and are told from others without a detector.
 */
export function isPlainlyOurs(text: string): boolean {
  const words = wholeWords(text.slice(0, 4 * SAMPLE));
  return LANGUAGES.some((language) => {
    const { sure, words: small } = TELLING[language];
    const count = (set: Telling['words']) => words.filter((word) => set.has(word)).length;
    const [surely, all] = [count(sure), count(small)];
    return (surely >= 1 && all * 3 >= words.length) || (surely >= 2 && Math.max(surely * 8, all * 5) >= words.length);
  });
}

/** The prose of a text as far as it is looked at. */
function proseOf(text: string): string {
  return text
    .slice(0, 4 * SAMPLE)
    .replace(NO_WORDS, ' ')
    .slice(0, SAMPLE);
}

/** Scripts that put nothing between words; two letters of them make about one. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** How many words of prose a text has, up to some hundred. */
export function wordsOfProse(text: string): number {
  return wordsIn(proseOf(text));
}

function wordsIn(prose: string): number {
  return wholeWords(prose).length + Math.floor((prose.match(UNPARTED)?.length ?? 0) / 2);
}

/** @see loadToldLanguage */
type Detector = {
  detect(text: string): {
    readonly language: string;
    isReliable(): boolean;
    getScores(): Readonly<Record<string, number>>;
  };
};

function isGalician(language: string, prose: string, words: number): boolean {
  if (!LIKE_GALICIAN.has(language)) return false;
  const signs = prose.match(GALICIAN)?.length ?? 0;
  return signs >= 2 && signs * GALICIAN_SHARE >= words;
}

function toldBy(detector: Detector, text: string): string | null {
  const prose = proseOf(text);
  const words = wordsIn(prose);
  if (words < LEAST_WORDS) return null;
  const found = detector.detect(prose);
  if (isGalician(found.language, prose, words)) return 'gl';
  if (!found.isReliable()) return null;
  const lead = LEADS.find((step) => words <= step.words)?.lead ?? 0;
  return leadOf(found.language, found.getScores()) >= lead ? found.language : null;
}

/** How far a language is ahead: of Spanish and English where it is another one, of every other where it is one of them. */
function leadOf(language: string, scores: Readonly<Record<string, number>>): number {
  const rivals = Object.entries(scores).filter(([other]) => isLanguage(other) !== isLanguage(language));
  return (scores[language] ?? 0) - Math.max(0, ...rivals.map(([, score]) => score));
}

let loading: Promise<ToldLanguage> | null = null;

/** The detector, loaded when a text first needs it: a megabyte of n-grams that takes half a second. */
export function loadToldLanguage(): Promise<ToldLanguage> {
  loading ??= import('eld/extrasmall').then(
    ({ eld }) =>
      (text) =>
        toldBy(eld, text),
  );
  return loading;
}
