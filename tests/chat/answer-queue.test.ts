import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type AnswerQueue, createAnswerQueue, type QueueOptions } from '../../src/chat/answer-queue.js';
import { runs } from '../support/runs.js';

function queueOf(more: Partial<QueueOptions> = {}): AnswerQueue {
  const options = { atOnce: 2, patienceMs: 1_000, quietMs: 0, longestMs: 0 };
  return createAnswerQueue({ ...options, now: () => performance.now(), ...more });
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the queue of answers', () => {
  it('runs so much at once, goes on after a failure, and rejects as the work does', async () => {
    const queue = queueOf();
    let running = 0;
    let most = 0;
    const done: string[] = [];
    const work = (name: string) => async () => {
      running += 1;
      most = Math.max(most, running);
      await soon();
      running -= 1;
      done.push(name);
      if (name === 'b') throw new Error('b broke');
    };
    const results = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((name) => queue(name, work(name))));
    expect(most).toBe(2);
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('answers each person in the order in which they asked, however long each answer takes, and everybody', async () => {
    const asked = fc.array(fc.record({ who: fc.constantFrom('a', 'b', 'c'), turns: fc.nat(3) }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 4 }), async (all, atOnce) => {
        const queue = queueOf({ atOnce });
        const done: { who: string; at: number }[] = [];
        const answers = all.map(({ who, turns }, at) =>
          queue(who, async () => {
            for (let turn = 0; turn < turns; turn += 1) await soon();
            done.push({ who, at });
          }),
        );
        await Promise.all(answers);
        expect(done).toHaveLength(all.length);
        for (const who of ['a', 'b', 'c']) {
          const own = done.filter((each) => each.who === who).map(({ at }) => at);
          expect(own).toEqual([...own].sort((one, other) => one - other));
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('lets nobody wait for an answer that takes long, its own asker neither', async () => {
    vi.useFakeTimers();
    try {
      const queue = queueOf({ atOnce: 1, patienceMs: 500 });
      const begun: string[] = [];
      void queue('ana', async () => {
        begun.push('long');
        await new Promise(() => {});
      });
      void queue('ana', async () => void begun.push('next'));
      void queue('ben', async () => void begun.push('other'));
      await vi.advanceTimersByTimeAsync(499);
      expect(begun).toEqual(['long']);
      await vi.advanceTimersByTimeAsync(2);
      expect(begun).toEqual(['long', 'next', 'other']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('stands back while others come, and for no longer than it may', async () => {
    vi.useFakeTimers();
    try {
      const queue = queueOf({ atOnce: 1, quietMs: 20, longestMs: 100, now: Date.now });
      let answered = 0;
      const work = async (): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, 15));
        answered += 1;
      };
      const ask = (who: number): void => void queue(`p${who}`, work);
      for (let at = 0; at < 20; at += 1) {
        ask(at);
        await vi.advanceTimersByTimeAsync(10);
        if (at === 8) expect(answered).toBeLessThanOrEqual(2);
      }
      await vi.advanceTimersByTimeAsync(1_000);
      expect(answered).toBe(20);
    } finally {
      vi.useRealTimers();
    }
  });
});
