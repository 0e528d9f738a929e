import type { Sides } from '../../core/card.js';
import { readNotes } from '../../notes/read-deck.js';

/** How much of a message is read, in characters. */
const LONGEST = 4_000;

/**
 * The sides of a card for a message: those of the first card that it gives when read as notes, else an empty front
 * with the message as the answer.
 */
export async function sidesFromText(text: string): Promise<Sides> {
  const message = text.slice(0, LONGEST).trim();
  const { deck } = await readNotes('message.md', new TextEncoder().encode(message));
  // Doubtful cards do too, since the person sees the card in a form.
  const card = [...(deck?.cards ?? []), ...(deck?.doubtful ?? [])].find(({ kind }) => kind === 'basic');
  return card === undefined ? { front: '', back: message } : { front: card.front, back: card.back };
}
