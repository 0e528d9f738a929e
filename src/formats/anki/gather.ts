import type { Card } from '../../core/card.js';
import { groupBy } from '../../core/collections.js';
import { shortHash } from '../../core/hash.js';
import { cardId } from '../../core/ids.js';
import type { Problem } from '../../core/problem.js';
import { languageOf } from '../../language/language-of.js';
import { fileDeckOf } from '../file-deck.js';
import { type SkipReason, skipped } from '../skipped.js';
import type { AnkiCard, AnkiCollection, AnkiNote } from './collection.js';
import { ankiDeckName } from './deck-name.js';
import type { DeckHead } from './kept.js';
import { ownCard } from './own-cards.js';
import { type Made, type ParsedType, parseType, plainCards } from './plain-cards.js';

/** A card with the Anki cards that it stands for. */
export type Sourced = { readonly card: Card; readonly from: readonly AnkiCard[] };

/** A deck with its cards in the order of the notes. */
export type GatheredDeck = DeckHead & { readonly cards: readonly Sourced[] };

type Own = Sourced & { readonly position: number };
/** The cards of one note in one deck. */
type Found = { readonly own: readonly Own[]; readonly head: DeckHead | null; readonly plain: readonly Made[] };
type FoundIn = { readonly deck: string; readonly found: Found };

const NOTHING: Found = { own: [], head: null, plain: [] };

/** A card in a filtered deck belongs to its home deck. */
function deckNameFor(collection: AnkiCollection, card: AnkiCard, file: string): string {
  const id = card.originalDeckId === 0 ? card.deckId : card.originalDeckId;
  return ankiDeckName(collection.decks.get(id) ?? '', collection.decks.size === 1, file);
}

type Gathering = { readonly decks: readonly GatheredDeck[]; readonly problems: readonly Problem[] };

/** The collection as Repaso's cards, by deck. A problem's line is the number of its note. */
export function gatherDecks(file: string, collection: AnkiCollection): Gathering {
  const types = new Map([...collection.noteTypes].map(([id, type]) => [id, parseType(type)]));
  const cardsOf = groupBy(collection.cards, ({ noteId }) => noteId);
  const problems: Problem[] = [];
  const found = collection.notes.flatMap((note, index): readonly FoundIn[] => {
    const type = types.get(note.typeId);
    const cards = cardsOf.get(note.id) ?? [];
    if (type === undefined) return [];
    const read = readNote(note, type, cards, index + 1);
    problems.push(...read.faults.map((fault) => skipped(file, index + 1, fault)));
    return read.found.map(([card, one]) => ({ deck: deckNameFor(collection, card, file), found: one }));
  });
  const decks = [...groupBy(found, ({ deck }) => deck)].map(([name, parts]) => {
    const deck = deckFrom(
      file,
      name,
      parts.map((part) => part.found),
    );
    problems.push(...deck.problems);
    return deck.deck;
  });
  return { decks, problems };
}

type ReadNote = {
  readonly found: readonly (readonly [AnkiCard, Found])[];
  readonly faults: readonly SkipReason[];
};

function readNote(note: AnkiNote, type: ParsedType, cards: readonly AnkiCard[], line: number): ReadNote {
  const own = ownCard(note, type.type);
  const [first] = cards;
  if (own !== null && first !== undefined) {
    const found: Found = { ...NOTHING, own: [{ card: own.card, from: cards, position: own.position }], head: own.deck };
    return { found: [[first, found]], faults: [] };
  }
  const { made, faults } = plainCards(note, type, cards, line);
  const found = made.flatMap((one) => {
    const [card] = one.from;
    return card === undefined ? [] : [[card, { ...NOTHING, plain: [one] }] as const];
  });
  return { found, faults };
}

function deckFrom(file: string, name: string, parts: readonly Found[]) {
  const head = parts.find((part) => part.head !== null)?.head ?? null;
  const plain = parts.flatMap((part) => part.plain);
  const made = fileDeckOf({ file, name, cards: plain.map((one) => one.plain) });
  const fromOf = new Map(plain.map((one) => [cardId(shortHash(one.plain.key ?? [])), one.from]));
  const own = parts.flatMap((part) => part.own).sort((a, b) => a.position - b.position);
  const ours = own.map(({ card, from }) => ({ card, from }));
  const cards = [...ours, ...made.deck.cards.map((card) => ({ card, from: fromOf.get(card.id) ?? [] }))];
  const text = cards.slice(0, 1000).map(({ card }) => `${card.front} ${card.back}`);
  const language = head?.language ?? languageOf(text.join('\n'), made.deck.language);
  return { deck: { id: head?.id ?? null, name: head?.name ?? name, language, cards }, problems: made.problems };
}
