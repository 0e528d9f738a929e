import { z } from 'zod';
import type { Sides, StoredCard } from '../../core/card.js';
import { type CardId, cardId, type DraftId, draftId } from '../../core/ids.js';
import type { Draft } from '../../store/interfaces/drafts.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type EditedCard, editCard, findCard } from './edit-card.js';

const payloadSchema = z.object({
  card: z.string().transform(cardId),
  /** What is wrong, in a person's words; empty where the wording says it. */
  reason: z.string(),
  /** How it should read; `null` where only the reason was given. */
  sides: z.object({ front: z.string(), back: z.string() }).nullable(),
  author: z.string(),
});

/** What somebody says is wrong with a card, with the card as it is now; `null` where it is gone. */
export type CardFix = {
  readonly id: DraftId;
  readonly author: string;
  readonly reason: string;
  readonly sides: Sides | null;
  readonly cardId: CardId;
  readonly card: StoredCard | null;
};

/**
 * Keeps what somebody says is wrong with a card, for people who may change the decks.
 *
 * @param ref the card's id, or its short reference
 */
export async function reportCard(
  context: TutorContext,
  learner: Learner,
  ref: string,
  { reason, sides }: { readonly reason: string; readonly sides: Sides | null },
): Promise<'kept' | 'gone'> {
  const card = await findCard(context, learner, ref);
  if (card === null) return 'gone';
  const payload = { card: card.id, reason, sides, author: learner.name };
  const draft = { id: draftId(context.newId()), kind: 'fix', payload, by: learner.id, madeAt: context.now } as const;
  await context.store.drafts.put(learner.workspaceId, draft);
  return 'kept';
}

async function fixOf({ store }: TutorContext, { workspaceId }: Learner, draft: Draft): Promise<CardFix> {
  const { card: id, ...said } = payloadSchema.parse(draft.payload);
  const [card] = await store.decks.cardsById(workspaceId, [id]);
  return { id: draft.id, ...said, cardId: id, card: card ?? null };
}

/** The report that has waited longest, and the number of all. */
export async function readFixes(
  context: TutorContext,
  learner: Learner,
): Promise<{ readonly first: CardFix | null; readonly waiting: number }> {
  const { drafts } = context.store;
  const [[first], waiting] = await Promise.all([
    drafts.waiting(learner.workspaceId, 'fix', 1),
    drafts.countWaiting(learner.workspaceId, 'fix'),
  ]);
  return { first: first === undefined ? null : await fixOf(context, learner, first), waiting };
}

/** A report that still waits, or `null`. */
export async function findFix(context: TutorContext, learner: Learner, id: string): Promise<CardFix | null> {
  const draft = await context.store.drafts.get(learner.workspaceId, draftId(id));
  if (draft === null || draft.kind !== 'fix' || draft.decision !== null) return null;
  return fixOf(context, learner, draft);
}

/**
 * Gives the card the wording, and closes the report; the deck changes first, so that after a crash in between deciding
 * again finds the card as it should be.
 */
export async function mendCard(
  context: TutorContext,
  learner: Learner,
  fix: CardFix,
  sides: Sides,
): Promise<EditedCard> {
  const edited = await editCard(context, learner, fix.cardId, sides);
  if (edited.kind === 'changed' || edited.kind === 'same') {
    await context.store.drafts.decide(learner.workspaceId, fix.id, 'accepted', learner.id, context.now);
  }
  return edited;
}

/** Closes a report and leaves the card; it can be restored. */
export function dropFix({ store, now }: TutorContext, learner: Learner, id: string): Promise<'decided' | 'known'> {
  return store.drafts.decide(learner.workspaceId, draftId(id), 'dropped', learner.id, now);
}
