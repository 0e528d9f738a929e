import { readNotes } from '../../notes/read-deck.js';

export type CardDraft = { readonly front: string; readonly back: string };

/** The longest message that is read for a card; in characters. */
const LONGEST = 4_000;

/**
 * What a message would ask and answer as a card: the first card that reading it as notes gives, else the message as
 * the answer to a question still to be put.
 */
export async function draftCard(text: string): Promise<CardDraft> {
  const message = text.slice(0, LONGEST).trim();
  const { deck } = await readNotes('message.md', new TextEncoder().encode(message));
  // Whoever gets the form looks at the card, sure or not.
  const card = [...(deck?.cards ?? []), ...(deck?.doubtful ?? [])].find(({ kind }) => kind === 'basic');
  return card === undefined ? { front: '', back: message } : { front: card.front, back: card.back };
}
