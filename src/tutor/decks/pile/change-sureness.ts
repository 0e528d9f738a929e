import type { PiledCard, StoredCard } from '../../../core/card.js';
import { isSureEnough, type Sureness } from '../../../core/doubtful.js';
import type { CardId, DeckId } from '../../../core/ids.js';
import type { Learner } from '../../../store/interfaces/learners.js';
import type { TutorContext } from '../../context.js';
import { isCurrent } from '../find-cards.js';
import { retryWhileStale, STALE } from '../retry-while-stale.js';
import { changeOfSome, placed } from './decide-pile.js';

export type ChangedSureness = {
  /** Cards that the change added to the decks, and cards that it made wait. */
  readonly joined: number;
  readonly left: number;
};

const NONE: ChangedSureness = { joined: 0, left: 0 };

export function surenessOf({ store }: TutorContext, { workspaceId }: Learner): Promise<Sureness> {
  return store.workspaces.sureness(workspaceId);
}

/** Whether a card is in its deck only because of its score, untouched by people. */
function isByScore({ takenBy, edit, pausedBy, paused }: StoredCard): boolean {
  return !paused && takenBy === undefined && edit === undefined && pausedBy === undefined;
}

function part(
  cards: readonly StoredCard[],
  pile: readonly PiledCard[],
  sureness: Sureness,
  learned: ReadonlySet<CardId>,
) {
  const stored = new Map(cards.map((card) => [card.id, card]));
  const enough = (card: PiledCard): boolean => isSureEnough(card, sureness);
  const joining = pile.filter((card) => {
    const before = stored.get(card.id);
    return enough(card) && card.refused === undefined && (before === undefined || !isCurrent(before));
  });
  const leaving = pile.flatMap((card) => {
    const before = stored.get(card.id);
    return before !== undefined && !enough(card) && isByScore(before) && !learned.has(card.id) ? [card.id] : [];
  });
  return { joining: joining.map((card) => placed(card, stored.get(card.id))), leaving };
}

async function partDeck(
  { store, now }: TutorContext,
  learner: Learner,
  deckId: DeckId,
  sureness: Sureness,
): Promise<ChangedSureness | typeof STALE> {
  const { workspaceId } = learner;
  const deck = await store.decks.get(workspaceId, deckId);
  const pile = await store.pile.ofDeck(workspaceId, deckId);
  if (deck === null || pile.length === 0) return NONE;
  const ids = pile.map(({ id }) => id);
  const cards = await store.decks.cardsById(workspaceId, ids);
  const { joining, leaving } = part(cards, pile, sureness, await store.pile.learned(workspaceId, ids));
  if (joining.length + leaving.length === 0) return NONE;
  const by = { kind: 'learner', id: learner.id } as const;
  const applied = await store.decks.apply(workspaceId, changeOfSome(deck, joining, { paused: leaving, by }), now);
  return applied.status === 'stale' ? STALE : { joined: joining.length, left: leaving.length };
}

/**
 * Changes how sure cards must be in a workspace, and moves cards between the decks and the waiting ones by their
 * score. Cards that somebody learns, accepted, edited, paused or refused stay where they are. The choice is stored
 * first: after a crash, the next reading of the notes finishes the rest.
 */
export async function changeSureness(
  context: TutorContext,
  learner: Learner,
  sureness: Sureness,
): Promise<ChangedSureness> {
  const { store } = context;
  const { workspaceId } = learner;
  await store.workspaces.setSureness(workspaceId, sureness);
  let total = NONE;
  for (const { id } of await store.decks.list(workspaceId)) {
    const { joined, left } = await retryWhileStale(`the cards of ${id} by their score`, () =>
      partDeck(context, learner, id, sureness),
    );
    total = { joined: total.joined + joined, left: total.left + left };
  }
  return total;
}
