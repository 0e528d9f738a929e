import { beforeEach, describe, expect, it } from 'vitest';
import type { DailyPreference } from '../../../src/core/daily.js';
import { deckId, learnerId, sessionId, workspaceId } from '../../../src/core/ids.js';
import { addDays, type Instant, instant, type LocalDate } from '../../../src/core/local-date.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import {
  ANA,
  aChange,
  cardIds,
  createWorld,
  DOCKER,
  LUIS,
  minutesAfter,
  NOW,
  SESSION,
  TODAY,
  type World,
} from './world.js';

function at(hour: number, minute = 0, from: LocalDate | null = null): DailyPreference {
  return { kind: 'on', hour, minute, from };
}

export function describeWorkspaces(open: () => OpenStore): void {
  describe('workspaces', () => {
    it('says who made a workspace, whoever comes at the same time', async () => {
      const id = workspaceId('web:race');
      const ensure = () => open().store.workspaces.ensure(id, 'web', NOW);
      const answers = await Promise.all([ensure(), ensure(), ensure()]);
      expect(answers.sort()).toEqual(['created', 'known', 'known']);
      expect(await ensure()).toBe('known');
      expect((await open().store.workspaces.list()).filter((workspace) => workspace.id === id)).toEqual([
        { id, platform: 'web' },
      ]);
    });
  });
}

