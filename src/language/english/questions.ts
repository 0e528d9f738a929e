import { pattern } from '../../core/word-pattern.js';
import { type Asked, englishQuestionOf as question } from '../asked.js';
import { type Clause, firstWords, openingOf } from '../clause.js';
import { LISTS } from '../lists.js';
import type { GrammaticalNumber } from '../nouns.js';
import {
  ENGLISH_ARTICLES,
  ENGLISH_BASE,
  ENGLISH_BE,
  ENGLISH_FILLERS,
  ENGLISH_IRREGULAR_PAST,
  ENGLISH_MODAL,
  ENGLISH_PREPOSITIONS,
  ENGLISH_REGULAR_PAST,
  ENGLISH_THIRD_PERSON,
} from './words.js';

const { list, set } = LISTS.en;
const WHICH = pattern('iu')`^the\s+(?:\w+\s+)?${list('asked with which')}\b`;
/** Prepositions that stay behind their verb: "What does it deal with?". */
const STRANDED = set('stranded prepositions');
const QUANTITY = pattern('iu')`^((?:${list('quantities')}|\d[\d,.]*)(?:\s+or\s+more)?)\s+((?:\p{L}+\s)?\p{L}+s)\b`;
/** Verbs that take no object, or one that "what" does not ask for. */
const NO_OBJECT = set('verbs without object');
/** Adverbs that belong into the question; any other only ties the sentence to its neighbours. */
const FREQUENCY = /^(?:always|never|often|usually|only|typically)$/u;
/** What an object cannot open with. */
const NO_THING = set('no things');
const HOLDS = /^(?:has|have|had|contains?|includes?|contained|included)$/u;

export function englishBe(number: GrammaticalNumber, verb = 'is'): string {
  if (verb === 'was' || verb === 'were') return number === 'pl' ? 'were' : 'was';
  return number === 'pl' ? 'are' : 'is';
}

export function englishDo(number: GrammaticalNumber): string {
  return number === 'pl' ? 'do' : 'does';
}

/** The helper that asks for a verb, and the form that it takes. */
function helped(
  { verbWord, verb }: Clause,
  { own, number }: Asked,
): { readonly helper: string; readonly base: string } {
  const past = ENGLISH_IRREGULAR_PAST.get(verbWord) ?? ENGLISH_REGULAR_PAST.get(verbWord);
  if (past !== undefined) return { helper: 'did', base: past };
  const base = ENGLISH_THIRD_PERSON.get(verbWord) ?? unknownBase(verbWord);
  return { helper: englishDo(own ? (base === undefined ? 'pl' : 'sg') : number), base: base ?? verb };
}

/** "emphasizes" → "emphasize", for verbs that no list has. */
function unknownBase(verbWord: string): string | undefined {
  if (/(?:ize|ise)s$/u.test(verbWord)) return verbWord.slice(0, -1);
  return /ifies$/u.test(verbWord) ? `${verbWord.slice(0, -3)}y` : undefined;
}

/** "was developed by the ISO" → "Who developed …?" where the maker has a name. */
function askMaker(rest: string, phrase: string): string | null {
  const [, made = '', maker = ''] = /^(\p{L}+ed)\s+by\s+(.+)$/iu.exec(rest) ?? [];
  return ENGLISH_REGULAR_PAST.has(made.toLowerCase()) && /^(?:the\s)?\p{Lu}/u.test(maker)
    ? question('who', made, phrase)
    : null;
}

function askBe(clause: Clause, { phrase, number, own }: Asked): string | null {
  const verb = own ? clause.verb : englishBe(number, clause.verb);
  const [first = '', second = '', third = ''] = firstWords(clause.rest, 3);
  if (first === 'when') return question('what', verb, phrase);
  if (first === 'responsible' && second === 'for') return question('what', verb, phrase, 'responsible for');
  if (first === 'used' && /^(?:to|for)$/u.test(second)) return question('what', verb, phrase, 'used for');
  if (/^(?:composed|made|consisting)$/u.test(first) && /^(?:of|up)$/u.test(second))
    return question('what', verb, phrase, 'made of');
  if (/^(?:found|located|stored|hosted)$/u.test(first) && /^(?:in|on|at)$/u.test(second))
    return question('where', verb, phrase, first);
  if (/^(?:based|built)$/u.test(first) && second === 'on') return question('what', verb, phrase, first, 'on');
  if (first === 'divided' && second === 'into') return question('what', verb, phrase, 'divided into');
  if (first === 'known' && second === 'as') return question('what', verb, phrase, 'known as');
  const maker = askMaker(clause.rest, phrase);
  if (maker) return maker;
  if (own && WHICH().test(phrase.replace(/\*\*/g, '')) && first !== '') return question('what', verb, phrase);
  const goesOn = /^(?:that|which|who)$/u.test(second) && !/^(?:there|it|they|he|she|we|you|i|this|these)$/u.test(third);
  const isNoun = ENGLISH_ARTICLES.has(first) || /^(?:one|another|any|some|part)$/u.test(first) || goesOn;
  return isNoun && clause.negation === '' ? question('what', verb, phrase) : null;
}

