import { isDeepStrictEqual } from 'node:util';
import type { Card, HandledCard, StoredCard } from '../core/card.js';
import type { CardId } from '../core/ids.js';
import { diffDeck } from './diff-deck.js';
import { asNotesSaid, handled } from './hand-edits.js';

/** A deck of cards after a file of cards came to it. Nothing that the deck has goes: a file is not all of it. */
export type MergedCards = {
  /** Those that are asked, in their order. */
  readonly live: readonly HandledCard[];
  /** Those that the deck has and nobody is asked. */
  readonly paused: readonly HandledCard[];
  readonly added: readonly Card[];
  /** Other words, or asked again, or asked no more. */
  readonly changed: readonly HandledCard[];
  /** Those of them that are asked again. */
  readonly back: readonly HandledCard[];
  /** The ids that the file's cards have in the deck. */
  readonly idOf: ReadonlyMap<CardId, CardId>;
};

type State = { readonly card: HandledCard; readonly paused: boolean };

function wordsOf({ kind, front, back, hint, choices, tags }: Card) {
  return { kind, front, back, hint, choices, tags };
}

function bare({ deckId: _, position: __, paused: ___, ...card }: StoredCard): HandledCard {
  return card;
}

/** A card as the file has it, where it stands in the deck's notes or was first made. */
function renewed(before: StoredCard, after: Card): HandledCard {
  const { context, source, passageId } = before;
  return { ...handled(before, after), context, source, passageId };
}

/**
 * @param before the deck's cards, paused ones included, in their order
 * @param fresh the file's cards
 * @param pausedInFile ids of the file's cards that are not to be asked
 */
export function mergeCards(
  before: readonly StoredCard[],
  fresh: readonly Card[],
  pausedInFile: ReadonlySet<CardId>,
): MergedCards {
  const diff = diffDeck(asNotesSaid(before, fresh), fresh);
  const idOf = new Map(fresh.map((card, index) => [card.id, diff.cards[index]?.id ?? card.id]));
  const paused = new Set([...pausedInFile].map((id) => idOf.get(id) ?? id));
  const matched = new Map([...diff.changed, ...diff.moved, ...diff.unchanged].map((pair) => [pair.before.id, pair]));
  const states: State[] = before.map((card) => {
    const pair = matched.get(card.id);
    if (pair === undefined) return { card: bare(card), paused: card.paused };
    return { card: renewed(card, pair.after), paused: card.pausedBy !== undefined || paused.has(card.id) };
  });
  const changed = states.filter(({ card, paused: isPaused }, index) => {
    const old = before[index];
    return old?.paused !== isPaused || !isDeepStrictEqual(wordsOf(card), wordsOf(old));
  });
  const back = states.filter((state, index) => before[index]?.paused === true && !state.paused);
  const all = [...states, ...diff.added.map((card): State => ({ card, paused: paused.has(card.id) }))];
  return {
    live: all.filter((state) => !state.paused).map(({ card }) => card),
    paused: all.filter((state) => state.paused).map(({ card }) => card),
    added: diff.added,
    changed: changed.map(({ card }) => card),
    back: back.map(({ card }) => card),
    idOf,
  };
}
