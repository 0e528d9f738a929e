import type { StoredDeck } from '../store/interfaces/decks.js';

const NOTE_NAME = /\.(?:md|markdown|txt)$/iu;

/** Whether notes say what the deck's cards are; other decks are made of cards that came alone. */
export function isFromNotes({ source }: Pick<StoredDeck, 'source'>): boolean {
  return NOTE_NAME.test(source);
}
