import type { Sides } from '../../core/card.js';
import { groupBy } from '../../core/collections.js';
import type { LearnerId, QuestionId } from '../../core/ids.js';
import { searchWords } from '../../language/search-words.js';
import { meaningOf } from '../../lookup/text/meaning.js';
import type { Learner } from '../../store/interfaces/learners.js';
import { KEPT_QUESTIONS, type KnowledgeGap, type Question } from '../../store/interfaces/questions.js';
import type { TutorContext } from '../context.js';
import { type AddedCard, addCard } from '../decks/add-card.js';
import { type AddedNote, addNote, type NewNote } from '../decks/add-note.js';
import { asksNotes } from './asks-notes.js';

/** Questions of one meaning that the notes do not answer. */
export type OpenGap = {
  /** The id of the question that says it best: asked most often, and in most words. */
  readonly id: QuestionId;
  readonly text: string;
  readonly questions: readonly QuestionId[];
  /** How often it was not found. */
  readonly missed: number;
  /** Who asked to be told. */
  readonly waiting: readonly LearnerId[];
  /** How many said that what was found did not help. */
  readonly unhelped: number;
  /** Those who look after the notes were told of it. */
  readonly isRaised: boolean;
};

/** Gaps that are compared with the notes in one go. */
const CHECKED = 100;

export function meaningKey({ text }: { readonly text: string }): string {
  return meaningOf(searchWords(text));
}

function people(of: readonly (readonly LearnerId[])[]): readonly LearnerId[] {
  return [...new Set(of.flat())];
}

/** Asked more often, or, as often, in more words. */
function saysMore(gap: KnowledgeGap, other: KnowledgeGap): boolean {
  return gap.missed === other.missed ? gap.text.length > other.text.length : gap.missed > other.missed;
}

function mergeGaps(gaps: readonly [KnowledgeGap, ...KnowledgeGap[]]): OpenGap {
  const [first, ...others] = gaps;
  const { id, text } = others.reduce((most, gap) => (saysMore(gap, most) ? gap : most), first);
  return {
    id,
    text,
    questions: gaps.map((gap) => gap.id),
    missed: gaps.reduce((sum, gap) => sum + gap.missed, 0),
    waiting: people(gaps.map(({ wanting }) => wanting)),
    unhelped: people(gaps.map(({ unhelped }) => unhelped)).length,
    isRaised: gaps.some(({ isRaised }) => isRaised),
  };
}

/** Groups gaps by meaning, without meaningless questions and those of dropped meanings. */
function groupGaps(gaps: readonly KnowledgeGap[], left: readonly { readonly text: string }[]): readonly OpenGap[] {
  const out = new Set(left.map(meaningKey));
  const isQuestion = ({ unhelped, wanting, text }: KnowledgeGap) =>
    unhelped.length > 0 || wanting.length > 0 || asksNotes(text);
  const wanted = gaps.filter((gap) => isQuestion(gap) && !out.has(meaningKey(gap)));
  const open = [...groupBy(wanted, meaningKey).values()].map(mergeGaps);
  return open.sort((a, b) => b.waiting.length - a.waiting.length || b.missed - a.missed);
}

async function readOpen({ store }: TutorContext, { workspaceId }: Pick<Learner, 'workspaceId'>) {
  return Promise.all([store.gaps.open(workspaceId, KEPT_QUESTIONS), store.gaps.dropped(workspaceId, KEPT_QUESTIONS)]);
}

/** The open gaps, the most wanted first. Those that the notes answer now are settled. */
export async function readGaps(
  context: TutorContext,
  learner: Pick<Learner, 'workspaceId'>,
): Promise<readonly OpenGap[]> {
  const { workspaceId } = learner;
  const lookup = await context.lookups.of(workspaceId);
  const [gaps, left] = await readOpen(context, learner);
  const answered = new Set<QuestionId>();
  for (const { id, text, unhelped } of gaps.slice(0, CHECKED)) {
    const answer = unhelped.length > 0 ? null : lookup.find(text).answer;
    if (answer === null) continue;
    await context.store.gaps.settle(workspaceId, [id], { gap: 'answered', passageId: answer.passage.id });
    answered.add(id);
  }
  return groupGaps(
    gaps.filter(({ id }) => !answered.has(id)),
    left,
  );
}

/** The names of those who asked to be told, for who looks after the notes. */
export async function namesOfWaiting(
  { store }: TutorContext,
  { workspaceId }: Learner,
  gaps: readonly OpenGap[],
): Promise<ReadonlyMap<LearnerId, string>> {
  const ids = [...new Set(gaps.flatMap(({ waiting }) => waiting))];
  const found = ids.length === 0 ? [] : await store.learners.named(workspaceId, ids);
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** A gap that is still open, or `null`. */
export async function findGap({ store }: TutorContext, learner: Learner, id: QuestionId): Promise<Question | null> {
  const found = await store.questions.get(learner.workspaceId, id);
  return found?.gap === 'open' ? found : null;
}

/** The open questions that ask the same, with this one. */
async function findSimilar(context: TutorContext, learner: Learner, id: QuestionId): Promise<readonly QuestionId[]> {
  const [gaps] = await readOpen(context, learner);
  const asked = gaps.find((gap) => gap.id === id);
  if (asked === undefined) return [id];
  return gaps.filter((gap) => meaningKey(gap) === meaningKey(asked)).map((gap) => gap.id);
}

/** Answers a gap with a new card. Everybody who waits for an answer of this meaning gets it. */
export async function fillGap(
  context: TutorContext,
  learner: Learner,
  id: QuestionId,
  card: Sides & { readonly deckName: string },
): Promise<AddedCard> {
  const questions = await findSimilar(context, learner, id);
  const added = await addCard(context, learner, card);
  await context.store.gaps.settle(learner.workspaceId, questions, { gap: 'answered', passageId: added.passage });
  return added;
}

/** Answers a gap with a section of notes, for everybody who waits. `null` where there is nothing in it to be found. */
export async function answerGap(
  context: TutorContext,
  learner: Learner,
  id: QuestionId,
  note: NewNote,
): Promise<AddedNote | null> {
  const questions = await findSimilar(context, learner, id);
  const added = await addNote(context, learner, note);
  if (added === null) return null;
  await context.store.gaps.settle(learner.workspaceId, questions, { gap: 'answered', passageId: added.passage });
  return added;
}

/** Drops a gap, and all others of its meaning. */
export async function dropGap(context: TutorContext, learner: Learner, id: QuestionId): Promise<'settled' | 'known'> {
  return context.store.gaps.settle(learner.workspaceId, await findSimilar(context, learner, id), { gap: 'dropped' });
}

/** Opens a dropped gap again; people who waited for it wait again. */
export async function restoreGap(context: TutorContext, learner: Learner, id: QuestionId): Promise<'open' | 'known'> {
  const { gaps } = context.store;
  const left = await gaps.dropped(learner.workspaceId, KEPT_QUESTIONS);
  const asked = left.find((question) => question.id === id);
  if (asked === undefined) return 'known';
  const same = left.filter((question) => meaningKey(question) === meaningKey(asked)).map((question) => question.id);
  return gaps.reopen(learner.workspaceId, same);
}
