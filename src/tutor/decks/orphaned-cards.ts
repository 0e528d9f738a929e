import type { StoredCard } from '../../core/card.js';
import type { CardId, DeckId, WorkspaceId } from '../../core/ids.js';
import type { TutorContext } from '../context.js';
import type { FirstComparison, GoneDeck } from './deck-inputs.js';

/** Cards that are in no notes any more, and may be taken by a file that has them. */
export type OrphanPool = Map<CardId, StoredCard>;

/** Decks that notes make; the others begin with this, and their cards rest because somebody said so. */
const NOT_OF_NOTES = '@';
/** Paused cards of the workspace's other decks of notes. */
async function pausedCardsElsewhere(
  { store }: TutorContext,
  workspace: WorkspaceId,
  besides: ReadonlySet<DeckId>,
): Promise<readonly StoredCard[]> {
  const decks = await store.decks.list(workspace);
  const others = decks.filter(({ id }) => !besides.has(id) && !id.startsWith(NOT_OF_NOTES));
  const cards = await Promise.all(others.map(({ id }) => store.decks.cards(workspace, id)));
  return cards.flat().filter(({ paused }) => paused);
}

/** Ids that the file's new cards would have, and that cards of other decks hold. */
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
 * Cards that new ones may be.
 *
 * @param wanted ids that a person has given to cards of their own deck
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
