import type { Passage } from '../core/card.js';
import type { PassageId, QuestionId } from '../core/ids.js';
import type { Lookup, LookupAnswer } from '../lookup/lookup.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';
import { type LaidOut, layOut } from './lay-out.js';
import { noteQuestion } from './note-question.js';
import { type Memory, recallPassage } from './recall-passage.js';

export type { Memory };

export type Explanation = {
  readonly kind: 'explained';
  readonly passage: Passage;
  readonly laidOut: LaidOut;
  readonly related: readonly Passage[];
  readonly memory: Memory;
  /** What was asked, where it was asked in words. */
  readonly question: QuestionId | null;
};

/** The words name more than one thing. */
export type Several = { readonly kind: 'several'; readonly query: string; readonly meanings: readonly Passage[] };

export type NotFound = {
  readonly kind: 'not-found';
  readonly query: string;
  readonly question: QuestionId | null;
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
const MOST_MEANINGS = 5;
/** Names that are this close are equally good. */
const SAME_SCORE = 0.005;
/** Longer questions are cut: nothing in them helps a lookup by name. */
const MAX_QUERY_LENGTH = 300;

/** What is asked, without what no lookup needs. */
export function askedOf(query: string): string {
  return query.trim().slice(0, MAX_QUERY_LENGTH);
}

/**
 * Looks a concept up in the workspace's notes, and writes down what was asked. The words of the answer are the notes'
 * own. Nothing finds nothing.
 */
export async function explainConcept(
  context: TutorContext,
  learner: Learner,
  query: string,
): Promise<Explanation | Several | NotFound> {
  const lookup = await context.lookups.of(learner.workspaceId);
  const asked = askedOf(query);
  const found = lookup.find(asked);
  if (asked === '' || !found.answer) return notFound(context, learner, lookup, found);
  const { passage } = found.answer;
  const noted = noteQuestion(context, learner, asked, passage.id);
  const meanings = meaningsOf(found);
  if (meanings.length > 1) {
    await noted;
    return { kind: 'several', query: asked, meanings };
  }
  // Written down while the rest is read: nothing waits for it.
  const [question, explained] = await Promise.all([noted, explain(context, learner, lookup, passage)]);
  return { ...explained, question };
}

/** What the notes do not answer, with what is near. An empty question is nothing that they lack. */
export async function notFound(
  context: TutorContext,
  learner: Learner,
  lookup: Lookup,
  { query, suggestions }: Pick<LookupAnswer, 'query' | 'suggestions'>,
): Promise<NotFound> {
  const question = query === '' ? null : await noteQuestion(context, learner, query, null);
  const near = suggestions.flatMap((title) => lookup.suggest(title, 1)).slice(0, NEAR);
  return { kind: 'not-found', query, question, near, topics: lookup.suggest('', TOPICS) };
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
    laidOut: layOut(passage, lookup.passage(passage.sectionId)),
    related: lookup.related(passage.id, RELATED),
    memory: await recallPassage(context, learner, passage),
    question: null,
  };
}