export function describeLearners(open: () => OpenStore): void {
  describe('learners', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
    });
    const learners = () => world.store.learners;

    it('keeps a learner as first met', async () => {
      const ana = world.learner(ANA, { daily: at(0), destination: { id: 'x', n: [1, null] } });
      expect(await learners().get(world.workspace, ANA)).toBeNull();
      expect(await learners().ensure(ana, NOW)).toEqual(ana);
      expect(await learners().ensure({ ...ana, name: 'Other', language: 'en' }, NOW)).toEqual(ana);
      expect(await learners().get(world.workspace, ANA)).toEqual(ana);
    });

    it('makes one learner where several meet at once', async () => {
      const names = ['A', 'B', 'C', 'D'];
      const met = await Promise.all(names.map((name) => learners().ensure(world.learner(ANA, { name }), NOW)));
      expect(new Set(met.map((learner) => learner.name)).size).toBe(1);
    });

    it.each([
      [{ name: 'Anna' }],
      [{ language: 'en' as const }],
      [{ timeZone: 'America/Argentina/Buenos_Aires' }],
      [{ timeZoneFrom: 'person' as const }],
      [{ daily: at(23, 59) }],
      [{ destination: { platform: 'web', kind: 'direct', id: 'ana' } }],
      [{ destination: 'plain' }],
      [{ destination: null, name: 'Anna' }],
      [{}],
    ])('changes %j and nothing else', async (patch) => {
      const ana = await world.meet(ANA, { daily: at(7), destination: { a: 1 } });
      await world.meet(LUIS);
      expect(await learners().update(world.workspace, ANA, patch)).toEqual({ ...ana, ...patch });
      expect(await learners().get(world.workspace, ANA)).toEqual({ ...ana, ...patch });
      expect(await learners().get(world.workspace, LUIS)).toEqual(world.learner(LUIS));
    });

    it.each([
      [{ newPerDay: 0 }],
      [{ reviewsPerDay: 50 }],
      [{ perSession: null }],
      [{ newPerDay: 50, reviewsPerDay: null, perSession: 5 }],
    ])('changes the limits %j and leaves the others', async (limits) => {
      const ana = await world.meet(ANA, { limits: { newPerDay: 5, reviewsPerDay: 20, perSession: 10 } });
      const changed = { ...ana, limits: { ...ana.limits, ...limits } };
      expect(await learners().update(world.workspace, ANA, { limits })).toEqual(changed);
      expect(await learners().get(world.workspace, ANA)).toEqual(changed);
    });

    it('keeps what two devices change at once', async () => {
      const ana = await world.meet();
      const patches = [{ limits: { newPerDay: 30 } }, { limits: { perSession: 5 } }];
      await Promise.all(patches.map((patch) => learners().update(world.workspace, ANA, patch)));
      expect((await learners().get(world.workspace, ANA))?.limits).toEqual({
        ...ana.limits,
        newPerDay: 30,
        perSession: 5,
      });
    });

    it.each([
      [{ newPerDay: -1 }],
      [{ newPerDay: 1_001 }],
      [{ reviewsPerDay: 0 }],
      [{ perSession: 0 }],
      [{ perSession: 201 }],
    ])('refuses the limit %j, which nobody can keep', async (limits) => {
      await world.meet();
      await expect(learners().update(world.workspace, ANA, { limits })).rejects.toThrow();
    });

    it('switches the daily message off', async () => {
      await world.meet(ANA, { daily: at(7) });
      const changed = await learners().update(world.workspace, ANA, { daily: { kind: 'off' } });
      expect(changed?.daily).toEqual({ kind: 'off' });
    });

    it('changes nobody where there is nobody', async () => {
      expect(await learners().update(world.workspace, ANA, { name: 'X' })).toBeNull();
      expect(await learners().update(world.workspace, ANA, {})).toBeNull();
    });

    it('refuses a time that no clock shows', async () => {
      await expect(world.meet(ANA, { daily: at(24) })).rejects.toThrow();
      await expect(world.meet(ANA, { daily: at(23, 60) })).rejects.toThrow();
    });

    it.each(['assumed', 'platform', 'person'] as const)('remembers that a time zone is %s', async (timeZoneFrom) => {
      await world.meet(ANA, { timeZoneFrom });
      expect((await learners().get(world.workspace, ANA))?.timeZoneFrom).toBe(timeZoneFrom);
    });

    it('finds the workspaces of a person on a platform, the one they came to last first', async () => {
      const person = learnerId('wanderer');
      const join = async (platform: string, minute: number, id = person) => {
        const { workspace } = await createWorld(open(), platform);
        await learners().ensure({ ...world.learner(id), workspaceId: workspace }, minutesAfter(minute));
        return workspace;
      };
      const first = await join('discord', 1);
      const last = await join('discord', 3);
      const middle = await join('discord', 2);
      const elsewhere = await join('slack', 4);
      await join('discord', 5, LUIS);
      expect(await learners().homesOf('discord', person)).toEqual([last, middle, first]);
      expect(await learners().homesOf('slack', person)).toEqual([elsewhere]);
      expect(await learners().homesOf('discord', learnerId('nobody'))).toEqual([]);
    });

    async function awaiting(at: Instant, limit = 1_000): Promise<readonly string[]> {
      const found = await learners().awaitingDaily(at, limit);
      return found.filter((learner) => learner.workspaceId === world.workspace).map((learner) => learner.id);
    }

    it.each([
      ['reached', 'Europe/Madrid', 10, 0, true],
      ['passed', 'Europe/Madrid', 3, 59, true],
      ['not reached by a minute', 'Europe/Madrid', 10, 1, false],
      ['not reached', 'Europe/Madrid', 11, 0, false],
      ['reached far east, on the same day', 'Pacific/Auckland', 22, 0, true],
      ['not reached in half-hour zones', 'Asia/Kolkata', 14, 31, false],
      ['reached in half-hour zones', 'Asia/Kolkata', 14, 30, true],
      ['reached in zones of three quarters', 'Asia/Kathmandu', 14, 45, true],
      ['not reached in zones of three quarters', 'Asia/Kathmandu', 14, 46, false],
      ['not reached far west, where it is still night', 'America/Los_Angeles', 2, 0, false],
      ['reached at midnight', 'UTC', 0, 0, true],
    ])('tells whose time is %s: %s at %i:%i', async (_, timeZone, hour, minute, expected) => {
      await world.meet(ANA, { timeZone, daily: at(hour, minute) });
      expect(await awaiting(NOW)).toEqual(expected ? [ANA] : []);
    });

    it('goes by the wall clock on the day that summer time begins', async () => {
      await world.meet(ANA, { daily: at(3) });
      const lastWinterMinute = Date.UTC(2026, 2, 29, 0, 59);
      expect(await awaiting(instant(lastWinterMinute))).toEqual([]);
      expect(await awaiting(instant(lastWinterMinute + 60_000))).toEqual([ANA]);
    });

    it('waits for the first date that is wanted', async () => {
      await world.meet(ANA, { daily: at(0, 0, addDays(TODAY, 1)) });
      expect(await awaiting(NOW)).toEqual([]);
      expect(await awaiting(minutesAfter(24 * 60))).toEqual([ANA]);
      await learners().update(world.workspace, ANA, { daily: at(0, 0, TODAY) });
      expect(await awaiting(NOW)).toEqual([ANA]);
    });

    it('knows no first date once it was off', async () => {
      await world.meet(ANA, { daily: at(7, 30, addDays(TODAY, 9)) });
      await learners().update(world.workspace, ANA, { daily: { kind: 'off' } });
      const on = await learners().update(world.workspace, ANA, { daily: at(0) });
      expect(on?.daily).toEqual(at(0));
    });

    it('leaves out who wants none, and who has a delivery for their own date', async () => {
      await world.meet(ANA, { daily: at(0) });
      await world.meet(LUIS);
      const delivery = { workspaceId: world.workspace, learnerId: ANA, sessionId: SESSION };
      await world.store.deliveries.claim({ ...delivery, on: addDays(TODAY, -1) }, NOW, minutesAfter(5));
      expect(await awaiting(NOW)).toEqual([ANA]);
      await world.store.deliveries.claim({ ...delivery, on: TODAY }, NOW, minutesAfter(5));
      expect(await awaiting(NOW)).toEqual([]);
      expect(await awaiting(minutesAfter(24 * 60))).toEqual([ANA]);
    });

    it('is not stopped by a time zone that nobody knows', async () => {
      await world.meet(LUIS, { timeZone: 'Mars/Olympus', daily: at(0) });
      await world.meet(ANA, { daily: at(0) });
      expect(await awaiting(NOW)).toEqual([ANA]);
    });

    it('gives the oldest learners first, and no more than asked', async () => {
      const daily = at(0);
      const early = instant(Date.UTC(2001, 0, 1));
      const ids = ['c', 'a', 'b'].map((id) => learnerId(id));
      for (const [index, id] of ids.entries()) {
        await learners().ensure(world.learner(id, { daily }), instant(early + index));
      }
      expect(await awaiting(NOW)).toEqual(ids);
      expect(await awaiting(NOW, 2)).toEqual(['c', 'a']);
      for (const id of ids) await learners().update(world.workspace, id, { daily: { kind: 'off' } });
    });
  });
}

