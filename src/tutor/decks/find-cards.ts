import type { StoredCard } from '../../core/card.js';
import { fold } from '../../core/text.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { CHAT_DECK } from './chat-deck.js';
import { shortSearch } from './short-search.js';

export type FoundCard = StoredCard & { readonly deckName: string };

/** Cards to choose from, with the people who changed them. */
export type FoundCards = {
  /** Cards of the page. */
  readonly cards: readonly FoundCard[];
  /** From 0; the last page where the list has become shorter. */
  readonly page: number;
  readonly total: number;
  /** A search that finds the same cards and fits a button. */
  readonly search: string;
  /** Names of the people who changed or paused them. */
  readonly names: ReadonlyMap<string, string>;
};

/** Whether the card is active or was paused by a person, and not removed from its notes. */
export function isCurrent({ paused, pausedBy }: StoredCard): boolean {
  return !paused || pausedBy !== undefined;
}

/** Whether somebody added, edited or paused the card in the chat. */
function isByHand({ deckId, edit, pausedBy }: StoredCard): boolean {
  return deckId === CHAT_DECK || edit !== undefined || pausedBy !== undefined;
}

async function allCards({ store }: TutorContext, { workspaceId }: Learner): Promise<readonly FoundCard[]> {
  const found: FoundCard[] = [];
  for (const { id, name: deckName } of await store.decks.list(workspaceId)) {
    const cards = (await store.decks.cards(workspaceId, id)).filter(isCurrent);
    found.push(...cards.map((card) => ({ ...card, deckName })));
  }
  return found;
}

async function namesOf({ store }: TutorContext, { workspaceId }: Learner, cards: readonly FoundCard[]) {
  const marks = cards.flatMap(({ edit, pausedBy }) => [edit ?? [], pausedBy ?? []].flat());
  const people = [...new Set(marks.map(({ by }) => by))];
  const learners = await Promise.all(people.map((id) => store.learners.get(workspaceId, id)));
  return new Map(people.map((id, index) => [id, learners[index]?.name ?? id]));
}

/**
 * The cards that contain the words; without any, those that people added, edited or paused here, latest first.
 *
 * @param asked the wanted page, from 0
 * @param size cards on a page
 */
export async function findCards(
  context: TutorContext,
  learner: Learner,
  words: string,
  { page: asked, size }: { readonly page: number; readonly size: number },
): Promise<FoundCards> {
  const all = await allCards(context, learner);
  const texts = all.map(({ front, back }) => fold(`${front} ${back}`));
  const { found, search } = shortSearch(words, texts);
  const hits = search === '' ? all.filter(isByHand).reverse() : all.filter((_, index) => found(index));
  const page = Math.min(Math.max(0, asked), Math.max(0, Math.ceil(hits.length / size) - 1));
  const cards = hits.slice(page * size, (page + 1) * size);
  return { cards, page, total: hits.length, search, names: await namesOf(context, learner, cards) };
}
