import { z } from 'zod';
import type { Sides } from '../../core/card.js';
import { type DraftId, draftId } from '../../core/ids.js';
import type { Draft } from '../../store/interfaces/drafts.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type AddedCard, addCard } from './add-card.js';
import { mergeEditedSides } from './editable-sides.js';

const payloadSchema = z.object({ front: z.string(), back: z.string(), author: z.string() });

/** A suggested card that waits for somebody who may change decks. */
type CardSuggestion = Sides & { readonly id: DraftId; readonly author: string };

/** Stores a suggested card for people who may change the deck. */
export async function suggestCard(context: TutorContext, learner: Learner, { front, back }: Sides): Promise<void> {
  const payload = { front, back, author: learner.name };
  const draft = { id: draftId(context.newId()), kind: 'card', payload, by: learner.id, madeAt: context.now } as const;
  await context.store.drafts.put(learner.workspaceId, draft);
}

function parseSuggestion({ id, payload }: Draft): CardSuggestion {
  return { id, ...payloadSchema.parse(payload) };
}

export type SuggestionQueue = { readonly first: CardSuggestion | null; readonly waiting: number };

/** The suggestion that has waited longest, and the number of all. */
export async function readQueue({ store }: TutorContext, { workspaceId }: Learner): Promise<SuggestionQueue> {
  const [[first], waiting] = await Promise.all([
    store.drafts.waiting(workspaceId, 'card', 1),
    store.drafts.countWaiting(workspaceId, 'card'),
  ]);
  return { first: first === undefined ? null : parseSuggestion(first), waiting };
}

/** A suggestion that still waits, or `null`. */
export async function findSuggestion(
  context: TutorContext,
  learner: Learner,
  id: string,
): Promise<CardSuggestion | null> {
  const draft = await context.store.drafts.get(learner.workspaceId, draftId(id));
  return draft === null || draft.kind !== 'card' || draft.decision !== null ? null : parseSuggestion(draft);
}

/** Makes a dropped suggestion wait again. */
export async function restoreSuggestion(
  { store }: TutorContext,
  { workspaceId }: Learner,
  id: string,
  kind: 'card' | 'alias' | 'fix',
): Promise<'restored' | 'known'> {
  const draft = await store.drafts.get(workspaceId, draftId(id));
  return draft?.kind === kind ? store.drafts.restore(workspaceId, draft.id) : 'known';
}

export type DecidedCard =
  | { readonly kind: 'accepted'; readonly added: AddedCard }
  | { readonly kind: 'dropped'; readonly id: DraftId }
  /** Somebody has decided before, or it does not exist. */
  | { readonly kind: 'gone' };

/**
 * Accepts a suggestion into the deck, with edited text if given, or drops it. The deck changes first: after a crash
 * in between, deciding again finds the card there.
 */
export async function decideCard(
  context: TutorContext,
  learner: Learner,
  id: string,
  decision:
    | { readonly kind: 'accept'; readonly sides: Sides | null; readonly deckName: string }
    | { readonly kind: 'drop' },
): Promise<DecidedCard> {
  const suggested = await findSuggestion(context, learner, id);
  if (suggested === null) return { kind: 'gone' };
  const { drafts } = context.store;
  if (decision.kind === 'drop') {
    const dropped = await drafts.decide(learner.workspaceId, suggested.id, 'dropped', learner.id, context.now);
    return dropped === 'decided' ? { kind: 'dropped', id: suggested.id } : { kind: 'gone' };
  }
  const { front, back } = decision.sides === null ? suggested : mergeEditedSides(suggested, decision.sides);
  const added = await addCard(context, learner, { front, back, author: suggested.author, deckName: decision.deckName });
  await drafts.decide(learner.workspaceId, suggested.id, 'accepted', learner.id, context.now);
  return { kind: 'accepted', added };
}
