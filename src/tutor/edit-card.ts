import type { HandledCard, StoredCard } from '../core/card.js';
import { fold } from '../core/text.js';
import { contentHash } from '../notes/ids.js';
import type { DeckChange, StoredDeck } from '../store/interfaces/decks.js';
import type { Learner } from '../store/interfaces/learners.js';
import { passagesOfCards } from './card-passages.js';
import { CHAT_DECK, type Sides } from './chat-deck.js';
import type { TutorContext } from './context.js';
import { isFromNotes } from './deck-kind.js';
import { asInNotes, withSides } from './keep-edits.js';

export type EditedCard =
  | { readonly kind: 'changed'; readonly card: StoredCard; readonly isFromNotes: boolean }
  | { readonly kind: 'gone' };

/** How often it is tried again when somebody else changes the deck at the same time. */
const ATTEMPTS = 5;

export async function findCard(
  { store }: TutorContext,
  { workspaceId }: Learner,
  id: StoredCard['id'],
): Promise<StoredCard | null> {
  const [found] = await store.decks.cardsById(workspaceId, [id]);
  return found ?? null;
}

/** Whether the card is asked, or would be if a person had not paused it: one that its notes gave up is neither. */
function isThere({ paused, pausedBy }: StoredCard): boolean {
  return !paused || pausedBy !== undefined;
}

function isAsked({ pausedBy }: HandledCard): boolean {
  return pausedBy === undefined;
}

/**
 * Gives a card other words. Those of notes stay what the person made of them as long as the notes say the same.
 * Everybody's progress with it stays.
 */
export async function editCard(
  context: TutorContext,
  learner: Learner,
  id: StoredCard['id'],
  sides: Sides,
): Promise<EditedCard> {
  return change(context, learner, id, (card) => {
    if (card.front === sides.front && card.back === sides.back) return null;
    const { edit: _, ...before } = asInNotes(card);
    const { kind, front, back } = before;
    if (front === sides.front && back === sides.back) return before;
    return { ...withSides(before, sides), edit: { by: learner.id, at: context.now, notes: { kind, front, back } } };
  });
}

/** Asks a card of nobody, until somebody wakes it. Everybody's progress with it stays. */
export async function pauseCard(context: TutorContext, learner: Learner, id: StoredCard['id']): Promise<EditedCard> {
  const pausedBy = { by: learner.id, at: context.now };
  return change(context, learner, id, (card) => (isAsked(card) ? { ...card, pausedBy } : null));
}

/** Asks a card again that somebody paused. */
export async function resumeCard(context: TutorContext, learner: Learner, id: StoredCard['id']): Promise<EditedCard> {
  return change(context, learner, id, ({ pausedBy, ...card }) => (pausedBy === undefined ? null : card));
}

/** What the deck says with the changed card in it. One that comes from notes says what they say. */
async function wordsOf(
  { store }: TutorContext,
  { workspaceId }: Learner,
  deck: StoredDeck,
  changed: HandledCard,
): Promise<Pick<DeckChange, 'deck' | 'text' | 'passages'>> {
  const { version: _, ...rest } = deck;
  if (isFromNotes(deck)) return { deck: rest };
  const cards = (await store.decks.cards(workspaceId, deck.id)).filter(isThere);
  const live = cards.map((each) => (each.id === changed.id ? changed : each)).filter(isAsked);
  const text = live.map(({ front, back }) => `Q: ${front}\nA: ${back}\n`).join('\n');
  const passages = passagesOfCards(live, deck.language);
  return { deck: { ...rest, contentHash: contentHash(text) }, text, passages };
}

/** @param edit `null` leaves the card as it is */
async function change(
  context: TutorContext,
  learner: Learner,
  id: StoredCard['id'],
  edit: (card: StoredCard) => HandledCard | null,
): Promise<EditedCard> {
  const { decks } = context.store;
  for (let attempt = 1; ; attempt += 1) {
    const first = await findCard(context, learner, id);
    const deck = first === null ? null : await decks.get(learner.workspaceId, first.deckId);
    // Read after the deck's version: what changes from here on is noticed.
    const card = await findCard(context, learner, id);
    if (card === null || deck === null || card.deckId !== deck.id || !isThere(card)) return { kind: 'gone' };
    const after = edit(card);
    if (after === null) return { kind: 'changed', card, isFromNotes: isFromNotes(deck) };
    const by = { kind: 'learner', id: learner.id } as const;
    const words = await wordsOf(context, learner, deck, after);
    const request = { ...words, baseVersion: deck.version, cards: [after], some: true, paused: [], by } as const;
    const { status } = await decks.apply(learner.workspaceId, request, context.now);
    const { deckId, position } = card;
    if (status === 'applied') {
      const paused = !isAsked(after);
      return { kind: 'changed', card: { ...after, deckId, position, paused }, isFromNotes: isFromNotes(deck) };
    }
    if (attempt === ATTEMPTS) throw new Error(`deck ${deck.id} keeps changing while a card of it is edited`);
  }
}

/** Cards to choose from, with who changed each of them. */
export type FoundCards = {
  /** The first of them. */
  readonly cards: readonly (StoredCard & { readonly deckName: string })[];
  readonly total: number;
  /** Names of those who changed or paused them. */
  readonly names: ReadonlyMap<string, string>;
};

/** Whether somebody made the card in the chat, changed it there or paused it. */
function isByHand({ deckId, edit, pausedBy }: StoredCard): boolean {
  return deckId === CHAT_DECK || edit !== undefined || pausedBy !== undefined;
}

/**
 * The cards that say the words, or, without any, those that people made, changed or paused here, the latest first.
 *
 * @param limit cards to give, at most
 */
export async function findCards(
  { store }: TutorContext,
  { workspaceId }: Learner,
  words: string,
  limit: number,
): Promise<FoundCards> {
  const wanted = fold(words).trim().split(/\s+/u).filter(Boolean);
  const says = ({ front, back }: StoredCard): boolean => {
    const text = fold(`${front} ${back}`);
    return wanted.every((word) => text.includes(word));
  };
  const found: (StoredCard & { readonly deckName: string })[] = [];
  for (const { id, name: deckName } of await store.decks.list(workspaceId)) {
    const cards = (await store.decks.cards(workspaceId, id)).filter(isThere);
    found.push(...cards.filter(wanted.length > 0 ? says : isByHand).map((card) => ({ ...card, deckName })));
  }
  const sorted = wanted.length > 0 ? found : found.reverse();
  const cards = sorted.slice(0, limit);
  const names = new Map<string, string>();
  for (const mark of cards.flatMap(({ edit, pausedBy }) => [edit, pausedBy])) {
    if (mark === undefined || names.has(mark.by)) continue;
    names.set(mark.by, (await store.learners.get(workspaceId, mark.by))?.name ?? mark.by);
  }
  return { cards, total: found.length, names };
}
