import type { Card, CardWithEdits, Sides, StoredCard } from '../../core/card.js';
import { contentHash, shortHash } from '../../core/hash.js';
import { type CardId, cardId, passageId } from '../../core/ids.js';
import { fold } from '../../core/text.js';
import { passagesOfCards, textOfCards } from '../../formats/card-passages.js';
import { languageOf } from '../../language/language-of.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { idWithoutNotes } from './deck-kind.js';
import { retryWhileStale, STALE } from './retry-while-stale.js';

/** The deck for cards that people add in the chat. No note file gives this id. */
export const CHAT_DECK = idWithoutNotes('chat');

type ChatDeck = {
  /** `null` before the first card. */
  readonly deck: StoredDeck | null;
  /** Paused ones included, in the order of creation. */
  readonly cards: readonly StoredCard[];
};

async function readChatDeck({ store }: TutorContext, { workspaceId }: Learner): Promise<ChatDeck> {
  const deck = await store.decks.get(workspaceId, CHAT_DECK);
  return { deck, cards: deck === null ? [] : await store.decks.cards(workspaceId, CHAT_DECK) };
}

/** The active cards of the deck after a change, in their order. */
type ChatDeckEdit = { readonly cards: readonly CardWithEdits[] };

/**
 * Applies `edit` to the deck in one transaction; repeats it on the new state where somebody else was first.
 *
 * @param edit returns `null` to leave the deck as it is
 * @param name the deck's name if this change creates it
 */
export async function changeChatDeck(
  context: TutorContext,
  learner: Learner,
  name: string,
  edit: (before: ChatDeck) => ChatDeckEdit | null,
): Promise<'changed' | 'same'> {
  return retryWhileStale('the deck of cards from the chat', async () => {
    const before = await readChatDeck(context, learner);
    const edited = edit(before);
    if (edited === null) return 'same';
    const { cards } = edited;
    const text = textOfCards(cards);
    const language = before.deck?.language ?? languageOf(text, learner.language);
    const deckName = before.deck?.name ?? name;
    const change = {
      deck: { id: CHAT_DECK, name: deckName, language, source: CHAT_DECK, contentHash: contentHash(text) },
      baseVersion: before.deck?.version ?? 0,
      text,
      cards,
      paused: [],
      passages: passagesOfCards(cards, language),
      by: { kind: 'learner', id: learner.id } as const,
    };
    const { status } = await context.store.decks.apply(learner.workspaceId, change, context.now);
    return status === 'applied' ? 'changed' : STALE;
  });
}

export function sameQuestion(a: string, b: string): boolean {
  return fold(a).trim() === fold(b).trim();
}

/**
 * A new card of the deck. `source` has its author and its number.
 *
 * @param taken ids of active cards; one of them may have had this front when it was added
 */
export function newChatCard(
  { front, back }: Sides,
  deckName: string,
  author: string,
  number: number,
  taken: ReadonlySet<CardId>,
): Card {
  let id = shortHash([CHAT_DECK, fold(front)]);
  for (let n = 2; taken.has(cardId(id)); n += 1) id = shortHash([CHAT_DECK, fold(front), String(n)]);
  return {
    id: cardId(id),
    kind: 'basic',
    front,
    back,
    context: [deckName],
    source: { file: author, line: number },
    tags: [],
    passageId: passageId(id),
  };
}
