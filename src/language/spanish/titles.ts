import { pattern } from '../../core/word-pattern.js';
import { firstWords } from '../clause.js';
import type { Named } from '../grammar.js';
import { LISTS } from '../lists.js';
import { fold, lowerFirst, wholeWords } from '../text.js';
import { bareInfinitive, SPANISH_CATEGORIES, SPANISH_INFINITIVES } from './words.js';

const GENERIC = pattern('iu')`^${LISTS.es.list('generic headings')}$`;
const WHAT_IS = /^¿?\s*(?:qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?)\s+(?:es|son|significan?|fue|fueron)\s+(.+?)\s*\??$/iu;
const OF_WHAT = /^\p{L}+(?:\s\p{L}+)?\s(?:de(?:l| la| los| las)?)\s((?:\S+\s?){1,4})$/iu;
/** "Las ventajas de este modelo son:". */
const IS_NAMED = /^(?:(?:los|las|sus)\s+)?(.+?)\s+(?:son|es)(?:\s+(?:los|las|el|la)\s+siguientes?)?\s*:$/iu;
/** Nouns and adjectives that end as "añadimos" and "creamos" do. */
const ENDS_IN_MOS = /(?:xtremos|[tcnxs]imos|[tgrl]ramos|tramos|ramos|salmos|remos|temas)$/u;

const WHAT_LABEL = pattern('iu')`^${LISTS.es.list('definition labels')}$`;

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
  const verb = first === 'como' ? second : first;
  if (second !== '' && /[aei]mos$/u.test(first) && !ENDS_IN_MOS.test(first)) return true;
  return verb !== '' && /\s/u.test(title) && SPANISH_INFINITIVES.has(bareInfinitive(verb));
}

export function isCategory(title: string): boolean {
  return wholeWords(title)
    .slice(0, 2)
    .some((word) => SPANISH_CATEGORIES.has(word));
}

export function unlinked(title: string): { readonly head: string; readonly rest: string } | null {
  const [, head = '', rest = ''] = /^(\p{L}+)\s(\p{Lu}\S*(?:\s\S+){0,2})$/u.exec(title) ?? [];
  return SPANISH_CATEGORIES.has(fold(head)) ? { head, rest } : null;
}

export function linked(head: string, rest: string): string {
  return `${lowerFirst(head)} de ${rest}`;
}

export function tailOf({ name, article }: Named): string {
  if (article === 'el') return `del ${name}`;
  return article === '' ? `de ${name}` : `de ${article} ${name}`;
}

export function isAspect(term: string): boolean {
  const [first = '', second = ''] = firstWords(term, 2);
  return second !== '' && /^(?:desde|segun|en|para|con|sin|por|durante|mediante)$/u.test(first);
}
