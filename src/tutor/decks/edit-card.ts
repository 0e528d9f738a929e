import type { CardWithEdits, Sides, StoredCard } from '../../core/card.js';
import { contentHash } from '../../core/hash.js';
import { type CardId, cardId } from '../../core/ids.js';
import { isId, refOf } from '../../core/short-ref.js';
import { withNotesText, withSides } from '../../diff/hand-edits.js';
import { passagesOfCards, textOfCards } from '../../formats/card-passages.js';
import type { DeckChange, StoredDeck } from '../../store/interfaces/decks.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { isFromNotes } from './deck-kind.js';
import { mergeEditedSides } from './editable-sides.js';
import { isCurrent } from './find-cards.js';
import { retryWhileStale, STALE } from './retry-while-stale.js';

export type EditedCard =
  /** `version`: of the deck, as created by the change. */
  | { readonly kind: 'changed'; readonly card: StoredCard; readonly isFromNotes: boolean; readonly version: number }
  /** The card has that text already. */
  | { readonly kind: 'same'; readonly card: StoredCard }
  /** Somebody has changed it since; nothing was done. */
  | { readonly kind: 'changed-since'; readonly card: StoredCard }
  | { readonly kind: 'gone' };

async function cardOf({ store }: TutorContext, { workspaceId }: Learner, id: CardId): Promise<StoredCard | null> {
  const [found] = await store.decks.cardsById(workspaceId, [id]);
  return found ?? null;
}

/** @param ref the card's id, or its short reference */
export async function findCard(context: TutorContext, learner: Learner, ref: string): Promise<StoredCard | null> {
  const { store } = context;
  const { workspaceId } = learner;
  if (isId(ref)) return cardOf(context, learner, cardId(ref));
  for (const { id } of await store.decks.list(workspaceId)) {
    const found = (await store.decks.cards(workspaceId, id)).find((card) => refOf(card.id) === ref);
    if (found !== undefined) return found;
  }
  return null;
}

function isActive({ pausedBy }: CardWithEdits): boolean {
  return pausedBy === undefined;
}

/**
 * Edits a card. For a card from notes the edit stays until its notes change. Progress stays.
 *
 * @param written the person's version of `editableSides`
 */
export async function editCard(
  context: TutorContext,
  learner: Learner,
  ref: string,
  written: Sides,
): Promise<EditedCard> {
  return changeCard(context, learner, ref, (card) => {
    const sides = mergeEditedSides(card, written);
    if (card.front === sides.front && card.back === sides.back) return 'same';
    const { edit: _, ...before } = withNotesText(card);
    const { kind, front, back } = before;
    if (front === sides.front && back === sides.back) return before;
    return { ...withSides(before, sides), edit: { by: learner.id, at: context.now, notes: { kind, front, back } } };
  });
}

/**
 * Restores the text of a card before a change of its deck, unless somebody has edited it since.
 *
 * @param version the version that the change created
 */
export async function restoreText(
  context: TutorContext,
  learner: Learner,
  ref: string,
  version: number,
): Promise<EditedCard> {
  const card = await findCard(context, learner, ref);
  if (card === null) return { kind: 'gone' };
  const found = await context.store.deckChanges.remembered(learner.workspaceId, card.deckId, version);
  const then = found?.cards.find(({ id }) => id === card.id);
  if (found === null || then === undefined) return { kind: 'changed-since', card };
  return changeCard(context, learner, ref, (now, deck) => {
    const isIt = now.edit === undefined ? deck.version === version : now.edit.at === found.change.at;
    if (!isIt) return 'changed-since';
    const { edit: _, ...rest } = now;
    const { kind, front, back, choices, edit } = then;
    const words = { kind, front, back, ...(choices && { choices }), ...(edit && { edit }) };
    return { ...rest, ...words };
  });
}

/** Pauses a card for everybody until somebody resumes it. Progress stays. */
export async function pauseCard(context: TutorContext, learner: Learner, ref: string): Promise<EditedCard> {
  const pausedBy = { by: learner.id, at: context.now };
  return changeCard(context, learner, ref, (card) => (isActive(card) ? { ...card, pausedBy } : 'same'));
}

/** Resumes a card that somebody paused. */
export async function resumeCard(context: TutorContext, learner: Learner, ref: string): Promise<EditedCard> {
  return changeCard(context, learner, ref, ({ pausedBy, ...card }) => (pausedBy === undefined ? 'same' : card));
}

/** The deck's text and passages with the changed card; a deck from notes keeps those of its notes. */
async function contentWith(
  { store }: TutorContext,
  { workspaceId }: Learner,
  deck: StoredDeck,
  changed: CardWithEdits,
): Promise<Pick<DeckChange, 'deck' | 'text' | 'passages'>> {
  const { version: _, ...rest } = deck;
  if (isFromNotes(deck)) return { deck: rest };
  const cards = (await store.decks.cards(workspaceId, deck.id)).filter(isCurrent);
  const live = cards.map((each) => (each.id === changed.id ? changed : each)).filter(isActive);
  const text = textOfCards(live);
  const passages = passagesOfCards(live, deck.language);
  return { deck: { ...rest, contentHash: contentHash(text) }, text, passages };
}

async function changeCard(
  context: TutorContext,
  learner: Learner,
  ref: string,
  edit: (card: StoredCard, deck: StoredDeck) => CardWithEdits | 'same' | 'changed-since',
): Promise<EditedCard> {
  const { decks } = context.store;
  return retryWhileStale('the deck of a card that is edited', async (): Promise<EditedCard | typeof STALE> => {
    const first = await findCard(context, learner, ref);
    const deck = first === null ? null : await decks.get(learner.workspaceId, first.deckId);
    // Read after the deck's version, so that any later change is noticed.
    const card = first === null ? null : await cardOf(context, learner, first.id);
    if (card === null || deck === null || card.deckId !== deck.id || !isCurrent(card)) return { kind: 'gone' };
    const after = edit(card, deck);
    if (typeof after === 'string') return { kind: after, card };
    const by = { kind: 'learner', id: learner.id } as const;
    const words = await contentWith(context, learner, deck, after);
    const request = { ...words, baseVersion: deck.version, cards: [after], some: true, paused: [], by } as const;
    const applied = await decks.apply(learner.workspaceId, request, context.now);
    if (applied.status === 'applied') {
      const { deckId, position } = card;
      const stored = { ...after, deckId, position, paused: !isActive(after) };
      return { kind: 'changed', card: stored, isFromNotes: isFromNotes(deck), version: applied.version };
    }
    return STALE;
  });
}
