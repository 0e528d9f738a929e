import type { Card, StoredCard } from '../../core/card.js';
import type { DeckDiff } from '../../diff/diff-deck.js';
import { contentKey } from '../../diff/match-exact.js';
import type { ReadDeck } from '../../notes/read-deck.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';

/** One note file, and what the workspace has of its deck. */
export type DeckInput = {
  readonly file: string;
  readonly read: ReadDeck;
  readonly stored: StoredDeck | null;
  readonly cards: readonly StoredCard[];
};

/** A deck whose file is gone. */
export type GoneDeck = { readonly deck: StoredDeck; readonly live: readonly StoredCard[] };

/** A file compared with its own deck, and with the one that it takes over. */
export type FirstComparison = {
  readonly input: DeckInput;
  readonly renamedFrom: GoneDeck | undefined;
  readonly before: readonly StoredCard[];
  readonly diff: DeckDiff;
};

/** So much of the smaller of two decks must be the same for one to be the other under another name. */
const MIN_SHARED = 0.5;

export function activeCards(cards: readonly StoredCard[]): readonly StoredCard[] {
  return cards.filter(({ paused }) => !paused);
}

function countShared(fresh: readonly Card[], stored: readonly StoredCard[]): number {
  const words = new Set(stored.map(contentKey));
  return fresh.filter((card) => words.has(contentKey(card))).length;
}

/** Which file each gone deck is now: a new deck that has at least half of its cards, the likeliest one. */
export function findRenamedDecks(
  sides: readonly DeckInput[],
  gone: readonly GoneDeck[],
): ReadonlyMap<DeckInput, GoneDeck> {
  const free = sides.filter(({ read, cards }) => read.deck !== null && activeCards(cards).length === 0);
  const heirs = new Map<DeckInput, GoneDeck>();
  for (const old of gone) {
    const shares = free.map((side) => {
      const fresh = side.read.deck?.cards ?? [];
      const shared = countShared(fresh, old.live);
      // A file that comes back is the deck that it was.
      const isItself = countShared(fresh, side.cards) >= shared;
      return { side, share: isItself ? 0 : shared / Math.max(1, Math.min(fresh.length, old.live.length)) };
    });
    const [best] = shares.filter(({ side }) => !heirs.has(side)).sort((a, b) => b.share - a.share);
    if (best !== undefined && best.share >= MIN_SHARED) heirs.set(best.side, old);
  }
  return heirs;
}
