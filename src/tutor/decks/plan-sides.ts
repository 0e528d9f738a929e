import type { Card, PiledCard, StoredCard } from '../../core/card.js';
import type { DeckDiff } from '../../diff/diff-deck.js';
import { contentKey } from '../../diff/match-exact.js';
import type { ReadDeck } from '../../notes/read-deck.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';

/** One note file, and what the workspace has of its deck. */
export type Side = {
  readonly file: string;
  readonly read: ReadDeck;
  readonly stored: StoredDeck | null;
  readonly cards: readonly StoredCard[];
  /** The deck's cards with a doubt, refused ones included. */
  readonly pile: readonly PiledCard[];
};

/** A deck whose file is gone. */
export type GoneDeck = { readonly deck: StoredDeck; readonly live: readonly StoredCard[] };

/** A file compared with its own deck, and with the one that it takes over. */
export type FirstLook = {
  readonly side: Side;
  readonly old: GoneDeck | undefined;
  readonly before: readonly StoredCard[];
  readonly diff: DeckDiff;
};

/** So much of the smaller of two decks must be the same for one to be the other under another name. */
const HEIR_SHARE = 0.5;

/** Whether notes give any card, be it one that waits. */
export function givesCards({ deck }: ReadDeck): boolean {
  return deck !== null && deck.cards.length + deck.doubtful.length > 0;
}

/** All that the notes say, sure or not, in their order. */
export function saidBy({ read: { deck } }: Pick<Side, 'read'>): readonly Card[] {
  if (deck === null) return [];
  const { cards, doubtful } = deck;
  const all: Card[] = [];
  let next = 0;
  for (const card of cards) {
    for (let other = doubtful[next]; other !== undefined && isBefore(other, card); other = doubtful[next]) {
      all.push(other);
      next += 1;
    }
    all.push(card);
  }
  return [...all, ...doubtful.slice(next)];
}

function isBefore(a: Card, b: Card): boolean {
  return a.source.line < b.source.line;
}

export function live(cards: readonly StoredCard[]): readonly StoredCard[] {
  return cards.filter(({ paused }) => !paused);
}

function sharedBy(fresh: readonly Card[], stored: readonly StoredCard[]): number {
  const words = new Set(stored.map(contentKey));
  return fresh.filter((card) => words.has(contentKey(card))).length;
}

/** Which file each gone deck is now: a new deck that has at least half of its cards, the likeliest one. */
export function heirsOf(sides: readonly Side[], gone: readonly GoneDeck[]): ReadonlyMap<Side, GoneDeck> {
  const free = sides.filter(({ read, cards }) => read.deck !== null && live(cards).length === 0);
  const heirs = new Map<Side, GoneDeck>();
  for (const old of gone) {
    const shares = free.map((side) => {
      const fresh = saidBy(side);
      const shared = sharedBy(fresh, old.live);
      // A file that comes back is the deck that it was.
      const isItself = sharedBy(fresh, side.cards) >= shared;
      return { side, share: isItself ? 0 : shared / Math.max(1, Math.min(fresh.length, old.live.length)) };
    });
    const [best] = shares.filter(({ side }) => !heirs.has(side)).sort((a, b) => b.share - a.share);
    if (best !== undefined && best.share >= HEIR_SHARE) heirs.set(best.side, old);
  }
  return heirs;
}
