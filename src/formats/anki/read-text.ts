import { groupBy } from '../../core/collections.js';
import type { Problem } from '../../core/problem.js';
import type { FileDeck, ReadCards } from '../card-file.js';
import { csvRows } from '../csv/rows.js';
import { fileDeckOf } from '../file-deck.js';
import { MAX_CARDS, MAX_DECKS, MAX_NOTES } from '../limits.js';
import { Refused } from '../refused.js';
import { skipped } from '../skipped.js';
import { ankiDeckName } from './deck-name.js';
import type { DeckHead } from './kept.js';
import { type OwnCard, ownCard } from './own-cards.js';
import { type TextCards, type TextNote, textCards } from './text-cards.js';
import { type TextHeader, tagsIn, textHeaderOf } from './text-header.js';
import { ownTypeOf } from './text-kinds.js';

type Noted = { readonly note: TextNote; readonly deck: string };

function ownCardOf({ guid, typeName, fields, tags }: TextNote): OwnCard | null {
  const type = ownTypeOf(typeName);
  return type === null ? null : ownCard({ id: 0, guid, typeId: 0, tags, fields }, type);
}

/** The visible fields of one of Repaso's own types, in a file whose notes have no card ids. */
function withoutKept(note: TextNote): TextNote {
  const type = ownTypeOf(note.typeName);
  if (type === null) return note;
  return { ...note, fields: type.isCloze ? note.fields.slice(0, 1) : note.fields.slice(0, 2) };
}

function deckFrom(file: string, name: string, notes: readonly Noted[], header: TextHeader) {
  if (notes.length > MAX_CARDS) throw new Refused('too-many-cards');
  const problems: Problem[] = [];
  const own: OwnCard[] = [];
  const made = notes.flatMap(({ note }): TextCards['cards'] => {
    const card = ownCardOf(note);
    if (card !== null) own.push(card);
    if (card !== null) return [];
    const { cards, faults } = textCards(withoutKept(note), header);
    problems.push(...faults.map((fault) => skipped(file, note.line, fault)));
    return cards;
  });
  const { deck, problems: told } = fileDeckOf({ file, name, cards: made });
  const ours = own.sort((a, b) => a.position - b.position);
  const head: DeckHead = ours[0]?.deck ?? deck;
  const cards = [...ours.map(({ card }) => card), ...deck.cards];
  const whole: FileDeck = { ...deck, id: head.id, name: head.name, language: head.language, cards };
  return { deck: whole, problems: [...problems, ...told].sort((a, b) => a.line - b.line) };
}

/** Reads Anki's notes in plain text, with the decks, note types, tags and ids of its header. Throws `Refused`. */
export function readAnkiText(file: string, text: string): ReadCards {
  const csv = csvRows(text);
  if (csv.rows.length > MAX_NOTES) throw new Refused('too-many-cards');
  const header = textHeaderOf(csv);
  const names = new Set(csv.rows.map(({ cells }) => cells[header.deckColumn] ?? header.deckName));
  if (names.size > MAX_DECKS) throw new Refused('too-many-decks');
  const notes = csv.rows.map(({ cells, number }): Noted => {
    const deck = cells[header.deckColumn] ?? header.deckName;
    const note: TextNote = {
      guid: (cells[header.guid] ?? '').trim(),
      typeName: (cells[header.typeColumn] ?? header.typeName).trim(),
      fields: cells.filter((_, index) => header.isField(index)),
      tags: [...new Set([...header.tags, ...tagsIn(cells[header.tagsColumn] ?? '')])],
      line: number,
    };
    return { note, deck: ankiDeckName(deck, names.size === 1, file) };
  });
  const made = [...groupBy(notes, ({ deck }) => deck)].map(([name, of]) => deckFrom(file, name, of, header));
  const decks = made.map(({ deck }) => deck);
  return { format: 'csv', decks, media: [], problems: made.flatMap(({ problems }) => problems) };
}
