import { remembering } from '../../core/remembering.js';
import { type Clause, clauseBy, type Token, tokensOf } from '../clause.js';
import { LISTS } from '../lists.js';
import {
  SPANISH_BE,
  SPANISH_CLITICS,
  SPANISH_EXIST,
  SPANISH_FILLERS,
  SPANISH_MODAL,
  SPANISH_NOUN_OPENERS,
  SPANISH_NOUNS_TOO,
  SPANISH_STAY,
  SPANISH_SUBJECT_OPENERS,
  SPANISH_VERBS,
} from './words.js';

/** A subject longer than this is a misread sentence. */
const MAX_SUBJECT_WORDS = 10;
/** Without an article only a short name is a subject. */
const MAX_NAME_WORDS = 4;
/** What a sentence says to be something may have a longer name: "Tiempo máximo de función (TMF) es …". */
const MAX_DEFINED_WORDS = 6;

const { set } = LISTS.es;
const RELATIVES = set('relatives');
/** A sentence that opens so begins with a side clause or an adverbial. */
const SIDE_OPENERS = set('side openers');
/** Verbs that go with "de"; after any other, "de" shows that the word was a noun ("copia de seguridad"). */
const WITH_DE = set('verbs with de');

const IRREGULAR_PRETERITE = set('irregular preterites');

/** "Inventó", "gobernaron": the preterite shows by its accent, so notes without accents do without it. */
export function isPreterite({ text, word }: Pick<Token, 'text' | 'word'>): boolean {
  return (
    IRREGULAR_PRETERITE.has(word) ||
    /\p{L}{3}ó[,.;:]?$/u.test(text) ||
    /(?:[bcdfghjlmnñpqrstvz]aron|ieron)$/u.test(word)
  );
}

function isVerbWord(word: string): boolean {
  return (
    SPANISH_VERBS.has(word) ||
    SPANISH_BE.has(word) ||
    SPANISH_STAY.has(word) ||
    SPANISH_EXIST.has(word) ||
    SPANISH_MODAL.has(word)
  );
}

function isObjectOpener(word: string): boolean {
  return SPANISH_NOUN_OPENERS.has(word) || /^(?:que|como|\d.*)$/u.test(word);
}

/** After "se" any word with the ending of the third person is a verb, whether a list knows it or not. */
function isReflexive(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.word ?? '';
  return before === 'se' && /^\p{L}{3,}[ae]n?$/u.test(tokens[index]?.word ?? '');
}

/** "Marca que impide …": what "que" goes on with at once is said of a noun. */
function isToldByVerb(tokens: readonly Token[], index: number): boolean {
  const [that, verb, ...more] = tokens.slice(index + 1, index + 4).map(({ word }) => word);
  if (that !== 'que' || verb === undefined) return false;
  return isVerbWord(/^(?:se|no)$/u.test(verb) ? (more[0] ?? '') : verb);
}

