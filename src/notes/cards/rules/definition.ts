import type { Language } from '../../../core/language.js';
import { firstWords } from '../../../language/clause.js';
import { ENGLISH_ATTRIBUTE } from '../../../language/english/terms.js';
import { ENGLISH_BASE } from '../../../language/english/words.js';
import {
  definiteSpanish,
  englishArticle,
  type GrammaticalNumber,
  inSentence,
  spanishArticle,
  spanishAskArticle,
} from '../../../language/nouns.js';
import { looksPlural, nounStem } from '../../../language/number.js';
import { askTerm, clauseOf } from '../../../language/questions.js';
import { proseSentences } from '../../../language/sentences.js';
import { SPANISH_ATTRIBUTE } from '../../../language/spanish/terms.js';
import { SPANISH_INFINITIVES } from '../../../language/spanish/words.js';
import { countWords, fold, lowerFirst, plainMarkdown, upperFirst } from '../../../language/text.js';
import type { Entry } from '../../read/entries.js';
import { entryTerm } from '../entry-term.js';
import { MAX_BACK_WORDS } from '../refusals.js';
import { type Draft, type EntryPlace, type Rule, refusal } from '../rule.js';
import { type DefinedTerm, termNames, YEAR_TERM } from '../terms.js';
import { contentStems, isSetOfQualities, lowerQuestion, topicPrefix } from '../topic.js';
import { entryTopic, termTopic } from './entry-topic.js';
import { qualifiedTerm } from './qualified-term.js';
import { statementDrafts } from './statement.js';

/** A definition of at most so many words is answered whole; the rest of a longer one becomes cards of its own. */
const WHOLE_ANSWER_WORDS = 25;
/** One word that only marks the term. */
const SAYS_LITTLE =
  /^(?:optional|required|true|false|yes|no|n\/?a|none|si|sí|opcional|obligatori[oa]|ningun[oa]|ok|done|hecho|pendiente|default|por defecto)\.?$/iu;
const CROSS_REFERENCE = /^(?:see|see also|v[eé]ase|ver)\s+\S+(?:\s+\S+){0,3}\.?$/iu;

/** An answer that is too long is cut where its author begins another part of it. */
function parted(text: string): readonly string[] {
  return proseSentences(text).flatMap((sentence) =>
    countWords(sentence) > MAX_BACK_WORDS ? sentence.split(/(?<=;)\s+/u) : [sentence],
  );
}

const DEFINES = /^(?:es|son|significa|significan|consiste|consisten|means|mean|is|are|refers)$/u;

/**
 * The sentences with the one that defines the term first, where the text comes to it only later: "Labels point to …
 * A detached HEAD means that …".
 */
function definingFirst(sentences: readonly string[], term: string, { language }: EntryPlace): readonly string[] {
  const stems = new Set(contentStems(term, language));
  const isAbout = (sentence: string) => {
    const clause = clauseOf(sentence.replace(/^\p{L}+,\s/u, ''), language);
    const named = clause?.subject ? contentStems(clause.subject, language) : [];
    return { isNamed: named.some((stem) => stems.has(stem)), defines: DEFINES.test(clause?.verbWord ?? ''), clause };
  };
  const first = isAbout(sentences[0] ?? '');
  if (!first.clause?.subject || first.isNamed) return sentences;
  const at = sentences.findIndex((sentence) => {
    const { isNamed, defines } = isAbout(sentence);
    return isNamed && defines;
  });
  if (at < 1) return sentences;
  const found = sentences[at] ?? '';
  return [upperFirst(found.replace(/^\p{L}+,\s/u, '')), ...sentences.slice(at + 1)];
}

/** How many sentences make one answer. */
function answered(sentences: readonly string[]): number {
  let words = 0;
  let count = 0;
  for (const sentence of sentences) {
    words += countWords(sentence);
    if (count > 0 && words > WHOLE_ANSWER_WORDS) break;
    count += 1;
  }
  return count;
}

