import type { Passage } from '../../core/card.js';
import type { PassageId, QuestionId } from '../../core/ids.js';
import { searchWords } from '../../language/search-words.js';
import type { Lookup, LookupAnswer } from '../../lookup/lookup.js';
import { layoutPassage, type PassageLayout } from '../../lookup/passage-layout.js';
import type { TitleSuggestion } from '../../lookup/suggest.js';
import { hasMeaning } from '../../lookup/text/meaning.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type FoundPassages, findPassages } from './answering/find-passages.js';
import { type FallbackReason, type GroundedAnswer, type OnPart, writeAnswer } from './answering/write-answer.js';
import { asksNotes } from './asks-notes.js';
import { noteQuestion } from './note-question.js';
import { type Memory, recallPassage } from './recall-passage.js';

export type { Memory };

export type Explanation = {
  readonly kind: 'explained';
  readonly passage: Passage;
  readonly layout: PassageLayout;
  readonly related: readonly Passage[];
  readonly memory: Memory;
  /** Why the language model that was asked did not answer; `null` where none was. */
  readonly fallback: FallbackReason | null;
  /** What was asked, where it was asked in words. */
  readonly question: QuestionId | null;
};

/** The words name more than one thing. */
export type AmbiguousConcept = {
  readonly kind: 'several';
  readonly query: string;
  readonly meanings: readonly Passage[];
};

export type NotFound = {
  readonly kind: 'not-found';
  readonly query: string;
  readonly question: QuestionId | null;
  /** What is near in the notes. */
  readonly near: readonly TitleSuggestion[];
  /** What the notes do know, to choose from. */
  readonly topics: readonly TitleSuggestion[];
};

const RELATED = 3;
const NEAR = 3;
/** Of those near, how many may be there for their meaning before the first for its title. */
const ABOUT = 2;
/** As many as every platform's select holds. */
const TOPICS = 25;
const MOST_MEANINGS = 5;
/** Names that are this close are equally good. */
const SAME_SCORE = 0.005;
/** Longer queries are cut. */
const MAX_QUERY_LENGTH = 300;

/** The query without surrounding space, cut to a length. */
export function trimQuery(query: string): string {
  return query.trim().slice(0, MAX_QUERY_LENGTH);
}

/**
 * Looks a concept up in the workspace's notes and records the question. The answer is in the notes' own words, unless a
 * language model answers from them.
 */
export async function explainConcept(
  context: TutorContext,
  learner: Learner,
  query: string,
  onPart?: OnPart,
): Promise<Explanation | GroundedAnswer | AmbiguousConcept | NotFound> {
  const lookup = await context.lookups.of(learner.workspaceId);
  const asked = trimQuery(query);
  const found = await findPassages(context, learner.workspaceId, lookup, asked);
  const meanings = meaningsOf(found);
  if (found.answer !== null && meanings.length > 1) {
    await noteQuestion(context, learner, asked, found.answer.passage.id);
    return { kind: 'several', query: asked, meanings };
  }
  const written = await writeAnswer(context, learner, asked, found, onPart);
  if (written.kind === 'grounded') return recordGrounded(context, learner, asked, written);
  if (asked === '' || found.answer === null || written.kind === 'no-answer') {
    return notFound(context, learner, lookup, found);
  }
  const { passage } = found.answer;
  // Recorded in parallel, since nothing depends on it.
  const [question, explained] = await Promise.all([
    noteQuestion(context, learner, asked, passage.id),
    explain(context, learner, lookup, passage),
  ]);
  return { ...explained, question, fallback: written.kind === 'fallback' ? written.reason : null };
}

/** Writes down what was asked and answered in a model's words. */
export async function recordGrounded(
  context: TutorContext,
  learner: Learner,
  asked: string,
  answer: GroundedAnswer,
): Promise<GroundedAnswer> {
  await noteQuestion(context, learner, asked, answer.sources[0]?.id ?? null);
  return answer;
}

/**
 * The result for a question without an answer, with similar topics. Greetings, nonsense and empty questions are not
 * recorded; what asks nothing is no gap as long as nobody wants to be told.
 */
export async function notFound(
  context: TutorContext,
  learner: Learner,
  lookup: Lookup,
  found: FoundPassages,
): Promise<NotFound> {
  const { query, suggestions } = found;
  const isQuestion = suggestions.length > 0 || hasMeaning(searchWords(query));
  const question = isQuestion ? await noteQuestion(context, learner, query, null, asksNotes(query)) : null;
  const near = isQuestion ? nearTopics(lookup, found) : [];
  return { kind: 'not-found', query, question, near, topics: lookup.suggest('', TOPICS) };
}

/** Titles that look like what was asked, and passages that are about something like it: the surer ones first. */
function nearTopics(
  lookup: Lookup,
  { answer, results, suggestions, isFused }: FoundPassages,
): readonly TitleSuggestion[] {
  const like = suggestions.flatMap((title) => lookup.suggest(title, 1));
  const about = answer !== null || isFused ? results.map(({ passage }) => topicOf(passage)) : [];
  const surest = about.slice(0, ABOUT);
  const distinct = new Map([...surest, ...like, ...about].map((topic) => [topic.passageId, topic]));
  return [...distinct.values()].slice(0, NEAR);
}

function topicOf({ title, id }: Passage): TitleSuggestion {
  return { title, passageId: id };
}

/** Things of the same name in different sections, where the words name them equally well. */
function meaningsOf({ answer, results }: LookupAnswer): readonly Passage[] {
  if (answer === null || answer.match === 'text') return [];
  const sections = new Map<PassageId, Passage>();
  for (const { passage, score, match } of results) {
    const isAsGood = match !== 'text' && answer.score - score < SAME_SCORE;
    if (isAsGood && !sections.has(passage.sectionId)) sections.set(passage.sectionId, passage);
  }
  return [...sections.values()].slice(0, MOST_MEANINGS);
}

/** What was asked under an id, or `null` where it is forgotten. */
export async function findQuestion({ store }: TutorContext, learner: Learner, id: QuestionId): Promise<string | null> {
  return (await store.questions.get(learner.workspaceId, id))?.text ?? null;
}

/** Explains a passage by its id; `null` where the notes no longer have it. */
export async function explainPassage(
  context: TutorContext,
  learner: Learner,
  id: PassageId,
): Promise<Explanation | null> {
  const lookup = await context.lookups.of(learner.workspaceId);
  const passage = lookup.passage(id);
  return passage === null ? null : explain(context, learner, lookup, passage);
}

async function explain(
  context: TutorContext,
  learner: Learner,
  lookup: Lookup,
  passage: Passage,
): Promise<Explanation> {
  return {
    kind: 'explained',
    passage,
    layout: layoutPassage(passage, lookup.passage(passage.sectionId)),
    related: lookup.related(passage.id, RELATED),
    memory: await recallPassage(context, learner, passage),
    question: null,
    fallback: null,
  };
}
