import { runWithPauses } from '../../core/steps.js';
import { type SimulatedDay, simulateLearner } from '../../scheduling/simulate/simulate-learner.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type DeckRef, findDeck } from '../decks/find-deck.js';
import { readDay } from './read-day.js';

/** An average day of a stretch. */
export type CostOfDay = { readonly cards: number; readonly minutes: number };

export type DeckCost = {
  readonly kind: 'cost';
  readonly deck: DeckRef;
  /** Its cards that the learner has never met: what it costs to learn them is said here. */
  readonly toMeet: number;
  readonly newPerDay: number;
  readonly scheduler: Learner['scheduling']['scheduler'];
  readonly weekOne: CostOfDay;
  readonly monthOne: CostOfDay;
  readonly monthSix: CostOfDay;
  /** After six months: cards met, and how many of them are known. */
  readonly met: number;
  readonly remembered: number;
};

export type Forecast =
  | DeckCost
  /** Nothing of the deck is left to meet, or the learner lets no new card in. */
  | { readonly kind: 'all-met' | 'no-new'; readonly deck: DeckRef }
  | Extract<Awaited<ReturnType<typeof findDeck>>, { readonly kind: 'no-such-deck' }>;

/** Half a year in whole weeks. */
const DAYS = 182;
/** Some people of many kinds, since one alone could forget little or much. */
const PEOPLE = 5;
/** What reading, remembering and grading a card takes: between 7 and 11 seconds in most logs. */
const SECONDS_PER_ANSWER = 9;

const STRETCHES = { weekOne: [0, 7], monthOne: [21, 28], monthSix: [DAYS - 28, DAYS] } as const;

function costOf(people: readonly (readonly SimulatedDay[])[], [from, to]: readonly [number, number]): CostOfDay {
  const days = people.flatMap((person) => person.slice(from, to));
  const sum = (of: (day: SimulatedDay) => number) => days.reduce((total, day) => total + of(day), 0) / days.length;
  const answers = sum(({ due, met, again }) => due + met + again);
  return { cards: sum(({ due, met }) => due + met), minutes: (answers * SECONDS_PER_ANSWER) / 60 };
}

function meanOfLast(people: readonly (readonly SimulatedDay[])[], of: (day: SimulatedDay) => number): number {
  const last = people.flatMap((days) => days.slice(-1));
  return last.reduce((total, day) => total + of(day), 0) / last.length;
}

/** Between the days of a simulated person everybody else is served. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * What the cards of a deck that a learner has not met will cost within their limits, by their own scheduler, with people
 * who forget as most do. The same deck and settings give the same answer.
 *
 * @param asked a deck's id, reference or name
 */
export async function forecastDeck(context: TutorContext, learner: Learner, asked: string): Promise<Forecast> {
  const found = await findDeck(context, learner, asked);
  if (found.kind === 'no-such-deck') return found;
  const deck = { deckId: found.deckId, name: found.name };
  const day = await readDay(context, learner, deck);
  const toMeet = day.decks.find(({ deckId }) => deckId === deck.deckId)?.unseen ?? 0;
  const { scheduling, limits } = learner;
  const { newPerDay, reviewsPerDay } = limits;
  if (toMeet === 0) return { kind: 'all-met', deck };
  if (newPerDay === 0) return { kind: 'no-new', deck };
  const people: (readonly SimulatedDay[])[] = [];
  for (let seed = 1; seed <= PEOPLE; seed += 1) {
    const study = { scheduling, newPerDay, reviewsPerDay, cards: toMeet, days: DAYS, skipped: 0 };
    people.push(await runWithPauses(simulateLearner(study, seed), pause));
  }
  return {
    ...{ kind: 'cost', deck, toMeet, newPerDay, scheduler: scheduling.scheduler },
    weekOne: costOf(people, STRETCHES.weekOne),
    monthOne: costOf(people, STRETCHES.monthOne),
    monthSix: costOf(people, STRETCHES.monthSix),
    met: Math.round(meanOfLast(people, ({ metSoFar }) => metSoFar)),
    remembered: Math.round(meanOfLast(people, ({ remembered }) => remembered ?? 0)),
  };
}
