import type { StoredCard } from '../../core/card.js';
import type { CardId, DeckId, WorkspaceId } from '../../core/ids.js';
import type { TutorContext } from '../context.js';
import type { FirstComparison, GoneDeck } from './deck-inputs.js';
import { hasNoNotes } from './deck-kind.js';

/** Cards that are no longer in any notes; a file with the same cards takes them over. */
export type OrphanPool = Map<CardId, StoredCard>;

/** Paused cards of the workspace's other decks from notes; in decks without notes, people paused them. */
async function pausedCardsElsewhere(
  { store }: TutorContext,
  workspace: WorkspaceId,
  besides: ReadonlySet<DeckId>,
): Promise<readonly StoredCard[]> {
  const decks = await store.decks.list(workspace);
  const others = decks.filter(({ id }) => !besides.has(id) && !hasNoNotes(id));
  const cards = await Promise.all(others.map(({ id }) => store.decks.cards(workspace, id)));
  return cards.flat().filter(({ paused }) => paused);
}

/** Ids of the file's new cards that cards of other decks have. */
export async function idsUsedElsewhere(
  context: TutorContext,
  workspace: WorkspaceId,
  { input, diff }: FirstComparison,
): Promise<readonly CardId[]> {
  const ids = diff.added.map(({ id }) => id);
  const held = await context.store.decks.cardsById(workspace, ids);
  return held.filter((card) => card.deckId !== input.read.deck?.id).map(({ id }) => id);
}

/**
 * Orphaned cards that the new ones may be.
 *
 * @param wanted ids that a person has chosen for unclear cards
 */
export async function collectOrphans(
  context: TutorContext,
  workspace: WorkspaceId,
  looks: readonly FirstComparison[],
  gone: readonly GoneDeck[],
  wanted: ReadonlySet<CardId>,
): Promise<OrphanPool> {
  if (!looks.some(({ diff }) => diff.added.length > 0)) return new Map();
  const inherited = new Set(looks.map(({ renamedFrom }) => renamedFrom));
  const own = new Set(looks.flatMap(({ input }) => (input.stored === null ? [] : [input.stored.id])));
  const free = [
    ...gone.filter((deck) => !inherited.has(deck)).flatMap((deck) => deck.live),
    ...looks.flatMap(({ input, diff }) => (input.read.deck === null ? [] : diff.removed)),
    ...looks.flatMap(({ input }) => input.cards.filter(({ paused }) => paused)),
    ...(await pausedCardsElsewhere(context, workspace, own)),
  ];
  return new Map(free.filter(({ id }) => !wanted.has(id)).map((card) => [card.id, card]));
}
