import {
  ENGLISH_ARTICLES,
  ENGLISH_BE,
  ENGLISH_FILLERS,
  ENGLISH_MODAL,
  ENGLISH_PREPOSITIONS,
  ENGLISH_THIRD_PERSON,
} from '../words/english.js';
import { type Asked, englishQuestionOf as question } from './asked.js';
import { type Clause, firstWords } from './clause.js';
import type { GrammaticalNumber } from './nouns.js';

const WHICH =
  /^the\s+(?:\w+\s+)?(?:idea|goals?|purpose|aim|objective|function|advantages?|disadvantages?|differences?|problem|causes?|reasons?|result|capital|unit|name|port|value|formula|symbol|task|role|origin|key|main|url|location)\b/iu;
/** Prepositions that stay behind their verb: "What does it deal with?". */
const STRANDED = new Set(['on', 'with', 'for', 'to', 'of', 'from', 'in', 'into', 'at']);
const QUANTITY =
  /^((?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|multiple)(?:\s+or\s+more)?)\s+((?:\p{L}+\s)?\p{L}+s)\b/iu;

export function englishBe(number: GrammaticalNumber, verb = 'is'): string {
  if (verb === 'was' || verb === 'were') return number === 'pl' ? 'were' : 'was';
  return number === 'pl' ? 'are' : 'is';
}

export function englishDo(number: GrammaticalNumber): string {
  return number === 'pl' ? 'do' : 'does';
}

function askBe(clause: Clause, { phrase, number, own }: Asked): string | null {
  const verb = own ? clause.verb : englishBe(number, clause.verb);
  const [first = '', second = ''] = firstWords(clause.rest, 2);
  if (first === 'when') return question('what', verb, phrase);
  if (first === 'responsible' && second === 'for') return question('what', verb, phrase, 'responsible for');
  if (first === 'used' && /^(?:to|for)$/u.test(second)) return question('what', verb, phrase, 'used for');
  if (/^(?:composed|made)$/u.test(first) && second === 'of') return question('what', verb, phrase, first, 'of');
  if (own && WHICH.test(phrase.replace(/\*\*/g, '')) && first !== '') return question('what', verb, phrase);
  const isNoun = ENGLISH_ARTICLES.has(first) || /^(?:one|another|any|some|part)$/u.test(first);
  return isNoun && clause.negation === '' ? question('what', verb, phrase) : null;
}

function askModal(clause: Clause, { phrase }: Asked): string | null {
  const [first = ''] = firstWords(clause.rest, 1);
  if (first === 'be' || first === '' || clause.negation !== '' || clause.verbWord === 'cannot') return null;
  return question('what', clause.verb, phrase, 'do');
}

function askVerb(clause: Clause, { phrase, number, own }: Asked): string | null {
  const base = ENGLISH_THIRD_PERSON.get(clause.verbWord);
  const [first = ''] = firstWords(clause.rest, 1);
  const preposition = STRANDED.has(first) ? first : '';
  const object = clause.rest.slice(preposition.length).trim();
  if (object === '' || (preposition === '' && ENGLISH_PREPOSITIONS.has(first))) return null;
  if (/ly$/u.test(first) || ENGLISH_FILLERS.has(first)) return null;
  const helper = englishDo(own ? (base === undefined ? 'pl' : 'sg') : number);
  const said = [phrase, clause.filler, base ?? clause.verb];
  const [, , counted = ''] = /^(?:has|have|contains?|includes?)$/u.test(clause.verbWord)
    ? (QUANTITY.exec(object) ?? [])
    : [];
  if (counted !== '') return question('how many', `**${counted}**`, helper, ...said);
  return question('what', helper, ...said, preposition);
}

/** The question that an English sentence answers, or `null` where none can be asked cleanly. */
export function englishQuestion(clause: Clause, asked: Asked): string | null {
  if (ENGLISH_BE.has(clause.verbWord)) return askBe(clause, asked);
  if (ENGLISH_MODAL.has(clause.verbWord)) return askModal(clause, asked);
  return clause.negation === '' ? askVerb(clause, asked) : null;
}
