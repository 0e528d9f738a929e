import { isNoteFile } from '../../core/files.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';

/** Ids of decks without notes begin with this, so that no file of notes makes them: Anki's plain text is `.txt` too. */
const WITHOUT_NOTES = '@';

/** Whether the deck's cards come from notes, and not from cards that were imported without any. */
export function isFromNotes({ id, source }: Pick<StoredDeck, 'id' | 'source'>): boolean {
  return isNoteFile(source) && !id.startsWith(WITHOUT_NOTES);
}

/** Whether a line says where in its source a card stands: of a person or a package there is none to look up. */
export function hasLines(source: string): boolean {
  return isNoteFile(source) || /\.[ct]sv$/iu.test(source);
}
