import type { Card, HandledCard, Sides, StoredCard } from '../core/card.js';
import type { CardPair, DeckDiff } from './diff-deck.js';
import { contentOf } from './equal.js';

const GAP = '[…]';

/** The card with other words. One whose gap is gone is a plain question, and its answer stays among its choices. */
export function withSides<C extends Card>(card: C, { front, back }: Sides): C {
  const kind = card.kind === 'cloze' && !front.includes(GAP) ? 'basic' : card.kind;
  const choices = card.choices?.map((choice) => (choice === card.back ? back : choice));
  return { ...card, kind, front, back, ...(choices === undefined ? {} : { choices }) };
}

/** The card with the words that its notes gave it. */
export function asInNotes<C extends HandledCard>(card: C): C {
  return card.edit === undefined ? card : { ...withSides(card, card.edit.notes), ...card.edit.notes };
}

/**
 * The cards to compare with what notes say now: with the words that the notes said last, and not paused where only a
 * person paused them. Where the notes have taken a person's words over, those are the ones to compare.
 */
export function asNotesSaid(stored: readonly StoredCard[], fresh: readonly Card[]): readonly StoredCard[] {
  if (!stored.some(({ edit, pausedBy }) => edit !== undefined || pausedBy !== undefined)) return stored;
  const said = new Set(fresh.map(contentOf));
  return stored.map((card) => {
    const before = asInNotes(card);
    const isTakenOver = card.edit !== undefined && said.has(contentOf(card)) && !said.has(contentOf(before));
    return { ...(isTakenOver ? card : before), ...(card.pausedBy === undefined ? {} : { paused: false }) };
  });
}

/**
 * A card of the notes with what people did to the stored one: paused, it stays so; other words stay as long as the
 * notes say what they said when the words were changed.
 */
export function handled(before: StoredCard, after: Card): HandledCard {
  const { edit, pausedBy } = before;
  const paused = pausedBy === undefined ? {} : { pausedBy };
  if (edit === undefined || contentOf(asInNotes(before)) !== contentOf(after)) return { ...after, ...paused };
  return { ...withSides(after, before), edit, ...paused };
}

export type KeptCards = {
  /** The difference as people see it: with the words that the cards have here. */
  readonly diff: DeckDiff;
  /** All cards of the notes, in their order, for the store. */
  readonly cards: readonly HandledCard[];
  /** Cards with words of a person that give way to new ones of the notes. */
  readonly superseded: readonly CardPair[];
};

/** @param diff of `asNotesSaid(stored, …)` with the notes */
export function keepEdits(stored: readonly StoredCard[], diff: DeckDiff): KeptCards {
  const before = new Map(stored.map((card) => [card.id, card]));
  const byHand = (id: Card['id']) => before.get(id)?.pausedBy !== undefined;
  const pairs = (some: readonly CardPair[]): readonly CardPair[] =>
    some.map((pair) => {
      const card = before.get(pair.before.id) ?? pair.before;
      return { before: card, after: handled(card, pair.after) };
    });
  const changed = pairs(diff.changed);
  const isSuperseded = ({ before: card, after }: CardPair) =>
    card.edit !== undefined && contentOf(card) !== contentOf(after);
  return {
    diff: {
      ...diff,
      changed,
      moved: pairs(diff.moved),
      unchanged: pairs(diff.unchanged),
      removed: diff.removed.filter(({ id }) => !byHand(id)),
    },
    cards: diff.cards.map((card) => {
      const known = before.get(card.id);
      return known === undefined ? card : handled(known, card);
    }),
    superseded: changed.filter(isSuperseded),
  };
}