function askModal(clause: Clause, { phrase }: Asked): string | null {
  const [first = '', second = '', third = ''] = firstWords(clause.rest, 3);
  if (clause.negation !== '' || clause.verbWord === 'cannot' || first === '') return null;
  if (first === 'be' && second === 'used' && /^(?:to|for|when)$/u.test(third))
    return question('what', clause.verb, phrase, 'be used for');
  if (first === 'be' || !/^(?:can|must|should)$/u.test(clause.verbWord)) return null;
  const isThing = second !== '' && !NO_THING.has(second) && !ENGLISH_PREPOSITIONS.has(second) && !/ly$/u.test(second);
  const hasObject = ENGLISH_BASE.has(first) && isThing && !NO_OBJECT.has(first);
  return question('what', clause.verb, phrase, hasObject ? first : 'do');
}

function askVerb(clause: Clause, asked: Asked): string | null {
  const { phrase } = asked;
  const [first = ''] = firstWords(clause.rest, 1);
  const preposition = STRANDED.has(first) ? first : '';
  const object = clause.rest.slice(preposition.length).trim();
  const { helper, base } = helped(clause, asked);
  if (clause.isSeries) return question('what', helper, phrase, 'do');
  if (base === 'help' || base === 'allow' || base === 'enable')
    return base === 'help' && preposition === ''
      ? question('how', helper, phrase, base)
      : question('what', helper, phrase, base);
  if (object === '' || (preposition === '' && (ENGLISH_PREPOSITIONS.has(first) || NO_OBJECT.has(base)))) return null;
  if (/ly$/u.test(first) || ENGLISH_FILLERS.has(first) || NO_THING.has(first)) return null;
  if (
    preposition !== '' &&
    /^(?:the\s)?(?:same|way|order|case|end|fact)\b|^(?:order|turn|general|particular|addition)\b/iu.test(object)
  )
    return null;
  const said = [phrase, FREQUENCY.test(clause.filler) ? clause.filler : '', base];
  const [, , counted = ''] = HOLDS.test(clause.verbWord) ? (QUANTITY().exec(object) ?? []) : [];
  if (counted !== '') return question('how many', `**${counted}**`, helper, ...said);
  return question('what', helper, ...said, preposition);
}

/** The question that an English sentence answers, or `null` where none can be asked cleanly. */
export function englishQuestion(clause: Clause, asked: Asked): string | null {
  if (ENGLISH_BE.has(clause.verbWord)) return askBe(clause, asked);
  if (ENGLISH_MODAL.has(clause.verbWord)) return askModal(clause, asked);
  return clause.negation === '' ? askVerb(clause, asked) : null;
}

/** When what a sentence says happened, given the sentence without the words that say it. */
export function englishWhen(clause: Clause, asked: Asked, when: string): string | null {
  return englishHow(/^since/iu.test(when) ? 'since when' : 'when', clause, asked);
}

/** What a sentence says, asked by "when", "why" or "how". */
export function englishHow(ask: string, clause: Clause, asked: Asked): string | null {
  const rest = openingOf(clause.rest);
  const isPerfect = /^(?:has|have|had)$/u.test(clause.verbWord) && /^\p{L}+(?:ed|en|wn|ne)\b/u.test(clause.rest);
  const isTooLong = isPerfect || (rest === '' && clause.rest !== '');
  if (isTooLong || clause.negation !== '' || ENGLISH_MODAL.has(clause.verbWord)) return null;
  if (ENGLISH_BE.has(clause.verbWord)) {
    return rest === ''
      ? null
      : question(ask, asked.own ? clause.verb : englishBe(asked.number, clause.verb), asked.phrase, rest);
  }
  const { helper, base } = helped(clause, asked);
  return question(ask, helper, asked.phrase, base, rest);
}
