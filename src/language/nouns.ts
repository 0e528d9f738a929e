import { pattern } from '../core/word-pattern.js';
import { anyList, anySet } from './lists.js';
import { nounStem } from './number.js';
import { fold } from './text.js';

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

const ARTICLES = anySet('articles before nouns');
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

const pluralArticles = anyList('plural articles');
/** Endings that are plurals in Spanish, and seldom in a name. */
const NATIVE_PLURAL = /(?:os|as|[aeiou][lnrdzjy]es|ces|eyes)$/u;

/** A word in -s is a plural by a native ending, by a plural article, or where the notes use it as a common noun. */
export function pluralBySight(word: string, use: NounUse): boolean {
  const seen = use.articlesOf(word);
  const plural = pluralArticles().some((article) => (seen[article] ?? 0) > 0);
  return plural || NATIVE_PLURAL.test(fold(word)) || use.isCommon(word) || use.isCommon(nounStem(word));
}

/** The first word of a noun phrase without its signs. */
export function headOf(noun: string): string {
  return /[\p{L}\p{N}_]+/u.exec(noun)?.[0] ?? noun;
}

/** Whether two things are named: "requests and limits". */
export const isPair = pattern('u')`\s(?:${anyList('pair joints')}|&)\s`;

const JOINED = pattern('u')`\s${anyList('name joints')}\s`;

/** A heading's or term's name as it stands inside a sentence: lower case where the notes write it so. */
export function inSentence(name: string, use: NounUse): string {
  const isWord = (word: string) => /^\p{Lu}\p{Ll}+$/u.test(word) && use.isCommon(word) && !name.includes(`${word}-`);
  const capitals = name.match(/(?<![\p{L}\p{N}_])\p{Lu}[\p{L}\p{N}_]*/gu) ?? [];
  if (!isWord(/^[\p{L}\p{N}_]+/u.exec(name)?.[0] ?? '')) return name;
  // Half a name in lower case ("commit Object") is neither a name nor a common noun.
  if (!JOINED().test(name) && !capitals.every((word) => isWord(word) || /^\p{Lu}{2}/u.test(word))) return name;
  return name.replace(/(?<![\p{L}\p{N}_])\p{Lu}[\p{L}\p{N}_]*/gu, (word) => (isWord(word) ? word.toLowerCase() : word));
}
