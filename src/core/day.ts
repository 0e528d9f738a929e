import type { CardId } from './ids.js';

/** How much a learner wants in a day and in a session. */
export type DayLimits = {
  /** New cards a day brings without being asked for. */
  readonly newPerDay: number;
  /** Due cards a day brings without being asked for; `null` for all. */
  readonly reviewsPerDay: number | null;
  /** Cards in one session; `null` for all that wait. */
  readonly perSession: number | null;
};

/** Due cards are not limited: a schedule works only where it is followed. */
export const DEFAULT_LIMITS: DayLimits = { newPerDay: 10, reviewsPerDay: null, perSession: 20 };

/** The values offered for each limit. */
export const LIMIT_CHOICES = {
  newPerDay: [0, 5, 10, 20, 30, 50],
  reviewsPerDay: [20, 50, 100, 200, null],
  perSession: [5, 10, 20, null],
} as const satisfies { readonly [K in keyof DayLimits]: readonly DayLimits[K][] };

/** The longest plan of a session, since each press reads all of it; an unlimited session is split into such parts. */
export const LONGEST_SESSION = 200;

/** New cards in one session of a deck whose new cards for the day are used up: nobody wants a whole deck at once. */
const NEW_CARDS_BEYOND_LIMIT = 20;

/** How many cards a learner met for the first time on a date, and how many due ones they reviewed. */
export type DayActivity = { readonly met: number; readonly reviewed: number };

/** Cards that can be asked. */
export type AvailableCounts = {
  /** Met before, and due on the date or earlier. */
  readonly due: number;
  /** Never met. */
  readonly unseen: number;
  /** Of the unseen ones, those that the learner picked. */
  readonly picked: number;
};

/** How the available cards divide into what a day brings and what lies beyond its limits. */
export type DayCounts = {
  readonly due: number;
  /** Due, beyond the day's reviews. */
  readonly held: number;
  /** Never met, and new today. */
  readonly fresh: number;
  /** Never met, and still to come on another day. */
  readonly toCome: number;
};

/** Cards that can be asked, each list in the order it should come; `unseen` may hold what is `picked`. */
export type SessionCandidates = {
  readonly picked: readonly CardId[];
  readonly due: readonly CardId[];
  readonly unseen: readonly CardId[];
};

export function sessionLength({ perSession }: DayLimits): number {
  return Math.min(perSession ?? LONGEST_SESSION, LONGEST_SESSION);
}

/** What the limits leave of a day. */
function remainingOf({ met, reviewed }: DayActivity, { newPerDay, reviewsPerDay }: DayLimits) {
  return {
    fresh: Math.max(0, newPerDay - met),
    due: reviewsPerDay === null ? Number.POSITIVE_INFINITY : Math.max(0, reviewsPerDay - reviewed),
  };
}

/** Picked cards come whatever the limit is, and count towards it. */
export function countDay(askable: AvailableCounts, done: DayActivity, limits: DayLimits): DayCounts {
  const remaining = remainingOf(done, limits);
  const due = Math.min(askable.due, remaining.due);
  const fresh = Math.min(askable.unseen, Math.max(askable.picked, remaining.fresh));
  return { due, held: askable.due - due, fresh, toCome: askable.unseen - fresh };
}

/** Cards that the day itself still brings. */
export function waitingIn({ due, fresh }: Pick<DayCounts, 'due' | 'fresh'>): number {
  return due + fresh;
}

/**
 * The day after, once all of this day is done.
 *
 * @param dueTomorrow cards that the schedule has for exactly that date already
 * @param returning of the cards met today, those that are surely due tomorrow: all under SM-2, whatever the grade (I(1))
 */
export function countTomorrow(
  today: DayCounts,
  dueTomorrow: number,
  limits: DayLimits,
  returning: number = today.fresh,
): DayCounts {
  const askable = { due: today.held + dueTomorrow + returning, unseen: today.toCome, picked: 0 };
  return countDay(askable, { met: 0, reviewed: 0 }, limits);
}

/**
 * What each of several decks brings today; the sums are what the day brings. New cards come from the decks in their
 * order, as in a session. How many due cards lie beyond a limit is known only for all decks together.
 */
export function countDecks(
  decks: readonly AvailableCounts[],
  done: DayActivity,
  limits: DayLimits,
): readonly Pick<DayCounts, 'due' | 'fresh' | 'toCome'>[] {
  let remaining = remainingOf(done, limits).fresh - decks.reduce((sum, deck) => sum + deck.picked, 0);
  return decks.map(({ due, unseen, picked }) => {
    const others = Math.min(unseen - picked, Math.max(0, remaining));
    remaining -= others;
    return { due, fresh: picked + others, toCome: unseen - picked - others };
  });
}

function unpickedCards({ picked, unseen }: SessionCandidates): readonly CardId[] {
  const chosen = new Set(picked);
  return unseen.filter((card) => !chosen.has(card));
}

/**
 * The cards of a session: what the learner picked, then what is due (most overdue first), then new cards in the order
 * of the notes, within the limits. `order.ts` says in which order they are asked.
 */
export function planSession(candidates: SessionCandidates, done: DayActivity, limits: DayLimits): readonly CardId[] {
  const remaining = remainingOf(done, limits);
  const due = candidates.due.slice(0, remaining.due);
  const fresh = unpickedCards(candidates).slice(0, Math.max(0, remaining.fresh - candidates.picked.length));
  return [...candidates.picked, ...due, ...fresh].slice(0, sessionLength(limits));
}

/**
 * The plan for a deck that a learner asks for. All its due cards come, and new ones even where today's are used up: the
 * plan is empty only where no card of the deck is available.
 *
 * @returns also how many cards of the plan go beyond the day's limits
 */
export function planDeck(
  candidates: SessionCandidates,
  done: DayActivity,
  limits: DayLimits,
): { readonly plan: readonly CardId[]; readonly beyond: number } {
  const remaining = remainingOf(done, limits);
  const isUsedUp = remaining.fresh === 0;
  const newPerDay = isUsedUp ? done.met + candidates.picked.length + NEW_CARDS_BEYOND_LIMIT : limits.newPerDay;
  const plan = planSession(candidates, done, { newPerDay, reviewsPerDay: null, perSession: limits.perSession });
  const [due, picked] = [new Set(candidates.due), new Set(candidates.picked)];
  const fresh = plan.filter((card) => !due.has(card) && !picked.has(card)).length;
  const dueInPlan = plan.filter((card) => due.has(card)).length;
  return { plan, beyond: Math.max(0, dueInPlan - remaining.due) + (isUsedUp ? fresh : 0) };
}

/** A plan of that many new cards, whatever the limits are. */
export function planMore(candidates: SessionCandidates, cards: number): readonly CardId[] {
  return [...candidates.picked, ...unpickedCards(candidates)].slice(0, cards);
}
