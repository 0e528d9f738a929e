import { isDeepStrictEqual } from 'node:util';
import type { Card, CardWithEdits, StoredCard } from '../core/card.js';
import type { CardId } from '../core/ids.js';
import { diffDeck } from './diff-deck.js';
import { applyEdits, withLastNotesText } from './hand-edits.js';

/** A deck after a file of cards was merged into it. No card of the deck is removed: a file need not hold all of them. */
export type MergedCards = {
  /** Active cards, in their order. */
  readonly live: readonly CardWithEdits[];
  /** Paused cards. */
  readonly paused: readonly CardWithEdits[];
  readonly added: readonly Card[];
  /** The text differs, or the card was paused or resumed. */
  readonly changed: readonly CardWithEdits[];
  /** Of the changed ones, those that are asked again. */
  readonly resumed: readonly CardWithEdits[];
  /** The ids of the file's cards in the deck. */
  readonly idOf: ReadonlyMap<CardId, CardId>;
};

type State = { readonly card: CardWithEdits; readonly paused: boolean };

function wordsOf({ kind, front, back, hint, choices, tags }: Card) {
  return { kind, front, back, hint, choices, tags };
}

function withoutStorage({ deckId: _, position: __, paused: ___, ...card }: StoredCard): CardWithEdits {
  return card;
}

/** A card with the file's text and the headings, source and passage that it has in the deck. */
function updateCard(before: StoredCard, after: Card): CardWithEdits {
  const { context, source, passageId } = before;
  return { ...applyEdits(before, after), context, source, passageId };
}

/**
 * @param before the deck's cards, paused ones included, in their order
 * @param fresh the file's cards
 * @param pausedInFile ids of the file's cards that are paused there
 */
export function mergeCards(
  before: readonly StoredCard[],
  fresh: readonly Card[],
  pausedInFile: ReadonlySet<CardId>,
): MergedCards {
  const diff = diffDeck(withLastNotesText(before, fresh), fresh);
  const idOf = new Map(fresh.map((card, index) => [card.id, diff.cards[index]?.id ?? card.id]));
  const paused = new Set([...pausedInFile].map((id) => idOf.get(id) ?? id));
  const matched = new Map([...diff.changed, ...diff.moved, ...diff.unchanged].map((pair) => [pair.before.id, pair]));
  const states: State[] = before.map((card) => {
    const pair = matched.get(card.id);
    if (pair === undefined) return { card: withoutStorage(card), paused: card.paused };
    return { card: updateCard(card, pair.after), paused: card.pausedBy !== undefined || paused.has(card.id) };
  });
  const changed = states.filter(({ card, paused: isPaused }, index) => {
    const old = before[index];
    return old?.paused !== isPaused || !isDeepStrictEqual(wordsOf(card), wordsOf(old));
  });
  const resumed = states.filter((state, index) => before[index]?.paused === true && !state.paused);
  const all = [...states, ...diff.added.map((card): State => ({ card, paused: paused.has(card.id) }))];
  return {
    live: all.filter((state) => !state.paused).map(({ card }) => card),
    paused: all.filter((state) => state.paused).map(({ card }) => card),
    added: diff.added,
    changed: changed.map(({ card }) => card),
    resumed: resumed.map(({ card }) => card),
    idOf,
  };
}
