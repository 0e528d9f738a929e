import type { Language } from '../core/language.js';
import type { Asked, QuestionAndAnswer, TermAsked } from './asked.js';
import type { Clause } from './clause.js';
import { englishClause } from './english/clause.js';
import { englishHow, englishQuestion, englishWhen } from './english/questions.js';
import { englishCondition, englishTermQuestion } from './english/terms.js';
import { type GrammaticalNumber, type NounUse, spanishArticle, spanishAskArticle } from './nouns.js';
import { looksPlural } from './number.js';
import { spanishClause } from './spanish/clause.js';
import { spanishQuestion, spanishWhen } from './spanish/questions.js';
import { spanishCondition, spanishTermQuestion } from './spanish/terms.js';
import { tidy } from './text.js';

export function clauseOf(sentence: string, language: Language): Clause | null {
  const parse = language === 'es' ? spanishClause : englishClause;
  const clause = parse(sentence);
  if (clause) return clause;
  const bare = sentence.replace(ASIDE, '$1 ');
  return bare === sentence ? null : parse(bare);
}

/** "El SLA, Acuerdo de Nivel de Servicio, es …": what is said beside the subject. */
const ASIDE = /^([^,;:.]{2,60}),\s[^,;:.]{2,80},\s/u;

/** The question that a sentence answers. */
export function askSentence(clause: Clause, asked: Asked, language: Language): string | null {
  return language === 'es' ? spanishQuestion(clause, asked) : englishQuestion(clause, asked);
}

/**
 * The question for the time that a sentence names.
 *
 * @param clause the sentence without those words
 */
export function askWhen(clause: Clause, asked: Asked, when: string, language: Language): string | null {
  return language === 'es' ? spanishWhen(clause, asked, when) : englishWhen(clause, asked, when);
}

/** "Lean prefers pull" asked by "why" or "how"; English alone has to turn its words for that. */
export function askHow(how: string, clause: Clause, asked: Asked): string | null {
  return englishHow(how, clause, asked);
}

/** The question that a term's definition answers. */
export function askTerm(definition: string, asked: TermAsked, language: Language): string {
  return language === 'es' ? spanishTermQuestion(definition, asked) : englishTermQuestion(definition, asked);
}

/** "If A, B" as a question and its answer. */
export function askCondition(sentence: string, language: Language): QuestionAndAnswer | null {
  return language === 'es' ? spanishCondition(sentence) : englishCondition(sentence);
}

const DETERMINERS =
  /^(?:el|la|los|las|un|una|unos|unas|cada|todo|toda|todos|todas|cualquier|algunos|algunas|muchos|muchas|dos|tres|lo|su|sus|a|an|the|each|every|all|some|most|many|both|its|their)\s+(?:(?:los|las|el|la|the)\s+)?/iu;
const PLURAL_OPENERS = {
  es: /^(?:los|las|unos|unas|todos|todas|algun[oa]s|much[oa]s|dos|tres|sus)\s/iu,
  en: /^(?:all|some|most|many|both)\s/iu,
} as const;

/** "los " and "containers" of "los containers". */
export function splitDeterminer(phrase: string): { readonly determiner: string; readonly noun: string } {
  const determiner = DETERMINERS.exec(phrase)?.[0] ?? '';
  return { determiner, noun: tidy(phrase.slice(determiner.length)) };
}

function isPluralName(noun: string, language: Language, use: NounUse): boolean {
  const head = noun.split(' ')[0] ?? '';
  return language === 'es' && looksPlural(head) && use.isCommon(head);
}

/**
 * A sentence's own subject as it stands inside a question: `cada **layer**`, `las **imágenes**`, `una **VM**`.
 *
 * @param number where the sentence shows it and the subject has no article
 */
export function ownSubject(subject: string, language: Language, use: NounUse, number?: GrammaticalNumber): Asked {
  const { determiner, noun } = splitDeterminer(subject);
  const isPlural = determiner === '' ? isPluralName(noun, language, use) : PLURAL_OPENERS[language].test(determiner);
  const counted = number ?? (isPlural ? 'pl' : 'sg');
  if (determiner !== '') return { phrase: `${determiner.toLowerCase()}**${noun}**`, number: counted, own: true };
  const head = /[\p{L}\p{N}_]+/u.exec(noun)?.[0] ?? noun;
  const single = /\s/u.test(noun) ? '' : spanishAskArticle(head, use);
  const article = language !== 'es' ? '' : counted === 'pl' ? spanishArticle(head, 'pl', use) : single;
  return { phrase: `${article === '' ? '' : `${article} `}**${noun}**`, number: counted, own: true };
}
