import type { Passage } from '../core/card.js';
import type { PassageId } from '../core/ids.js';
import { LANGUAGES, type Language } from '../core/language.js';
import { runToEnd, runWithPauses, type Steps } from '../core/steps.js';
import { wantedBy } from '../language/any/asking.js';
import { guessLanguage } from '../language/function-words.js';
import { searchWords } from '../language/search-words.js';
import { fold } from '../language/text.js';
import { certaintyOf } from './certainty.js';
import { type ConceptIndex, findConcepts } from './concepts/find-concept.js';
import { indexNames } from './concepts/name-index.js';
import { type Evidence, evidenceIn } from './evidence.js';
import type { LookupAnswer, LookupHit, Reading } from './found.js';
import { type AliasDefinition, applyAliases } from './glossary/aliases.js';
import { type Glossary, shippedGlossary } from './glossary/glossary.js';
import { createExpander, memoizedExpander } from './index/expand.js';
import { collectPostings, type Postings } from './index/postings.js';
import { createRanker, type Ranker } from './index/rank.js';
import { termsOf } from './index/terms.js';
import { indexVocabulary } from './index/vocabulary.js';
import { nearTitles } from './near-titles.js';
import { quoteOf } from './quote.js';
import { readingsOf } from './readings.js';
import { createMentions, groupPassages, relatedTo } from './related.js';
import { comparedSides } from './sides.js';
import { type AskCounts, suggestTitles, type TitleSuggestion } from './suggest.js';
import { isAllAside } from './text/asides.js';
import { subjectOf } from './text/subject.js';
import { preferVerbatim } from './verbatim.js';

export type { LookupAnswer, LookupHit, Reading };

export interface Lookup {
  /** @param limit how many results at most */
  find(query: string, limit?: number): LookupAnswer;
  /** Titles for autocomplete: by prefix, then word start, then typo; those asked most come first. With no text, the first of the notes. */
  suggest(typed: string, limit: number, asked?: AskCounts): readonly TitleSuggestion[];
  /** Related concepts of a passage: shared terms, same parent, mentioned titles. Never itself. */
  related(passage: PassageId, limit: number): readonly Passage[];
  passage(id: PassageId): Passage | null;
  /** Those that can be an answer: all whose text says something, in the order of the notes. A list of contents does not. */
  readonly passages: readonly Passage[];
  /** The sentences of a passage that answer a question, best first, each exactly as in its text. */
  quote(query: string, passage: PassageId, limit: number): readonly string[];
}

/** Only this much of a longer query is looked up. */
const LONGEST_QUERY = 400;
const MOST_WORDS = 48;
const DEFAULT_LIMIT = 10;

/** The highest score of a passage that is found by its text and not by a name. */
const MAX_TEXT_SCORE = 0.58;

export type LookupOptions = {
  readonly glossary?: Glossary;
  /** Names that people taught, in addition to those of the notes. */
  readonly aliases?: readonly AliasDefinition[];
};

/** Indexes the passages, so that queries are answered from memory. Passages without text are never results. */
export function buildLookup(given: readonly Passage[], options: LookupOptions = {}): Lookup {
  return runToEnd(lookupSteps(given, options));
}

/** The same with pauses for other work, since 10,000 passages take half a second. */
export function buildLookupInSteps(
  given: readonly Passage[],
  options: LookupOptions,
  pause: () => Promise<unknown>,
): Promise<Lookup> {
  return runWithPauses(lookupSteps(given, options), pause);
}

function* lookupSteps(given: readonly Passage[], options: LookupOptions): Steps<Lookup> {
  const { passages: all, glossary } = applyAliases(given, options.aliases ?? [], options.glossary ?? shippedGlossary());
  const passages = all.filter(({ body }) => body.trim() !== '' && !isAllAside(body));
  const positions = new Map(passages.map(({ id }, index) => [id, index]));
  const byId = new Map(all.map((passage) => [passage.id, passage]));
  const postings = yield* collectPostings(passages);
  const vocabulary = yield* indexVocabulary(postings.ids);
  const names = yield* indexNames(passages, vocabulary);
  const language = mainLanguage(passages);
  const expander = createExpander(vocabulary, glossary, language);
  const ranker = createRanker(postings, vocabulary.words);
  const groups = groupPassages(passages);
  const mentions = createMentions({ postings, vocabulary, names });
  const index = { language, passages, postings, vocabulary, names, expander, glossary, ranker, groups, mentions };
  return {
    find: (query, limit = DEFAULT_LIMIT) => find(query, limit, index),
    suggest: (typed, limit, asked = new Map()) => suggestTitles(typed, limit, passages, names, asked),
    related: (id, limit) => relatedTo(positions.get(id) ?? -1, limit, index),
    passage: (id) => byId.get(id) ?? null,
    passages,
    quote: (query, id, limit) => {
      const passage = byId.get(id);
      return passage === undefined ? [] : quoteOf(query.slice(0, LONGEST_QUERY), passage, limit, index);
    },
  };
}

