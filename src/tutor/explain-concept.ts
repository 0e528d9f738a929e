import type { Passage } from '../core/card.js';
import type { PassageId } from '../core/ids.js';
import { type LocalDate, learningDate } from '../core/local-date.js';
import type { Lookup } from '../lookup/lookup.js';
import type { Learner } from '../store/interfaces/learners.js';
import { type FoundPassages, findPassages } from './answering/find-passages.js';
import { type FallbackReason, type GroundedAnswer, type OnPart, writeAnswer } from './answering/write-answer.js';
import type { TutorContext } from './context.js';

/** What the learner remembers of a passage's cards. */
export type Memory =
  | { readonly kind: 'no-cards' }
  | { readonly kind: 'not-yet'; readonly cards: number }
  | { readonly kind: 'learning'; readonly lastOn: LocalDate; readonly due: LocalDate; readonly today: LocalDate };

export type Explanation = {
  readonly kind: 'explained';
  readonly passage: Passage;
  readonly related: readonly Passage[];
  readonly memory: Memory;
  /** Why the language model that was asked did not answer; `null` where none was. */
  readonly fallback: FallbackReason | null;
};

export type NotFound = {
  readonly kind: 'not-found';
  readonly query: string;
  /** What is near in the notes. */
  readonly near: readonly Topic[];
  /** What the notes do know, to choose from. */
  readonly topics: readonly Topic[];
};

export type Topic = { readonly title: string; readonly passageId: PassageId };

const RELATED = 3;
const NEAR = 3;
/** Of those near, how many may be there for their meaning before the first for its title. */
const ABOUT = 2;
/** As many as every platform's select holds. */
const TOPICS = 25;
/** Longer questions are cut: nothing in them helps a lookup by name. */
const MAX_QUERY_LENGTH = 300;

/**
 * Looks a concept up in the workspace's notes. The words of the answer are the notes' own, but for a question that a
 * language model answers from them. Nothing finds nothing.
 */
export async function explainConcept(
  context: TutorContext,
  learner: Learner,
  query: string,
  onPart?: OnPart,
): Promise<Explanation | GroundedAnswer | NotFound> {
  const lookup = await context.lookups.of(learner.workspaceId);
  const asked = query.trim().slice(0, MAX_QUERY_LENGTH);
  const found = await findPassages(context, learner.workspaceId, lookup, asked);
  const written = await writeAnswer(context, learner, asked, found, onPart);
  if (written.kind === 'grounded') return written;
  if (asked === '' || found.answer === null || written.kind === 'no-answer') {
    return { kind: 'not-found', query: asked, near: nearTopics(lookup, found), topics: lookup.suggest('', TOPICS) };
  }
  const explained = await explain(context, learner, lookup, found.answer.passage);
  return { ...explained, fallback: written.kind === 'fallback' ? written.reason : null };
}

/** Titles that look like what was asked, and passages that are about something like it: the surer ones first. */
function nearTopics(lookup: Lookup, { answer, results, suggestions, isFused }: FoundPassages): readonly Topic[] {
  const like = suggestions.flatMap((title) => lookup.suggest(title, 1));
  const about = answer !== null || isFused ? results.map(({ passage }) => topicOf(passage)) : [];
  const surest = about.slice(0, ABOUT);
  const distinct = new Map([...surest, ...like, ...about].map((topic) => [topic.passageId, topic]));
  return [...distinct.values()].slice(0, NEAR);
}

function topicOf({ title, id }: Passage): Topic {
  return { title, passageId: id };
}

/** The same for a passage that is known by its id, such as a related one. `null` where the notes lost it. */
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
    related: lookup.related(passage.id, RELATED),
    memory: await readMemory(context, learner, passage),
    fallback: null,
  };
}

async function readMemory(context: TutorContext, learner: Learner, passage: Passage): Promise<Memory> {
  const { store, now } = context;
  const cards = await store.decks.cardsOfSection(learner.workspaceId, passage.sectionId);
  if (cards.length === 0) return { kind: 'no-cards' };
  const known = await store.progress.ofCards(
    learner.workspaceId,
    learner.id,
    cards.map((card) => card.id),
  );
  const reviewed = [...known.values()].filter((progress) => progress.kind === 'reviewed');
  if (reviewed.length === 0) return { kind: 'not-yet', cards: cards.length };
  const lastOn = reviewed.map((progress) => progress.lastReviewedOn).reduce((a, b) => (a > b ? a : b));
  const due = reviewed.map((progress) => progress.due).reduce((a, b) => (a < b ? a : b));
  return { kind: 'learning', lastOn, due, today: learningDate(now, learner.timeZone) };
}
