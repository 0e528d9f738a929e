import type { Deck } from '../core/card.js';
import { contentHash } from '../core/hash.js';
import type { Problem } from '../core/problem.js';
import { deckIdOf } from '../notes/read-deck.js';
import { passagesOfCards } from './card-passages.js';
import { deckNameOf } from './file-deck.js';
import { holdsCards } from './read-card-file.js';
import { isArchive } from './read-notes-zip.js';
import {
  type ReadCardFile,
  type ReadNote,
  type ReadSource,
  readNote,
  readSource,
  type SourceFile,
} from './read-source.js';

function deckOf({ file, read: { decks } }: ReadCardFile): Deck | null {
  const [first] = decks;
  if (first === undefined) return null;
  const name = decks.length === 1 ? first.name : deckNameOf(file);
  const cards = decks.flatMap((deck) => deck.cards);
  const { language } = first;
  const passages = passagesOfCards(cards, language);
  return { id: deckIdOf(file), name, language, source: file, cards, doubtful: [], passages };
}

/** A file of cards as one deck: in a folder of notes it defines its cards, as notes do. */
function asNote(file: string, cards: ReadCardFile | undefined, problems: readonly Problem[]): ReadNote {
  const deck = cards === undefined ? null : deckOf(cards);
  const text = (deck?.cards ?? []).map(({ front, back }) => `Q: ${front}\nA: ${back}\n`).join('\n');
  const hash = contentHash(JSON.stringify(deck?.cards ?? []));
  return { file, read: { deck, text, contentHash: hash, problems, repair: null } };
}

/** The source as notes: a file of cards becomes a note of one deck, any other source stays as it is. */
export function asNotes(source: ReadSource): ReadSource {
  const { file, isNotes, cards, told } = source;
  if (isNotes || isArchive(file)) return source;
  const problems = told.map(({ problem }) => problem);
  return { ...source, isNotes: true, notes: [asNote(file, cards[0], problems)], cards: [] };
}

/** Reads a note, which may be a file of cards. Never throws, whatever the bytes. */
export async function readAsNote(source: SourceFile): Promise<ReadNote> {
  if (!holdsCards(source)) return readNote(source);
  const [note] = asNotes(await readSource(source)).notes;
  return note ?? readNote(source);
}
