import { pattern } from '../../core/word-pattern.js';
import { type ConditionAsked, spanishQuestionOf as question, type TermAsked } from '../asked.js';
import { type Clause, firstWords } from '../clause.js';
import { LISTS } from '../lists.js';
import { subjectBeside } from '../subject.js';
import { fold, upperFirst } from '../text.js';
import { agree } from './agreement.js';
import { clauseOf, isPreterite, spanishClause } from './clause.js';
import { articleBySight } from './nouns.js';
import { spanishQuestion } from './questions.js';
import { isNominal, opensWithPointer } from './sentences.js';
import {
  bareInfinitive,
  SPANISH_BE,
  SPANISH_EXIST,
  SPANISH_FIRST_PERSON,
  SPANISH_INFINITIVES,
  SPANISH_MODAL,
  SPANISH_NOUNS_TOO,
  SPANISH_STAY,
  SPANISH_VERBS,
} from './words.js';

/** Verbs of state: what they say is what the thing is. */
const { list, set } = LISTS.es;
const STATE = set('state verbs');

/** A property of what the heading names: it is asked which one it is. */
export const SPANISH_ATTRIBUTE = pattern('iu')`^${list('attributes')}(?:\s${list('attribute qualifiers')})?$`;

/** Nouns and adjectives that end like infinitives. */
const NO_INFINITIVE = set('nouns like infinitives');

function isInfinitive(word: string, isCode: boolean): boolean {
  if (SPANISH_INFINITIVES.has(word) || SPANISH_INFINITIVES.has(bareInfinitive(word))) return true;
  return (isCode ? /^[a-z]{2,}[aei]r$/u : /^[a-z]{2,}[ai]r$/u).test(word) && !NO_INFINITIVE.has(word);
}

/** What a definition that opens with its verb is asked by. */
function askByVerb(clause: Clause, { phrase, number }: TermAsked): string | null {
  const { verbWord, rest } = clause;
  if (clause.clitic === 'se') return spanishQuestion(clause, { phrase, number, own: false });
  if (/^sirven?$/u.test(verbWord) && /^para\s/iu.test(rest))
    return question('para qué', agree(clause.verb, number), phrase);
  if (/^permiten?$/u.test(verbWord)) return question('qué', agree(clause.verb, number), phrase);
  const isDoing = ![STATE, SPANISH_BE, SPANISH_STAY, SPANISH_MODAL, SPANISH_EXIST].some((verbs) => verbs.has(verbWord));
  return isDoing && clause.clitic === '' ? question('qué', number === 'pl' ? 'hacen' : 'hace', phrase) : null;
}

/** The question that a definition answers: "¿Qué es …?", or what the thing does, is for, is in charge of. */
export function spanishTermQuestion(definition: string, asked: TermAsked): string {
  const { phrase, number, isCode, isMember, isQuality, isPart } = asked;
  const clause = spanishClause(definition);
  const isAttribute = isPart && SPANISH_ATTRIBUTE().test(phrase.replace(/^(?:el|la|los|las)\s|\*\*/gu, ''));
  const acts = !isMember && !isAttribute && clause?.subject === null && clause.filler === '';
  const byVerb = acts ? askByVerb(clause, asked) : null;
  if (byVerb) return byVerb;
  const noun = /\*\*(\p{L}+)/u.exec(phrase)?.[1] ?? '';
  if (SPANISH_ATTRIBUTE().test(noun)) {
    const named = phrase.startsWith('**') ? `${articleBySight(noun, number)} ${phrase}` : phrase;
    return question(number === 'pl' ? 'cuáles' : 'cuál', agree('es', number), named);
  }
  if (isQuality && !isCode) return question('qué', number === 'pl' ? 'significan' : 'significa', phrase);
  const [first = '', second = ''] = firstWords(definition, 2);
  const isPurpose = first === 'para' && clauseOf(definition)?.subject == null;
  if (isInfinitive(isPurpose ? second : first, isCode)) {
    return question('para qué', number === 'pl' ? 'sirven' : 'sirve', phrase);
  }
  if (isCode && /\s/u.test(phrase)) return question('qué', 'hace', phrase);
  return question('qué', agree('es', number), phrase);
}

function isVerb(word: string): boolean {
  return SPANISH_VERBS.has(word)
    ? !SPANISH_NOUNS_TOO.has(word)
    : SPANISH_BE.has(word) || SPANISH_MODAL.has(word) || SPANISH_FIRST_PERSON.has(word);
}

/** "Is evicted": what befalls it. */
const PARTICIPLE = /^\p{L}+(?:[aií]d[oa]s?|ch[oa]s?|est[oa]s?|ert[oa]s?)(?:\s|[.,;]|$)/u;

/** "Si A, B" → "¿Qué pasa con the subject of B si A?". */
export function spanishCondition(sentence: string): ConditionAsked | null {
  const [, word = '', condition = '', outcome = ''] =
    /^(si|cuando)\s+((?:[^,`]|`[^`]*`){6,120}),\s+(.{4,})$/iu.exec(sentence) ?? [];
  const verbs = condition.split(' ').filter((part) => isVerb(fold(part)));
  if (verbs.length > 1) return null;
  if (word === '') return null;
  const then = clauseOf(outcome);
  const subject = subjectBeside(then?.subject ?? null, condition, isNominal, isNamedIn);
  const isStory = condition.split(' ').some((text) => isPreterite({ text, word: fold(text) }));
  const isNamed = !isStory && subject !== null && !opensWithPointer(subject === '' ? condition : subject);
  const isState = then !== null && SPANISH_BE.has(then.verbWord) && !PARTICIPLE.test(then.rest);
  return { front: `¿${outcomeAsked(then, subject)} ${word.toLowerCase()} ${condition}?`, isNamed, isState };
}

/** "Qué debe hacer el comprador", "Qué pasa con la viga": what is asked of whom an outcome befalls. */
function isNamedIn(condition: string): boolean {
  const subject = clauseOf(upperFirst(condition))?.subject ?? null;
  return subject !== null && isNominal(subject);
}

function outcomeAsked(then: Clause | null, subject: string | null): string {
  if (!then || !subject) return 'Qué pasa';
  const isPassive = /^(?:ser|estar)\s/iu.test(then.rest);
  if (SPANISH_MODAL.has(then.verbWord) && !isPassive) return `Qué ${then.verb} hacer ${subject}`;
  return /^una?\s/iu.test(subject) && then.rest !== '' ? 'Qué pasa' : `Qué pasa con ${subject}`;
}
