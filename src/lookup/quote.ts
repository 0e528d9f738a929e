import type { Passage } from '../core/card.js';
import { markdownSentences } from '../language/markdown-sentences.js';
import { searchWords } from '../language/search-words.js';
import type { Glossary } from './glossary/glossary.js';
import { type Expander, memoizedExpander } from './index/expand.js';
import type { Postings } from './index/postings.js';
import type { Term } from './index/term.js';
import { termsOf } from './index/terms.js';
import type { Vocabulary } from './index/vocabulary.js';

export type QuoteIndex = {
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
  readonly expander: Expander;
  readonly glossary: Glossary;
};

/** A further sentence must cover at least this share of what the best one covers. */
const MIN_SHARE = 0.5;
/** What each word of a sentence costs, so that the shorter of two equals comes first. */
const WORD_PENALTY = 0.01;

/**
 * The sentences that cover most of the question; among equals the first. For a question that only names the title, these
 * are the first sentences of the text.
 */
export function quoteOf(
  words: readonly string[],
  { title, headings, body }: Pick<Passage, 'title' | 'headings' | 'body'>,
  limit: number,
  index: QuoteIndex,
): readonly string[] {
  const terms = termsOf(words, memoizedExpander(index.expander), index.glossary);
  const known = idsOf(searchWords([title, ...headings].join(' ')), index.vocabulary);
  // Words of the title do not distinguish the sentences below it.
  const isNews = ({ expansions }: Term) => !known.some((id) => expansions.has(id));
  const weights = terms.map((term) => (isNews(term) ? rarityOf(term, index.postings) : 0));
  const rated = [...new Set(markdownSentences(body))].map((sentence) => {
    const own = searchWords(sentence);
    const coverage = coverageOf(own, terms, weights, index.vocabulary);
    return { sentence, said: coverage, score: coverage * (1 - WORD_PENALTY * Math.min(own.length, 60)) };
  });
  const best = [...rated].sort((a, b) => b.score - a.score);
  const least = (best[0]?.said ?? 0) * MIN_SHARE;
  return best
    .filter(({ said: coverage }) => coverage >= least)
    .slice(0, Math.max(0, limit))
    .map(({ sentence }) => sentence);
}

function rarityOf({ expansions }: Term, { starts, passages }: Postings): number {
  let holders = 0;
  for (const word of expansions.keys()) holders += (starts[word + 1] ?? 0) - (starts[word] ?? 0);
  return Math.log(1 + passages / (1 + Math.min(holders, passages)));
}

function idsOf(words: readonly string[], { idOf }: Vocabulary): readonly number[] {
  return words.flatMap((word) => idOf(word) ?? []);
}

function coverageOf(
  words: readonly string[],
  terms: readonly Term[],
  weights: readonly number[],
  vocabulary: Vocabulary,
): number {
  const ids = idsOf(words, vocabulary);
  return terms.reduce((sum, { expansions }, at) => {
    const surest = ids.reduce((most, id) => Math.max(most, expansions.get(id)?.weight ?? 0), 0);
    return sum + surest * (weights[at] ?? 0);
  }, 0);
}
