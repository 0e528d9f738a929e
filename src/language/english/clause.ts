import { remembering } from '../../core/remembering.js';
import { pattern } from '../../core/word-pattern.js';
import { type Clause, clauseBy, type Token, tokensOf } from '../clause.js';
import { LISTS } from '../lists.js';
import {
  ENGLISH_BASE,
  ENGLISH_BE,
  ENGLISH_FILLERS,
  ENGLISH_IRREGULAR_PAST,
  ENGLISH_MODAL,
  ENGLISH_NOUN_FORMS,
  ENGLISH_NOUN_OPENERS,
  ENGLISH_PREPOSITIONS,
  ENGLISH_REGULAR_PAST,
  ENGLISH_SUBJECT_OPENERS,
  ENGLISH_THIRD_PERSON,
} from './words.js';

const MAX_SUBJECT_WORDS = 10;
const MAX_NAME_WORDS = 5;

const { list, set } = LISTS.en;
const RELATIVES = set('relatives');
const SIDE_OPENERS = set('side openers');
const PRONOUN_SUBJECTS = set('pronoun subjects');

function isFunctionVerb(word: string): boolean {
  return ENGLISH_BE.has(word) || ENGLISH_MODAL.has(word);
}

/** What opens the object of a verb in the past; a participle is followed by a preposition or by nothing. */
function opensObject(token: Token | undefined): boolean {
  return token !== undefined && (OBJECT_OPENERS.has(token.word) || /^\p{Lu}/u.test(token.text));
}

const OBJECT_OPENERS = set('object openers');

/**
 * Whether the word at `index` is the verb there. "Tests are …" and "links to" are nouns though their form is a verb's;
 * a base form is a verb only after a plural.
 */
function isVerbAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || /^`/u.test(token.text)) return false;
  if (isFunctionVerb(token.word)) return true;
  const before = tokens[index - 1]?.word ?? '';
  const after = tokens[index + 1]?.word ?? '';
  if (isFunctionVerb(after) || (after === 'of' && !WITH_OF.has(token.word))) return false;
  if (ENGLISH_NOUN_OPENERS.has(before) || ENGLISH_PREPOSITIONS.has(before) || before === 'and') return false;
  const isNoun = ENGLISH_NOUN_FORMS.has(token.word) && !opensObject(tokens[index + 1]);
  if (ENGLISH_THIRD_PERSON.has(token.word) || VERBAL.test(token.word)) return !isNoun;
  const opens = index === 0 || ENGLISH_FILLERS.has(before) || /ly$/u.test(before);
  if (ENGLISH_IRREGULAR_PAST.has(token.word) && !PARTICIPLES.has(token.word)) return !opens;
  if (ENGLISH_REGULAR_PAST.has(token.word) || PARTICIPLES.has(token.word))
    return !opens && opensObject(tokens[index + 1]);
  if (!ENGLISH_BASE.has(token.word)) return false;
  const near = isAdverb(before) ? tokens[index - 2] : tokens[index - 1];
  return /^(?:they|you)$/u.test(near?.word ?? '') || /[^\p{Lu}s]s$/u.test(near?.text ?? '');
}

/** Irregular forms that are participles as well, as regular ones are. */
const PARTICIPLES = set('irregular participles');

/** Endings that only verbs have in the third person. */
const VERBAL = /\p{L}{3}(?:izes|ises|ifies)$/u;

/** Verbs that go with "of"; after any other it shows that the word was a noun. */
const WITH_OF = set('verbs with of');

function mainVerb(tokens: readonly Token[], from: number): number {
  let relative = 0;
  let isAside = false;
  for (let i = from; i < tokens.length && i - from <= MAX_SUBJECT_WORDS; i += 1) {
    const token = tokens[i];
    if (!token) return -1;
    if (token.text.startsWith('(')) isAside = true;
    if (isAside) {
      if (/\)\S*$/u.test(token.text)) isAside = false;
      continue;
    }
    if (RELATIVES.has(token.word) && i > from) relative += 1;
    else if (isVerbAt(tokens, i)) {
      if (relative === 0) return i;
      relative -= 1;
    }
    if (token.closes) return -1;
  }
  return -1;
}

function isVerbForm(word: string): boolean {
  return ENGLISH_THIRD_PERSON.has(word) || ENGLISH_BASE.has(word);
}

function isAdverb(word: string): boolean {
  return ENGLISH_FILLERS.has(word) || /\p{L}{3}ly$/u.test(word);
}

function isSatellite(word: string): boolean {
  return word === 'not' || ENGLISH_FILLERS.has(word);
}

/** "Responsible for routing", "Found in bacteria", "Composed of layers": the verb is left out. */
const IMPLIED_BE = pattern('iu')`^${list('implied be with')}\s`;

function impliedBe(sentence: string): Clause {
  const rest = sentence.replace(/[.;:,\s]+$/u, '');
  return { subject: null, pronoun: '', filler: '', negation: '', clitic: '', verb: 'is', verbWord: 'is', rest };
}

/** "Have a nucleus" below "Eukaryotic cells": a base form without its subject. "Create a file" is no fact. */
function impliedPlural(sentence: string): Clause | null {
  const [, verb = '', rest = ''] =
    /^(have|lack|contain|consist|include|store|provide|produce|require|need|use|support|allow|enable)\s(.+)$/isu.exec(
      sentence,
    ) ?? [];
  if (verb === '') return null;
  const verbWord = verb.toLowerCase();
  const object = rest.replace(/[.;:,\s]+$/u, '');
  return {
    subject: null,
    pronoun: 'they',
    filler: '',
    negation: '',
    clitic: '',
    verb: verbWord,
    verbWord,
    rest: object,
  };
}

function parse(sentence: string): Clause | null {
  const tokens = tokensOf(sentence);
  if (IMPLIED_BE().test(sentence)) return impliedBe(sentence);
  let from = 0;
  while (from < tokens.length && isAdverb(tokens[from]?.word ?? '')) from += 1;
  const at = mainVerb(tokens, from);
  const verb = tokens[at];
  const isSeries = verb?.closes === true && isVerbForm(tokens[at + 1]?.word ?? '');
  if (!verb || (verb.closes && !isSeries)) return impliedPlural(sentence);
  let end = at;
  while (end > from && isSatellite(tokens[end - 1]?.word ?? '')) end -= 1;
  const first = tokens[from];
  const last = tokens[end - 1];
  const bare = end === from || !first || !last;
  // "A note that begins and is held": a subject that is joined to nothing was misread.
  if (!bare && (SIDE_OPENERS.has(first.word) || /^(?:and|or|nor)$/u.test(last.word))) return null;
  if (!bare && !ENGLISH_SUBJECT_OPENERS.has(first.word) && end - from > MAX_NAME_WORDS) return null;
  if (bare && ENGLISH_BASE.has(verb.word) && !isFunctionVerb(verb.word)) return impliedPlural(sentence);
  const pronoun = !bare && end - from === 1 && PRONOUN_SUBJECTS.has(first.word);
  const satellites = [...tokens.slice(0, from), ...tokens.slice(end, at), ...tokens.slice(at + 1, at + 2)];
  const negation = satellites.find((token) => token.word === 'not');
  return {
    subject: bare || pronoun ? null : sentence.slice(first.start, last.end),
    pronoun: pronoun ? first.word : '',
    filler:
      tokens
        .slice(end, at)
        .find((token) => ENGLISH_FILLERS.has(token.word))
        ?.text.toLowerCase() ?? '',
    negation: negation?.text.toLowerCase() ?? '',
    clitic: '',
    verb: verb.text.toLowerCase().replace(/[^\p{L}']+$/u, ''),
    verbWord: verb.word,
    isSeries,
    rest: sentence
      .slice(negation && negation.start > verb.start ? negation.end : verb.end)
      .replace(/[.;:,\s]+$/u, '')
      .trim(),
  };
}

/** An English sentence taken apart at its verb, or `null` where no verb is recognized. */
export const englishClause = remembering(parse);

/** Whether a text begins with a verb in the third person. */
export function findEnglishVerb(text: string): boolean {
  return englishClause(text)?.subject === null;
}

/** The same where something is said beside the subject: "The SLA, a contract, is …". */
export const clauseOf = remembering((sentence: string): Clause | null => clauseBy(englishClause, sentence));
