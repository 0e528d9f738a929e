import { pattern } from '../../core/word-pattern.js';
import { firstWords } from '../clause.js';
import { LISTS } from '../lists.js';
import type { GrammaticalNumber } from '../nouns.js';
import { subjectCheck } from '../subject.js';
import { wholeWords } from '../text.js';
import {
  ENGLISH_BASE,
  ENGLISH_BE,
  ENGLISH_FILLERS,
  ENGLISH_IRREGULAR_PAST,
  ENGLISH_MODAL,
  ENGLISH_POINTERS,
  ENGLISH_PREPOSITIONS,
  ENGLISH_REGULAR_PAST,
  ENGLISH_THIRD_PERSON,
} from './words.js';

const { list, set } = LISTS.en;
const LIGHT_VERBS = set('light verbs');
const canBeSubject = subjectCheck(LISTS.en, 'the', 'of|to|in');
/** "Two times", "Sometime": a number of times. */
const TIMES = /^(?:\p{L}+\s+)?times?$/iu;
const OPENS_PERSONALLY = pattern('iu')`^(?:${list('personal openers')}|i['’]\p{L}+)(?!\p{L})`;
const IS_PERSONAL = pattern(
  'iu',
)`(?<!\p{L})(?:${list('personal words')}|you (?:don['’]?t )?${list('wishes')})(?!\p{L})`;

export function isNominal(subject: string): boolean {
  const [first = '', second = ''] = firstWords(subject, 2);
  if (!canBeSubject(subject) || TIMES.test(subject) || /ly$/u.test(subject)) return false;
  if (ENGLISH_PREPOSITIONS.has(first) || ENGLISH_FILLERS.has(first)) return false;
  if (ENGLISH_POINTERS.has(first) && !/^(?:its|their)$/u.test(first)) return false;
  return !(ENGLISH_BASE.has(first) && /^(?:the|a|an|your|it|them|this|that)$/u.test(second));
}

export function isVerbForm(word: string): boolean {
  return ENGLISH_THIRD_PERSON.has(word) || ENGLISH_BE.has(word) || ENGLISH_MODAL.has(word);
}

/** Its past and its form of the third person count as well. */
export function saysLittle(verb: string): boolean {
  const base =
    ENGLISH_IRREGULAR_PAST.get(verb) ?? ENGLISH_REGULAR_PAST.get(verb) ?? ENGLISH_THIRD_PERSON.get(verb) ?? verb;
  return LIGHT_VERBS.has(base);
}

export function agrees(verb: string, number: GrammaticalNumber): boolean {
  if (/^(?:is|was|has|does)$/u.test(verb)) return number === 'sg';
  if (/^(?:are|were|have|do)$/u.test(verb)) return number === 'pl';
  if (ENGLISH_THIRD_PERSON.has(verb)) return number === 'sg';
  return number === 'pl' || !ENGLISH_BASE.has(verb) || ENGLISH_MODAL.has(verb) || ENGLISH_IRREGULAR_PAST.has(verb);
}

const SIDE_CLAUSE = pattern('iu')`\s${list('side clauses')}\s.*$`;

export function mainClause(sentence: string): string {
  return sentence.replace(SIDE_CLAUSE(), '');
}

const NAMED_LAST =
  /^(.{12,200}?)\s(?:is|are)\s(?:called|known\sas|referred\sto\sas|termed)\s(?:an?\s|the\s)?((?:\S+\s?){1,4})\.?$/iu;

export function naming(sentence: string): { readonly term: string; readonly definition: string } | null {
  const [, said = '', name = ''] = NAMED_LAST.exec(sentence) ?? [];
  const isNamed = /^(?:an?|the)\s/iu.test(said) && !said.includes(',');
  return isNamed ? { term: name.replace(/\.$/u, '').trim(), definition: said } : null;
}

const RANKS = pattern('iu')`^(?:the\s)?(?:${list('superlatives')}|\p{L}{2,}est)(?:\s|$)`;

const JUDGES = pattern('iu')`^${list('judgements')}(?:[\s.,;]|$)`;

/** Whether what is said of a thing is its rank or its weight, rather than what it is. */
export function ranks(text: string): boolean {
  return RANKS().test(text) || JUDGES().test(text);
}

export function isRequest(sentence: string): boolean {
  const [first = ''] = wholeWords(sentence);
  const isAction = ENGLISH_BASE.has(first) || /^(?:click|right-click|please|to)$/u.test(first);
  return isAction || /^in order to\s/iu.test(sentence);
}

export function isPersonal(sentence: string): boolean {
  return OPENS_PERSONALLY().test(sentence) || IS_PERSONAL().test(sentence);
}

export function opensWithPointer(sentence: string): boolean {
  return ENGLISH_POINTERS.has(wholeWords(sentence)[0] ?? '');
}

/** "They" stands for several things, "it" for one. */
export function standsFor(pronoun: string, number: GrammaticalNumber): boolean {
  return pronoun === '' || (number === 'pl' ? /^the/u : /^(?:it|this)$/u).test(pronoun);
}