/** Whether the word at `index` is the verb there, and not a noun of the same form. */
function isVerbAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || /^`/u.test(token.text)) return false;
  if (!(isVerbWord(token.word) || isPreterite(token) || isReflexive(tokens, index))) return false;
  const before = tokens[index - 1]?.word ?? '';
  const after = tokens[index + 1]?.word ?? '';
  if (/^(?:de|del|entre)$/u.test(after) && !WITH_DE.has(token.word)) return false;
  if (SPANISH_NOUNS_TOO.has(token.word) && before !== 'se' && !isObjectOpener(after)) return false;
  if (SPANISH_NOUNS_TOO.has(token.word) && isToldByVerb(tokens, index)) return false;
  if (SPANISH_CLITICS.has(before)) return before === 'se' || before === 'nos' || before === 'le' || before === 'les';
  return !SPANISH_NOUN_OPENERS.has(before) || SPANISH_BE.has(token.word);
}

/** Index of the main verb, or -1. Verbs of relative clauses inside the subject are passed over. */
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

function subjectOf(tokens: readonly Token[], from: number, to: number, sentence: string): string | null | undefined {
  let end = to;
  while (end > from && isSatellite(tokens[end - 1]?.word ?? '')) end -= 1;
  const first = tokens[from];
  const last = tokens[end - 1];
  if (end === from || !first || !last) return null;
  // "Una nota que empieza y se alarga": a subject that is joined to nothing was misread.
  if (SIDE_OPENERS.has(first.word) || /^(?:y|e|o|u|ni)$/u.test(last.word)) return undefined;
  const opened = SPANISH_SUBJECT_OPENERS.has(first.word) || /^(?:su|sus)$/u.test(first.word);
  const most = SPANISH_BE.has(tokens[to]?.word ?? '') ? MAX_DEFINED_WORDS : MAX_NAME_WORDS;
  if (!opened && end - from > most) return undefined;
  return sentence.slice(first.start, last.end);
}

/** Words between subject and verb that belong to the verb. */
function isSatellite(word: string): boolean {
  return word === 'no' || SPANISH_FILLERS.has(word) || /^(?:se|nos|le|les)$/u.test(word);
}

/** "Compuesto por …", "Usado para …": the verb is left out. */
const IMPLIED_STAY =
  /^(?:compuest|formad|constituid|integrad|basad|ubicad|situad|localizad|dividid|orientad|enfocad)[oa]s?\s+(?:por|en|de|a|hacia)\s/iu;
const IMPLIED_BE =
  /^(?:utilizad|usad|emplead|diseñad|encargad|responsable|destinad|conocid|similar|equivalente)(?:[oa]?s)?[oa]?\s+(?:para|de|a|por|como|en)\s/iu;

function implied(sentence: string, verb: string): Clause {
  const rest = sentence.replace(/[.;:,\s]+$/u, '');
  const verbWord = verb === 'está' ? 'esta' : verb;
  return { subject: null, pronoun: '', filler: '', negation: '', clitic: '', verb, verbWord, rest };
}

function parse(sentence: string): Clause | null {
  const tokens = tokensOf(sentence);
  if (IMPLIED_STAY.test(sentence)) return implied(sentence, 'está');
  if (IMPLIED_BE.test(sentence)) return implied(sentence, 'es');
  let from = 0;
  while (from < tokens.length && SPANISH_FILLERS.has(tokens[from]?.word ?? '')) from += 1;
  const at = mainVerb(tokens, from);
  const verb = tokens[at];
  if (!verb) return null;
  const subject = subjectOf(tokens, from, at, sentence);
  if (subject === undefined) return null;
  const satellites: Token[] = [...tokens.slice(0, from)];
  for (let i = at - 1; i >= from && isSatellite(tokens[i]?.word ?? ''); i -= 1) {
    const token = tokens[i];
    if (token) satellites.push(token);
  }
  const named = (test: (word: string) => boolean) =>
    (satellites.find((token) => test(token.word))?.text ?? '').replace(/[^\p{L}]+$/u, '');
  return {
    subject,
    pronoun: '',
    filler: named((word) => SPANISH_FILLERS.has(word)).toLowerCase(),
    negation: named((word) => word === 'no').replace(/^No$/u, 'no'),
    clitic: named((word) => /^(?:se|nos|le|les)$/u.test(word)).toLowerCase(),
    verb: verb.text.toLowerCase().replace(/[^\p{L}]+$/u, ''),
    verbWord: verb.word,
    isSeries: verb.closes && isVerbWord(tokens[at + 1]?.word ?? ''),
    rest: verb.closes
      ? ''
      : sentence
          .slice(verb.end)
          .replace(/[.;:,\s]+$/u, '')
          .trim(),
  };
}

/** A Spanish sentence taken apart at its verb, or `null` where no verb is recognized. */
export const spanishClause = remembering(parse);

/** Whether a text begins with a verb, "no" and the like before it aside. */
export function findSpanishVerb(text: string): boolean {
  return spanishClause(text)?.subject === null;
}

/** The same where something is said beside the subject: "The SLA, a contract, is …". */
export const clauseOf = remembering((sentence: string): Clause | null => clauseBy(spanishClause, sentence));
