import { LANGUAGES, type Language } from '../core/language.js';
import { ENGLISH_TELLING } from './english/telling.js';
import { SPANISH_TELLING } from './spanish/telling.js';
import type { Telling } from './telling.js';
import { wholeWords } from './text.js';

const TELLING: Readonly<Record<Language, Telling>> = { en: ENGLISH_TELLING, es: SPANISH_TELLING };

/** Words read at most: enough for a verdict on any text. */
const SAMPLE_WORDS = 2000;
/** Votes ahead of the others that need no second opinion. */
const CLEAR = 2;

function sum(words: readonly string[], votes: (word: string) => number): number {
  return words.reduce((total, word) => total + votes(word), 0);
}

type Votes = { readonly language: Language; readonly votes: number };

/** The most votes first, and by how many they are ahead. */
function ahead(all: readonly Votes[]): { readonly first: Votes | undefined; readonly by: number } {
  const [first, second] = [...all].sort((a, b) => b.votes - a.votes);
  return { first, by: (first?.votes ?? 0) - (second?.votes ?? 0) };
}

/** What small words say: they are enough where they are clear. */
function votesOfWords(words: readonly string[]): readonly Votes[] {
  return LANGUAGES.map((language) => ({
    language,
    votes: sum(words, (word) => (TELLING[language].words.has(word) ? 1 : 0)),
  }));
}

/** The same with what verbs, endings and letters say. */
function withHints(all: readonly Votes[], sample: string, words: readonly string[]): readonly Votes[] {
  return all.map(({ language, votes }) => {
    const { letters, hint } = TELLING[language];
    return { language, votes: votes + sum(words, hint) + (letters?.test(sample) ? 1 : 0) };
  });
}

/** The language of a text by a vote of its small words, then of its verbs and letters; `fallback` where they tie. */
export function languageOf(text: string, fallback: Language): Language {
  const sample = text.slice(0, SAMPLE_WORDS * 12);
  const words = wholeWords(sample).slice(0, SAMPLE_WORDS);
  const votes = votesOfWords(words);
  const clear = ahead(votes);
  const { first, by } = clear.by >= CLEAR ? clear : ahead(withHints(votes, sample, words));
  return first === undefined || by === 0 ? fallback : first.language;
}

/** The language that only one has in which people would say this to the bot, or `null`. */
export function surelySpoken(text: string): Language | null {
  return LANGUAGES.find((language) => TELLING[language].isSpoken(text.toLowerCase())) ?? null;
}
