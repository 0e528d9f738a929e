import { isNoteFile } from '../../core/files.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';

/** Ids of decks without notes begin with this, which no note file gives. Anki's plain text is a `.txt` file too. */
const WITHOUT_NOTES = '@';

/** Whether the deck comes from notes instead of imported cards. */
export function isFromNotes({ id, source }: Pick<StoredDeck, 'id' | 'source'>): boolean {
  return isNoteFile(source) && !id.startsWith(WITHOUT_NOTES);
}

/** Whether a card's line can be looked up in the source; a person's cards and packages have no lines. */
export function hasLines(source: string): boolean {
  return isNoteFile(source) || /\.[ct]sv$/iu.test(source);
}
