import type { Card, StoredCard } from '../core/card.js';
import { shortHash } from '../core/hash.js';
import { type CardId, cardId } from '../core/ids.js';
import { contentOf } from './equal.js';
import { type Decision, decide, matchCards, type Question } from './match.js';
import type { Matches } from './neighbours.js';

export type { Decision };

export type CardPair = { readonly before: StoredCard; readonly after: Card };

/**
 * A card about which a person should choose. `candidates` are the stored cards that it may be, the likeliest first.
 * Until somebody does, `after.id` is the id of one of them where it keeps that one's progress, else an id of its own.
 */
export type UnclearCard = { readonly after: Card; readonly candidates: readonly StoredCard[] };

/** By the id that `UnclearCard.after` has. One that fits no question is passed over, and its card stays unclear. */
export type Decisions = Readonly<Record<string, Decision>>;

/** What reading the notes again means for a deck. `after` carries the id that the card has in the store. */
export type DeckDiff = {
  readonly added: readonly Card[];
  /** Other words, or a paused card that is back. */
  readonly changed: readonly CardPair[];
  /** The same words under another heading, in another order, or out of another deck. */
  readonly moved: readonly CardPair[];
  /** Gone from the notes; those paused before are not told again. */
  readonly removed: readonly StoredCard[];
  readonly unchanged: readonly CardPair[];
  /** Also among `added`, or `changed` where progress is kept for now. */
  readonly unclear: readonly UnclearCard[];
  /** All cards of the notes, in their order, under the ids they have in the store. */
  readonly cards: readonly Card[];
};

export type DiffOptions = {
  readonly decisions?: Decisions;
  /** Cards of other decks that are in no notes any more: one with the same words is that card, moved here. */
  readonly elsewhere?: readonly StoredCard[];
  /** Ids that a new card cannot have. */
  readonly reserved?: readonly CardId[];
};

function sameWords(a: Card, b: Card): boolean {
  return (
    contentOf(a) === contentOf(b) &&
    (a.hint ?? '') === (b.hint ?? '') &&
    (a.choices ?? []).join('\0') === (b.choices ?? []).join('\0') &&
    a.tags.join('\0') === b.tags.join('\0')
  );
}

/** Indices of a longest increasing run of positions: those stayed in order, all others were moved. */
function inOrder(positions: readonly number[]): ReadonlySet<number> {
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
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(index);
  return kept;
}

/** An id for a new card; where a stored card holds its own (its words were changed since), a derived one. */
function freeId(id: CardId, used: ReadonlySet<CardId>): CardId {
  let free = id;
  for (let n = 2; used.has(free); n += 1) free = cardId(shortHash([id, String(n)]));
  return free;
}

function withStoredIds(fresh: readonly Card[], matches: Matches, taken: readonly CardId[]): readonly Card[] {
  const used = new Set(taken);
  return fresh.map((card, index) => {
    const before = matches.get(index);
    const id = before?.id ?? freeId(card.id, used);
    used.add(id);
    return id === card.id ? card : { ...card, id };
  });
}

function openQuestions(cards: readonly Card[], questions: readonly Question[]): readonly UnclearCard[] {
  return questions.flatMap(({ fresh, candidates }) => {
    const after = cards[fresh];
    return after ? [{ after, candidates }] : [];
  });
}

function sortOut(
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
  // A card from another deck has no order here, and moves.
  const settled = inOrder(pairs.map(({ before }) => orderOf.get(before) ?? -1));
  const isChanged = ({ before, after }: CardPair) => before.paused || !sameWords(before, after);
  const isMoved = (pair: CardPair, index: number) =>
    !settled.has(index) ||
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
 * Compares the cards that a workspace holds with those that the notes give now. Cards are the same one by words, then
 * by id, place and likeness, so that a typo that is mended, a renamed heading, another order or another file name keep
 * everybody's progress. Nothing is matched twice. Where it is unclear which card one is, and nobody decided, it is new
 * and the old ones are removed.
 *
 * @param stored paused ones included, in the order of the notes
 */
export function diffDeck(
  stored: readonly StoredCard[],
  fresh: readonly Card[],
  { decisions = {}, elsewhere = [], reserved = [] }: DiffOptions = {},
): DeckDiff {
  const { matches, questions } = matchCards(stored, fresh, elsewhere);
  const taken = [...stored, ...elsewhere].map((card) => card.id).concat(reserved);
  const undecided = withStoredIds(fresh, matches, taken);
  const open = decide(questions, matches, (index) => decisions[undecided[index]?.id ?? '']);
  const cards = withStoredIds(fresh, matches, taken);
  return { ...sortOut(stored, cards, matches), unclear: openQuestions(cards, open), cards };
}
