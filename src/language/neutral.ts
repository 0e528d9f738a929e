import type { Grammar } from './grammar.js';
import { countWords } from './text.js';
import type { WordSet } from './word-lists.js';

const NO_WORDS: WordSet = { has: () => false };
/** What is so short before a sign is a name, as far as anybody can tell. */
const LONGEST_NAME_WORDS = 3;

/**
 * What is left for notes in a language that nobody taught us: no word means anything, so no sentence is asked about, and a
 * front is the name of what is asked for. What authors write as cards, tables, and terms with their definitions work.
 */
export const NEUTRAL: Grammar = {
  code: null,
  words: { articles: NO_WORDS, stopWords: NO_WORDS, categories: NO_WORDS, actions: NO_WORDS },
  nouns: {
    isPlural: () => false,
    article: () => '',
    definite: (article) => article,
    numberOfTerm: () => 'sg',
    articleOfTerm: () => '',
  },
  sentences: {
    dropsSubjects: false,
    clauseOf: () => null,
    mainClause: (sentence) => sentence,
    naming: () => null,
    opensWithVerb: () => false,
    isNominal: (subject) => countWords(subject) <= LONGEST_NAME_WORDS,
    timeIn: () => null,
    isSurelyVerb: () => false,
    agrees: () => true,
    ranks: () => false,
    saysLittle: () => false,
    isRequest: () => false,
    isPersonal: () => false,
    opensWithPointer: () => false,
    standsFor: () => true,
    speaksOfTail: () => false,
  },
  titles: {
    isGeneric: () => false,
    isAttribute: () => false,
    asksWhat: () => false,
    askedThing: () => null,
    ofWhat: () => null,
    isAction: () => false,
    isCategory: () => false,
    unlinked: () => null,
    linked: (head, rest) => `${head} ${rest}`,
    tailOf: ({ name }) => `(${name})`,
    nameInLine: () => null,
    isAspect: () => false,
    tellsToDo: () => false,
  },
  ask: {
    sentence: () => null,
    asksHow: () => false,
    asksWhat: () => false,
    when: () => null,
    term: (_definition, { phrase }) => phrase,
    condition: () => null,
    purpose: () => null,
    subject: (subject, _use, number = 'sg') => ({ phrase: `**${subject}**`, number, own: true }),
    existing: () => null,
    title: (title) => title,
    whatIs: (phrase) => phrase,
    year: (year) => `**${year}**`,
    aspect: (aspect) => `**${aspect}**`,
    formula: (name) => `**${name}**`,
    which: (phrase) => phrase,
    keyPoints: (phrase, count) => `${phrase} (${count})`,
    steps: (title, count) => `**${title}** (${count})`,
    completion: () => '',
    cell: (name, { title }) => `${name} — ${title}?`,
    translation: (phrase, tongue) => `${phrase} (${tongue})`,
    counterpart: (known, fact, asked) => `${known}: ${fact}. ${asked}?`,
    ofKind: (name) => name,
  },
};
