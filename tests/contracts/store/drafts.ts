import { beforeEach, describe, expect, it } from 'vitest';
import { draftId, learnerId } from '../../../src/core/ids.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { ANA, createWorld, LUIS, minutesAfter, NOW } from './world.js';

export function describeDrafts(open: () => OpenStore): void {
  describe('drafts', () => {
    let world: Awaited<ReturnType<typeof createWorld>>;
    beforeEach(async () => {
      world = await createWorld(open());
    });
    const drafts = () => open().store.drafts;
    const draft = (id: string, minutes: number, kind: 'import' | 'card' = 'card') =>
      ({ id: draftId(id), kind, payload: { text: `${id} \ud83d` }, by: ANA, madeAt: minutesAfter(minutes) }) as const;

    it('wait in the order in which they came, each kind by itself, with what was kept as it was', async () => {
      await drafts().put(world.workspace, draft('b', 2));
      await drafts().put(world.workspace, draft('a', 1));
      await drafts().put(world.workspace, draft('n', 0, 'import'));
      expect((await drafts().waiting(world.workspace, 'card', 10)).map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await drafts().waiting(world.workspace, 'card', 1)).map(({ id }) => id)).toEqual(['a']);
      expect(await drafts().countWaiting(world.workspace, 'card')).toBe(2);
      expect(await drafts().get(world.workspace, draftId('n'))).toEqual({
        ...draft('n', 0, 'import'),
        choices: null,
        decision: null,
      });
      expect(await drafts().get(world.workspace, draftId('nobody'))).toBeNull();
    });

    it('are decided once, whoever decides at the same time', async () => {
      await drafts().put(world.workspace, draft('x', 1));
      const decide = (by: string) => drafts().decide(world.workspace, draftId('x'), 'accepted', learnerId(by), NOW);
      const results = await Promise.all(['ana', 'ben', 'cai'].map(decide));
      expect(results.filter((result) => result === 'decided')).toHaveLength(1);
      expect(await drafts().countWaiting(world.workspace, 'card')).toBe(0);
      expect((await drafts().get(world.workspace, draftId('x')))?.decision).toBe('accepted');
    });

    it('that were dropped wait again in their place, once, and can be decided anew', async () => {
      for (const id of ['a', 'b']) await drafts().put(world.workspace, draft(id, id === 'a' ? 1 : 2));
      const restore = (id: string) => drafts().restore(world.workspace, draftId(id));
      expect(await restore('a')).toBe('known');
      await drafts().decide(world.workspace, draftId('a'), 'dropped', ANA, NOW);
      expect((await Promise.all([restore('a'), restore('a')])).sort()).toEqual(['known', 'restored']);
      expect((await drafts().waiting(world.workspace, 'card', 10)).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await drafts().decide(world.workspace, draftId('a'), 'accepted', ANA, NOW)).toBe('decided');
      expect([await restore('a'), await restore('nobody')]).toEqual(['known', 'known']);
      expect((await drafts().get(world.workspace, draftId('a')))?.decision).toBe('accepted');
    });

    it('keep what is said of their parts while they wait, whoever speaks at the same time', async () => {
      await drafts().put(world.workspace, draft('x', 1));
      const said = (part: string, is: unknown) => drafts().choose(world.workspace, draftId('x'), { [part]: is });
      await Promise.all(['a', 'b', 'c'].map((part) => said(part, { kind: 'new' })));
      expect(await said('a', { kind: 'same', card: 'k' })).toBe('kept');
      await said('b', null);
      const { choices } = (await drafts().get(world.workspace, draftId('x')))!;
      expect(choices).toEqual({ a: { kind: 'same', card: 'k' }, b: null, c: { kind: 'new' } });
      await drafts().decide(world.workspace, draftId('x'), 'dropped', ANA, NOW);
      expect(await said('c', null)).toBe('known');
      expect((await drafts().get(world.workspace, draftId('x')))?.choices).toEqual(choices);
    });
  });
}

export function describeEditors(open: () => OpenStore): void {
  describe('editors', () => {
    it('are named once, each workspace for itself, and taken off again', async () => {
      const { editors } = open().store;
      const [world, other] = [await createWorld(open()), await createWorld(open())];
      for (const { meet } of [world, other]) await Promise.all([meet(ANA), meet(LUIS)]);
      await Promise.all([1, 2, 3].map(() => editors.add(world.workspace, LUIS, ANA, NOW)));
      expect(await editors.list(world.workspace)).toEqual([LUIS]);
      expect(await editors.has(world.workspace, LUIS)).toBe(true);
      expect(await editors.has(other.workspace, LUIS)).toBe(false);
      await editors.remove(world.workspace, LUIS);
      expect(await editors.list(world.workspace)).toEqual([]);
      expect((await world.store.learners.list(world.workspace, 10)).map(({ id }) => id)).toEqual([ANA, LUIS]);
    });

    it('look after the notes together with who has managed the place of late, by name', async () => {
      const { editors, learners } = open().store;
      const [world, other] = [await createWorld(open()), await createWorld(open())];
      const managers = { managedAt: NOW };
      await Promise.all([world.meet(ANA, managers), world.meet(LUIS), other.meet(LUIS, managers)]);
      const keepers = async (since: typeof NOW) => (await editors.keepers(world.workspace, since)).map(({ id }) => id);
      expect(await keepers(NOW)).toEqual([ANA]);
      expect(await keepers(minutesAfter(1))).toEqual([]);
      await editors.add(world.workspace, LUIS, ANA, NOW);
      expect(await keepers(NOW)).toEqual([ANA, LUIS]);
      expect((await learners.named(world.workspace, [LUIS, ANA])).map(({ id }) => id)).toEqual([ANA, LUIS]);
      expect(await learners.named(world.workspace, [])).toEqual([]);
      expect((await learners.update(world.workspace, LUIS, managers))?.managedAt).toBe(NOW);
    });
  });
}
