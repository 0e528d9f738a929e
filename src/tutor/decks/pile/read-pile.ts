import type { DeckId } from '../../../core/ids.js';
import { refOf } from '../../../core/short-ref.js';
import type { Learner } from '../../../store/interfaces/learners.js';
import type { CardOfPile, PilePage } from '../../../store/interfaces/pile.js';
import type { TutorContext } from '../../context.js';

export type SeenPile = {
  readonly cards: readonly (CardOfPile & { readonly deckName: string })[];
  /** From 0; the last page where the list has become shorter. */
  readonly page: number;
  readonly total: number;
  /** How many cards are refused. */
  readonly refused: number;
  /** Names of the people who refused the cards of the page. */
  readonly names: ReadonlyMap<string, string>;
};

type PageOfPile = {
  /** A deck's id or short reference; `null` for all decks. */
  readonly deck: string | null;
  readonly page: number;
  readonly size: number;
};

/** The deck of a reference; `undefined` where there is none. */
async function meantDeck({ store }: TutorContext, { workspaceId }: Learner, ref: string | null) {
  if (ref === null) return null;
  const decks = await store.decks.list(workspaceId);
  return decks.find(({ id }) => id === ref || refOf(id) === ref)?.id;
}

type ReadPage = (deck: DeckId | null, some: { readonly limit: number; readonly offset: number }) => Promise<PilePage>;

async function readPage(
  context: TutorContext,
  learner: Learner,
  { deck: ref, page: asked, size }: PageOfPile,
  read: ReadPage,
): Promise<SeenPile> {
  const { store } = context;
  const { workspaceId } = learner;
  const deck = await meantDeck(context, learner, ref);
  const nothing = { cards: [], page: 0, total: 0, refused: 0, names: new Map() };
  if (deck === undefined) return nothing;
  const first = await read(deck, { limit: size, offset: asked * size });
  const page = Math.min(asked, Math.max(0, Math.ceil(first.total / size) - 1));
  const { cards, total } = page === asked ? first : await read(deck, { limit: size, offset: page * size });
  const { total: refused } = await store.pile.refused(workspaceId, deck, { limit: 0, offset: 0 });
  const decks = new Map((await store.decks.list(workspaceId)).map(({ id, name }) => [id, name]));
  const people = [...new Set(cards.flatMap((card) => (card.refused === undefined ? [] : [card.refused.by])))];
  const learners = await Promise.all(people.map((id) => store.learners.get(workspaceId, id)));
  const names = new Map(learners.flatMap((one) => (one === null ? [] : [[one.id, one.name]])));
  const seen = cards.map((card) => ({ ...card, deckName: decks.get(card.deckId) ?? card.deckId }));
  return { cards: seen, page, total, refused, names };
}

/** Waiting cards, the surest first. */
export function readPile(context: TutorContext, learner: Learner, asked: PageOfPile): Promise<SeenPile> {
  const { pile } = context.store;
  return readPage(context, learner, asked, (deck, some) => pile.waiting(learner.workspaceId, deck, some));
}

/** Refused cards, latest first. */
export function readRefused(context: TutorContext, learner: Learner, asked: PageOfPile): Promise<SeenPile> {
  const { pile } = context.store;
  return readPage(context, learner, asked, (deck, some) => pile.refused(learner.workspaceId, deck, some));
}

/** How many cards wait in all decks. */
export async function countPile({ store }: TutorContext, { workspaceId }: Learner): Promise<number> {
  const counts = await store.pile.countWaiting(workspaceId);
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Waiting cards by their short references, without those that no longer wait. */
export async function waitingByRef(
  { store }: TutorContext,
  { workspaceId }: Learner,
  refs: readonly string[],
): Promise<readonly CardOfPile[]> {
  const counts = await store.pile.countWaiting(workspaceId);
  const limit = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const { cards } = await store.pile.waiting(workspaceId, null, { limit, offset: 0 });
  const wanted = new Set(refs);
  return cards.filter(({ id }) => wanted.has(refOf(id)) || wanted.has(id));
}
