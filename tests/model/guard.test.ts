import { expect, it } from 'vitest';
import { guardAnswerModel } from '../../src/model/guard.js';
import type { ModelReply } from '../../src/model/port.js';

const REQUEST = { instructions: 'i', prompt: 'p', maxOutputTokens: 1 };
const WRITTEN: ModelReply = { kind: 'written', text: 'so', isCut: false, tokens: 1 };
const FAILED: ModelReply = { kind: 'failed', reason: 'timeout', detail: 'aborted', tokens: null };
const SKIPPED = { kind: 'failed', reason: 'busy', detail: 'not asked', tokens: 0 };

function guarded(replies: readonly (ModelReply | Promise<ModelReply>)[]) {
  const logged: object[] = [];
  const clock = { now: 0 };
  let calls = 0;
  const write = async () => replies[Math.min(calls++, replies.length - 1)] ?? FAILED;
  const logger = { warn: (fields: object) => logged.push(fields) };
  const model = guardAnswerModel({ name: 'm', write }, { logger, now: () => clock.now, atOnce: 2 });
  return { logged, clock, calls: () => calls, ask: () => model.write(REQUEST) };
}

it('lets nobody wait for a provider that failed three times, for a minute', async () => {
  const { ask, clock, calls } = guarded([FAILED, FAILED, FAILED, WRITTEN]);
  for (let n = 0; n < 3; n += 1) expect(await ask()).toEqual(FAILED);
  expect(await ask()).toEqual(SKIPPED);
  clock.now = 59_999;
  expect(await ask()).toEqual(SKIPPED);
  clock.now = 60_000;
  expect(await ask()).toEqual(WRITTEN);
  expect(calls()).toBe(4);
});

it('forgets failures at the first success', async () => {
  const { ask } = guarded([FAILED, FAILED, WRITTEN, FAILED, FAILED, WRITTEN]);
  const replies = [];
  for (let n = 0; n < 6; n += 1) replies.push(await ask());
  expect(replies.at(-1)).toEqual(WRITTEN);
});

it('asks no more at once than it may, and tells the others at once', async () => {
  let finish = (_: ModelReply): void => {};
  const slow = new Promise<ModelReply>((resolve) => {
    finish = resolve;
  });
  const { ask } = guarded([slow, slow, WRITTEN]);
  const both = [ask(), ask()];
  expect(await ask()).toEqual(SKIPPED);
  finish(WRITTEN);
  await Promise.all(both);
  expect(await ask()).toEqual(WRITTEN);
});

it('logs what failed, and nothing of what was asked', async () => {
  const { ask, logged } = guarded([FAILED, WRITTEN]);
  await ask();
  await ask();
  expect(logged).toEqual([{ model: 'm', reason: 'timeout', detail: 'aborted' }]);
});
