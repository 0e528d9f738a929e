import { isNoteFile } from '../../core/files.js';
import { type DeckId, deckId } from '../../core/ids.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';

/** Ids of decks without notes begin with this, which no note file gives. Anki's plain text is a `.txt` file too. */
const WITHOUT_NOTES = '@';

/** The id of a deck without notes. */
export function idWithoutNotes(slug: string): DeckId {
  return deckId(`${WITHOUT_NOTES}${slug}`);
}

export function hasNoNotes(id: DeckId): boolean {
  return id.startsWith(WITHOUT_NOTES);
}

/** Whether the deck comes from notes instead of imported cards. */
export function isFromNotes({ id, source }: Pick<StoredDeck, 'id' | 'source'>): boolean {
  return isNoteFile(source) && !hasNoNotes(id);
}

/** Whether a card's line can be looked up in the source; a person's cards and packages have no lines. */
export function hasLines(source: string): boolean {
  return isNoteFile(source) || /\.[ct]sv$/iu.test(source);
}
