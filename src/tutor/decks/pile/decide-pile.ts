import type { Attribution, CardWithEdits, PiledCard, Sides, StoredCard } from '../../../core/card.js';
import { groupBy } from '../../../core/collections.js';
import type { CardId, DeckId } from '../../../core/ids.js';
import { refOf } from '../../../core/short-ref.js';
import { applyEdits, withSides } from '../../../diff/hand-edits.js';
import type { DeckChange, StoredDeck } from '../../../store/interfaces/decks.js';
import type { Learner } from '../../../store/interfaces/learners.js';
import type { CardOfPile } from '../../../store/interfaces/pile.js';
import type { TutorContext } from '../../context.js';
import { mergeEditedSides } from '../editable-sides.js';
import type { DeckVersion } from '../import-cards.js';
import { retryWhileStale, STALE } from '../retry-while-stale.js';
import { waitingByRef } from './read-pile.js';

/**
 * The result of deciding about doubtful cards. `cards` are those that waited: somebody else may have decided about
 * the others.
 */
export type DecidedPile = {
  readonly cards: readonly PiledCard[];
  /** The changes, each of which can be undone; a refusal changes no deck. */
  readonly made: readonly DeckVersion[];
};

function byDeck(cards: readonly CardOfPile[]): ReadonlyMap<DeckId, readonly CardOfPile[]> {
  return groupBy(cards, ({ deckId }) => deckId);
}

type PlacedCard = { readonly card: CardWithEdits; readonly position: number };

/** A change of some cards that keeps the deck's notes. */
export function changeOfSome(
  { version, ...deck }: StoredDeck,
  joined: readonly PlacedCard[],
  rest: Pick<DeckChange, 'paused' | 'by'>,
): DeckChange {
  const positions = new Map(joined.map(({ card, position }) => [card.id, position]));
  return { deck, baseVersion: version, cards: joined.map(({ card }) => card), some: true, positions, ...rest };
}

/** The card with the edits that it had when it was in the deck before. */
export function placed(piled: PiledCard, before: StoredCard | undefined): PlacedCard {
  const { refused: _, position, ...card } = piled;
  return { card: before === undefined ? card : applyEdits(before, card), position };
}

/** The accepted card, with the person's words where they edited it. */
function taken(piled: PiledCard, before: StoredCard | undefined, takenBy: Attribution, sides?: Sides): PlacedCard {
  const { card: known, position } = placed(piled, before);
  if (sides === undefined) return { card: { ...known, takenBy }, position };
  const { kind, front, back } = piled;
  const { edit: _, ...card } = { ...known, kind, front, back, takenBy };
  const written = mergeEditedSides(known, sides);
  if (written.front === front && written.back === back) return { card, position };
  return { card: { ...withSides(card, written), edit: { ...takenBy, notes: { kind, front, back } } }, position };
}

/**
 * Accepts waiting cards into their decks, with one change for each deck. Further readings of the notes keep them
 * there.
 *
 * @param refs the cards' ids or short references
 * @param sides the person's version, of a single card
 */
export async function takeCards(
  context: TutorContext,
  learner: Learner,
  refs: readonly string[],
  sides?: Sides,
): Promise<DecidedPile> {
  const { store, now } = context;
  const { workspaceId } = learner;
  const waiting = await waitingByRef(context, learner, refs);
  const made: DeckVersion[] = [];
  const done: PiledCard[] = [];
  for (const deckId of byDeck(waiting).keys()) {
    await retryWhileStale(`the deck of doubtful cards ${deckId}`, async () => {
      const deck = await store.decks.get(workspaceId, deckId);
      const cards = (await waitingByRef(context, learner, refs)).filter((card) => card.deckId === deckId);
      if (deck === null || cards.length === 0) return 'nothing';
      const stored = await store.decks.cardsById(
        workspaceId,
        cards.map(({ id }) => id),
      );
      const before = new Map(stored.map((card) => [card.id, card]));
      const by = { kind: 'learner', id: learner.id } as const;
      const mark = { by: learner.id, at: now };
      const joined = cards.map(({ deckId: _, ...card }) => taken(card, before.get(card.id), mark, sides));
      const applied = await store.decks.apply(workspaceId, changeOfSome(deck, joined, { paused: [], by }), now);
      if (applied.status === 'stale') return STALE;
      made.push({ deckId, name: deck.name, version: applied.version });
      done.push(...cards);
      return 'taken';
    });
  }
  return { cards: done, made };
}

/** Refuses waiting cards: they are not shown again, whatever happens to their notes. */
export async function refuseCards(
  context: TutorContext,
  learner: Learner,
  refs: readonly string[],
): Promise<DecidedPile> {
  const mark = { by: learner.id, at: context.now };
  const refused: PiledCard[] = [];
  for (const [deckId, cards] of byDeck(await waitingByRef(context, learner, refs))) {
    const ids = cards.map(({ id }) => id);
    const done = new Set(await context.store.pile.refuse(learner.workspaceId, deckId, ids, mark));
    refused.push(...cards.filter(({ id }) => done.has(id)));
  }
  return { cards: refused, made: [] };
}

/** Makes refused cards wait again. */
export async function reconsiderCards(
  context: TutorContext,
  learner: Learner,
  refs: readonly string[],
): Promise<readonly CardId[]> {
  const { pile } = context.store;
  const { workspaceId } = learner;
  const { total } = await pile.refused(workspaceId, null, { limit: 0, offset: 0 });
  const { cards } = await pile.refused(workspaceId, null, { limit: total, offset: 0 });
  const wanted = new Set(refs);
  const meant = cards.filter(({ id }) => wanted.has(id) || wanted.has(refOf(id)));
  const done: CardId[] = [];
  for (const [deckId, some] of byDeck(meant)) {
    done.push(
      ...(await pile.reconsider(
        workspaceId,
        deckId,
        some.map(({ id }) => id),
      )),
    );
  }
  return done;
}
