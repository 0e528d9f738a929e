import type { Card, PiledCard, StoredCard } from '../../core/card.js';
import { fold } from '../../core/text.js';
import type { DeckDiff } from '../../diff/diff-deck.js';
import { contentKey } from '../../diff/match-exact.js';
import { plainMarkdown } from '../../language/text.js';
import type { ReadDeck } from '../../notes/read-deck.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';

/** One note file with the stored state of its deck. */
export type DeckInput = {
  readonly file: string;
  readonly read: ReadDeck;
  readonly stored: StoredDeck | null;
  readonly cards: readonly StoredCard[];
  /** The deck's doubtful cards, refused ones included. */
  readonly pile: readonly PiledCard[];
};

/** A deck whose file is gone. */
export type GoneDeck = { readonly deck: StoredDeck; readonly live: readonly StoredCard[] };

/** A file compared with its own deck, and with a deck whose file it replaces. */
export type FirstComparison = {
  readonly input: DeckInput;
  readonly renamedFrom: GoneDeck | undefined;
  readonly before: readonly StoredCard[];
  readonly diff: DeckDiff;
};

/** The share of the smaller of two decks that must be equal for one to be the other under a new name. */
const MIN_SHARED = 0.5;

/** Whether the notes give any card, doubtful ones included. */
export function givesCards({ deck }: ReadDeck): boolean {
  return deck !== null && deck.cards.length + deck.doubtful.length > 0;
}

/**
 * Stored cards that a model suggested for these notes and that the notes still support. Reading the notes does not
 * give them, and decisions about them stay valid.
 */
function suggestedBefore({ read: { deck }, pile }: Pick<DeckInput, 'read' | 'pile'>): readonly Card[] {
  if (deck === null) return [];
  const made = new Set([...deck.cards, ...deck.doubtful].map(contentKey));
  const bodies = new Map(deck.passages.map(({ id, body }) => [id, fold(plainMarkdown(body))]));
  return pile
    .filter((card) => card.doubt.reason === 'model' && !made.has(contentKey(card)))
    .filter(({ passageId, back }) => bodies.get(passageId)?.includes(fold(plainMarkdown(back))) === true)
    .map(({ position: _, refused: __, ...card }) => card);
}

/** All cards of the notes, doubtful ones included, in their order. */
export function saidBy(side: Pick<DeckInput, 'read' | 'pile'>): readonly Card[] {
  const { deck } = side.read;
  if (deck === null) return [];
  const { cards } = deck;
  const suggested = suggestedBefore(side);
  const doubtful = suggested.length === 0 ? deck.doubtful : byLine([...deck.doubtful, ...suggested]);
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

function byLine(cards: readonly Card[]): readonly Card[] {
  return [...cards].sort((a, b) => a.source.line - b.source.line);
}

function isBefore(a: Card, b: Card): boolean {
  return a.source.line < b.source.line;
}

export function activeCards(cards: readonly StoredCard[]): readonly StoredCard[] {
  return cards.filter(({ paused }) => !paused);
}

function countShared(fresh: readonly Card[], stored: readonly StoredCard[]): number {
  const words = new Set(stored.map(contentKey));
  return fresh.filter((card) => words.has(contentKey(card))).length;
}

/**
 * Finds the new deck that each deck without a file has become: the likeliest one that has at least half of its cards.
 */
export function findRenamedDecks(
  sides: readonly DeckInput[],
  gone: readonly GoneDeck[],
): ReadonlyMap<DeckInput, GoneDeck> {
  const free = sides.filter(({ read, cards }) => read.deck !== null && activeCards(cards).length === 0);
  const heirs = new Map<DeckInput, GoneDeck>();
  for (const old of gone) {
    const shares = free.map((side) => {
      const fresh = saidBy(side);
      const shared = countShared(fresh, old.live);
      // A file that returns is its own deck again.
      const isItself = countShared(fresh, side.cards) >= shared;
      return { side, share: isItself ? 0 : shared / Math.max(1, Math.min(fresh.length, old.live.length)) };
    });
    const [best] = shares.filter(({ side }) => !heirs.has(side)).sort((a, b) => b.share - a.share);
    if (best !== undefined && best.share >= MIN_SHARED) heirs.set(best.side, old);
  }
  return heirs;
}
