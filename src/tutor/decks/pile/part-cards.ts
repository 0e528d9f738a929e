import type { Attribution, Card, CardWithEdits, DoubtfulCard, PiledCard, StoredCard } from '../../../core/card.js';
import { isSureEnough, refusalsOf, type Sureness } from '../../../core/doubtful.js';
import type { CardId } from '../../../core/ids.js';
import type { CardPair, DeckDiff, UnclearCard } from '../../../diff/diff-deck.js';
import type { ReappliedEdits } from '../../../diff/hand-edits.js';
import { isCurrent } from '../find-cards.js';

/** Doubtful cards that a person accepts together with a change, by their ids in the plan. */
export type Takes = { readonly mark: Attribution; readonly cards: 'all' | ReadonlySet<CardId> };

/** What decides which cards of the notes are asked. */
type Parting = {
  readonly sureness: Sureness;
  /** The stored doubtful cards of the deck. */
  readonly pile: readonly PiledCard[];
  /** Stored cards that somebody has reviewed or picked. */
  readonly learned: ReadonlySet<CardId>;
  readonly takes: Takes | null;
};

/** A difference without the cards that wait. */
export type PartedCards = ReappliedEdits & {
  /** All doubtful cards of the notes, in their order, asked or not. */
  readonly doubtful: readonly PiledCard[];
  /** Those that wait for a decision. */
  readonly waiting: readonly PiledCard[];
  /** Cards that were asked so far and now wait. */
  readonly piled: readonly StoredCard[];
};

function isDoubtful(card: Card): card is DoubtfulCard {
  return card.doubt !== undefined;
}

function pairsOf({ changed, moved, unchanged }: DeckDiff): readonly CardPair[] {
  return [...changed, ...moved, ...unchanged];
}

/** Stored cards that are or may become doubtful, for which it matters whether somebody learns them. */
export function askedAbout(diff: DeckDiff, sureness: Sureness): readonly CardId[] {
  const pairs = pairsOf(diff).filter(({ after }) => !isSureEnough(after, sureness));
  const unclear = diff.unclear.filter(({ after }) => !isSureEnough(after, sureness));
  return [
    ...pairs.map(({ before }) => before.id),
    ...unclear.flatMap(({ candidates }) => candidates.map(({ id }) => id)),
  ];
}

/** A card that somebody learns or that a person has touched stays in the deck. */
function isKept(before: StoredCard | undefined, learned: Parting['learned']): boolean {
  if (before === undefined) return false;
  const { takenBy, edit } = before;
  if (takenBy !== undefined) return true;
  return isCurrent(before) && (edit !== undefined || before.pausedBy !== undefined || learned.has(before.id));
}

function isTaken(card: Card, isRefused: boolean, takes: Takes | null): boolean {
  if (takes === null || card.doubt === undefined) return false;
  return takes.cards === 'all' ? !isRefused : takes.cards.has(card.id);
}

/** The ids of the cards that are asked, and of those asked only because somebody accepts them. */
function askedOf(kept: ReappliedEdits, { sureness, pile, learned, takes }: Parting) {
  const refusalOf = refusalsOf(pile.filter(({ refused }) => refused !== undefined));
  const befores = new Map(pairsOf(kept.diff).map(({ before, after }) => [after.id, before]));
  const asked = new Set<CardId>();
  const taken = new Set<CardId>();
  const refused = new Map<CardId, Attribution>();
  for (const card of kept.diff.cards) {
    const mark = refusalOf(card);
    if (mark !== undefined) refused.set(card.id, mark);
    if (isKept(befores.get(card.id), learned) || (mark === undefined && isSureEnough(card, sureness))) {
      asked.add(card.id);
    } else if (isTaken(card, mark !== undefined, takes)) {
      asked.add(card.id);
      taken.add(card.id);
    }
  }
  return { asked, taken, refused };
}

function piledOf(cards: readonly Card[], asked: ReadonlySet<CardId>, refused: ReadonlyMap<CardId, Attribution>) {
  const doubtful: PiledCard[] = [];
  let position = 0;
  for (const card of cards) {
    const mark = refused.get(card.id);
    if (isDoubtful(card)) {
      const isNo = mark !== undefined && !asked.has(card.id);
      doubtful.push({ ...card, position, ...(isNo ? { refused: mark } : {}) });
    }
    if (asked.has(card.id)) position += 1;
  }
  return doubtful;
}

/**
 * Divides the cards of notes by how sure they are. Those that are not sure enough wait for a decision, except cards
 * that people learn, accepted, edited or paused: these stay in the deck.
 *
 * @param kept the difference for all cards of the notes, with people's edits
 */
export function partCards(kept: ReappliedEdits, parting: Parting): PartedCards {
  const { diff } = kept;
  const { asked, taken, refused } = askedOf(kept, parting);
  const { takes, learned } = parting;
  const isAsked = ({ after }: CardPair | UnclearCard): boolean => asked.has(after.id);
  const doubtful = piledOf(diff.cards, asked, refused);
  const mark = (card: CardWithEdits): CardWithEdits =>
    takes !== null && taken.has(card.id) ? { ...card, takenBy: takes.mark } : card;
  const isWorthAsking = (card: UnclearCard): boolean =>
    isAsked(card) || card.candidates.some(({ id }) => learned.has(id));
  return {
    diff: {
      ...diff,
      added: diff.added.filter(({ id }) => asked.has(id)),
      changed: diff.changed.filter(isAsked),
      moved: diff.moved.filter(isAsked),
      unchanged: diff.unchanged.filter(isAsked),
      unclear: diff.unclear.filter(isWorthAsking),
      cards: diff.cards.filter(({ id }) => asked.has(id)),
    },
    cards: kept.cards.filter(({ id }) => asked.has(id)).map(mark),
    superseded: kept.superseded.filter(isAsked),
    doubtful,
    waiting: doubtful.filter((card) => !asked.has(card.id) && card.refused === undefined),
    piled: pairsOf(diff).flatMap((pair) => (!isAsked(pair) && isCurrent(pair.before) ? [pair.before] : [])),
  };
}

function keyOf({ position: _, refused: __, ...card }: PiledCard): string {
  const { id, kind, front, back, context, hint, choices, tags, source, passageId, doubt } = card;
  return JSON.stringify([id, kind, front, back, context, hint, choices, tags, source, passageId, doubt]);
}

/** Whether the stored doubtful cards are exactly these, apart from refused ones that the notes no longer give. */
export function isSamePile(stored: readonly PiledCard[], doubtful: readonly PiledCard[]): boolean {
  const now = new Set(doubtful.map(({ id }) => id));
  const kept = stored.filter(({ id, refused }) => refused === undefined || now.has(id));
  const keys = new Set(kept.map(keyOf));
  return kept.length === doubtful.length && doubtful.every((card) => keys.has(keyOf(card)));
}
