import type { Passage, Sides } from '../../core/card.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { changeChatDeck, newChatCard, sameQuestion } from './chat-deck.js';

type NewCard = Sides & {
  /** The name of the deck if this is its first card. */
  readonly deckName: string;
  /** The author's name, where somebody else accepts the card. */
  readonly author?: string;
};

export type AddedCard =
  | { readonly kind: 'added'; readonly passage: Passage['id']; readonly deckName: string }
  /** The deck has this question already. */
  | { readonly kind: 'known'; readonly passage: Passage['id'] };

/** Adds a card to the workspace's own deck of cards from the chat, for everyone there. */
export async function addCard(context: TutorContext, learner: Learner, input: NewCard): Promise<AddedCard> {
  const { front, back, author = learner.name } = input;
  let result: AddedCard | null = null;
  await changeChatDeck(context, learner, input.deckName, ({ deck, cards }) => {
    const live = cards.filter(({ paused }) => !paused);
    const known = live.find((card) => sameQuestion(card.front, front));
    if (known !== undefined) {
      result = { kind: 'known', passage: known.passageId };
      return null;
    }
    const deckName = deck?.name ?? input.deckName;
    const taken = new Set(live.map(({ id }) => id));
    const card = newChatCard({ front, back }, deckName, author, cards.length + 1, taken);
    result = { kind: 'added', passage: card.passageId, deckName };
    return { cards: [...live, card] };
  });
  if (result === null) throw new Error('nothing was decided about the card');
  return result;
}
