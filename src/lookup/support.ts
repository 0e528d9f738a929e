import type { Passage } from '../core/card.js';
import { runToEnd } from '../core/steps.js';
import { clausesAround, isDenial } from '../language/any/denials.js';
import { isGrammar } from '../language/function-words.js';
import { fold, searchWords } from '../language/search-words.js';
import { type Glossary, shippedGlossary } from './glossary/glossary.js';
import { createExpander, type Expander } from './index/expand.js';
import { collectPostings } from './index/postings.js';
import { describeVocabulary, type Vocabulary } from './index/vocabulary.js';

/** How far passages bear a sentence out, word by word. It knows words, not what they say together. */
export type Support = {
  /** Of the words that mean something, how many the passages have, 0 to 1; 0 where there are none. */
  readonly share: number;
  /** Names, numbers and words with digits that the passages do not have. */
  readonly strangers: readonly string[];
  /** It denies what the nearest sentence of the passages says, or the other way round. */
  readonly contradicts: boolean;
};

export type SupportCheck = { of(sentence: string): Support };

/** A likely translation is as good as the word; a word that merely looks like it is not. */
const LEAST_SURE = 0.6;
/** Sentences for comparing, never shown: the stops inside names end none. */
const SENTENCE = /[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*/gu;
const NUMBER = /\p{N}/u;

/** Reads the passages that a text names as its source. */
export function createSupportCheck(passages: readonly Passage[], glossary: Glossary = shippedGlossary()): SupportCheck {
  const vocabulary = runToEnd(describeVocabulary(runToEnd(collectPostings(passages)).ids));
  const language = passages[0]?.language ?? 'en';
  const finder = createFinder(vocabulary, createExpander(vocabulary, glossary, language));
  const clauses = passages.flatMap(({ body }) => (body.match(SENTENCE) ?? []).flatMap(clausesOf));
  return {
    of(sentence) {
      const content = searchWords(sentence).filter(isContent);
      const known = content.filter((word) => finder(word).length > 0).length;
      return {
        share: content.length === 0 ? 0 : known / content.length,
        strangers: namesIn(sentence).filter((name) => finder(name).length === 0),
        contradicts: clausesOf(sentence).some((clause) => contradicts(clause, clauses, finder)),
      };
    },
  };
}

/** The words of the passages that a word stands for. */
type Finder = (word: string) => readonly string[];

function createFinder(vocabulary: Vocabulary, expander: Expander): Finder {
  return (word) => {
    const exact = vocabulary.idOf(word);
    if (NUMBER.test(word)) return exact === undefined ? [] : [word];
    return [...expander.relativesOf(word)]
      .filter(([, { weight, kinship }]) => kinship !== 'typo' && weight >= LEAST_SURE)
      .flatMap(([id]) => vocabulary.words[id] ?? []);
  };
}

/** Numbers, words with digits, and words with a capital letter that no beginning of a sentence explains. */
function namesIn(sentence: string): readonly string[] {
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word, index) => NUMBER.test(word) || /\p{Lu}/u.test(index === 0 ? word.slice(1) : word))
    .map(fold)
    .filter((word) => !isGrammar(word));
}

type Clause = { readonly words: ReadonlySet<string>; readonly denies: boolean };

function clausesOf(sentence: string): readonly Clause[] {
  return clausesAround(sentence).map((clause) => {
    const words = new Set(searchWords(clause));
    return { words, denies: [...words].some((word) => isDenial(word)) };
  });
}

/** Compares with the clauses of the passages that share most of its words. */
function contradicts(clause: Clause, clauses: readonly Clause[], finder: Finder): boolean {
  const found = [...clause.words].filter(isContent).map(finder);
  const shared = clauses.map(({ words }) => found.filter((each) => each.some((word) => words.has(word))).length);
  const most = Math.max(0, ...shared);
  return most > 0 && !clauses.some((one, index) => shared[index] === most && one.denies === clause.denies);
}

function isContent(word: string): boolean {
  return !isGrammar(word) && !isDenial(word);
}
