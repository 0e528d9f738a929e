import {
  type AvailableCounts,
  countDay,
  countTomorrow,
  type DayActivity,
  type DayCounts,
  type DayLimits,
} from '../../core/day.js';
import { type SessionId, sessionId } from '../../core/ids.js';
import { addDays, type LocalDate, learningDate } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { DeckCounts, NextDue } from '../../store/interfaces/progress.js';
import type { TutorContext } from '../context.js';
import type { DeckRef } from '../decks/find-deck.js';

/** A learner's day, for one deck or for all. */
export type Day = {
  /** `null` for all decks. */
  readonly deck: DeckRef | null;
  readonly on: LocalDate;
  /** Active cards of the deck. */
  readonly cards: number;
  readonly counts: DayCounts;
  /** For all decks. */
  readonly all: DayCounts;
  /** For all decks, once all of today is done. */
  readonly tomorrow: DayCounts;
  /** Every deck, in the order in which sessions take new cards. */
  readonly decks: readonly DeckCounts[];
  /** For all decks. */
  readonly done: DayActivity;
  readonly limits: DayLimits;
  /** The first date after today on which cards are due. */
  readonly next: NextDue | null;
  /** The session that a button for this day opens; repeated presses open the same one. */
  readonly offer: SessionId;
};

function askableOf(decks: readonly DeckCounts[]): AvailableCounts & Pick<DeckCounts, 'returning'> {
  const sum = (of: 'due' | 'unseen' | 'picked' | 'returning') => decks.reduce((total, deck) => total + deck[of], 0);
  return { due: sum('due'), unseen: sum('unseen'), picked: sum('picked'), returning: sum('returning') };
}

/** A learner's day: what it brings, what it leaves for later, and what the next one brings. */
export async function readDay(context: TutorContext, learner: Learner, deck: DeckRef | null): Promise<Day> {
  const { agenda, progress } = context.store;
  const { workspaceId, id, limits } = learner;
  const on = learningDate(context.now, learner.timeZone);
  const nextOf = (of: DeckRef | null) => agenda.nextDue(workspaceId, id, on, of?.deckId ?? null);
  const [decks, done, nextOfAll, nextOfDeck] = await Promise.all([
    progress.counts(workspaceId, id, on),
    agenda.doneOn(workspaceId, id, on),
    nextOf(null),
    deck === null ? null : nextOf(deck),
  ]);
  const asked = decks.filter(({ deckId }) => deck === null || deckId === deck.deckId);
  const askable = askableOf(decks);
  const all = countDay(askable, done, limits);
  // Under FSRS what is met today comes back after as many days as it was known well.
  const metTomorrow = learner.scheduling.scheduler === 'sm2' ? all.fresh : 0;
  const dueTomorrow = nextOfAll?.on === addDays(on, 1) ? nextOfAll.cards : 0;
  return {
    ...{ deck, on, all, decks, done, limits },
    cards: asked.reduce((total, { cards }) => total + cards, 0),
    counts: countDay(askableOf(asked), done, limits),
    tomorrow: countTomorrow({ ...all, toCome: all.toCome + askable.returning }, dueTomorrow, limits, metTomorrow),
    next: deck === null ? nextOfAll : nextOfDeck,
    offer: sessionId(context.newId()),
  };
}
