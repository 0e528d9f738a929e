import { firstWords } from '../clause.js';
import type { TermName } from '../grammar.js';
import { type GrammaticalNumber, headOf, type NounUse, pluralBySight } from '../nouns.js';
import { looksPlural, nounStem } from '../number.js';
import { fold } from '../text.js';
import { clauseOf } from './clause.js';
import { SPANISH_FEMININE, SPANISH_MASCULINE } from './words.js';

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

/** The article of a property, "la función", "los objetivos", by how it ends; for what the notes give none. */
export function articleBySight(noun: string, number: GrammaticalNumber): string {
  const folded = fold(noun);
  const isKnown = SPANISH_FEMININE.has(folded) || SPANISH_FEMININE.has(nounStem(folded));
  const isFeminine = isKnown || (!SPANISH_MASCULINE.has(folded) && endsFeminine(folded));
  if (number === 'pl') return isFeminine ? 'las' : 'los';
  return isFeminine ? 'la' : 'el';
}

/** The article of "¿Qué es …?": `un` or `una` where the notes count the thing, the definite one otherwise. */
export function spanishAskArticle(noun: string, use: NounUse): string {
  const seen = use.articlesOf(noun);
  if ((seen.un ?? 0) + (seen.una ?? 0) > 0) return isFeminine(noun, use) ? 'una' : 'un';
  return spanishArticle(noun, 'sg', use);
}

const DEFINITE: Readonly<Record<string, string>> = { un: 'el', una: 'la', unos: 'los', unas: 'las' };

export function definite(article: string): string {
  return DEFINITE[article] ?? article;
}

export function isPluralNoun(noun: string, article: string, use: NounUse): boolean {
  if (article !== '') return /^(?:los|las|unos|unas)$/u.test(article);
  const head = headOf(noun);
  return looksPlural(head) && pluralBySight(head, use);
}

/** Endings that only plurals have. */
const NATIVE_PLURAL = /(?:[^aeiou]os|[^aeilou]as|[aeo]ciones|siones|dades|[aeiou][lnrdzj]es)$/u;

export function numberOfTerm(term: string, definition: string): GrammaticalNumber {
  if (/^(?:los|las|unos|unas)\s/iu.test(term)) return 'pl';
  const [head = ''] = firstWords(term.replace(/\s*\(.*$/u, ''), 1);
  if (!looksPlural(head) || /\p{Lu}{2}/u.test(term)) return 'sg';
  const [first = ''] = firstWords(definition, 1);
  if (/^(?:son|los|las|unos|unas|eran)$/u.test(first)) return 'pl';
  const clause = clauseOf(definition);
  if (clause?.subject === null) return /n$/u.test(clause.verbWord) ? 'pl' : 'sg';
  if (NATIVE_PLURAL.test(head)) return 'pl';
  return looksPlural(first) && first !== 'es' && first !== 'mas' ? 'pl' : 'sg';
}

export function articleOfTerm({ term, inside, name }: TermName, number: GrammaticalNumber, use: NounUse): string {
  const head = /[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/u.exec(name)?.[0] ?? name;
  if (number === 'pl') {
    const isCommon = use.isCommon(head) || use.isCommon(nounStem(head));
    return isCommon ? spanishArticle(head, 'pl', use) : '';
  }
  if (head === name) return spanishAskArticle(head, use);
  return inside === term ? '' : definiteSpanish(head, use);
}