/** Whether the term is one of several: by its own ending and by what the definition begins with. */
function numberOf(term: string, definition: string, { language }: EntryPlace): GrammaticalNumber {
  const words = firstWords(term.replace(/\s*\(.*$/u, ''), 9);
  if (language === 'en') return looksPlural(words[words.indexOf('of') - 1] ?? words.at(-1) ?? '') ? 'pl' : 'sg';
  if (!looksPlural(words[0] ?? '') || /\p{Lu}{2}/u.test(term)) return 'sg';
  const [first = ''] = firstWords(definition, 1);
  if (/^(?:son|los|las|unos|unas|eran)$/u.test(first)) return 'pl';
  const clause = clauseOf(definition, 'es');
  if (clause?.subject === null) return /n$/u.test(clause.verbWord) ? 'pl' : 'sg';
  return looksPlural(first) && first !== 'es' && first !== 'mas' ? 'pl' : 'sg';
}

/** The term as it stands in the question: in bold, with the article that the notes give it. */
function phraseOf(term: string, definition: string, number: GrammaticalNumber, place: EntryPlace): string {
  const { language, deck } = place;
  const { use } = deck;
  const { name } = termNames(plainMarkdown(term));
  const head = /[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/u.exec(name)?.[0] ?? name;
  const isSingle = head === name;
  if (language === 'en') {
    const inside = inSentence(term, use);
    const article =
      number === 'pl' || (!isSingle && inside === term) ? '' : englishArticle(name, /^an?\s/iu.test(definition), use);
    return withArticle(article, inside);
  }
  const inside = inSentence(term, use);
  if (number === 'pl') {
    const isCommon = use.isCommon(head) || use.isCommon(nounStem(head));
    return withArticle(isCommon ? spanishArticle(head, 'pl', use) : '', inside);
  }
  if (isSingle) return withArticle(spanishAskArticle(head, use), inside);
  return withArticle(inside === term ? '' : definiteSpanish(head, use), inside);
}

function withArticle(article: string, term: string): string {
  const hasOwn = /^(?:el|la|los|las|un|una|unos|unas|the|an?)\s/iu.test(term);
  return article === '' || hasOwn ? `**${term}**` : `${article} **${term}**`;
}

type Answer = { readonly back: string; readonly tells: readonly Entry[] };

/**
 * "Text file which stores:" is answered together with the list under it, and a command with the few options under it,
 * where that makes no wall of text.
 */
function withList(answer: string, { inline, children }: Entry, isCode: boolean): Answer {
  const items = children.map((child) => `- ${isCode ? optionText(child) : child.inline.text}`);
  const whole = [answer, ...items].join('\n');
  const isOpen = inline.text.endsWith(':') || answer.endsWith(':');
  const isShort = countWords(whole) <= (isOpen ? MAX_BACK_WORDS : WHOLE_ANSWER_WORDS);
  const hasOptions = isCode && children.length <= MOST_OPTIONS && children.every(isOption);
  return children.length > 0 && isShort && (isOpen || hasOptions)
    ? { back: whole, tells: children }
    : { back: answer, tells: [] };
}

/** More options than that are asked one by one. */
const MOST_OPTIONS = 2;
const OPTION = /^(?:--?[\p{L}?]|[{$<[])/u;

function isOption(entry: Entry): boolean {
  const term = entryTerm(entry);
  return term !== null && entry.children.length === 0 && OPTION.test(plainMarkdown(term.term));
}

function optionText(entry: Entry): string {
  const term = entryTerm(entry);
  return term ? `\`${plainMarkdown(term.term)}\`: ${term.definition}` : entry.inline.text;
}

/** "Desde el punto de vista del proceso: …" says what the heading's thing is in one respect. */
function isAspect(term: string, language: Language): boolean {
  const [first = '', second = ''] = firstWords(term, 2);
  const opens =
    language === 'es'
      ? /^(?:desde|segun|en|para|con|sin|por|durante|mediante)$/u
      : /^(?:from|according|in|for|with|without|during|by|on|at)$/u;
  return second !== '' && opens.test(first);
}

function askYear(year: string, language: Language): string {
  return language === 'es' ? `¿Qué pasó en **${year}**?` : `What happened in **${year}**?`;
}

function askAspect(term: string, language: Language): string {
  const aspect = lowerFirst(plainMarkdown(term));
  return language === 'es' ? `¿Qué es **${aspect}**?` : `What is it **${aspect}**?`;
}

/** "Repo - Repository.": another name of the same word says nothing of it. */
function isAbbreviated(term: string, definition: string): boolean {
  const [short, long] = [term, definition].map((text) =>
    fold(text)
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .trim(),
  );
  return short !== undefined && long !== undefined && !/\s/u.test(long) && long.startsWith(short);
}

/** "Go to the Domains", "Make sure you". */
const TELLS_TO =
  /^(?:go to|make sure|be sure|click|navigate to|head to|log ?in to|ve a|ir a|entra en|haz clic|aseg[uú]rate)(?!\p{L})/iu;

/** "Create Role: Create a role with …" tells what to do, and how. */
function isStep({ term, definition, isCode }: DefinedTerm, language: Language): boolean {
  if (isCode) return false;
  if (TELLS_TO.test(term)) return true;
  const [[first = '', second = ''], [does = '']] = [firstWords(term, 2), firstWords(definition, 1)];
  const verbs = language === 'es' ? SPANISH_INFINITIVES : ENGLISH_BASE;
  const isNoun = fold(definition).startsWith(fold(plainMarkdown(term)));
  return second !== '' && verbs.has(first) && verbs.has(does) && !isNoun;
}

/** "Port: a number of a service" says what ports are, "Port: 8080" which one it is. */
const IS_ONE = /^(?:(?:an?|una?)\s)?\p{L}+\s(?:de\s(?:una?|cada)|que|of\s(?:an?|each)|that|which)\s/iu;

/** "Power Usage Effectiveness $$PUE = …$$": a name with its formula. */
export const formula: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { text, marks, line } = place.entry.inline;
  const mark = marks.at(-1);
  if (
    mark?.kind !== 'math' ||
    mark.end < text.length - 1 ||
    marks.some(({ kind }, index) => kind === 'math' && index < marks.length - 1)
  )
    return null;
  const name = text.slice(0, mark.start).replace(/[\s:=–-]+$/u, '');
  if (
    countWords(name) === 0 ||
    countWords(name) > 6 ||
    !/[=≈≤≥<>]|\\(?:approx|le|ge|propto)/u.test(text.slice(mark.start)) ||
    clauseOf(name, place.language)
  )
    return null;
  const front = place.language === 'es' ? `¿Cuál es la fórmula de **${name}**?` : `What is the formula of **${name}**?`;
  const back = text.slice(mark.start, mark.end);
  return [{ kind: 'basic', front, back, concept: name, fact: back, facet: '', line }];
};

/** `**Term** => definition` and its relatives: what the term is, and a card for each further fact. */
export const definition: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { entry, language, topic } = place;
  const term = entryTerm(entry);
  if (!term || term.separator === 'verb') return null;
  if (CROSS_REFERENCE.test(term.definition)) {
    return { skipped: 'cross-reference', message: 'it only points to another entry' };
  }
  if (SAYS_LITTLE.test(term.definition)) return refusal('too-short', 'too short to be a fact');
  if (isStep(term, language)) return refusal('step', 'a step to be done is not a fact');
  if (isAbbreviated(term.term, term.definition)) return refusal('cross-reference', 'it only points to another entry');
  const shown = qualifiedTerm(entry, term);
  const isCode = shown.startsWith('`');
  const sentences = definingFirst(parted(term.definition), term.term, place);
  const isAttribute = (SPANISH_ATTRIBUTE.test(shown) || ENGLISH_ATTRIBUTE.test(shown)) && !IS_ONE.test(term.definition);
  const number = isCode
    ? 'sg'
    : isAttribute && looksPlural(shown)
      ? 'pl'
      : numberOf(plainMarkdown(shown), term.definition, place);
  const above = entryTopic(place);
  const isMember = above.kind === 'category';
  const isQuality = isMember && isSetOfQualities(above);
  const isPart = (above !== topic && !isMember) || isAttribute;
  const phrase = isCode ? shown : phraseOf(isAttribute ? lowerFirst(shown) : shown, term.definition, number, place);
  const asked = { phrase, number, isCode, isMember, isQuality, isPart };
  const question = YEAR_TERM.test(shown)
    ? askYear(shown, language)
    : isAspect(shown, language)
      ? askAspect(shown, language)
      : askTerm(term.definition, asked, language);
  const isUnder = (isMember || isPart || isAspect(shown, language)) && !isCode;
  const whole = answered(sentences);
  const { back, tells } = withList(upperFirst(sentences.slice(0, whole).join(' ')), entry, isCode);
  if (isCode && countWords(back) < 2) return refusal('too-short', 'one word says too little about a command');
  const first: Draft = {
    kind: 'basic',
    front: isUnder ? topicPrefix(above) + lowerQuestion(question) : question,
    back,
    tells,
    concept: plainMarkdown(shown),
    fact: parted(term.definition)[0] ?? term.definition,
    facet: '',
    line: entry.inline.line,
  };
  const rest = statementDrafts(sentences.slice(whole), place, termTopic(shown, place, number), { followsUp: true });
  return [first, ...rest];
};
