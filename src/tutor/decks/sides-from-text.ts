import type { Sides } from '../../core/card.js';
import { readNotes } from '../../notes/read-deck.js';

/** How much of a message is read for a card, in characters. */
const LONGEST = 4_000;

/**
 * The sides of a card for a message: those of the first card that it gives when read as notes, else the message as the
 * answer to a question that is still to be written.
 */
export async function sidesFromText(text: string): Promise<Sides> {
  const message = text.slice(0, LONGEST).trim();
  const { deck } = await readNotes('message.md', new TextEncoder().encode(message));
  // Whoever gets the form looks at the card, sure or not.
  const card = [...(deck?.cards ?? []), ...(deck?.doubtful ?? [])].find(({ kind }) => kind === 'basic');
  return card === undefined ? { front: '', back: message } : { front: card.front, back: card.back };
}
