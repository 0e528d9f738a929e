import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardAdapter } from '../../src/chat/guard-adapter.js';
import type { AdapterState, ChatAdapter } from '../../src/chat/port.js';
import { createLog } from '../support/kept-log.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Adapters that count their starts and stops; each start does what `starts` says next. */
function world(starts: readonly (() => Promise<void>)[] = [], end: () => Promise<void> = async () => {}) {
  const made: { state: AdapterState; stops: number; broke: (error: unknown) => void }[] = [];
  const make = (broke: (error: unknown) => void): ChatAdapter => {
    const own = { state: 'starting' as AdapterState, stops: 0, broke };
    const start = starts[made.length] ?? (async () => {});
    made.push(own);
    return {
      platform: 'somewhere',
      async start() {
        await start();
        own.state = 'connected';
      },
      async stop() {
        own.stops += 1;
        own.state = 'stopped';
        await end();
      },
      state: () => own.state,
      send: async () => ({ status: 'sent' }),
      update: async () => ({ status: 'sent' }),
    };
  };
  const { logger, logged } = createLog();
  const states: AdapterState[] = [];
  const guarded = guardAdapter('somewhere', make, {
    logger,
    newRef: () => 'REF1',
    onState: (each) => states.push(each),
  });
  return { guarded, made, logged, states };
}

describe('a guarded adapter', () => {
  it('that breaks is logged under an id and started anew, with a client of its own', async () => {
    const { guarded, made, logged } = world();
    await guarded.start();
    guarded.broke(new Error('inside the client'));
    expect(logged).toContainEqual(expect.objectContaining({ level: 'error', ref: 'REF1', platform: 'somewhere' }));
    expect(guarded.adapter.state()).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(guarded.adapter.state()).toBe('connected');
    expect(made.map(({ stops }) => stops)).toEqual([1, 0]);
  });

  it('that says so itself is started anew too, and one that was replaced has no say any more', async () => {
    const { guarded, made } = world();
    await guarded.start();
    made[0]?.broke(new Error('closed for good'));
    await vi.advanceTimersByTimeAsync(1_000);
    made[0]?.broke(new Error('still talking'));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(made).toHaveLength(2);
  });

  it('that breaks again and again is started ever more rarely', async () => {
    const { guarded, made } = world();
    await guarded.start();
    const moments: number[] = [];
    const began = Date.now();
    for (let time = 0; time < 4; time += 1) {
      const before = made.length;
      guarded.broke(new Error('again'));
      guarded.broke(new Error('and in the same breath'));
      while (made.length === before) await vi.advanceTimersByTimeAsync(500);
      moments.push(Date.now() - began);
    }
    expect(moments).toEqual([1_000, 11_000, 41_000, 101_000]);
  });

  it('whose start fails is tried again as long as it takes, and tells how it stands', async () => {
    const away = async () => {
      throw new Error('away');
    };
    const { guarded, made, states } = world([away, away]);
    await guarded.start();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(made).toHaveLength(3);
    expect(states.at(-1)).toBe('connected');
  });

  it('is started anew although the one before never ends', async () => {
    const { guarded, made } = world([], () => new Promise(() => {}));
    await guarded.start();
    guarded.broke(new Error('stuck'));
    await vi.advanceTimersByTimeAsync(6_500);
    expect(made).toHaveLength(2);
  });

  it('that was stopped stays so', async () => {
    const { guarded, made } = world();
    await guarded.start();
    guarded.broke(new Error('inside the client'));
    await guarded.stop();
    guarded.broke(new Error('late'));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(made.map(({ stops }) => stops)).toEqual([1]);
  });
});
