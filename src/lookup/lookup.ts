import type { Passage } from '../core/card.js';
import type { PassageId } from '../core/ids.js';
import { LANGUAGES, type Language } from '../core/language.js';
import { runToEnd, runWithPauses, type Steps } from '../core/steps.js';
import { guessLanguage } from '../language/function-words.js';
import { searchWords } from '../language/search-words.js';
import { type ConceptParts, findConcepts } from './concepts/find-concept.js';
import { indexNames } from './concepts/name-index.js';
import { type Glossary, shippedGlossary } from './glossary/glossary.js';
import { type Taught, withTaught } from './glossary/taught.js';
import { createExpander, remembering } from './index/expand.js';
import { collectPostings } from './index/postings.js';
import { createRanker, type Ranker } from './index/rank.js';
import { termsOf } from './index/terms.js';
import { describeVocabulary } from './index/vocabulary.js';
import { nearTitles } from './near-titles.js';
import { quoteOf } from './quote.js';
import { describeKin, relatedTo, rememberMentions } from './related.js';
import { type AskedCounts, type Suggestion, suggestTitles } from './suggest.js';

export type LookupHit = {
  readonly passage: Passage;
  /** 0 to 1, higher is surer. */
  readonly score: number;
  /** How it was found: by a name of the passage, or by what its text says. */
  readonly match: 'title' | 'alias' | 'translation' | 'typo' | 'text';
};

export type LookupAnswer = {
  readonly query: string;
  /** What answers the query, or `null` where the notes do not say enough of it. */
  readonly answer: LookupHit | null;
  /** The nearest passages, best first, also where none is near enough to be the answer. */
  readonly results: readonly LookupHit[];
  /** Titles that are near, to try instead; only without an answer. */
  readonly suggestions: readonly string[];
};

export interface Lookup {
  /** @param limit how many results at most */
  find(query: string, limit?: number): LookupAnswer;
  /** Titles for autocomplete: prefix, then word start, then typo; among equals what is asked most. Nothing typed yet: the first of the notes. */
  suggest(typed: string, limit: number, asked?: AskedCounts): readonly Suggestion[];
  /** Related concepts of a passage: shared terms, same parent, mentioned titles. Never itself. */
  related(passage: PassageId, limit: number): readonly Passage[];
  passage(id: PassageId): Passage | null;
  /** Those that can be an answer: all that have a text, in the order of the notes. */
  readonly passages: readonly Passage[];
  /** What a passage says to a question, in its own words: the best sentence first. Each is a part of its text as it stands. */
  quote(query: string, passage: PassageId, limit: number): readonly string[];
}

/** What is longer is no question; its beginning still gets an answer. */
const LONGEST_QUERY = 400;
const MOST_WORDS = 48;
const DEFAULT_LIMIT = 10;

/**
 * Below this share of what is asked, the notes do not answer. Measured: 97 of 100 questions of development sets are
 * answered, 4 of 100 questions about something else are.
 */
const LEAST_COVERAGE = 0.4;
/** The most that a text can score which covers all of the query without being called by it. */
const TEXT_WORTH = 0.58;

export type LookupOptions = {
  readonly glossary?: Glossary;
  /** Names that people taught, beside those of the notes. */
  readonly aliases?: readonly Taught[];
};

/** Reads the passages once; everything is then answered from memory. Passages without text only lend their headings. */
export function buildLookup(given: readonly Passage[], options: LookupOptions = {}): Lookup {
  return runToEnd(buildingLookup(given, options));
}

/** The same, with pauses in which others are served: 10,000 passages take half a second. */
export function buildLookupInSteps(
  given: readonly Passage[],
  options: LookupOptions,
  pause: () => Promise<unknown>,
): Promise<Lookup> {
  return runWithPauses(buildingLookup(given, options), pause);
}

