import type { Passage } from '../core/card.js';
import type { PassageId } from '../core/ids.js';
import { type LocalDate, learningDate } from '../core/local-date.js';
import type { Lookup } from '../lookup/lookup.js';
import type { Learner } from '../store/interfaces/learners.js';
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
/** As many as every platform's select holds. */
const TOPICS = 25;
/** Longer questions are cut: nothing in them helps a lookup by name. */
const MAX_QUERY_LENGTH = 300;

/** Looks a concept up in the workspace's notes. The words of the answer are the notes' own. Nothing finds nothing. */
export async function explainConcept(
  context: TutorContext,
  learner: Learner,
  query: string,
): Promise<Explanation | NotFound> {
  const lookup = await context.lookups.of(learner.workspaceId);
  const asked = query.trim().slice(0, MAX_QUERY_LENGTH);
  const found = lookup.find(asked);
  if (asked !== '' && found.answer) return explain(context, learner, lookup, found.answer.passage);
  const near = found.suggestions.flatMap((title) => lookup.suggest(title, 1)).slice(0, NEAR);
  return { kind: 'not-found', query: asked, near, topics: lookup.suggest('', TOPICS) };
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
