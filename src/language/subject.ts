import { pattern } from '../core/word-pattern.js';
import { firstWords } from './clause.js';
import { isGrammar } from './function-words.js';
import { anySet } from './lists.js';
import { nounStem } from './number.js';
import { countWords, lowerFirst, wholeWords } from './text.js';
import type { WordLists } from './word-lists.js';

const LONGEST_WORDS = 9;
/** "Todo depende de …": it stands for everything, unless a noun follows. */
const NO_NAME_ALONE = anySet('no subjects alone');
const NO_NAME_SIGN = /[,:;=?!→]|->|\p{L}[-–—]\s|\s[-–—]\s/u;

function isBalanced(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/[“"”]/gu) % 2 === 0 && count(/\(/gu) === count(/\)/gu) && count(/`/gu) % 2 === 0;
}

/**
 * Makes the first look at a subject, by the lists of a language: whether it is short and whole, and neither begins with a
 * word that no name begins with nor has a side clause in it.
 */
export function subjectCheck(
  { list, set }: WordLists,
  articles: string,
  prepositions: string,
): (subject: string) => boolean {
  const opensNoName = set('no subjects');
  const behindArticle = pattern('iu')`^(?:${articles})\s+${list('no subjects behind an article')}(?:\s|$)`;
  const around = pattern('iu')`\s${list('no subjects around')}\s`;
  const pointsAtEnd = pattern('iu')`\s(?:${prepositions})\s${list('no subjects at the end')}(?:\s|$)`;
  return (subject) => {
    const [first = '', second = ''] = firstWords(subject, 2);
    if (second === '' && NO_NAME_ALONE.has(first)) return false;
    if (first === '' || countWords(subject) > LONGEST_WORDS || NO_NAME_SIGN.test(subject) || !isBalanced(subject)) {
      return false;
    }
    if (isGrammar(wholeWords(subject).at(-1) ?? '') || /(?:^|\s)\d+(?:\s|$)/u.test(subject)) return false;
    return !opensNoName.has(first) && ![behindArticle, around, pointsAtEnd].some((sign) => sign().test(subject));
  };
}

/**
 * What stands in the question of a condition for whom its outcome befalls: `''` where the condition names it, `null` where
 * neither does.
 */
export function subjectBeside(
  subject: string | null,
  condition: string,
  isNominal: (subject: string) => boolean,
  isNamedIn: (condition: string) => boolean,
): string | null {
  if (subject === null || !isNominal(subject)) return isNamedIn(condition) ? '' : null;
  const said = new Set(wholeWords(condition).map(nounStem));
  const stems = wholeWords(subject).map(nounStem);
  return said.has(stems.at(-1) ?? '') ? '' : lowerFirst(subject);
}