function* buildingLookup(given: readonly Passage[], options: LookupOptions): Steps<Lookup> {
  const { passages: all, glossary } = withTaught(given, options.aliases ?? [], options.glossary ?? shippedGlossary());
  const passages = all.filter(({ body }) => body.trim() !== '');
  const positions = new Map(passages.map(({ id }, index) => [id, index]));
  const byId = new Map(all.map((passage) => [passage.id, passage]));
  const postings = yield* collectPostings(passages);
  const vocabulary = yield* describeVocabulary(postings.ids);
  const names = yield* indexNames(passages, vocabulary);
  const language = mainLanguage(passages);
  const expander = createExpander(vocabulary, glossary, language);
  const ranker = createRanker(postings);
  const kin = describeKin(passages);
  const mentions = rememberMentions({ postings, vocabulary, names });
  const parts = { language, passages, postings, vocabulary, names, expander, glossary, ranker, kin, mentions };
  return {
    find: (query, limit = DEFAULT_LIMIT) => find(query, limit, parts),
    suggest: (typed, limit, asked = new Map()) => suggestTitles(typed, limit, passages, names, asked),
    related: (id, limit) => relatedTo(positions.get(id) ?? -1, limit, parts),
    passage: (id) => byId.get(id) ?? null,
    passages,
    quote: (query, id, limit) => {
      const of = byId.get(id);
      return of === undefined ? [] : quoteOf(askedWords(query), of, limit, parts);
    },
  };
}

type Parts = ConceptParts & {
  readonly language: Language;
  readonly passages: readonly Passage[];
  readonly ranker: Ranker;
};
type Found = { readonly hits: readonly LookupHit[]; readonly coverage: number };

function find(query: string, limit: number, parts: Parts): LookupAnswer {
  const text = query.slice(0, LONGEST_QUERY);
  const words = askedWords(text);
  const { hits, coverage } = gather(text, words, Math.max(1, limit), parts);
  const best = hits[0];
  const answer = best && (best.match !== 'text' || coverage >= LEAST_COVERAGE) ? best : null;
  const suggestions = answer ? [] : nearTitles(words, parts);
  return { query, answer, results: hits.slice(0, Math.max(0, limit)), suggestions };
}

function askedWords(query: string): readonly string[] {
  return searchWords(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
}

/** Concepts by name and passages by text, in one list; `coverage` is that of the best text. */
function gather(text: string, words: readonly string[], limit: number, shared: Parts): Found {
  const parts = { ...shared, expander: remembering(shared.expander) };
  const named = new Map(findConcepts(text, words, parts).map((hit) => [hit.passage, hit]));
  const language = guessLanguage(words);
  const isForeign = language !== null && language !== parts.language;
  const ranked = parts.ranker.rank(termsOf(words, parts.expander, parts.glossary), limit, isForeign);
  const top = ranked[0];
  const texts = new Map(
    ranked.map(({ passage, score }) => [passage, top ? (TEXT_WORTH * top.coverage * score) / top.score : 0]),
  );
  const hits = [...new Set([...named.keys(), ...texts.keys()])].flatMap((index): readonly LookupHit[] => {
    const passage = parts.passages[index];
    const name = named.get(index);
    const score = Math.max(name?.score ?? 0, texts.get(index) ?? 0);
    return passage ? [{ passage, score, match: name?.match ?? 'text' }] : [];
  });
  return { hits: hits.sort(bySureness), coverage: top?.coverage ?? 0 };
}

/** Of two that are equally sure, a section says more than a term in one, and a longer one more than a shorter. */
function bySureness(left: LookupHit, right: LookupHit): number {
  return (
    right.score - left.score ||
    Number(left.passage.kind === 'term') - Number(right.passage.kind === 'term') ||
    right.passage.body.length - left.passage.body.length
  );
}

/** The language that most of the notes are in; of two that are as many the later one. */
function mainLanguage(passages: readonly Passage[]): Language {
  const count = (language: Language) => passages.filter((passage) => passage.language === language).length;
  return LANGUAGES.reduce((most, language) => (count(language) >= count(most) ? language : most));
}
