import type { Grammar } from '../grammar.js';
import * as asking from './asking.js';
import { clauseOf, findEnglishVerb } from './clause.js';
import { articleOfTerm, englishDefinite, isPluralNoun, numberOfTerm } from './nouns.js';
import { englishPurpose } from './purpose.js';
import { englishQuestion, englishWhen } from './questions.js';
import * as sentences from './sentences.js';
import { ENGLISH_ATTRIBUTE, englishCondition, englishTermQuestion } from './terms.js';
import { englishTime } from './time.js';
import * as titles from './titles.js';
import { ENGLISH_ARTICLES, ENGLISH_BASE, ENGLISH_CATEGORIES, ENGLISH_STOP_WORDS } from './words.js';

export const ENGLISH: Grammar = {
  code: 'en',
  words: {
    articles: ENGLISH_ARTICLES,
    stopWords: ENGLISH_STOP_WORDS,
    categories: ENGLISH_CATEGORIES,
    actions: ENGLISH_BASE,
  },
  nouns: {
    isPlural: isPluralNoun,
    article: (noun, number, use) => (number === 'pl' ? '' : englishDefinite(noun, use)),
    definite: (article) => article,
    numberOfTerm,
    articleOfTerm,
  },
  sentences: {
    dropsSubjects: false,
    clauseOf,
    opensWithVerb: findEnglishVerb,
    mainClause: sentences.mainClause,
    naming: sentences.naming,
    isNominal: sentences.isNominal,
    timeIn: englishTime,
    isSurelyVerb: sentences.isVerbForm,
    agrees: sentences.agrees,
    ranks: sentences.ranks,
    saysLittle: sentences.saysLittle,
    isRequest: sentences.isRequest,
    isPersonal: sentences.isPersonal,
    opensWithPointer: sentences.opensWithPointer,
    standsFor: sentences.standsFor,
    speaksOfTail: () => false,
  },
  titles: {
    isGeneric: titles.isGeneric,
    isAttribute: (title) => ENGLISH_ATTRIBUTE().test(title),
    asksWhat: titles.asksWhat,
    askedThing: titles.askedThing,
    ofWhat: titles.ofWhat,
    isAction: titles.isAction,
    isCategory: titles.isCategory,
    unlinked: () => null,
    linked: (head, rest) => `${head} ${rest}`,
    tailOf: titles.tailOf,
    nameInLine: titles.nameInLine,
    isAspect: titles.isAspect,
    tellsToDo: titles.tellsToDo,
  },
  ask: {
    sentence: englishQuestion,
    asksHow: () => false,
    asksWhat: (question) => /^what /iu.test(question),
    when: englishWhen,
    term: englishTermQuestion,
    condition: englishCondition,
    purpose: englishPurpose,
    subject: asking.subject,
    existing: () => null,
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
