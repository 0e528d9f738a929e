import { pattern } from '../core/word-pattern.js';
import { anyList } from './lists.js';
import { tidy } from './text.js';

const DETERMINER = pattern('iu')`^${anyList('determiners')}\s+(?:${anyList('definite articles')}\s+)?`;

/** "los " and "containers" of "los containers". */
export function splitDeterminer(phrase: string): { readonly determiner: string; readonly noun: string } {
  const determiner = DETERMINER().exec(phrase)?.[0] ?? '';
  return { determiner, noun: tidy(phrase.slice(determiner.length)) };
}
