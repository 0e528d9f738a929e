import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/local-date.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { createWorld, minutesAfter, NOW, TODAY } from './world.js';

export function describeModels(open: () => OpenStore): void {
  describe('the budget of a model', () => {
    const LIMIT = 1_000;
    const worldBudget = async () => {
      const { workspace } = await createWorld(open());
      return { workspaceId: workspace, purpose: 'answers', on: TODAY } as const;
    };
    const usage = () => open().store.modelUsage;

    it('sets aside, settles, and says what is used', async () => {
      const budget = await worldBudget();
      expect(await usage().spending(budget)).toEqual({ used: 0, reserved: 0 });
      expect(await usage().reserve(budget, 600, LIMIT)).toBe('reserved');
      expect(await usage().reserve(budget, 401, LIMIT)).toBe('spent');
      expect(await usage().spending(budget)).toEqual({ used: 0, reserved: 600 });
      await usage().settle(budget, 600, 350);
      expect(await usage().spending(budget)).toEqual({ used: 350, reserved: 0 });
      expect(await usage().reserve(budget, 650, LIMIT)).toBe('reserved');
      expect(await usage().reserve(budget, 1, LIMIT)).toBe('spent');
    });

    it('refuses at once what passes the limit alone', async () => {
      const budget = await worldBudget();
      expect(await usage().reserve(budget, LIMIT + 1, LIMIT)).toBe('spent');
      expect(await usage().spending(budget)).toEqual({ used: 0, reserved: 0 });
    });

    it('is never passed, however many ask at once', async () => {
      const budget = await worldBudget();
      const results = await Promise.all(Array.from({ length: 40 }, () => usage().reserve(budget, 90, LIMIT)));
      expect(results.filter((result) => result === 'reserved')).toHaveLength(11);
      expect(await usage().spending(budget)).toEqual({ used: 0, reserved: 990 });
    });

    it('begins anew each day, for each purpose and for each workspace', async () => {
      const budget = await worldBudget();
      expect(await usage().reserve(budget, LIMIT, LIMIT)).toBe('reserved');
      const others = [
        { ...budget, on: addDays(TODAY, 1) },
        { ...budget, purpose: 'embeddings' } as const,
        await worldBudget(),
      ];
      for (const other of others) expect(await usage().reserve(other, LIMIT, LIMIT)).toBe('reserved');
    });
  });

  describe('vectors', () => {
    const vectors = () => open().store.vectors;
    const one = (hash: string, ...numbers: readonly number[]) => ({ hash, vector: Float32Array.from(numbers) });

    it('come back as they were, each model and workspace for itself', async () => {
      const [{ workspace }, other] = [await createWorld(open()), await createWorld(open())];
      const kept = [one('a', 0.1, -0.25, Number.MIN_VALUE), one('b', 1, 2, 3)];
      await vectors().put(workspace, 'ollama/small', kept, NOW);
      await vectors().put(workspace, 'ollama/large', [one('a', 9, 9)], NOW);
      expect(await vectors().load(workspace, 'ollama/small')).toEqual(kept);
      expect(await vectors().load(other.workspace, 'ollama/small')).toEqual([]);
    });

    it('are made once, also when two replicas make them', async () => {
      const { workspace } = await createWorld(open());
      const many = Array.from({ length: 450 }, (_, n) => one(String(n).padStart(4, '0'), n, 1));
      await Promise.all([1, 2].map(() => vectors().put(workspace, 'm', many, NOW)));
      expect(await vectors().load(workspace, 'm')).toEqual(many);
    });

    it('go when their texts are gone for a while', async () => {
      const { workspace } = await createWorld(open());
      await vectors().put(workspace, 'm', [one('old', 1), one('kept', 1)], NOW);
      await vectors().put(workspace, 'm', [one('new', 1)], minutesAfter(5));
      await vectors().prune(workspace, 'm', ['kept'], minutesAfter(1));
      expect((await vectors().load(workspace, 'm')).map(({ hash }) => hash)).toEqual(['kept', 'new']);
      await vectors().prune(workspace, 'm', [], minutesAfter(9));
      expect(await vectors().load(workspace, 'm')).toEqual([]);
    });
  });
}
