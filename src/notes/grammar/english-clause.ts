import {
  ENGLISH_BASE,
  ENGLISH_BE,
  ENGLISH_FILLERS,
  ENGLISH_MODAL,
  ENGLISH_NOUN_OPENERS,
  ENGLISH_SUBJECT_OPENERS,
  ENGLISH_THIRD_PERSON,
} from '../words/english.js';
import { type Clause, type Token, tokensOf } from './clause.js';

const MAX_SUBJECT_WORDS = 10;
const MAX_NAME_WORDS = 5;

const RELATIVES = new Set(['that', 'which', 'who', 'where', 'whose']);
const SIDE_OPENERS = new Set(
  (
    'if when while as for in on at by with from to because although though since after before until unless once during ' +
    'today now here then however within without through and or but so of under over according due instead how what why where'
  ).split(' '),
);
const PRONOUN_SUBJECTS = new Set(['it', 'they', 'this', 'these', 'you', 'we', 'i', 'one', 'there']);

function isFunctionVerb(word: string): boolean {
  return ENGLISH_BE.has(word) || ENGLISH_MODAL.has(word);
}

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
  if (ENGLISH_THIRD_PERSON.has(token.word)) return !ENGLISH_NOUN_OPENERS.has(before);
  if (!ENGLISH_BASE.has(token.word)) return false;
  return before === 'they' || before === 'you' || (/[^s]s$/u.test(before) && !ENGLISH_NOUN_OPENERS.has(before));
}

/** Verbs that go with "of"; after any other it shows that the word was a noun. */
const WITH_OF = new Set(['consists', 'consist', 'thinks', 'disposes', 'speaks', 'conceives']);

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

function isSatellite(word: string): boolean {
  return word === 'not' || ENGLISH_FILLERS.has(word);
}

/** "Responsible for routing": the verb is left out. */
function impliedBe(sentence: string): Clause {
  const rest = sentence.replace(/[.;:,\s]+$/u, '');
  return { subject: null, pronoun: '', filler: '', negation: '', clitic: '', verb: 'is', verbWord: 'is', rest };
}

/** An English sentence taken apart at its verb, or `null` where no verb is recognized. */
export function englishClause(sentence: string): Clause | null {
  const tokens = tokensOf(sentence);
  if (/^(?:responsible for|used (?:to|for))\s/iu.test(sentence)) return impliedBe(sentence);
  let from = 0;
  while (from < tokens.length && ENGLISH_FILLERS.has(tokens[from]?.word ?? '')) from += 1;
  const at = mainVerb(tokens, from);
  const verb = tokens[at];
  if (!verb) return null;
  let end = at;
  while (end > from && isSatellite(tokens[end - 1]?.word ?? '')) end -= 1;
  const first = tokens[from];
  const last = tokens[end - 1];
  const bare = end === from || !first || !last;
  if (!bare && SIDE_OPENERS.has(first.word)) return null;
  if (!bare && !ENGLISH_SUBJECT_OPENERS.has(first.word) && end - from > MAX_NAME_WORDS) return null;
  if (bare && ENGLISH_BASE.has(verb.word) && !isFunctionVerb(verb.word)) return null;
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
    verb: verb.text.toLowerCase(),
    verbWord: verb.word,
    rest: sentence
      .slice(negation && negation.start > verb.start ? negation.end : verb.end)
      .replace(/[.;:,\s]+$/u, '')
      .trim(),
  };
}

/** Whether a text begins with a verb in the third person. */
export function findEnglishVerb(text: string): boolean {
  return englishClause(text)?.subject === null;
}
