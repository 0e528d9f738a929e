import type { Passage } from '../core/card.js';
import { runToEnd } from '../core/steps.js';
import { clausesAround, isDenial } from '../language/any/denials.js';
import { isGrammar } from '../language/function-words.js';
import { fold, searchWords } from '../language/search-words.js';
import { type Glossary, shippedGlossary } from './glossary/glossary.js';
import { createExpander, type Expander } from './index/expand.js';
import { collectPostings } from './index/postings.js';
import { indexVocabulary, type Vocabulary } from './index/vocabulary.js';

/** How far passages support a sentence, judged by its words alone. */
export type SentenceSupport = {
  /** The share of its content words that the passages have, 0 to 1; 0 where there are none. */
  readonly share: number;
  /** Names, numbers and words with digits that the passages do not have. */
  readonly unknownNames: readonly string[];
  /** It denies what the nearest sentences of the passages state, or states what they deny. */
  readonly contradicts: boolean;
};

export type SupportCheck = { of(sentence: string): SentenceSupport };

/** Translations count as the word itself, similar spellings do not. */
const MIN_WEIGHT = 0.6;
/** Sentences for comparing, which are never shown; full stops inside names do not end them. */
const SENTENCE = /[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*/gu;
const NUMBER = /\p{N}/u;

/** Prepares the passages that a text cites. */
export function createSupportCheck(passages: readonly Passage[], glossary: Glossary = shippedGlossary()): SupportCheck {
  const vocabulary = runToEnd(indexVocabulary(runToEnd(collectPostings(passages)).ids));
  const language = passages[0]?.language ?? 'en';
  const finder = createFinder(vocabulary, createExpander(vocabulary, glossary, language));
  const clauses = passages.flatMap(({ body }) => (body.match(SENTENCE) ?? []).flatMap(clausesOf));
  return {
    of(sentence) {
      const content = searchWords(sentence).filter(isContent);
      const known = content.filter((word) => finder(word).length > 0).length;
      return {
        share: content.length === 0 ? 0 : known / content.length,
        unknownNames: namesIn(sentence).filter((name) => finder(name).length === 0),
        contradicts: clausesOf(sentence).some((clause) => contradicts(clause, clauses, finder)),
      };
    },
  };
}

/** The words of the passages that match a word. */
type Finder = (word: string) => readonly string[];

function createFinder(vocabulary: Vocabulary, expander: Expander): Finder {
  return (word) => {
    const exact = vocabulary.idOf(word);
    if (NUMBER.test(word)) return exact === undefined ? [] : [word];
    return [...expander.expand(word)]
      .filter(([, { weight, kind }]) => kind !== 'typo' && weight >= MIN_WEIGHT)
      .flatMap(([id]) => vocabulary.words[id] ?? []);
  };
}

/** Numbers, words with digits, and capitalised words that do not begin the sentence. */
function namesIn(sentence: string): readonly string[] {
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word, index) => NUMBER.test(word) || /\p{Lu}/u.test(index === 0 ? word.slice(1) : word))
    .map(fold)
    .filter((word) => !isGrammar(word));
}

type ComparedClause = { readonly words: ReadonlySet<string>; readonly denies: boolean };

function clausesOf(sentence: string): readonly ComparedClause[] {
  return clausesAround(sentence).map((clause) => {
    const words = new Set(searchWords(clause));
    return { words, denies: [...words].some((word) => isDenial(word)) };
  });
}

/** Compares a clause with the clauses of the passages that share most of its words. */
function contradicts(clause: ComparedClause, clauses: readonly ComparedClause[], finder: Finder): boolean {
  const found = [...clause.words].filter(isContent).map(finder);
  const shared = clauses.map(({ words }) => found.filter((each) => each.some((word) => words.has(word))).length);
  const most = Math.max(0, ...shared);
  return most > 0 && !clauses.some((one, index) => shared[index] === most && one.denies === clause.denies);
}

function isContent(word: string): boolean {
  return !isGrammar(word) && !isDenial(word);
}
