import type { Grammar } from '../grammar.js';
import { headOf } from '../nouns.js';
import * as asking from './asking.js';
import { clauseOf, findSpanishVerb } from './clause.js';
import { articleOfTerm, definite, isPluralNoun, numberOfTerm, spanishArticle } from './nouns.js';
import { spanishPurpose } from './purpose.js';
import { spanishQuestion, spanishWhen } from './questions.js';
import * as sentences from './sentences.js';
import { SPANISH_ATTRIBUTE, spanishCondition, spanishTermQuestion } from './terms.js';
import { spanishTime } from './time.js';
import * as titles from './titles.js';
import {
  SPANISH_ARTICLES,
  SPANISH_CATEGORIES,
  SPANISH_INFINITIVES,
  SPANISH_NOUNS_TOO,
  SPANISH_STOP_WORDS,
} from './words.js';

export const SPANISH: Grammar = {
  code: 'es',
  words: {
    articles: SPANISH_ARTICLES,
    stopWords: SPANISH_STOP_WORDS,
    categories: SPANISH_CATEGORIES,
    actions: SPANISH_INFINITIVES,
  },
  nouns: {
    isPlural: isPluralNoun,
    article: (noun, number, use) => spanishArticle(headOf(noun), number, use),
    definite,
    numberOfTerm,
    articleOfTerm,
  },
  sentences: {
    dropsSubjects: true,
    clauseOf,
    opensWithVerb: findSpanishVerb,
    mainClause: sentences.mainClause,
    naming: sentences.naming,
    isNominal: sentences.isNominal,
    timeIn: spanishTime,
    isSurelyVerb: (word) => sentences.isVerbForm(word) && !SPANISH_NOUNS_TOO.has(word),
    agrees: sentences.agrees,
    ranks: sentences.ranks,
    saysLittle: sentences.saysLittle,
    isRequest: sentences.isRequest,
    isPersonal: sentences.isPersonal,
    opensWithPointer: sentences.opensWithPointer,
    // A Spanish clause says by its verb what a pronoun would.
    standsFor: () => true,
    speaksOfTail: sentences.speaksOfTail,
  },
  titles: {
    isGeneric: titles.isGeneric,
    isAttribute: (title) => SPANISH_ATTRIBUTE().test(title),
    asksWhat: titles.asksWhat,
    askedThing: titles.askedThing,
    ofWhat: titles.ofWhat,
    isAction: titles.isAction,
    isCategory: titles.isCategory,
    unlinked: titles.unlinked,
    linked: titles.linked,
    tailOf: titles.tailOf,
    nameInLine: titles.nameInLine,
    isAspect: titles.isAspect,
    tellsToDo: () => false,
  },
  ask: {
    sentence: spanishQuestion,
    asksHow: (question) => /^¿cómo (?:es|son|era|eran|fue|fueron) /iu.test(question),
    asksWhat: (question) => /^¿qué /iu.test(question),
    when: spanishWhen,
    term: spanishTermQuestion,
    condition: spanishCondition,
    purpose: spanishPurpose,
    subject: asking.subject,
    existing: asking.existing,
    title: asking.title,
    whatIs: asking.whatIs,
    year: asking.year,
    aspect: asking.aspect,
    formula: asking.formula,
    which: asking.which,
    keyPoints: asking.keyPoints,
    steps: asking.steps,
    completion: asking.completion,
    cell: asking.cell,
    translation: asking.translation,
    counterpart: asking.counterpart,
    ofKind: asking.ofKind,
  },
};
