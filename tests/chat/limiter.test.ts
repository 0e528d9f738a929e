import { expect, it } from 'vitest';
import { createLimiter } from '../../src/chat/limiter.js';

it('runs so much at once, in order, and goes on after a failure', async () => {
  const limit = createLimiter(2);
  const events: string[] = [];
  let most = 0;
  let running = 0;
  const work = (name: string) => async () => {
    running += 1;
    most = Math.max(most, running);
    events.push(name);
    await Promise.resolve();
    running -= 1;
    if (name === 'b') throw new Error('b broke');
    return name;
  };
  const results = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((name) => limit(work(name))));
  expect(events).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(most).toBe(2);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
});
