import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countDay,
  countDecks,
  countTomorrow,
  type DayActivity,
  type DayLimits,
  DEFAULT_LIMITS,
  LIMIT_CHOICES,
  LONGEST_SESSION,
  planDeck,
  planMore,
  planSession,
  type SessionCandidates,
  sessionLength,
  waitingIn,
} from '../../src/core/day.js';
import { type CardId, cardId } from '../../src/core/ids.js';

const [a, b, c] = [cardId('a'), cardId('b'), cardId('c')];
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => cardId(`${prefix}${index}`));
const NOTHING: DayActivity = { met: 0, reviewed: 0 };

const limits: fc.Arbitrary<DayLimits> = fc.record({
  newPerDay: fc.constantFrom(...LIMIT_CHOICES.newPerDay),
  reviewsPerDay: fc.option(fc.integer({ min: 1, max: 30 })),
  perSession: fc.constantFrom(...LIMIT_CHOICES.perSession),
});
const done: fc.Arbitrary<DayActivity> = fc.record({ met: fc.nat(40), reviewed: fc.nat(40) });
/** Due cards, and unseen ones of which some were picked. */
const candidates: fc.Arbitrary<SessionCandidates> = fc
  .record({ due: fc.nat(40), unseen: fc.nat(60), picked: fc.nat(60) })
  .map(({ due, unseen, picked }) => ({
    due: ids('d', due),
    unseen: ids('n', unseen),
    // Picked from the end, so that the order of the notes is another.
    picked: ids('n', unseen).reverse().slice(0, picked),
  }));

function askableOf({ due, unseen, picked }: SessionCandidates) {
  return { due: due.length, unseen: unseen.length, picked: picked.length };
}

/** The day goes on: one card of a plan is answered. */
function answer(left: SessionCandidates, so: DayActivity, card: CardId): readonly [SessionCandidates, DayActivity] {
  const without = (list: readonly CardId[]) => list.filter((one) => one !== card);
  const isDue = left.due.includes(card);
  const after = { due: without(left.due), unseen: without(left.unseen), picked: without(left.picked) };
  return [after, isDue ? { ...so, reviewed: so.reviewed + 1 } : { ...so, met: so.met + 1 }];
}

describe('the plan of a session', () => {
  it('puts picked cards first, then due ones, then new ones within the day’s limit', () => {
    const few = { newPerDay: 2, reviewsPerDay: null, perSession: 10 };
    expect(planSession({ picked: [c], due: [a], unseen: [b, c] }, NOTHING, few)).toEqual([c, a, b]);
  });

  it.each([
    { met: 0, expected: 10 },
    { met: 7, expected: 3 },
    { met: 12, expected: 0 },
  ])('meets $expected new cards after $met today', ({ met, expected }) => {
    const plan = planSession({ picked: [], due: [], unseen: ids('n', 30) }, { met, reviewed: 0 }, DEFAULT_LIMITS);
    expect(plan).toHaveLength(expected);
  });

  it('brings what was picked beyond the limit, and counts it', () => {
    const few = { ...DEFAULT_LIMITS, newPerDay: 3 };
    const unseen = ids('n', 20);
    expect(planSession({ picked: unseen.slice(5, 7), due: [], unseen }, NOTHING, few)).toHaveLength(3);
    expect(planSession({ picked: unseen.slice(5, 10), due: [], unseen }, NOTHING, few)).toEqual(unseen.slice(5, 10));
  });

  it('never holds a card twice, nor more than a session takes, nor more than the day brings', () => {
    fc.assert(
      fc.property(candidates, done, limits, (all, so, wish) => {
        const plan = planSession(all, so, wish);
        expect(new Set(plan).size).toBe(plan.length);
        expect(plan.length).toBeLessThanOrEqual(sessionLength(wish));
        expect(plan.length).toBeLessThanOrEqual(waitingIn(countDay(askableOf(all), so, wish)));
      }),
    );
  });

  it('holds all that waits where no length is set, as far as one plan can', () => {
    const all = { picked: [], due: ids('d', 500), unseen: [] };
    expect(planSession(all, NOTHING, { ...DEFAULT_LIMITS, perSession: null })).toHaveLength(LONGEST_SESSION);
  });
});

