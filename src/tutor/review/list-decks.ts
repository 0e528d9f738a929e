import { countDecks, type DayCounts } from '../../core/day.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import type { DeckRef } from '../decks/find-deck.js';
import { type Day, readDay } from './read-day.js';

export type DeckOverview = DeckRef &
  Pick<DayCounts, 'due' | 'fresh' | 'toCome'> & {
    readonly source: string;
    readonly cards: number;
  };

/** `day` is that of all decks; the decks' counts for today add up to it. */
export type DeckList = { readonly decks: readonly DeckOverview[]; readonly day: Day };

/** The workspace's decks, with how much of each waits for the learner today. */
export async function listDecks(context: TutorContext, learner: Learner): Promise<DeckList> {
  const [stored, day] = await Promise.all([
    context.store.decks.list(learner.workspaceId),
    readDay(context, learner, null),
  ]);
  const brings = countDecks(day.decks, day.done, day.limits);
  const countsOf = new Map(day.decks.map(({ deckId, cards }, index) => [deckId, { cards, ...brings[index] }]));
  const decks = stored.map(({ id, name, source }) => ({
    ...{ cards: 0, due: 0, fresh: 0, toCome: 0, ...countsOf.get(id) },
    ...{ deckId: id, name, source },
  }));
  return { decks, day };
}
