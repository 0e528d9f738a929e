import { pattern } from '../../core/word-pattern.js';
import { type ConditionAsked, englishQuestionOf as question, type TermAsked } from '../asked.js';
import { type Clause, firstWords } from '../clause.js';
import { LISTS } from '../lists.js';
import { subjectBeside } from '../subject.js';
import { upperFirst } from '../text.js';
import { clauseOf, englishClause } from './clause.js';
import { englishBe, englishDo } from './questions.js';
import { isNominal, opensWithPointer } from './sentences.js';
import { ENGLISH_BASE, ENGLISH_BE, ENGLISH_MODAL } from './words.js';

/** Verbs that say what a thing is made of rather than what it does. */
const { list, set } = LISTS.en;
const STATE = set('state verbs');

/** A property of what the heading names: it is asked which one it is. */
export const ENGLISH_ATTRIBUTE = pattern('iu')`^(?:${list('attribute qualifiers')}\s)?${list('attributes')}$`;

/** "intransitive verb": several small words, and no article known for them: "what is" would lack one. */
const COMMON_NAME = /^\*\*\p{Ll}{2,}(?:[\s-]\p{Ll}+)+\*\*$/u;

/** "Concerning the earliest …": the word is an adjective. */
const CONCERNING = pattern('iu')`^${list('adjective definitions')}\s`;

/** The question that a definition answers. */
export function englishTermQuestion(
  definition: string,
  { phrase, number, isCode, isQuality, isPart }: TermAsked,
): string {
  const clause = englishClause(definition);
  const [first = '', second = ''] = firstWords(definition, 2);
  if (first === 'responsible' && second === 'for')
    return question('what', englishBe(number), phrase, 'responsible for');
  if (first === 'used' && /^(?:to|for)$/u.test(second)) return question('what', englishBe(number), phrase, 'used for');
  const isNamed = typeof clause?.subject === 'string';
  const isDone =
    !isNamed &&
    number === 'pl' &&
    !isQuality &&
    ENGLISH_BASE.has(first) &&
    /^(?:and|or|the|a|an|\p{L}+s)$/u.test(second);
  if (isDone) return question('what', 'do', phrase, 'do');
  const name = phrase.replace(/\*/gu, '');
  const isAttribute = ENGLISH_ATTRIBUTE().test(name);
  const acts =
    !(isPart && isAttribute) &&
    clause?.subject === null &&
    !ENGLISH_BE.has(clause.verbWord) &&
    !ENGLISH_MODAL.has(clause.verbWord);
  if (acts && !STATE.has(clause.verbWord)) return question('what', englishDo(number), phrase, 'do');
  if (isCode && ENGLISH_BASE.has(first)) return question('what', englishDo(number), phrase, 'do');
  if (first === 'to' && ENGLISH_BASE.has(second)) return question('what', englishBe(number), phrase, 'for');
  if (isQuality && !isCode) return question('what', englishDo(number), phrase, 'mean');
  const isCommon = isAttribute || !/\p{Lu}/u.test(phrase);
  const named = isPart && isCommon && phrase.startsWith('**') ? `the ${phrase}` : phrase;
  if (number === 'sg' && !isCode && CONCERNING().test(definition)) return question('what', 'does', phrase, 'mean');
  if (number === 'sg' && !isCode && clause === null && /^\p{L}/u.test(definition) && COMMON_NAME.test(named))
    return question('what', 'does', named, 'mean');
  return question('what', englishBe(number), named);
}

/** "Is evicted": what befalls it. */
const PARTICIPLE = /^(?:not\s)?\p{L}+(?:ed|en|id|un|lt|pt|ht)(?:\s|[.,;]|$)/u;

/** "If A, B" → "What happens to B's subject if A?". */
export function englishCondition(sentence: string): ConditionAsked | null {
  const found = /^(if|when)\s+((?:[^,`]|`[^`]*`){6,120}),\s+(?:then\s+)?(.{4,})$/iu.exec(sentence);
  const [, word = '', condition = '', outcome = ''] = found ?? [];
  if (word === '') return null;
  const then = clauseOf(outcome);
  const subject = subjectBeside(then?.subject ?? null, condition, isNominal, isNamedIn);
  const isStory = word.toLowerCase() === 'when' && /\s(?:was|were|had|did|\p{L}{2,}ed)(?:\s|$)/u.test(condition);
  const isNamed = !isStory && subject !== null && !opensWithPointer(subject === '' ? condition : subject);
  const isState = then !== null && ENGLISH_BE.has(then.verbWord) && !PARTICIPLE.test(then.rest);
  return { front: `${outcomeAsked(then, subject)} ${word.toLowerCase()} ${condition}?`, isNamed, isState };
}

/** "What must the buyer do", "What happens to a thin beam": what is asked of whom an outcome befalls. */
function isNamedIn(condition: string): boolean {
  const subject = clauseOf(upperFirst(condition))?.subject ?? null;
  return subject !== null && isNominal(subject);
}

function outcomeAsked(then: Clause | null, subject: string | null): string {
  if (!then || !subject) return 'What happens';
  const isPassive = /^(?:not\s)?be\s/iu.test(then.rest);
  if (ENGLISH_MODAL.has(then.verbWord) && !isPassive) return `What ${then.verb} ${subject} do`;
  return /^an?\s/iu.test(subject) && then.rest !== '' ? 'What happens' : `What happens to ${subject}`;
}
