import { SPANISH_FEMININE, SPANISH_MASCULINE } from './spanish/words.js';
import { fold, wholeWords } from './text.js';

export type GrammaticalNumber = 'sg' | 'pl';

/** What the notes' own words show about a noun: the articles that stand before it, and whether it is ever lower case. */
export type NounUse = {
  /** Times each article precedes a word, or two words in a row. */
  articlesOf(words: string): Readonly<Record<string, number>>;
  /** Whether the word is written in lower case, inside sentences at least as often as with a capital: it is no name. */
  isCommon(word: string): boolean;
  /** Times the word occurs. */
  count(word: string): number;
};

const ARTICLES = new Set(['el', 'la', 'los', 'las', 'un', 'una', 'unos', 'unas', 'del', 'al', 'a', 'an', 'the']);
const NO_WORD = { word: '', isLower: false, end: -1 };
const NONE: Readonly<Record<string, number>> = {};

/** Reads all prose of a deck once. */
export function nounUseOf(text: string): NounUse {
  const articles = new Map<string, Record<string, number>>();
  const cases = new Map<string, number>();
  const counts = new Map<string, number>();
  const see = (name: string, article: string) => {
    const uses = articles.get(name) ?? {};
    uses[article] = (uses[article] ?? 0) + 1;
    articles.set(name, uses);
  };
  let [second, first] = [NO_WORD, NO_WORD];
  for (const match of text.matchAll(/[\p{L}\p{N}_]+(?:[-.’'][\p{L}\p{N}_]+)*/gu)) {
    const word = fold(match[0]);
    const isLower = /^\p{Ll}/u.test(match[0]);
    const follows = text.slice(first.end, match.index) === ' ';
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (isLower || (follows && first.isLower)) cases.set(word, (cases.get(word) ?? 0) + (isLower ? 1 : -1));
    if (follows && ARTICLES.has(first.word)) see(word, first.word);
    if (follows && ARTICLES.has(second.word)) see(`${first.word} ${word}`, second.word);
    second = follows ? first : NO_WORD;
    first = { word, isLower, end: match.index + match[0].length };
  }
  return {
    articlesOf: (words) => articles.get(fold(words)) ?? NONE,
    isCommon: (word) => {
      const balance = cases.get(fold(word));
      return balance !== undefined && balance >= 0;
    },
    count: (word) => counts.get(fold(word)) ?? 0,
  };
}

function endsFeminine(folded: string): boolean {
  if (/(?:ema|oma|ama|grama)s?$/u.test(folded)) return false;
  return /(?:a|as|cion|ciones|sion|siones|dad|dades|tud|tudes|umbre|umbres|itis)$/u.test(folded);
}

/** Gender of a Spanish noun: by the notes' own articles, then by the word; foreign words count as masculine. */
function isFeminine(noun: string, use: NounUse): boolean {
  const seen = use.articlesOf(noun);
  const times = (names: readonly string[]) => names.reduce((sum, name) => sum + (seen[name] ?? 0), 0);
  const feminine = times(['la', 'las', 'una', 'unas']);
  const masculine = times(['el', 'los', 'un', 'unos', 'del', 'al']);
  if (feminine !== masculine) return feminine > masculine;
  const folded = fold(noun);
  if (SPANISH_FEMININE.has(folded)) return true;
  return !SPANISH_MASCULINE.has(folded) && endsFeminine(folded);
}

/** `el` or `la`, for what is surely named with an article. */
export function definiteSpanish(noun: string, use: NounUse): string {
  return isFeminine(noun, use) && !SPANISH_MASCULINE.has(fold(noun)) ? 'la' : 'el';
}

/**
 * The Spanish definite article for a noun, or `''` for what is named without one: a singular that the notes never
 * give an article.
 */
export function spanishArticle(noun: string, number: GrammaticalNumber, use: NounUse): string {
  if (number === 'pl') return isFeminine(noun, use) ? 'las' : 'los';
  const seen = use.articlesOf(noun);
  const singular = ['el', 'la', 'un', 'una', 'del', 'al'].some((article) => (seen[article] ?? 0) > 0);
  if (!singular) return '';
  return definiteSpanish(noun, use);
}

/** The article of "¿Qué es …?": `un` or `una` where the notes count the thing, the definite one otherwise. */
export function spanishAskArticle(noun: string, use: NounUse): string {
  const seen = use.articlesOf(noun);
  if ((seen.un ?? 0) + (seen.una ?? 0) > 0) return isFeminine(noun, use) ? 'una' : 'un';
  return spanishArticle(noun, 'sg', use);
}

/** `the` where the notes give the phrase's first or last word an article, or `''` for a name. */
export function englishDefinite(phrase: string, use: NounUse): string {
  if (/^\p{Lu}{2,}\p{Ll}?$/u.test(phrase)) return '';
  const words = wholeWords(phrase);
  const last = words.at(-1) ?? '';
  const isCounted = Object.keys(use.articlesOf(words.slice(0, 2).join(' '))).length > 0;
  return isCounted || (words.length > 1 && use.isCommon(last)) ? 'the' : '';
}

/**
 * The English article for a noun as the notes use it, or `''`.
 *
 * @param isCounted its definition begins with "a": where the noun is no name, it has one too
 */
export function englishArticle(phrase: string, isCounted: boolean, use: NounUse): string {
  const words = wholeWords(phrase);
  const seen = use.articlesOf(words.slice(0, 2).join(' '));
  const isIndefinite = (seen.a ?? 0) + (seen.an ?? 0) > 0 || (isCounted && words.every((word) => use.isCommon(word)));
  if (!isIndefinite) return (seen.the ?? 0) > 0 ? 'the' : '';
  return /^(?:[aeiou]|h(?:our|onest))/iu.test(phrase) ? 'an' : 'a';
}

/** A heading's or term's name as it stands inside a sentence: lower case where the notes write it so. */
export function inSentence(name: string, use: NounUse): string {
  const isWord = (word: string) => /^\p{Lu}\p{Ll}+$/u.test(word) && use.isCommon(word) && !name.includes(`${word}-`);
  const capitals = name.match(/(?<![\p{L}\p{N}_])\p{Lu}[\p{L}\p{N}_]*/gu) ?? [];
  if (!isWord(/^[\p{L}\p{N}_]+/u.exec(name)?.[0] ?? '')) return name;
  // Half a name in lower case ("commit Object") is neither a name nor a common noun.
  const isSpanish = /\s(?:del?|en|para|y|con)\s/u.test(name);
  if (!isSpanish && !capitals.every((word) => isWord(word) || /^\p{Lu}{2}/u.test(word))) return name;
  return name.replace(/(?<![\p{L}\p{N}_])\p{Lu}[\p{L}\p{N}_]*/gu, (word) => (isWord(word) ? word.toLowerCase() : word));
}
