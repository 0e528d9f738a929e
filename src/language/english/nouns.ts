import type { TermName } from '../grammar.js';
import { type GrammaticalNumber, headOf, type NounUse, pluralBySight } from '../nouns.js';
import { looksPlural } from '../number.js';
import { wholeWords } from '../text.js';

/** "Functionalism", "ambiguity": what cannot be counted takes no article. */
const ABSTRACT = /(?:ism|[ai]ty|ness|ology|onomy)$/u;

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
function englishArticle(phrase: string, isCounted: boolean, use: NounUse): string {
  const words = wholeWords(phrase);
  if (ABSTRACT.test(words.at(-1) ?? '')) return '';
  const seen = use.articlesOf(words.slice(0, 2).join(' '));
  const isIndefinite = (seen.a ?? 0) + (seen.an ?? 0) > 0 || (isCounted && words.every((word) => use.isCommon(word)));
  if (!isIndefinite) return (seen.the ?? 0) > 0 ? 'the' : '';
  return /^(?:[aeiou]|h(?:our|onest))/iu.test(phrase) ? 'an' : 'a';
}

export function isPluralNoun(noun: string, article: string, use: NounUse): boolean {
  const head = headOf(noun);
  return looksPlural(noun) || (article === '' && looksPlural(head) && pluralBySight(head, use));
}

export function numberOfTerm(term: string): GrammaticalNumber {
  const words = term
    .replace(/\s*\(.*$/u, '')
    .split(/\s+/u)
    .slice(0, 9);
  return looksPlural(words[words.indexOf('of') - 1] ?? words.at(-1) ?? '') ? 'pl' : 'sg';
}

export function articleOfTerm(
  { term, inside, name, definition }: TermName,
  number: GrammaticalNumber,
  use: NounUse,
): string {
  const head = /[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/u.exec(name)?.[0] ?? name;
  if (number === 'pl' || (head !== name && inside === term)) return '';
  return englishArticle(name, /^an?\s/iu.test(definition), use);
}
