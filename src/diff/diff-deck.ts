import type { Card, StoredCard } from '../core/card.js';
import { shortHash } from '../core/hash.js';
import { type CardId, cardId } from '../core/ids.js';
import { applyDecisions, type Decision, matchCards, type UnclearMatch } from './match-cards.js';
import { contentKey } from './match-exact.js';
import type { Matches } from './neighbours.js';

export type { Decision };

export type CardPair = { readonly before: StoredCard; readonly after: Card };

/**
 * A card about which a person should decide. `candidates` are the stored cards that it may be, the most similar first.
 * Until then `after.id` is the id of the candidate whose progress the card keeps, or an id of its own.
 */
export type UnclearCard = { readonly after: Card; readonly candidates: readonly StoredCard[] };

/** By the id of `UnclearCard.after`. A decision that matches no unclear card is ignored. */
export type Decisions = Readonly<Record<string, Decision>>;

/** How a deck changes when its notes are read again. `after` carries the id that the card has in the store. */
export type DeckDiff = {
  readonly added: readonly Card[];
  /** The text differs, or a paused card is in the notes again. */
  readonly changed: readonly CardPair[];
  /** The same text under another heading, in another order, or from another deck. */
  readonly moved: readonly CardPair[];
  /** No longer in the notes, without those that were paused before. */
  readonly removed: readonly StoredCard[];
  readonly unchanged: readonly CardPair[];
  /** Each is also among `added`, or among `changed` where it keeps a candidate's progress for now. */
  readonly unclear: readonly UnclearCard[];
  /** All cards of the notes, in their order, under the ids they have in the store. */
  readonly cards: readonly Card[];
};

export type DiffOptions = {
  readonly decisions?: Decisions;
  /** Cards of other decks that are no longer in any notes: a new card with the same text is that card, moved here. */
  readonly orphans?: readonly StoredCard[];
  /** Ids that a new card cannot have. */
  readonly reserved?: readonly CardId[];
};

function hasSameText(a: Card, b: Card): boolean {
  return (
    contentKey(a) === contentKey(b) &&
    (a.hint ?? '') === (b.hint ?? '') &&
    (a.choices ?? []).join('\0') === (b.choices ?? []).join('\0') &&
    a.tags.join('\0') === b.tags.join('\0')
  );
}

/** Indices of a longest increasing subsequence of positions: those stayed in order, all others were moved. */
function longestIncreasingIndices(positions: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, position] of positions.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[tails[middle] ?? 0] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const indices = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) indices.add(index);
  return indices;
}

/** An id for a new card: its own, or a derived one where a stored card that was edited since holds it. */
function unusedId(id: CardId, used: ReadonlySet<CardId>): CardId {
  let free = id;
  for (let n = 2; used.has(free); n += 1) free = cardId(shortHash([id, String(n)]));
  return free;
}

function withStoredIds(fresh: readonly Card[], matches: Matches, taken: readonly CardId[]): readonly Card[] {
  const used = new Set(taken);
  return fresh.map((card, index) => {
    const before = matches.get(index);
    const id = before?.id ?? unusedId(card.id, used);
    used.add(id);
    return id === card.id ? card : { ...card, id };
  });
}

function toUnclearCards(cards: readonly Card[], unclear: readonly UnclearMatch[]): readonly UnclearCard[] {
  return unclear.flatMap(({ index, candidates }) => {
    const after = cards[index];
    return after ? [{ after, candidates }] : [];
  });
}

function classifyCards(
  stored: readonly StoredCard[],
  cards: readonly Card[],
  matches: Matches,
): Omit<DeckDiff, 'unclear' | 'cards'> {
  const added: Card[] = [];
  const pairs: CardPair[] = [];
  for (const [index, after] of cards.entries()) {
    const before = matches.get(index);
    if (before) pairs.push({ before, after });
    else added.push(after);
  }
  const orderOf = new Map(stored.map((card, index) => [card, index]));
  // A card from another deck has no order here, so it counts as moved.
  const inOrder = longestIncreasingIndices(pairs.map(({ before }) => orderOf.get(before) ?? -1));
  const isChanged = ({ before, after }: CardPair) => before.paused || !hasSameText(before, after);
  const isMoved = (pair: CardPair, index: number) =>
    !inOrder.has(index) ||
    !orderOf.has(pair.before) ||
    pair.before.context.join('\0') !== pair.after.context.join('\0');
  const matched = new Set(pairs.map(({ before }) => before));
  return {
    added,
    changed: pairs.filter(isChanged),
    moved: pairs.filter((pair, index) => !isChanged(pair) && isMoved(pair, index)),
    removed: stored.filter((card) => !card.paused && !matched.has(card)),
    unchanged: pairs.filter((pair, index) => !isChanged(pair) && !isMoved(pair, index)),
  };
}

/**
 * Compares the cards that a workspace holds with those that the notes give now. Cards are matched by text, then by id,
 * position and similarity, so that progress survives a corrected typo, a renamed heading, another order or another file
 * name. No card is matched twice. An unclear card without a decision is new, and its candidates are removed.
 *
 * @param stored paused ones included, in the order of the notes
 */
export function diffDeck(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  { decisions = {}, orphans = [], reserved = [] }: DiffOptions = {},
): DeckDiff {
  const { matches, questions: unclear } = matchCards(stored, fresh, orphans);
  const taken = [...stored, ...orphans].map((card) => card.id).concat(reserved);
  const undecided = withStoredIds(fresh, matches, taken);
  const open = applyDecisions(unclear, matches, (index) => decisions[undecided[index]?.id ?? '']);
  const cards = withStoredIds(fresh, matches, taken);
  return { ...classifyCards(stored, cards, matches), unclear: toUnclearCards(cards, open), cards };
}
