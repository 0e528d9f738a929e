import { pattern } from '../../core/word-pattern.js';
import { firstWords } from '../clause.js';
import type { Named } from '../grammar.js';
import { LISTS } from '../lists.js';
import { wholeWords } from '../text.js';
import { ENGLISH_BASE, ENGLISH_CATEGORIES } from './words.js';

const { list, set } = LISTS.en;
const GENERIC = pattern(
  'iu',
)`^(?:${list('generic headings')}|(?:(?:very|the) )?${list('version qualifiers')} (?:way.*|${list('versions')}))$`;
const WHAT_IS = /^(?:what|who)\s+(?:is|are|was|were|does)\s+(.+?)(?:\s+mean)?\s*\??$/iu;
const OF_WHAT = /^(?:\p{L}+\s)?\p{L}+\s(?:of|for)\s(?:the\s|an?\s)?((?:\S+\s?){1,4})$/iu;
/** "The benefits are:". */
const IS_NAMED = /^(?:the\s+)?(.+?)\s+(?:are|is)(?:\s+(?:as follows|the following))?\s*:$/iu;
const ACTION = pattern('iu')`^(?:how to|${list('action gerunds')}|[a-z]+ (?:an?|the|your))\s`;
const REQUESTS = set('requests in titles');

const WHAT_LABEL = pattern('iu')`^${LISTS.en.list('definition labels')}$`;

export function asksWhat(label: string): boolean {
  return WHAT_LABEL().test(label.replace(/^¿|\?$/gu, ''));
}

export function isGeneric(title: string): boolean {
  return GENERIC().test(title);
}

export function askedThing(title: string): string | null {
  return WHAT_IS.exec(title)?.[1] ?? null;
}

export function ofWhat(title: string): string | null {
  return OF_WHAT.exec(title)?.[1] ?? null;
}

export function nameInLine(line: string): string | null {
  return IS_NAMED.exec(line)?.[1] ?? null;
}

export function isAction(title: string): boolean {
  const [first = '', second = ''] = wholeWords(title);
  const isRequest = REQUESTS.has(first) && second !== '' && !/^(?:and|or|of)$/u.test(second);
  return isRequest || (ACTION().test(`${title} `) && (ENGLISH_BASE.has(first) || /ing$|^how$/u.test(first)));
}

export function isCategory(title: string): boolean {
  const words = wholeWords(title);
  return [words[0] ?? '', words.at(-1) ?? ''].some((word) => ENGLISH_CATEGORIES.has(word));
}

export function tailOf({ name }: Named): string {
  return `of ${name}`;
}

export function isAspect(term: string): boolean {
  const [first = '', second = ''] = firstWords(term, 2);
  return second !== '' && /^(?:from|according|in|for|with|without|during|by|on|at)$/u.test(first);
}

export function tellsToDo(line: string): boolean {
  return ENGLISH_BASE.has(firstWords(line, 1)[0] ?? '');
}
