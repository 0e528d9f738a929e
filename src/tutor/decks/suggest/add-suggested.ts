import type { Card, Deck } from '../../../core/card.js';
import type { ReadNote, ReadSource } from '../../../formats/read-source.js';
import type { SuggestInto } from '../../context.js';
import { askedBy, cardOfSuggestion } from './check-suggestion.js';
import type { ModelSuggestion } from './read-suggestions.js';

/** A suggestion with its passage and where its card goes, as stored with the draft. */
export type Suggested = ModelSuggestion & {
  readonly file: string;
  readonly passage: string;
  readonly into: SuggestInto;
};

function byLine(cards: readonly Card[]): readonly Card[] {
  return [...cards].sort((a, b) => a.source.line - b.source.line);
}

type Held = { readonly card: Card; readonly into: SuggestInto };

/**
 * The cards that pass the checks, without repetitions and without those whose question or answer a card of the notes
 * has.
 */
function cardsFor({ file, read }: ReadNote, suggested: readonly Suggested[]): readonly Held[] {
  const { deck } = read;
  if (deck === null) return [];
  const all = [...deck.cards, ...deck.doubtful];
  const asked = new Set(all.map(({ front }) => askedBy(front)));
  const answered = new Set(deck.cards.map(({ passageId, back }) => `${passageId} ${askedBy(back)}`));
  const passages = new Map(deck.passages.map((passage) => [String(passage.id), passage]));
  return suggested.flatMap((each) => {
    const { into } = each;
    const passage = each.file === file ? passages.get(each.passage) : undefined;
    const card = passage === undefined ? null : cardOfSuggestion(each, passage, read, into);
    if (card === null) return [];
    const [question, answer] = [askedBy(card.front), `${card.passageId} ${askedBy(card.back)}`];
    if (asked.has(question) || answered.has(answer)) return [];
    asked.add(question);
    answered.add(answer);
    return [{ card, into }];
  });
}

function withCards(deck: Deck, held: readonly Held[]): Deck {
  const of = (place: SuggestInto) => held.flatMap(({ card, into }) => (into === place ? [card] : []));
  return {
    ...deck,
    cards: byLine([...deck.cards, ...of('deck')]),
    doubtful: byLine([...deck.doubtful, ...of('pile')]),
  };
}

/** The suggestions of which the notes make a card. */
export function holding(source: ReadSource, suggested: readonly Suggested[]): readonly Suggested[] {
  return suggested.filter((one) => source.notes.some((note) => cardsFor(note, [one]).length > 0));
}

/**
 * The source with a model's suggestions. Each suggestion is checked against the notes whenever they are read, so that
 * storing it does not make it a card.
 */
export function withSuggested(source: ReadSource, suggested: readonly Suggested[]): ReadSource {
  if (suggested.length === 0) return source;
  const notes = source.notes.map((note) => {
    const { deck } = note.read;
    const held = cardsFor(note, suggested);
    if (deck === null || held.length === 0) return note;
    return { ...note, read: { ...note.read, deck: withCards(deck, held) } };
  });
  return { ...source, notes };
}
