import { beforeEach, describe, expect, it } from 'vitest';
import { passageId, questionId } from '../../../src/core/ids.js';
import { FORGOTTEN_DAYS, MOST_ALIASES } from '../../../src/store/interfaces/aliases.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { ANA, createWorld, LUIS, minutesAfter, NOW } from './world.js';

const HELM = questionId('helm');
const LAYERS = questionId('layers');
const PASSAGE = passageId('layers');

export function describeQuestions(open: () => OpenStore): void {
  describe('questions', () => {
    let world: Awaited<ReturnType<typeof createWorld>>;
    beforeEach(async () => {
      world = await createWorld(open());
      await Promise.all([ANA, LUIS].map((who) => world.meet(who)));
    });
    const questions = () => open().store.questions;
    const miss = (who = ANA, id = HELM, minutes = 0) =>
      questions().note(world.workspace, who, { id, text: 'helm?', passageId: null }, minutesAfter(minutes));
    const find = (who = ANA, id = LAYERS) =>
      questions().note(world.workspace, who, { id, text: 'layers?', passageId: PASSAGE }, NOW);
    const gaps = () => world.store.gaps.open(world.workspace, 10);
    const dropped = { gap: 'dropped' } as const;

    it('count what was missed, know who asked to be told, and keep the first words', async () => {
      await Promise.all([miss(), miss(), miss(LUIS), find()]);
      const gap = { id: HELM, text: 'helm?', missed: 3, wanting: [], unhelped: [], isRaised: false };
      expect(await gaps()).toEqual([gap]);
      await world.store.waiters.wantMessage(world.workspace, LUIS, HELM, NOW);
      expect(await gaps()).toMatchObject([{ id: HELM, wanting: [LUIS] }]);
      expect(await questions().get(world.workspace, LAYERS)).toEqual({
        id: LAYERS,
        text: 'layers?',
        passageId: PASSAGE,
        gap: 'none',
      });
      expect((await createWorld(open())).workspace).not.toBe(world.workspace);
    });

    it('open no gap where nothing is lacking, until somebody wants to be told', async () => {
      const { workspace, store } = world;
      const asked = { id: HELM, text: 'tower', passageId: null, isGap: false };
      await questions().note(workspace, ANA, asked, NOW);
      expect(await gaps()).toEqual([]);
      expect(await store.waiters.waitingOf(workspace, ANA, 5)).toEqual([]);
      await store.waiters.wantMessage(workspace, ANA, HELM, NOW);
      expect(await gaps()).toMatchObject([{ id: HELM, missed: 0, wanting: [ANA] }]);
    });

    it('open a gap where what is near is no answer', async () => {
      await questions().note(world.workspace, ANA, { id: HELM, text: 'helm?', passageId: PASSAGE, isGap: true }, NOW);
      expect(await gaps()).toMatchObject([{ id: HELM, missed: 1 }]);
    });

    it('are raised once, together, as long as they are open', async () => {
      const { workspace, store } = world;
      await Promise.all([miss(), miss(LUIS, LAYERS)]);
      const raise = (...ids: (typeof HELM)[]) => store.raisedGaps.raise(workspace, ids, NOW);
      expect((await Promise.all([raise(HELM, LAYERS), raise(HELM, LAYERS)])).sort()).toEqual(['known', 'raised']);
      await miss();
      expect((await gaps()).map(({ isRaised }) => isRaised)).toEqual([true, true]);
      await store.gaps.settle(workspace, [HELM], dropped);
      expect(await raise(HELM)).toBe('known');
    });

    it('tell in which workspaces something was asked in vain since then', async () => {
      await miss(ANA, HELM, 5);
      const other = await createWorld(open());
      await other.meet(ANA);
      await questions().note(other.workspace, ANA, { id: LAYERS, text: 'layers?', passageId: PASSAGE }, NOW);
      const since = async (minutes: number) => world.store.raisedGaps.askedSince(minutesAfter(minutes));
      expect(await since(5)).toContain(world.workspace);
      expect(await since(6)).not.toContain(world.workspace);
      expect(await since(0)).not.toContain(other.workspace);
    });

    it('put first what people want to be told of, then what was missed most often', async () => {
      await Promise.all([miss(), miss(), miss(ANA, LAYERS), miss(ANA, questionId('once'))]);
      await world.store.waiters.wantMessage(world.workspace, ANA, LAYERS, NOW);
      expect((await gaps()).map(({ id }) => id)).toEqual([LAYERS, HELM, 'once']);
      expect((await world.store.gaps.open(world.workspace, 1)).map(({ id }) => id)).toEqual([LAYERS]);
    });

    it('are settled once, and open again when they are missed again, unless they were dropped', async () => {
      await miss();
      const answer = { gap: 'answered', passageId: PASSAGE } as const;
      const settled = await Promise.all([1, 2].map(() => world.store.gaps.settle(world.workspace, [HELM], answer)));
      expect(settled.sort()).toEqual(['known', 'settled']);
      await miss(LUIS);
      expect(await gaps()).toHaveLength(1);
      await world.store.gaps.settle(world.workspace, [HELM], dropped);
      await miss();
      expect(await gaps()).toEqual([]);
      expect(await world.store.waiters.waitingOf(world.workspace, ANA, 5)).toEqual([]);
    });

    it('are settled together, each that is still open', async () => {
      await Promise.all([miss(), miss(LUIS, LAYERS)]);
      const answer = { gap: 'answered', passageId: PASSAGE } as const;
      expect(await world.store.gaps.settle(world.workspace, [HELM], dropped)).toBe('settled');
      expect(await world.store.gaps.settle(world.workspace, [HELM, LAYERS], answer)).toBe('settled');
      expect(await questions().get(world.workspace, HELM)).toMatchObject({ gap: 'dropped' });
      expect(await questions().get(world.workspace, LAYERS)).toMatchObject({ gap: 'answered', passageId: PASSAGE });
      expect(await world.store.gaps.settle(world.workspace, [], answer)).toBe('known');
    });

    it('are put back with everybody who waited, once', async () => {
      await miss();
      await world.store.waiters.wantMessage(world.workspace, ANA, HELM, NOW);
      await world.store.gaps.settle(world.workspace, [HELM], dropped);
      const wanting = async () =>
        (await world.store.waiters.awaitingMessage(1_000)).filter((one) => one.workspaceId === world.workspace);
      expect(await wanting()).toEqual([]);
      expect(await world.store.gaps.dropped(world.workspace, 5)).toEqual([{ id: HELM, text: 'helm?' }]);
      const reopened = await Promise.all([1, 2].map(() => world.store.gaps.reopen(world.workspace, [HELM])));
      expect(reopened.sort()).toEqual(['known', 'open']);
      expect(await gaps()).toMatchObject([{ id: HELM, wanting: [ANA] }]);
      expect(await wanting()).toHaveLength(1);
      expect(await world.store.gaps.dropped(world.workspace, 5)).toEqual([]);
    });

    it('are told to each person once', async () => {
      await Promise.all([miss(), miss(LUIS)]);
      expect(await world.store.waiters.waitingOf(world.workspace, ANA, 5)).toMatchObject([
        { workspaceId: world.workspace, learnerId: ANA, unhelped: false, question: { id: HELM, gap: 'open' } },
      ]);
      const told = await Promise.all([1, 2, 3].map(() => world.store.waiters.stopWaiting(world.workspace, ANA, HELM)));
      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await world.store.waiters.waitingOf(world.workspace, ANA, 5)).toEqual([]);
      expect(await world.store.waiters.waitingOf(world.workspace, LUIS, 5)).toHaveLength(1);
    });

    it('hear each person’s last word on an answer, and know whom to write to', async () => {
      await find();
      for (const helped of [false, false]) {
        expect(await questions().rate(world.workspace, ANA, LAYERS, helped, NOW)).toBe('rated');
      }
      expect(await gaps()).toEqual([
        { id: LAYERS, text: 'layers?', missed: 0, wanting: [], unhelped: [ANA], isRaised: false },
      ]);
      expect(await world.store.waiters.wantMessage(world.workspace, LUIS, LAYERS, NOW)).toBe('noted');
      const wanting = (await world.store.waiters.awaitingMessage(1_000)).filter(
        (one) => one.workspaceId === world.workspace,
      );
      expect(wanting.map(({ learnerId }) => learnerId)).toEqual([LUIS]);
      await questions().rate(world.workspace, ANA, LAYERS, true, NOW);
      expect(await gaps()).toMatchObject([{ wanting: [LUIS], unhelped: [] }]);
      expect(await questions().rate(world.workspace, ANA, HELM, true, NOW)).toBe('gone');
      expect(await world.store.waiters.wantMessage(world.workspace, ANA, HELM, NOW)).toBe('gone');
    });

    it('tell what is asked most, and forget what nobody has asked since', async () => {
      await Promise.all([find(), find(LUIS), miss(ANA, HELM, 60)]);
      expect([...(await questions().askCounts(world.workspace, 5))]).toEqual([[PASSAGE, 2]]);
      await questions().forget(minutesAfter(30));
      expect(await questions().get(world.workspace, LAYERS)).toBeNull();
      expect(await gaps()).toHaveLength(1);
      await questions().forget(minutesAfter(90));
      expect(await world.store.waiters.waitingOf(world.workspace, ANA, 5)).toEqual([]);
    });
  });

  describe('aliases', () => {
    it('are taught once a name, each workspace for itself, and taken back', async () => {
      const { aliases } = open().store;
      const [{ workspace }, other] = [await createWorld(open()), await createWorld(open())];
      await aliases.teach(workspace, { alias: 'Prom', meaning: 'Prometheus' }, NOW);
      expect(await aliases.teach(workspace, { alias: 'próm ', meaning: 'Promitius' }, NOW)).toBe('taught');
      expect(await aliases.list(workspace)).toEqual([{ alias: 'próm ', meaning: 'Promitius' }]);
      expect(await aliases.list(other.workspace)).toEqual([]);
      expect(await aliases.forget(workspace, 'PROM', NOW)).toBe('forgotten');
      expect(await aliases.forget(workspace, 'PROM', NOW)).toBe('unknown');
    });

    it('that were taken back are put back with the meaning that they had, as long as nobody taught them anew', async () => {
      const { aliases } = open().store;
      const [{ workspace }, other] = [await createWorld(open()), await createWorld(open())];
      const prom = { alias: 'Prom', meaning: 'Prometheus' };
      await aliases.teach(workspace, prom, NOW);
      expect(await aliases.restore(workspace, 'prom')).toBe('unknown');
      await aliases.forget(workspace, 'prom', NOW);
      expect([await aliases.list(workspace), await aliases.forgotten(workspace)]).toEqual([[], [prom]]);
      expect(await aliases.restore(other.workspace, 'prom')).toBe('unknown');
      expect((await Promise.all([1, 2].map(() => aliases.restore(workspace, 'próm')))).sort()).toEqual([
        'restored',
        'unknown',
      ]);
      expect([await aliases.list(workspace), await aliases.forgotten(workspace)]).toEqual([[prom], []]);
      await aliases.forget(workspace, 'prom', NOW);
      const anew = { alias: 'prom', meaning: 'Promitius' };
      await aliases.teach(workspace, anew, NOW);
      expect(await aliases.restore(workspace, 'prom')).toBe('unknown');
      expect(await aliases.list(workspace)).toEqual([anew]);
    });

    it('that were taken back are kept for a while only', async () => {
      const { aliases } = open().store;
      const { workspace } = await createWorld(open());
      for (const alias of ['a', 'b']) await aliases.teach(workspace, { alias, meaning: 'c' }, NOW);
      await aliases.forget(workspace, 'a', NOW);
      await aliases.forget(workspace, 'b', minutesAfter((FORGOTTEN_DAYS + 1) * 24 * 60));
      expect(await aliases.forgotten(workspace)).toEqual([{ alias: 'b', meaning: 'c' }]);
    });

    it('are bounded', async () => {
      const { aliases } = open().store;
      const { workspace } = await createWorld(open());
      for (let i = 0; i < MOST_ALIASES; i += 1) await aliases.teach(workspace, { alias: `a${i}`, meaning: 'b' }, NOW);
      expect(await aliases.teach(workspace, { alias: 'one more', meaning: 'b' }, NOW)).toBe('full');
      expect(await aliases.teach(workspace, { alias: 'a7', meaning: 'c' }, NOW)).toBe('taught');
      expect(await aliases.list(workspace)).toHaveLength(MOST_ALIASES);
      await aliases.forget(workspace, 'a7', NOW);
      await aliases.teach(workspace, { alias: 'one more', meaning: 'b' }, NOW);
      expect(await aliases.teach(workspace, { alias: 'a7', meaning: 'c' }, NOW)).toBe('full');
      expect(await aliases.restore(workspace, 'a7')).toBe('full');
      expect(await aliases.list(workspace)).toHaveLength(MOST_ALIASES);
    });
  });
}

export function describeConversations(open: () => OpenStore): void {
  describe('conversations', () => {
    it('keep their latest topic, each its own, for a while', async () => {
      const [world, other] = await Promise.all([createWorld(open()), createWorld(open())]);
      const { conversations } = open().store;
      const topic = (subject: string, minutes: number) =>
        ({ subject, question: `what is ${subject}?`, by: ANA, at: minutesAfter(minutes) }) as const;
      expect(await conversations.topic(world.workspace, 'c1')).toBeNull();
      await conversations.keepTopic(world.workspace, 'c1', topic('docker', 0));
      await conversations.keepTopic(world.workspace, 'c1', topic('layers', 2));
      await conversations.keepTopic(world.workspace, 'c2', topic('pods', 1));
      expect(await conversations.topic(world.workspace, 'c1')).toEqual(topic('layers', 2));
      expect(await conversations.topic(other.workspace, 'c1')).toBeNull();
      await conversations.forget(minutesAfter(2));
      expect(await conversations.topic(world.workspace, 'c1')).not.toBeNull();
      expect(await conversations.topic(world.workspace, 'c2')).toBeNull();
    });
  });
}
