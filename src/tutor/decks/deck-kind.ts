import type { StoredDeck } from '../../store/interfaces/decks.js';

const NOTE_NAME = /\.(?:md|markdown|txt)$/iu;

/** Decks of cards that came alone have ids that no file of notes makes: Anki's notes in plain text are `.txt` too. */
const ALONE = '@';

/** Whether notes say what the deck's cards are; other decks are made of cards that came alone. */
export function isFromNotes({ id, source }: Pick<StoredDeck, 'id' | 'source'>): boolean {
  return NOTE_NAME.test(source) && !id.startsWith(ALONE);
}

const LINED = /\.(?:md|markdown|txt|csv|tsv)$/iu;

/** Whether a line says where in its source a card stands: of a person or a package there is none to look up. */
export function hasLines(source: string): boolean {
  return LINED.test(source);
}