export function describeSessions(open: () => OpenStore): void {
  describe('sessions', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
      await world.meet(ANA);
      await world.meet(LUIS);
      await world.store.decks.apply(world.workspace, aChange(['a', 'b', 'c']), NOW);
    });
    const sessions = () => world.store.sessions;

    it('keeps a session with its plan in order', async () => {
      const session = world.session({ plan: cardIds('c', 'a', 'b'), deckId: DOCKER, kind: 'quiz' });
      await sessions().open(session);
      expect(await sessions().get(world.workspace, SESSION)).toEqual(session);
      expect(await sessions().get(world.workspace, sessionId('none'))).toBeNull();
    });

    it('leaves a session of that id as it is', async () => {
      await sessions().open(world.session({ plan: cardIds('a') }));
      await sessions().open(world.session({ plan: cardIds('b'), learnerId: LUIS }));
      expect(await sessions().get(world.workspace, SESSION)).toEqual(world.session({ plan: cardIds('a') }));
    });

    it('keeps the first end', async () => {
      await sessions().open(world.session());
      await sessions().close(world.workspace, SESSION, minutesAfter(5));
      await sessions().close(world.workspace, SESSION, minutesAfter(9));
      expect((await sessions().get(world.workspace, SESSION))?.endedAt).toBe(minutesAfter(5));
    });

    it('finds the latest open session of the learner, the date and the deck', async () => {
      const open = (id: string, change: Partial<ReturnType<typeof world.session>>) =>
        sessions().open(world.session({ id: sessionId(id), ...change }));
      await open('all-1', {});
      await open('all-2', { startedAt: minutesAfter(1) });
      await open('ended', { startedAt: minutesAfter(2) });
      await open('docker', { startedAt: minutesAfter(3), deckId: DOCKER });
      await open('luis', { startedAt: minutesAfter(4), learnerId: LUIS });
      await open('yesterday', { startedAt: minutesAfter(5), startedOn: addDays(TODAY, -1) });
      await open('quiz', { startedAt: minutesAfter(6), kind: 'quiz' });
      await open('quiz-docker', { startedAt: minutesAfter(6), kind: 'quiz', deckId: DOCKER });
      await sessions().close(world.workspace, sessionId('ended'), minutesAfter(6));
      const current = async (deck: typeof DOCKER | null, on = TODAY) =>
        (await sessions().current(world.workspace, ANA, on, deck))?.id ?? null;
      expect(await current(null)).toBe('all-2');
      expect(await current(DOCKER)).toBe('docker');
      expect(await current(deckId('other'))).toBeNull();
      expect(await current(null, addDays(TODAY, -1))).toBe('yesterday');
      expect(await current(null, addDays(TODAY, 1))).toBeNull();
    });

    it('begins one review where several begin at once, and finds it again by its own id', async () => {
      const wish = (id: string, change: Partial<ReturnType<typeof world.session>> = {}) =>
        sessions().begin(world.session({ id: sessionId(id), plan: cardIds('a'), ...change }));
      const stands = await Promise.all(['one', 'two', 'three', 'one'].map((id) => wish(id)));
      expect(new Set(stands.map(({ id }) => id)).size).toBe(1);
      const [first] = stands;
      expect(await sessions().get(world.workspace, first!.id)).toEqual(first);
      expect(await wish('other', { deckId: DOCKER })).toMatchObject({ id: 'other' });
      expect(await wish('other', { plan: cardIds('b') })).toMatchObject({ id: 'other', plan: cardIds('a') });
      expect(await wish('luis', { learnerId: LUIS })).toMatchObject({ id: 'luis' });
      expect(await wish('quiz', { kind: 'quiz' })).toMatchObject({ id: 'quiz' });
      expect(await wish('tomorrow', { startedOn: addDays(TODAY, 1) })).toMatchObject({ id: 'tomorrow' });
      await sessions().close(world.workspace, first!.id, minutesAfter(1));
      expect(await wish('next')).toMatchObject({ id: 'next', endedAt: null });
    });

    it('ends all open reviews of a learner’s day at once, and nothing else', async () => {
      const open = (id: string, change: Partial<ReturnType<typeof world.session>> = {}) =>
        sessions().open(world.session({ id: sessionId(id), ...change }));
      await open('all');
      await open('docker', { deckId: DOCKER });
      await open('quiz', { kind: 'quiz' });
      await open('luis', { learnerId: LUIS });
      await open('yesterday', { startedOn: addDays(TODAY, -1) });
      await open('ended');
      await sessions().close(world.workspace, sessionId('ended'), minutesAfter(1));
      await sessions().closeReviews(world.workspace, ANA, TODAY, minutesAfter(2));
      const ends = await Promise.all(
        ['all', 'docker', 'quiz', 'luis', 'yesterday', 'ended'].map(
          async (id) => (await sessions().get(world.workspace, sessionId(id)))?.endedAt,
        ),
      );
      expect(ends).toEqual([minutesAfter(2), minutesAfter(2), null, null, null, minutesAfter(1)]);
    });
  });
}
