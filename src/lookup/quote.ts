import type { Passage } from '../core/card.js';
import { givesReason, isNumber, type Wanted, wantedBy } from '../language/any/asking.js';
import { markedAnswer, markedQuestion } from '../language/any/authored.js';
import { definesName, opensName } from '../language/any/sentences.js';
import { markdownSentences } from '../language/markdown-sentences.js';
import { withoutNumber } from '../language/number.js';
import { searchWords } from '../language/search-words.js';
import type { Glossary } from './glossary/glossary.js';
import { type Expander, memoizedExpander } from './index/expand.js';
import type { Postings } from './index/postings.js';
import type { Term } from './index/term.js';
import { termsOf } from './index/terms.js';
import type { Vocabulary } from './index/vocabulary.js';
import { isAside } from './text/asides.js';
import { subjectOf } from './text/subject.js';

export type QuoteIndex = {
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
  readonly expander: Expander;
  readonly glossary: Glossary;
};

/** A further sentence must score at least this share of the best one. */
const MIN_SHARE = 0.6;
/** What each word of a sentence costs, so that the shorter of two equals comes first. */
const WORD_PENALTY = 0.01;
/** What a sentence gains that says what the subject is, or holds what is asked for: shares of the question's weight. */
const DEFINES = 0.8;
const HOLDS_WANTED = 0.35;
/** An answer is short: further sentences are added up to this many words. */
const MOST_WORDS = 60;
/** What a sentence with a colon at its end announces is shown with it, up to this many. */
const MOST_POINTS = 6;
const ANNOUNCES = /:[*_`]*$/u;

type Rated = { readonly sentence: string; readonly at: number; readonly words: number; readonly score: number };

/**
 * The sentences that answer the question, the best first: those that cover most of it and hold what it asks for. For a
 * question that only names the title, what says what that is, else the first sentence.
 *
 * @param limit how many at most, besides what the first announces
 */
export function quoteOf(query: string, passage: Passage, limit: number, index: QuoteIndex): readonly string[] {
  const rated = rate(query, passage, index);
  const [best, ...others] = [...rated].sort((a, b) => b.score - a.score || a.at - b.at);
  if (best === undefined || limit < 1) return [];
  const quoted = [best];
  let words = best.words;
  const add = (one: Rated): void => {
    if (words + one.words > MOST_WORDS) return;
    quoted.push(one);
    words += one.words;
  };
  if (ANNOUNCES.test(best.sentence)) rated.slice(best.at + 1, best.at + 1 + MOST_POINTS).forEach(add);
  else for (const one of others.slice(0, limit - 1)) if (one.score >= best.score * MIN_SHARE) add(one);
  return quoted.map(({ sentence }) => sentence);
}

function rate(query: string, { title, aliases, headings, body }: Passage, index: QuoteIndex): readonly Rated[] {
  const asked = searchWords(query);
  const terms = termsOf(asked, memoizedExpander(index.expander), index.glossary);
  const known = idsOf(searchWords([title, ...headings].join(' ')), index.vocabulary);
  // Words of the title do not distinguish the sentences below it.
  const isNews = ({ expansions }: Term) => !known.some((id) => expansions.has(id));
  const weights = terms.map((term) => (isNews(term) ? rarityOf(term, index.postings) : 0));
  const scale = Math.max(1, ...weights);
  const wanted = wantedBy(asked);
  const subjects = [subjectOf(query), ...[title, ...aliases].map(subjectOf)].filter((words) => words.length > 0);
  const sentences = [...new Set(withAnswers(markdownSentences(body)))].filter((sentence) => !isAside(sentence));
  return sentences.map((sentence, at) => {
    const own = searchWords(sentence);
    const covered = coverageOf(own, terms, weights, index.vocabulary) * (1 - WORD_PENALTY * Math.min(own.length, 60));
    const defined = wanted.size === 0 && subjects.some((subject) => definesSubject(own, subject)) ? DEFINES : 0;
    const held = [...wanted].filter((one) => holdsWanted(one, sentence, own, asked)).length * HOLDS_WANTED;
    return { sentence, at, words: own.length, score: covered + scale * (defined + held) };
  });
}

/** A question that its author marks, "Q: …", goes with the answer below it: alone it answers nothing. */
function withAnswers(sentences: readonly string[]): readonly string[] {
  const isAnswer = (sentence: string | undefined) => sentence !== undefined && markedAnswer(sentence, true) !== null;
  const isAsked = (sentence: string | undefined) => sentence !== undefined && markedQuestion(sentence) !== null;
  return sentences.flatMap((sentence, at) => {
    const [before, after] = [sentences[at - 1], sentences[at + 1]];
    if (isAsked(sentence) && isAnswer(after)) return [`${sentence}\n${after}`];
    return isAnswer(sentence) && isAsked(before) ? [] : [sentence];
  });
}

/** Whether a sentence begins with the subject and says what it is: "A layer is …". */
function definesSubject(words: readonly string[], subject: readonly string[]): boolean {
  const rest = opensName(words[0] ?? '') ? words.slice(1) : words;
  const isSame = subject.every((word, at) => withoutNumber(rest[at] ?? '') === withoutNumber(word));
  return isSame && rest.slice(subject.length, subject.length + 2).some(definesName);
}

/** A name inside the sentence, which no other capital letter than that of its beginning tells. */
const NAME = /(?<=[\p{L}\p{N},;:)] )["'«“(*_]*(\p{Lu}\p{L}+)/gu;

function holdsWanted(wanted: Wanted, sentence: string, words: readonly string[], asked: readonly string[]): boolean {
  switch (wanted) {
    case 'person':
      return [...sentence.matchAll(NAME)].some(({ 1: name = '' }) => !asked.includes(searchWords(name)[0] ?? ''));
    case 'time':
      return words.some((word) => /\p{N}/u.test(word) && !asked.includes(word));
    case 'number':
      return words.some((word) => isNumber(word) && !asked.includes(word));
    case 'reason':
      return givesReason(words);
    case 'way':
      return sentence.includes('`');
    default:
      return false;
  }
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
