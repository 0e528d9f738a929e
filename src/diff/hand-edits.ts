import { type Card, type CardWithEdits, CLOZE_GAP, type Sides, type StoredCard } from '../core/card.js';
import type { CardPair, DeckDiff } from './diff-deck.js';
import { contentKey } from './match-exact.js';

/** The card with other text. A cloze that lost its gap becomes a basic card; the new answer replaces the old choice. */
export function withSides<C extends Card>(card: C, { front, back }: Sides): C {
  const kind = card.kind === 'cloze' && !front.includes(CLOZE_GAP) ? 'basic' : card.kind;
  const choices = card.choices?.map((choice) => (choice === card.back ? back : choice));
  return { ...card, kind, front, back, ...(choices === undefined ? {} : { choices }) };
}

/** The card with the text that its notes gave it. */
export function withNotesText<C extends CardWithEdits>(card: C): C {
  return card.edit === undefined ? card : { ...withSides(card, card.edit.notes), ...card.edit.notes };
}

/**
 * The stored cards as the notes had them last, for comparing with the notes as they are now: without edits, and active
 * where only a person paused them. A card whose edit the notes have adopted keeps it.
 */
export function withLastNotesText(stored: readonly StoredCard[], fresh: readonly Card[]): readonly StoredCard[] {
  if (!stored.some(({ edit, pausedBy }) => edit !== undefined || pausedBy !== undefined)) return stored;
  const current = new Set(fresh.map(contentKey));
  return stored.map((card) => {
    const before = withNotesText(card);
    const isTakenOver = card.edit !== undefined && current.has(contentKey(card)) && !current.has(contentKey(before));
    return { ...(isTakenOver ? card : before), ...(card.pausedBy === undefined ? {} : { paused: false }) };
  });
}

/**
 * A card of the notes with what people did to the stored one. A pause stays, and so does a yes; an edit stays while the
 * notes still have the text that they had when it was made.
 */
export function applyEdits(before: StoredCard, after: Card): CardWithEdits {
  const { edit, pausedBy, takenBy } = before;
  const marks = { ...(pausedBy === undefined ? {} : { pausedBy }), ...(takenBy === undefined ? {} : { takenBy }) };
  if (edit === undefined || contentKey(withNotesText(before)) !== contentKey(after)) return { ...after, ...marks };
  return { ...withSides(after, before), edit, ...marks };
}

export type ReappliedEdits = {
  /** The difference as people see it: with the text that the cards have in the workspace. */
  readonly diff: DeckDiff;
  /** All cards of the notes, in their order, for the store. */
  readonly cards: readonly CardWithEdits[];
  /** Edited cards whose text gives way to new text of the notes. */
  readonly superseded: readonly CardPair[];
};

/** @param diff of `withLastNotesText(stored, …)` with the notes */
export function reapplyEdits(stored: readonly StoredCard[], diff: DeckDiff): ReappliedEdits {
  const before = new Map(stored.map((card) => [card.id, card]));
  const byHand = (id: Card['id']) => before.get(id)?.pausedBy !== undefined;
  const pairs = (some: readonly CardPair[]): readonly CardPair[] =>
    some.map((pair) => {
      const card = before.get(pair.before.id) ?? pair.before;
      return { before: card, after: applyEdits(card, pair.after) };
    });
  const changed = pairs(diff.changed);
  const isSuperseded = ({ before: card, after }: CardPair) =>
    card.edit !== undefined && contentKey(card) !== contentKey(after);
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
      return known === undefined ? card : applyEdits(known, card);
    }),
    superseded: changed.filter(isSuperseded),
  };
}