type LookupIndex = ConceptIndex & {
  readonly postings: Postings;
  readonly language: Language;
  readonly passages: readonly Passage[];
  readonly ranker: Ranker;
};
type RankedHits = {
  readonly hits: readonly LookupHit[];
  readonly coverage: number;
  readonly evidence: Evidence | null;
};

function find(query: string, limit: number, index: LookupIndex): LookupAnswer {
  const text = query.slice(0, LONGEST_QUERY);
  const words = queryWords(text);
  const { hits, coverage, evidence } = rankHits(text, words, Math.max(1, limit), index);
  const best = hits[0] ?? null;
  const found = certaintyOf(hits[0], coverage, evidence);
  const certainty = found === 'answer' && best !== null && lacksWanted(best.passage, words) ? 'near' : found;
  const isNamed = certainty === 'answer' && best?.match !== 'text';
  const sides = isNamed || !wantedBy(words).has('difference') ? [] : comparedSides(words, index);
  const answer = sides[0] ?? (certainty === 'answer' ? best : null);
  return {
    query,
    answer,
    near: answer === null && certainty === 'near' ? best : null,
    sides,
    readings: best === null ? [] : readingsOf(words, best, index),
    results: hits.slice(0, Math.max(0, limit)),
    suggestions: answer !== null ? [] : nearTitles(words, index),
  };
}

/** Whether a passage has no name where somebody is asked for. */
function lacksWanted({ title, body }: Passage, words: readonly string[]): boolean {
  if (!wantedBy(words).has('person')) return false;
  const told = new Set([...words, ...searchWords(title)]);
  return ![...body.matchAll(NAME)].some(([name]) => !told.has(fold(name)));
}

/** A capital letter inside a sentence, as names have it. */
const NAME = /(?<=[\p{L}\p{N},;:)"»”] )\p{Lu}\p{L}+/gu;

function queryWords(query: string): readonly string[] {
  return searchWords(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
}

/** Passages found by name and by text, in one list; `coverage` and `evidence` are those of the best text. */
function rankHits(text: string, words: readonly string[], limit: number, shared: LookupIndex): RankedHits {
  const index = { ...shared, expander: memoizedExpander(shared.expander) };
  const named = new Map(findConcepts(text, words, index).map((hit) => [hit.passage, hit]));
  const language = guessLanguage(words);
  const isForeign = language !== null && language !== index.language;
  const wanted = wantedBy(words);
  const terms = termsOf(words, index.expander, index.glossary);
  const asked = { isForeign, subject: new Set(subjectOf(text)), wanted };
  const { ranked, rarities } = index.ranker.rank(terms, limit, asked);
  const top = ranked[0];
  const texts = new Map(
    ranked.map(({ passage, score }) => [passage, top ? (MAX_TEXT_SCORE * top.coverage * score) / top.score : 0]),
  );
  const hits = [...new Set([...named.keys(), ...texts.keys()])].flatMap((position): readonly LookupHit[] => {
    const passage = index.passages[position];
    const name = named.get(position);
    const score = Math.max(name?.score ?? 0, texts.get(position) ?? 0);
    return passage ? [{ passage, score, match: name?.match ?? 'text' }] : [];
  });
  const tokens = index.postings.tokens[top?.passage ?? -1];
  const question = { text, words, terms, rarities, wanted };
  const evidence = tokens === undefined ? null : evidenceIn(tokens, question, index.vocabulary.words);
  return { hits: [...preferVerbatim(text, hits)].sort(byRelevance), coverage: top?.coverage ?? 0, evidence };
}

/** By score; among equals sections precede terms, and longer passages shorter ones. */
function byRelevance(left: LookupHit, right: LookupHit): number {
  return (
    right.score - left.score ||
    Number(left.passage.kind === 'term') - Number(right.passage.kind === 'term') ||
    right.passage.body.length - left.passage.body.length
  );
}

/** The language of most passages; among equals the later one in the list of languages. */
function mainLanguage(passages: readonly Passage[]): Language {
  const count = (language: Language) => passages.filter((passage) => passage.language === language).length;
  return LANGUAGES.reduce((most, language) => (count(language) >= count(most) ? language : most));
}
