import type { Passage } from '../../core/card.js';
import type { PassageId, QuestionId } from '../../core/ids.js';
import { type Wanted, wantedBy } from '../../language/any/asking.js';
import { searchWords } from '../../language/search-words.js';
import type { Lookup, LookupAnswer, Reading } from '../../lookup/lookup.js';
import { layoutPassage, type PassageLayout } from '../../lookup/passage-layout.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type Answered, answerFound } from './answer-found.js';
import { findPassages } from './answering/find-passages.js';
import type { OnPart } from './answering/write-answer.js';
import { noteQuestion } from './note-question.js';
import { type Memory, recallPassage } from './recall-passage.js';
import { readQuery } from './trim-query.js';

export type { Memory };

export type Explanation = {
  readonly kind: 'explained';
  readonly passage: Passage;
  readonly layout: PassageLayout;
  readonly related: readonly Passage[];
  readonly memory: Memory;
  /** Words that were taken for others of the notes. */
  readonly readings: readonly Reading[];
  /** What was asked, where it was asked in words. */
  readonly question: QuestionId | null;
};

/** The words name more than one thing. */
export type AmbiguousConcept = {
  readonly kind: 'several';
  readonly query: string;
  readonly meanings: readonly Passage[];
};

const RELATED = 3;
const MOST_MEANINGS = 5;
/** Names that are this close are equally good. */
const SAME_SCORE = 0.005;
/**
 * Explains a concept of the workspace's notes in their own words, where it is asked for by its name. Other questions are
 * answered as such. All are recorded.
 */
export async function explainConcept(
  context: TutorContext,
  learner: Learner,
  query: string,
  onPart?: OnPart,
): Promise<Explanation | AmbiguousConcept | Answered> {
  const lookup = await context.lookups.of(learner.workspaceId);
  const asked = readQuery(lookup, query);
  const found = await findPassages(context, learner.workspaceId, lookup, asked);
  if (found.answer === null || found.answer.match === 'text' || asksForOneThing(asked)) {
    return answerFound(context, learner, lookup, found, onPart);
  }
  const meanings = meaningsOf(found);
  const { passage } = found.answer;
  if (meanings.length > 1) {
    await noteQuestion(context, learner, asked, passage.id);
    return { kind: 'several', query: asked, meanings };
  }
  // Recorded in parallel, since nothing depends on it.
  const [question, explained] = await Promise.all([
    noteQuestion(context, learner, asked, passage.id),
    explain(context, learner, lookup, passage),
  ]);
  return { ...explained, question, readings: found.readings };
}

/** What a name and more is asked for by a word of asking: "how many layers has an image" is not asked to explain images. */
const ONE_THING: readonly Wanted[] = ['person', 'time', 'number', 'difference'];

function asksForOneThing(query: string): boolean {
  const wanted = wantedBy(searchWords(query));
  return ONE_THING.some((thing) => wanted.has(thing));
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
    readings: [],
  };
}
