import type { Card, Passage, StoredCard } from '../core/card.js';
import { cardId, deckId, passageId } from '../core/ids.js';
import { fold } from '../core/text.js';
import { contentHash, shortHash } from '../notes/ids.js';
import { languageOf } from '../notes/language-of.js';
import { plainMarkdown } from '../notes/text.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';

export type NewCard = {
  /** Markdown. Neither is blank. */
  readonly front: string;
  readonly back: string;
  /** What the deck is called where this card is its first. */
  readonly deckName: string;
};

export type AddedCard =
  | { readonly kind: 'added'; readonly passage: Passage['id']; readonly deckName: string }
  /** The deck asks this already. */
  | { readonly kind: 'known'; readonly passage: Passage['id'] };

/** The deck of a workspace that people fill from their chat. No file's name makes this id. */
const CHAT_DECK = deckId('@chat');
/** How often it is tried again when somebody else adds at the same time. */
const ATTEMPTS = 5;

/** Adds a card to the workspace's own deck of cards from the chat, for everyone there. */
export async function addCard(context: TutorContext, learner: Learner, input: NewCard): Promise<AddedCard> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await tryAdd(context, learner, input);
    if (result !== 'stale') return result;
    if (attempt === ATTEMPTS) throw new Error('the deck of cards from the chat keeps changing');
  }
}

async function tryAdd(context: TutorContext, learner: Learner, input: NewCard): Promise<AddedCard | 'stale'> {
  const { decks } = context.store;
  const deck = await decks.get(learner.workspaceId, CHAT_DECK);
  const cards = deck === null ? [] : await decks.cards(learner.workspaceId, CHAT_DECK);
  const known = cards.find(({ front }) => fold(front) === fold(input.front));
  if (known !== undefined) return { kind: 'known', passage: known.passageId };

  const name = deck?.name ?? input.deckName;
  const all: readonly Card[] = [...cards, newCard(input, name, learner, cards.length + 1)];
  const text = all.map(({ front, back }) => `Q: ${front}\nA: ${back}\n`).join('\n');
  const language = deck?.language ?? languageOf(text, learner.language);
  const change = {
    deck: { id: CHAT_DECK, name, language, source: CHAT_DECK, contentHash: contentHash(text) },
    baseVersion: deck?.version ?? 0,
    text,
    cards: all,
    paused: [],
    passages: all.map((card) => passageOf(card, language)),
  };
  const { status } = await decks.apply(learner.workspaceId, change, context.now);
  const added = all.at(-1);
  if (status === 'stale' || added === undefined) return 'stale';
  return { kind: 'added', passage: added.passageId, deckName: name };
}

function newCard({ front, back }: NewCard, deckName: string, learner: Learner, number: number): Card {
  const id = shortHash([CHAT_DECK, fold(front)]);
  return {
    id: cardId(id),
    kind: 'basic',
    front,
    back,
    context: [deckName],
    source: { file: learner.name, line: number },
    tags: [],
    passageId: passageId(id),
  };
}

/** A card from the chat explains itself: its front is what it is about. */
function passageOf(card: Card | StoredCard, language: Passage['language']): Passage {
  const { passageId: id, front, back, context, source } = card;
  return {
    id,
    kind: 'section',
    sectionId: id,
    title: plainMarkdown(front),
    headings: context,
    aliases: [],
    body: back,
    source,
    language,
  };
}
