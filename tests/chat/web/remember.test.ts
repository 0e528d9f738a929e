import { expect, it } from 'vitest';
import { rememberLatest } from '../../../src/chat/web/remember.js';

it('work is done once for each of the latest texts', () => {
  const done: string[] = [];
  const shout = rememberLatest((text) => {
    done.push(text);
    return text.toUpperCase();
  }, 2);
  expect(['a', 'b', 'a', 'c', 'b', 'a'].map(shout)).toEqual(['A', 'B', 'A', 'C', 'B', 'A']);
  expect(done).toEqual(['a', 'b', 'c', 'a']);
});
