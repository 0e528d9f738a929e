import type { StoredCard } from '../core/card.js';
import type { Learner } from '../store/interfaces/learners.js';
import { CHAT_DECK, changeChatDeck, type Sides } from './chat-deck.js';
import type { TutorContext } from './context.js';

export type EditedCard =
  | { readonly kind: 'changed'; readonly card: StoredCard }
  /** Written in notes: it is changed there, and the notes are imported again. */
  | { readonly kind: 'in-notes'; readonly card: StoredCard }
  | { readonly kind: 'gone' };

export async function findCard(
  { store }: TutorContext,
  { workspaceId }: Learner,
  id: StoredCard['id'],
): Promise<StoredCard | null> {
  const [found] = await store.decks.cardsById(workspaceId, [id]);
  return found ?? null;
}

/** Gives a card that was made in the chat other words. Everybody's progress with it stays. */
export async function editCard(
  context: TutorContext,
  learner: Learner,
  id: StoredCard['id'],
  sides: Sides,
): Promise<EditedCard> {
  return change(context, learner, id, (card) => ({ ...card, ...sides }));
}

/** Asks a card that was made in the chat of nobody any more. Everybody's progress with it stays. */
export async function pauseCard(context: TutorContext, learner: Learner, id: StoredCard['id']): Promise<EditedCard> {
  return change(context, learner, id, () => null);
}

async function change(
  context: TutorContext,
  learner: Learner,
  id: StoredCard['id'],
  edit: (card: StoredCard) => StoredCard | null,
): Promise<EditedCard> {
  const card = await findCard(context, learner, id);
  if (card === null || card.paused) return { kind: 'gone' };
  if (card.deckId !== CHAT_DECK) return { kind: 'in-notes', card };
  await changeChatDeck(context, learner, CHAT_DECK, ({ cards }) => {
    const live = cards.filter(({ paused }) => !paused);
    const edited = live.map((each) => (each.id === id ? edit(each) : each));
    return { cards: edited.filter((each) => each !== null), paused: live.filter((_, index) => edited[index] === null) };
  });
  return { kind: 'changed', card };
}
