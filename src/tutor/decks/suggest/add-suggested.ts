import type { Card, Deck } from '../../../core/card.js';
import type { ReadNote, ReadSource } from '../../../formats/read-source.js';
import type { SuggestInto } from '../../context.js';
import { askedBy, cardOfSuggestion } from './check-suggestion.js';
import type { Suggestion } from './read-suggestions.js';

/** A suggestion with the passage that it is of, as it is kept with its draft. */
export type Suggested = Suggestion & { readonly file: string; readonly passage: string };

/** What a model suggested for a source, and where that goes. */
export type SuggestedCards = { readonly into: SuggestInto; readonly list: readonly Suggested[] };

function byLine(cards: readonly Card[]): readonly Card[] {
  return [...cards].sort((a, b) => a.source.line - b.source.line);
}

/** The cards that hold, each asked once and none beside a card of the notes that asks or answers the same. */
function cardsFor({ file, read }: ReadNote, { into, list }: SuggestedCards): readonly Card[] {
  const { deck } = read;
  if (deck === null) return [];
  const all = [...deck.cards, ...deck.doubtful];
  const asked = new Set(all.map(({ front }) => askedBy(front)));
  const answered = new Set(deck.cards.map(({ passageId, back }) => `${passageId} ${askedBy(back)}`));
  const passages = new Map(deck.passages.map((passage) => [String(passage.id), passage]));
  return list.flatMap((suggested) => {
    const passage = suggested.file === file ? passages.get(suggested.passage) : undefined;
    const card = passage === undefined ? null : cardOfSuggestion(suggested, passage, read, into);
    if (card === null) return [];
    const [question, answer] = [askedBy(card.front), `${card.passageId} ${askedBy(card.back)}`];
    if (asked.has(question) || answered.has(answer)) return [];
    asked.add(question);
    answered.add(answer);
    return [card];
  });
}

function withCards(deck: Deck, cards: readonly Card[], into: SuggestInto): Deck {
  return into === 'deck'
    ? { ...deck, cards: byLine([...deck.cards, ...cards]) }
    : { ...deck, doubtful: byLine([...deck.doubtful, ...cards]) };
}

/** Those of which the notes make a card; `null` where there is none. */
export function holding(source: ReadSource, { into, list }: SuggestedCards): SuggestedCards | null {
  const kept = list.filter((one) => source.notes.some((note) => cardsFor(note, { into, list: [one] }).length > 0));
  return kept.length === 0 ? null : { into, list: kept };
}

/**
 * The source with what a model suggested for it. Each suggestion is held against the notes here, whenever they are read:
 * nothing that a model wrote is a card by having been kept.
 */
export function withSuggested(source: ReadSource, suggested: SuggestedCards | null): ReadSource {
  if (suggested === null || suggested.list.length === 0) return source;
  const notes = source.notes.map((note) => {
    const { deck } = note.read;
    const cards = cardsFor(note, suggested);
    if (deck === null || cards.length === 0) return note;
    return { ...note, read: { ...note.read, deck: withCards(deck, cards, suggested.into) } };
  });
  return { ...source, notes };
}
