import { addDays, learningDate } from '../core/local-date.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { DeckCounts } from '../store/interfaces/progress.js';
import type { TutorContext } from './context.js';

export type DeckOverview = DeckCounts & { readonly name: string; readonly source: string };
export type Decks = { readonly decks: readonly DeckOverview[]; readonly dueTomorrow: number };

/** The workspace's decks and how much of each waits for the learner today. */
export async function listDecks(context: TutorContext, learner: Learner): Promise<Decks> {
  const { store, now } = context;
  const on = learningDate(now, learner.timeZone);
  const [decks, counts, dueTomorrow] = await Promise.all([
    store.decks.list(learner.workspaceId),
    store.progress.counts(learner.workspaceId, learner.id, on),
    store.progress.dueOn(learner.workspaceId, learner.id, addDays(on, 1)),
  ]);
  const countsOf = new Map(counts.map((count) => [count.deckId, count]));
  return {
    dueTomorrow,
    decks: decks.map((deck) => ({
      ...(countsOf.get(deck.id) ?? { deckId: deck.id, cards: 0, due: 0, unseen: 0 }),
      name: deck.name,
      source: deck.source,
    })),
  };
}
