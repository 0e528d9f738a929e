import { pattern } from '../../core/word-pattern.js';
import { type Clause, firstWords } from '../clause.js';
import { LISTS } from '../lists.js';
import type { GrammaticalNumber } from '../nouns.js';
import { looksPlural } from '../number.js';
import { subjectCheck } from '../subject.js';
import { wholeWords } from '../text.js';
import {
  bareInfinitive,
  SPANISH_BE,
  SPANISH_EXIST,
  SPANISH_FILLERS,
  SPANISH_FIRST_PERSON,
  SPANISH_INFINITIVES,
  SPANISH_MODAL,
  SPANISH_NOUNS_TOO,
  SPANISH_POINTERS,
  SPANISH_PREPOSITIONS,
  SPANISH_STAY,
  SPANISH_VERBS,
} from './words.js';

const { list, set } = LISTS.es;
const LIGHT_VERBS = set('light verbs');
const canBeSubject = subjectCheck(LISTS.es, 'el|la|los|las', 'de|a|en');
/** "Dos veces": a number of times. */
const TIMES = /^(?:\p{L}+\s+)?ve(?:z|ces)(?:\s|$)/iu;
const PERSONAL = pattern(
  'iu',
)`^(?:no\s+)?${list('personal openers')}(?!\p{L})|(?<!\p{L})${list('personal words')}(?!\p{L})`;

export function isNominal(subject: string): boolean {
  const [first = ''] = firstWords(subject, 1);
  if (!canBeSubject(subject) || TIMES.test(subject)) return false;
  if (SPANISH_PREPOSITIONS.has(first) || SPANISH_FILLERS.has(first)) return false;
  if (SPANISH_POINTERS.has(first) && !/^(?:el|ambos|ambas)$/u.test(first)) return false;
  return !SPANISH_INFINITIVES.has(bareInfinitive(first));
}

export function isVerbForm(word: string): boolean {
  return [SPANISH_BE, SPANISH_STAY, SPANISH_EXIST, SPANISH_MODAL, SPANISH_VERBS].some((forms) => forms.has(word));
}

export function saysLittle(verb: string): boolean {
  return LIGHT_VERBS.has(verb.replace(/n$/u, ''));
}

export function agrees(verb: string, number: GrammaticalNumber): boolean {
  if (/^(?:es|era|fue)$/u.test(verb)) return number === 'sg';
  return SPANISH_VERBS.has(verb) || /^(?:son|eran|fueron)$/u.test(verb) ? /n$/u.test(verb) === (number === 'pl') : true;
}

const SIDE_CLAUSE = pattern('iu')`\s${list('side clauses')}\s.*$`;

export function mainClause(sentence: string): string {
  return sentence.replace(SIDE_CLAUSE(), '');
}

const NAMED_FIRST =
  /^se\s(?:conocen?|denominan?|llaman?|definen?)\s(?:como\s|por\s)?((?:(?!\sal?\s).){2,50}?)\s(al?)\s((?:la|las|los|aquel|todo)?.{12,})$/iu;
const NAMED_LAST =
  /^(.{12,200}?)\s(?:se\s(?:llaman?|denominan?)|(?:se\sconocen?|es\sconocid[oa]|son\sconocid[oa]s)\scomo|recibe\sel\snombre\sde)\s((?:\S+\s?){1,4})\.?$/iu;

export function naming(sentence: string): { readonly term: string; readonly definition: string } | null {
  const [, term = '', to = '', rest = ''] = NAMED_FIRST.exec(sentence.replace(/\.$/u, '')) ?? [];
  if (term !== '') return { term, definition: to === 'al' ? `el ${rest}` : rest };
  const [, said = '', name = ''] = NAMED_LAST.exec(sentence) ?? [];
  const isNamed =
    said !== '' && /^(?:el|la|los|las|un|una)\s/iu.test(said) && !said.includes(',') && !/\stambién$/iu.test(said);
  return isNamed ? { term: name.replace(/\.$/u, '').trim(), definition: said } : null;
}

const RANKS = pattern('iu')`^(?:(?:el|la|los|las)\s)?${list('superlatives')}\s`;

const JUDGES = pattern('iu')`^${list('judgements')}(?:[\s.,;]|$)`;

/** Whether what is said of a thing is its rank or its weight, rather than what it is. */
export function ranks(text: string): boolean {
  return RANKS().test(text) || JUDGES().test(text);
}

export function isRequest(sentence: string): boolean {
  const [first = ''] = wholeWords(sentence);
  return SPANISH_INFINITIVES.has(bareInfinitive(first)) || /^(?:para|al)$/u.test(first);
}

/** "Instalo", not "Instaló": the accent tells the first person from the past. */
function isWrittenInO(sentence: string): boolean {
  return /^(?:no\s+)?\p{L}+o(?!\p{L})/iu.test(sentence);
}

export function isPersonal(sentence: string): boolean {
  const [first = '', second = ''] = wholeWords(sentence);
  const opening = first === 'no' ? second : first;
  const isFirstPerson = SPANISH_FIRST_PERSON.has(opening) && !SPANISH_NOUNS_TOO.has(opening) && opening !== 'como';
  return (isFirstPerson && isWrittenInO(sentence)) || PERSONAL().test(sentence);
}

/** Articles are pronouns where they have an accent: "Él llega", not "El perro". */
export function opensWithPointer(sentence: string): boolean {
  const [first = ''] = wholeWords(sentence);
  return /^(?:el|la|los|las)$/u.test(first) ? /^él\s/iu.test(sentence) : SPANISH_POINTERS.has(first);
}

/** "Son …" below "Tipos de imágenes" speaks of the images. */
export function speaksOfTail(clause: Clause, tail: string): boolean {
  return looksPlural(tail) && /n$/u.test(clause.verbWord);
}
