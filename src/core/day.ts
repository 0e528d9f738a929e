import type { CardId } from './ids.js';

/** How much a learner wants of a day and of a sitting. */
export type DayLimits = {
  /** New cards a day brings by itself. */
  readonly newPerDay: number;
  /** Due cards a day brings by itself; `null` for all. */
  readonly reviewsPerDay: number | null;
  /** Cards in one session; `null` for all that wait. */
  readonly perSession: number | null;
};

/** Due cards are not limited: a schedule works only where it is followed. */
export const DEFAULT_LIMITS: DayLimits = { newPerDay: 10, reviewsPerDay: null, perSession: 20 };

/** What people choose from. */
export const LIMIT_CHOICES = {
  newPerDay: [0, 5, 10, 20, 30, 50],
  reviewsPerDay: [20, 50, 100, 200, null],
  perSession: [5, 10, 20, null],
} as const satisfies { readonly [K in keyof DayLimits]: readonly DayLimits[K][] };

/** A session of all that waits is asked in parts of this many: each press reads the whole plan. */
export const LONGEST_SESSION = 200;

/** New cards of a deck in one session, where the day has none left: a whole deck at once is nobody's wish. */
const NEW_AT_ONCE = 20;

/** What a learner has done on a date: cards met for the first time, and due cards reviewed. */
export type DayDone = { readonly met: number; readonly reviewed: number };

/** Cards that can be asked. */
export type Askable = {
  /** Met before, and due on the date or earlier. */
  readonly due: number;
  /** Never met. */
  readonly unseen: number;
  /** Of the unseen ones, those that the learner asked for by name. */
  readonly picked: number;
};

/** What of it a day brings, and what lies beyond its limits. Together it is all that can be asked. */
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
function roomOf({ met, reviewed }: DayDone, { newPerDay, reviewsPerDay }: DayLimits) {
  return {
    fresh: Math.max(0, newPerDay - met),
    due: reviewsPerDay === null ? Number.POSITIVE_INFINITY : Math.max(0, reviewsPerDay - reviewed),
  };
}

/** What is asked for by name comes whatever the limit says, and counts towards it. */
export function countDay(askable: Askable, done: DayDone, limits: DayLimits): DayCounts {
  const room = roomOf(done, limits);
  const due = Math.min(askable.due, room.due);
  const fresh = Math.min(askable.unseen, Math.max(askable.picked, room.fresh));
  return { due, held: askable.due - due, fresh, toCome: askable.unseen - fresh };
}

/** Cards that wait on the day itself. */
export function waitingIn({ due, fresh }: Pick<DayCounts, 'due' | 'fresh'>): number {
  return due + fresh;
}

/**
 * The day after, once all of this day is done. Whatever the grade, a card met today is due tomorrow (SM-2's I(1)).
 *
 * @param dueTomorrow cards that the schedule has for exactly that date already
 */
export function countTomorrow(today: DayCounts, dueTomorrow: number, limits: DayLimits): DayCounts {
  const askable = { due: today.held + dueTomorrow + today.fresh, unseen: today.toCome, picked: 0 };
  return countDay(askable, { met: 0, reviewed: 0 }, limits);
}

/**
 * What each of several decks brings today, which together is what the day brings: new cards come from the decks in
 * their order, as in a session. How much of the due ones lies beyond a limit can be told only of all decks together.
 */
export function countDecks(
  decks: readonly Askable[],
  done: DayDone,
  limits: DayLimits,
): readonly Pick<DayCounts, 'due' | 'fresh' | 'toCome'>[] {
  let room = roomOf(done, limits).fresh - decks.reduce((sum, deck) => sum + deck.picked, 0);
  return decks.map(({ due, unseen, picked }) => {
    const others = Math.min(unseen - picked, Math.max(0, room));
    room -= others;
    return { due, fresh: picked + others, toCome: unseen - picked - others };
  });
}

function unpicked({ picked, unseen }: SessionCandidates): readonly CardId[] {
  const chosen = new Set(picked);
  return unseen.filter((card) => !chosen.has(card));
}

/**
 * The plan of a session: what the learner picked, then what is due (longest overdue first), then new cards in the
 * order of the notes, within the limits.
 */
export function planSession(candidates: SessionCandidates, done: DayDone, limits: DayLimits): readonly CardId[] {
  const room = roomOf(done, limits);
  const due = candidates.due.slice(0, room.due);
  const fresh = unpicked(candidates).slice(0, Math.max(0, room.fresh - candidates.picked.length));
  return [...candidates.picked, ...due, ...fresh].slice(0, sessionLength(limits));
}

/**
 * The plan for a deck that was asked for by name. All that is due in it comes, and where today's new cards are used
 * up, new ones all the same: it is empty only where nothing of the deck can be asked.
 *
 * @returns also how many cards of the plan go beyond the day's limits
 */
export function planDeck(
  candidates: SessionCandidates,
  done: DayDone,
  limits: DayLimits,
): { readonly plan: readonly CardId[]; readonly beyond: number } {
  const room = roomOf(done, limits);
  const isUsedUp = room.fresh === 0;
  const newPerDay = isUsedUp ? done.met + candidates.picked.length + NEW_AT_ONCE : limits.newPerDay;
  const plan = planSession(candidates, done, { newPerDay, reviewsPerDay: null, perSession: limits.perSession });
  const [due, picked] = [new Set(candidates.due), new Set(candidates.picked)];
  const fresh = plan.filter((card) => !due.has(card) && !picked.has(card)).length;
  const dueInPlan = plan.filter((card) => due.has(card)).length;
  return { plan, beyond: Math.max(0, dueInPlan - room.due) + (isUsedUp ? fresh : 0) };
}

/** So many new cards at once, beyond any limit. */
export function planMore(candidates: SessionCandidates, cards: number): readonly CardId[] {
  return [...candidates.picked, ...unpicked(candidates)].slice(0, cards);
}