describe('what a day brings', () => {
  it.each([
    ['a first day', { due: 0, unseen: 51, picked: 0 }, NOTHING, {}, { due: 0, held: 0, fresh: 10, toCome: 41 }],
    ['the limit reached', { due: 0, unseen: 41, picked: 0 }, { met: 10, reviewed: 0 }, {}, { fresh: 0, toCome: 41 }],
    ['more than the limit', { due: 0, unseen: 36, picked: 0 }, { met: 15, reviewed: 0 }, {}, { fresh: 0, toCome: 36 }],
    ['picked ones', { due: 0, unseen: 41, picked: 4 }, { met: 10, reviewed: 0 }, {}, { fresh: 4, toCome: 37 }],
    [
      'no new cards wanted',
      { due: 2, unseen: 9, picked: 0 },
      NOTHING,
      { newPerDay: 0 },
      { due: 2, fresh: 0, toCome: 9 },
    ],
    ['too many due', { due: 62, unseen: 0, picked: 0 }, NOTHING, { reviewsPerDay: 50 }, { due: 50, held: 12 }],
    [
      'some of them done',
      { due: 22, unseen: 0, picked: 0 },
      { met: 0, reviewed: 40 },
      { reviewsPerDay: 50 },
      { due: 10, held: 12 },
    ],
  ])('of %s', (_, askable, so, wish, expected) => {
    expect(countDay(askable, so, { ...DEFAULT_LIMITS, ...wish })).toMatchObject(expected);
  });

  it('adds up: nothing that can be asked is left out', () => {
    fc.assert(
      fc.property(candidates, done, limits, (all, so, wish) => {
        const { due, held, fresh, toCome } = countDay(askableOf(all), so, wish);
        expect([due + held, fresh + toCome]).toEqual([all.due.length, all.unseen.length]);
        for (const count of [due, held, fresh, toCome]) expect(count).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is what the sessions of the day then ask, however long each is', () => {
    fc.assert(
      fc.property(candidates, done, limits, (all, so, wish) => {
        const expected = countDay(askableOf(all), so, wish);
        let [left, now] = [all, so];
        const asked: CardId[] = [];
        for (let plan = planSession(left, now, wish); plan.length > 0; plan = planSession(left, now, wish)) {
          for (const card of plan) [left, now] = answer(left, now, card);
          asked.push(...plan);
        }
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBe(waitingIn(expected));
        const rest = countDay(askableOf(left), now, wish);
        expect(rest).toEqual({ due: 0, fresh: 0, held: expected.held, toCome: expected.toCome });
      }),
    );
  });

  it('is the same, deck by deck and all together', () => {
    const deck = candidates.map(askableOf);
    fc.assert(
      fc.property(fc.array(deck, { maxLength: 5 }), done, limits, (decks, so, wish) => {
        const sum = (of: readonly { readonly [key: string]: number }[], key: string) =>
          of.reduce((total, each) => total + (each[key] ?? 0), 0);
        const all = { due: sum(decks, 'due'), unseen: sum(decks, 'unseen'), picked: sum(decks, 'picked') };
        const { due, held, fresh, toCome } = countDay(all, so, wish);
        const each = countDecks(decks, so, wish);
        expect([sum(each, 'due'), sum(each, 'fresh'), sum(each, 'toCome')]).toEqual([due + held, fresh, toCome]);
        for (const one of each) expect(Math.min(one.due, one.fresh, one.toCome)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a deck that was asked for', () => {
  it('has its cards within the limit while there is room, and beyond it afterwards', () => {
    const all = { picked: [], due: [a], unseen: ids('n', 50) };
    expect(planDeck(all, NOTHING, DEFAULT_LIMITS)).toMatchObject({ beyond: 0 });
    expect(planDeck(all, NOTHING, DEFAULT_LIMITS).plan).toHaveLength(11);
    const late = planDeck(all, { met: 10, reviewed: 0 }, DEFAULT_LIMITS);
    expect([late.plan[0], late.plan.length, late.beyond]).toEqual([a, 20, 19]);
    const endless = planDeck(all, { met: 10, reviewed: 0 }, { ...DEFAULT_LIMITS, perSession: null });
    expect([endless.plan.length, endless.beyond]).toEqual([21, 20]);
  });

  it('has its due cards whatever the limit of reviews', () => {
    const all = { picked: [], due: ids('d', 9), unseen: [] };
    expect(planDeck(all, { met: 0, reviewed: 4 }, { ...DEFAULT_LIMITS, reviewsPerDay: 6 })).toEqual({
      plan: ids('d', 9),
      beyond: 7,
    });
  });

  it('is never refused while anything of it can be asked, nor given more than a session takes', () => {
    fc.assert(
      fc.property(candidates, done, limits, (all, so, wish) => {
        const { plan, beyond } = planDeck(all, so, wish);
        expect(plan.length === 0).toBe(all.due.length + all.unseen.length === 0);
        expect(new Set(plan).size).toBe(plan.length);
        expect(plan.length).toBeLessThanOrEqual(sessionLength(wish));
        expect(beyond).toBeLessThanOrEqual(plan.length);
        expect(beyond).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('more new cards', () => {
  it('are as many as were asked for and are there, each unseen, those picked first', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 20 }), (all, wanted) => {
        const plan = planMore(all, wanted);
        expect(plan).toHaveLength(Math.min(wanted, all.unseen.length));
        expect(new Set(plan).size).toBe(plan.length);
        expect(plan.filter((card) => !all.unseen.includes(card))).toEqual([]);
        expect(plan.slice(0, all.picked.length)).toEqual(all.picked.slice(0, plan.length));
      }),
    );
  });
});

describe('tomorrow', () => {
  it('brings today’s new cards again, and other new ones', () => {
    const today = countDay({ due: 0, unseen: 51, picked: 0 }, NOTHING, DEFAULT_LIMITS);
    expect(countTomorrow(today, 0, DEFAULT_LIMITS)).toEqual({ due: 10, held: 0, fresh: 10, toCome: 31 });
  });

  it('brings what today kept back, within its own limit', () => {
    const wish = { ...DEFAULT_LIMITS, reviewsPerDay: 50 };
    const today = countDay({ due: 62, unseen: 0, picked: 0 }, NOTHING, wish);
    expect(countTomorrow(today, 45, wish)).toMatchObject({ due: 50, held: 7 });
  });
});
