import { describe, expect, it } from 'vitest';
import { inBatches } from '../../src/store/in-batches.js';

function gate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('what goes in batches', () => {
  it('goes alone where nothing is on its way, and together while something is', async () => {
    const batches: (readonly number[])[] = [];
    const { opened, open } = gate();
    const double = inBatches(async (some: readonly number[]) => {
      batches.push(some);
      if (batches.length === 1) await opened;
      return some.map((one) => one * 2);
    });
    const asked = [1, 2, 3, 4].map(double);
    open();
    expect(await Promise.all(asked)).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([[1], [2, 3, 4]]);
    expect(await double(5)).toBe(10);
    expect(batches.at(-1)).toEqual([5]);
  });

  it('is no larger than it may be', async () => {
    const sizes: number[] = [];
    const ask = inBatches(async (some: readonly string[]) => {
      sizes.push(some.length);
      return some;
    }, 3);
    await Promise.all(Array.from({ length: 8 }, (_, at) => ask(String(at))));
    expect(sizes).toEqual([1, 3, 3, 1]);
  });

  it('fails for those of one batch alone', async () => {
    let batch = 0;
    const ask = inBatches(async (some: readonly string[]) => {
      batch += 1;
      if (batch === 2) throw new Error('the database is away');
      return some;
    });
    const first = ask('a');
    const second = [ask('b'), ask('c')];
    expect(await first).toBe('a');
    const ends = await Promise.allSettled(second);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask('d')).toBe('d');
  });
});
