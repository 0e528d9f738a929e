import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { createProgress } from '../../src/chat/progress.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const view = (title: string): View => ({ title, body: [] });

function recorded(work: () => Promise<void> = async () => {}) {
  const put: (string | undefined)[] = [];
  const progress = createProgress(1_000, async ({ title }) => {
    put.push(title);
    await work();
  });
  return { put, progress, show: (title: string) => progress.show(view(title)) };
}

it('shows the latest only, no more often than it may', async () => {
  const { put, show } = recorded();
  for (const title of ['a', 'b', 'c']) show(title);
  await vi.advanceTimersByTimeAsync(999);
  expect(put).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(put).toEqual(['c']);
  show('d');
  show('e');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(put).toEqual(['c', 'e']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(put).toEqual(['c', 'e']);
});

it('shows nothing of what is done at once, and nothing after the end', async () => {
  const { put, progress, show } = recorded();
  show('a');
  await progress.end();
  show('b');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(put).toEqual([]);
});

it('waits at the end for what is on its way, and shows one at a time', async () => {
  let finish = (): void => {};
  const { put, progress, show } = recorded(
    () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  );
  show('a');
  await vi.advanceTimersByTimeAsync(1_000);
  show('b');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(put).toEqual(['a']);
  let hasEnded = false;
  const ending = progress.end().then(() => {
    hasEnded = true;
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(hasEnded).toBe(false);
  finish();
  await ending;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(put).toEqual(['a']);
});

it('goes on after one that could not be shown', async () => {
  const { put, show } = recorded(() => Promise.reject(new Error('away')));
  show('a');
  await vi.advanceTimersByTimeAsync(1_000);
  show('b');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(put).toEqual(['a', 'b']);
});
