import type { QuestionId } from '../core/ids.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { Gap, Question } from '../store/interfaces/questions.js';
import { type AddedCard, addCard } from './add-card.js';
import type { Sides } from './chat-deck.js';
import type { TutorContext } from './context.js';

export type { Gap };

export type Gaps = {
  readonly gaps: readonly Gap[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly open: number;
};

const PAGE = 8;
/** Gaps that are compared with the notes in one go. */
const CHECKED = 100;

/** What was asked and not found, the most wanted first. What the notes answer by now is a gap no more. */
export async function readGaps(context: TutorContext, { workspaceId }: Learner, asked: number): Promise<Gaps> {
  const { questions } = context.store;
  const lookup = await context.lookups.of(workspaceId);
  for (const gap of await questions.gaps(workspaceId, CHECKED, 0)) {
    const answer = gap.unhelped > 0 ? null : lookup.find(gap.text).answer;
    if (answer === null) continue;
    await questions.settle(workspaceId, gap.id, { gap: 'answered', passageId: answer.passage.id });
  }
  const open = await questions.countGaps(workspaceId);
  const pages = Math.max(1, Math.ceil(open / PAGE));
  const page = Math.min(Math.max(0, asked), pages - 1);
  return { gaps: await questions.gaps(workspaceId, PAGE, page * PAGE), page, pages, open };
}

/** A gap that is still open, or `null`. */
export async function findGap({ store }: TutorContext, learner: Learner, id: QuestionId): Promise<Question | null> {
  const found = await store.questions.get(learner.workspaceId, id);
  return found?.gap === 'open' ? found : null;
}

/** Answers a gap with a new note and card. Whoever waits for it is told. */
export async function fillGap(
  context: TutorContext,
  learner: Learner,
  id: QuestionId,
  card: Sides & { readonly deckName: string },
): Promise<AddedCard> {
  const added = await addCard(context, learner, card);
  await context.store.questions.settle(learner.workspaceId, id, { gap: 'answered', passageId: added.passage });
  return added;
}

/** The notes need not know this. */
export function dropGap({ store }: TutorContext, learner: Learner, id: QuestionId): Promise<'settled' | 'known'> {
  return store.questions.settle(learner.workspaceId, id, { gap: 'dropped' });
}
