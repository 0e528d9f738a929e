import type { Passage } from '../core/card.js';
import { markdownSentences } from '../language/markdown-sentences.js';
import { searchWords } from '../language/search-words.js';
import type { Glossary } from './glossary/glossary.js';
import { type Expander, remembering } from './index/expand.js';
import type { Postings } from './index/postings.js';
import type { Term } from './index/term.js';
import { termsOf } from './index/terms.js';
import type { Vocabulary } from './index/vocabulary.js';

export type QuoteParts = {
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
  readonly expander: Expander;
  readonly glossary: Glossary;
};

/** A second sentence is worth reading when it says at least this share of what the best one does. */
const LEAST_SHARE = 0.5;
/** Of two that say as much the shorter is plainer: what each word costs. */
const COST_OF_WORD = 0.01;

/**
 * The sentences that say most of what is asked; of those that say as much, the first. Where nothing is asked beyond
 * the title, that is the beginning of the text.
 */
export function quoteOf(
  words: readonly string[],
  { title, headings, body }: Pick<Passage, 'title' | 'headings' | 'body'>,
  limit: number,
  parts: QuoteParts,
): readonly string[] {
  const terms = termsOf(words, remembering(parts.expander), parts.glossary);
  const known = idsOf(searchWords([title, ...headings].join(' ')), parts.vocabulary);
  // What the title says already tells no sentence below it from another.
  const isNews = ({ relatives }: Term) => !known.some((id) => relatives.has(id));
  const worth = terms.map((term) => (isNews(term) ? rarityOf(term, parts.postings) : 0));
  const rated = [...new Set(markdownSentences(body))].map((sentence) => {
    const own = searchWords(sentence);
    const said = saidIn(own, terms, worth, parts.vocabulary);
    return { sentence, said, score: said * (1 - COST_OF_WORD * Math.min(own.length, 60)) };
  });
  const best = [...rated].sort((a, b) => b.score - a.score);
  const least = (best[0]?.said ?? 0) * LEAST_SHARE;
  return best
    .filter(({ said }) => said >= least)
    .slice(0, Math.max(0, limit))
    .map(({ sentence }) => sentence);
}

function rarityOf({ relatives }: Term, { starts, passages }: Postings): number {
  let holders = 0;
  for (const word of relatives.keys()) holders += (starts[word + 1] ?? 0) - (starts[word] ?? 0);
  return Math.log(1 + passages / (1 + Math.min(holders, passages)));
}

function idsOf(words: readonly string[], { idOf }: Vocabulary): readonly number[] {
  return words.flatMap((word) => idOf(word) ?? []);
}

function saidIn(
  words: readonly string[],
  terms: readonly Term[],
  worth: readonly number[],
  vocabulary: Vocabulary,
): number {
  const ids = idsOf(words, vocabulary);
  return terms.reduce((sum, { relatives }, at) => {
    const surest = ids.reduce((most, id) => Math.max(most, relatives.get(id)?.weight ?? 0), 0);
    return sum + surest * (worth[at] ?? 0);
  }, 0);
}
