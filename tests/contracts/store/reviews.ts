import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { PROOFS, type Proof, type Quality } from '../../../src/core/grade.js';
import { cardId, type LearnerId, learnerId, sessionId } from '../../../src/core/ids.js';
import { addDays, instant } from '../../../src/core/local-date.js';
import { NEW_PROGRESS, type Progress, replay } from '../../../src/core/progress.js';
import type { ImportedProgress } from '../../../src/store/interfaces/reviews.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { ANA, aChange, cardIds, createWorld, LUIS, minutesAfter, NOW, SESSION, TODAY, type World } from './world.js';

export function describeReviews(open: () => OpenStore): void {
  describe('reviews', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
      await world.teach('a', 'b');
    });
    const reviews = () => world.store.reviews;
    const boards = () => world.store.boards;
    const progressOf = (card: string) => world.store.progress.of(world.workspace, ANA, cardId(card));

    it('logs a review and moves the plan', async () => {
      const result = await world.review('a', 1, 4);
      const stored = {
        number: 1,
        sessionId: SESSION,
        turn: 1,
        cardId: 'a',
        quality: 4,
        on: TODAY,
        purpose: 'plan',
        proof: 'self',
      };
      expect(await reviews().inSession(world.workspace, SESSION)).toEqual([{ ...stored, at: minutesAfter(1) }]);
      expect(result).toEqual({ status: 'recorded', progress: await progressOf('a') });
      expect(await progressOf('a')).toMatchObject({ due: addDays(TODAY, 1), reviews: 1, lapses: 0 });
    });

    it('keeps what an answer rests on', async () => {
      const decide = () => ({ quality: 4, on: TODAY, purpose: 'plan' }) as const;
      for (const [index, proof] of PROOFS.entries()) {
        await reviews().record(world.request('a', index + 1, { proof }), decide);
      }
      const told = (log: readonly { readonly proof: Proof }[]) => log.map(({ proof }) => proof);
      expect(told(await reviews().inSession(world.workspace, SESSION))).toEqual(['self', 'typed', 'chosen']);
      expect(told(await reviews().history(world.workspace, ANA))).toEqual(['self', 'typed', 'chosen']);
    });

    it('gives `decide` the progress that is stored', async () => {
      const seen: Progress[] = [];
      for (const turn of [1, 2, 3]) {
        await reviews().record(world.request('a', turn), (before) => {
          seen.push(before);
          return { quality: 5, on: TODAY, purpose: 'plan' };
        });
      }
      const log = await reviews().history(world.workspace, ANA);
      expect(seen).toEqual([NEW_PROGRESS, replay(log.slice(0, 1)), replay(log.slice(0, 2))]);
    });

    it('leaves the plan alone for a drill, and logs it', async () => {
      await world.review('a', 1, 1);
      const before = await progressOf('a');
      const drill = () => ({ quality: 5, on: TODAY, purpose: 'drill' }) as const;
      expect(await reviews().record(world.request('a', 2), drill)).toEqual({ status: 'recorded', progress: before });
      expect(await reviews().record(world.request('b', 3), drill)).toEqual({
        status: 'recorded',
        progress: NEW_PROGRESS,
      });
      expect(await progressOf('a')).toEqual(before);
      expect(await progressOf('b')).toEqual(NEW_PROGRESS);
      expect(await reviews().inSession(world.workspace, SESSION)).toHaveLength(3);
    });

    it('counts a turn once, and gives back the first review for a second press', async () => {
      await world.review('a', 1, 4);
      const before = await progressOf('a');
      const [first] = await reviews().inSession(world.workspace, SESSION);
      expect(await world.review('a', 1, 1)).toEqual({ status: 'duplicate', review: first });
      expect(await world.review('b', 1, 1)).toEqual({ status: 'duplicate', review: first });
      expect(await progressOf('a')).toEqual(before);
      expect(await progressOf('b')).toEqual(NEW_PROGRESS);
    });

    it('counts exactly one of the presses that come at once', async () => {
      const qualities = [1, 3, 4, 5, 1, 3, 4, 5] as const;
      const results = await Promise.all(qualities.map((quality) => world.review('a', 1, quality)));
      const recorded = results.filter((result) => result.status === 'recorded');
      const log = await reviews().history(world.workspace, ANA);
      expect(recorded).toHaveLength(1);
      expect(log).toHaveLength(1);
      expect(results.filter((result) => result.status === 'duplicate')).toEqual(
        Array.from({ length: 7 }, () => ({ status: 'duplicate', review: log[0] })),
      );
      expect(await progressOf('a')).toEqual(replay(log));
    });

    it('loses no review of one card among turns that come at once', async () => {
      await Promise.all([1, 2, 3, 4, 5, 6].map((turn) => world.review('a', turn, 5)));
      const log = await reviews().history(world.workspace, ANA);
      expect(log.map((review) => review.turn).sort()).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await progressOf('a')).toEqual(replay(log));
    });

    it.each([
      ['`decide` throws', 'a', ANA, SESSION],
      ['the card is unknown', 'missing', ANA, SESSION],
      ['the learner is unknown', 'a', LUIS, SESSION],
      ['the session is unknown', 'a', ANA, sessionId('missing')],
    ])('changes nothing where %s', async (reason, card, learner, session) => {
      const mistake = new Error('no decision');
      const record = reviews().record(world.request(card, 1, { learnerId: learner, sessionId: session }), () => {
        if (reason === '`decide` throws') throw mistake;
        return { quality: 4, on: TODAY, purpose: 'plan' };
      });
      await (reason === '`decide` throws' ? expect(record).rejects.toBe(mistake) : expect(record).rejects.toThrow());
      expect(await reviews().history(world.workspace, ANA)).toEqual([]);
      expect(await progressOf('a')).toEqual(NEW_PROGRESS);
      expect(await world.review('a', 1)).toMatchObject({ status: 'recorded' });
    });

    it('gives a session in order of turn and a history in the order it happened', async () => {
      const other = sessionId('other');
      await world.store.sessions.open(world.session({ id: other }));
      const decide = () => ({ quality: 4, on: TODAY, purpose: 'plan' }) as const;
      await reviews().record(world.request('a', 2), decide);
      await reviews().record(world.request('a', 1, { sessionId: other, at: NOW }), decide);
      await reviews().record(world.request('b', 1), decide);
      const turns = (log: readonly { turn: number; sessionId: string }[]) =>
        log.map((one) => `${one.sessionId} ${one.turn}`);
      expect(turns(await reviews().inSession(world.workspace, SESSION))).toEqual(['session 1', 'session 2']);
      expect(turns(await reviews().history(world.workspace, ANA))).toEqual(['session 2', 'other 1', 'session 1']);
    });

    describe('what a learner knows from elsewhere', () => {
      const answer = (day: number, quality: Quality, purpose: 'plan' | 'drill' = 'plan') => {
        const on = addDays(TODAY, day);
        return { quality, on, purpose, at: instant(Date.parse(`${on}T10:00:00Z`)) };
      };
      const typed = { ...answer(-18, 5), proof: 'typed' } as const;
      const log: ImportedProgress['log'] = [answer(-20, 4), answer(-19, 1), answer(-19, 4, 'drill'), typed];
      const amounts = (card: string) => {
        const progress = replay(log.map(({ at: _, ...one }) => ({ cardId: cardId(card), ...one })));
        if (progress.kind === 'new') throw new Error('nothing was answered');
        return progress;
      };
      const plan = {
        kind: 'reviewed',
        plan: { repetitions: 7, easeHundredths: 190, intervalDays: 90 },
        due: addDays(TODAY, 30),
        lastReviewedOn: addDays(TODAY, -60),
        reviews: 12,
        lapses: 2,
      } as const;
      const bring = (...cards: readonly ImportedProgress[]) =>
        reviews().restore({ workspaceId: world.workspace, learnerId: ANA, sessionId: SESSION, at: NOW, cards });
      const whole = (card: string): ImportedProgress => ({ cardId: cardId(card), log, progress: amounts(card) });
      const planOnly = (card: string): ImportedProgress => ({ cardId: cardId(card), log: [], progress: plan });

      it('is its answers where they amount to its plan', async () => {
        expect(await bring(whole('a'))).toEqual(['a']);
        expect(await progressOf('a')).toEqual(amounts('a'));
        const history = await reviews().history(world.workspace, ANA);
        const told = history.map(({ purpose, proof, at }) => [purpose, proof, at]);
        expect(told).toEqual(log.map(({ purpose, at, ...more }) => [purpose, more.proof ?? 'self', at]));
        expect(replay(history)).toEqual(amounts('a'));
      });

      it('is its plan where its answers say something else, or nothing', async () => {
        expect(await bring({ ...whole('a'), progress: plan }, planOnly('b'))).toEqual(['a', 'b']);
        const history = await reviews().history(world.workspace, ANA);
        for (const card of ['a', 'b']) {
          expect(await progressOf(card)).toEqual(plan);
          expect(replay(history.filter((entry) => entry.cardId === card))).toEqual(plan);
        }
        expect(history.at(-1)).toMatchObject({ purpose: 'restored', at: NOW, progress: plan });
        expect(await reviews().inSession(world.workspace, SESSION)).toHaveLength(log.length);
      });

      it('is what the next answer goes on from', async () => {
        await bring(planOnly('a'));
        const next = sessionId('next');
        await world.store.sessions.open(world.session({ id: next }));
        const decide = () => ({ quality: 4, on: TODAY, purpose: 'plan' }) as const;
        await reviews().record(world.request('a', 1, { sessionId: next }), decide);
        const progress = await progressOf('a');
        expect(progress).toMatchObject({ reviews: 13, plan: { repetitions: 8, intervalDays: 171 } });
        expect(replay(await reviews().history(world.workspace, ANA))).toEqual(progress);
      });

      it('never takes the place of what was learnt here', async () => {
        await world.review('a', 1, 4);
        const before = await progressOf('a');
        expect(await bring(planOnly('a'), planOnly('b'))).toEqual(['b']);
        expect(await progressOf('a')).toEqual(before);
        expect(await bring(planOnly('b'))).toEqual([]);
        expect(await reviews().history(world.workspace, ANA)).toHaveLength(2);
      });

      it('passes over cards that do not exist, and changes nothing for somebody unknown', async () => {
        expect(await bring(planOnly('missing'))).toEqual([]);
        const request = { workspaceId: world.workspace, sessionId: SESSION, at: NOW, cards: [planOnly('a')] };
        await expect(reviews().restore({ ...request, learnerId: LUIS })).rejects.toThrow();
        expect(await progressOf('a')).toEqual(NEW_PROGRESS);
      });

      it('counts on the board by its answers alone', async () => {
        await bring({ ...whole('a'), progress: plan });
        expect(await boards().countByLearner(world.workspace, addDays(TODAY, -100), TODAY)).toEqual([
          { learnerId: ANA, name: ANA, reviews: 3, known: 2 },
        ]);
        expect(await boards().daysReviewed(world.workspace, ANA, addDays(TODAY, -100))).toEqual(
          [-18, -19, -20].map((day) => addDays(TODAY, day)),
        );
      });

      it('keeps the order of a card’s answers, whatever their clocks said', async () => {
        const late = { ...answer(-20, 4), at: NOW };
        const twisted = [late, answer(-19, 1), answer(-18, 5)];
        const progress = replay(twisted.map(({ at: _, ...one }) => ({ cardId: cardId('a'), ...one })));
        if (progress.kind === 'new') throw new Error('nothing was answered');
        await bring({ cardId: cardId('a'), log: twisted, progress });
        expect(replay(await reviews().history(world.workspace, ANA))).toEqual(progress);
      });
    });

    it('counts the scheduled reviews of a range of dates, both ends included', async () => {
      await world.meet(LUIS);
      const luis = { learnerId: LUIS, sessionId: sessionId('luis') };
      await world.store.sessions.open(world.session({ id: luis.sessionId, learnerId: LUIS }));
      for (const [turn, days, quality] of [
        [1, -1, 4],
        [2, 0, 3],
        [3, 6, 5],
        [4, 7, 4],
      ] as const) {
        await world.review('a', turn, quality, addDays(TODAY, days));
      }
      const drill = () => ({ quality: 5, on: TODAY, purpose: 'drill' }) as const;
      await reviews().record(world.request('a', 5), drill);
      await reviews().record(world.request('a', 1, luis), drill);
      expect(await boards().countByLearner(world.workspace, TODAY, addDays(TODAY, 6))).toEqual([
        { learnerId: ANA, name: ANA, reviews: 2, known: 1 },
      ]);
    });

    it('tells the days with a scheduled review, each once, latest first', async () => {
      const days = () => boards().daysReviewed(world.workspace, ANA, addDays(TODAY, -3));
      expect(await days()).toEqual([]);
      const luis = { learnerId: LUIS, sessionId: sessionId('luis') };
      await world.meet(LUIS);
      await world.store.sessions.open(world.session({ id: luis.sessionId, learnerId: LUIS }));
      for (const [index, day] of [-4, -3, -1, 0, 0, 2, -1].entries()) {
        await world.review('a', index + 1, 4, addDays(TODAY, day));
      }
      const onDay = (day: number, purpose: 'plan' | 'drill') => () =>
        ({ quality: 5, on: addDays(TODAY, day), purpose }) as const;
      await reviews().record(world.request('a', 20), onDay(1, 'drill'));
      await reviews().record(world.request('a', 21), onDay(0, 'drill'));
      await reviews().record(world.request('a', 1, luis), onDay(-2, 'plan'));
      await reviews().record(world.request('a', 2, luis), onDay(5, 'plan'));
      expect(await days()).toEqual([2, 0, -1, -3].map((day) => addDays(TODAY, day)));
      expect(await boards().daysReviewed(world.workspace, ANA, addDays(TODAY, 3))).toEqual([]);
      expect(await boards().daysReviewed(world.workspace, LUIS, TODAY)).toEqual([addDays(TODAY, 5)]);
      const elsewhere = await createWorld(open());
      expect(await elsewhere.store.boards.daysReviewed(elsewhere.workspace, ANA, TODAY)).toEqual([]);
    });

    it('agrees with the replay of its log, whatever several learners do at once', async () => {
      const learners = ['x', 'y', 'z'].map((id) => learnerId(id));
      const cards = ['a', 'b', 'c'];
      const step = fc.record({
        card: fc.constantFrom(...cards),
        quality: fc.constantFrom<Quality>(0, 1, 2, 3, 4, 5),
        days: fc.integer({ min: 0, max: 40 }),
        purpose: fc.constantFrom<'plan' | 'drill'>('plan', 'plan', 'plan', 'drill'),
        repeats: fc.integer({ min: 1, max: 2 }),
      });
      const histories = fc.tuple(...learners.map(() => fc.array(step, { maxLength: 8 })));
      await fc.assert(
        fc.asyncProperty(histories, async (steps) => {
          const one = await createWorld(open());
          await one.store.decks.apply(one.workspace, aChange(cards), NOW);
          await Promise.all(learners.map((learner, index) => act(one, learner, steps[index] ?? [])));
          await Promise.all(learners.map((learner) => checkReplay(one, learner, cards)));
        }),
        { numRuns: 12 },
      );
    });
  });
}

type Step = {
  readonly card: string;
  readonly quality: Quality;
  readonly days: number;
  readonly purpose: 'plan' | 'drill';
  readonly repeats: number;
};

async function act(world: World, learner: LearnerId, steps: readonly Step[]): Promise<void> {
  await world.meet(learner);
  const id = sessionId(`session of ${learner}`);
  await world.store.sessions.open(world.session({ id, learnerId: learner }));
  let date = TODAY;
  for (const [index, { card, quality, days, purpose, repeats }] of steps.entries()) {
    date = addDays(date, days);
    const on = date;
    const press = () =>
      world.store.reviews.record(world.request(card, index + 1, { learnerId: learner, sessionId: id }), () => ({
        quality,
        on,
        purpose,
      }));
    await Promise.all(Array.from({ length: repeats }, press));
  }
}

async function checkReplay(world: World, learner: LearnerId, cards: readonly string[]): Promise<void> {
  const log = await world.store.reviews.history(world.workspace, learner);
  const stored = await world.store.progress.ofCards(world.workspace, learner, cardIds(...cards));
  for (const card of cardIds(...cards)) {
    expect(stored.get(card)).toEqual(replay(log.filter((review) => review.cardId === card)));
  }
}
