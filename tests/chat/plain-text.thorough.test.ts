import { expect, it } from 'vitest';
import { markdownToPlainText } from '../../src/chat/plain-text.js';

it.each([
  ['quotes', '>'.repeat(5_000)],
  ['lists', '- '.repeat(3_000)],
])('survives %s nested without end', (_, hostile) => {
  expect(markdownToPlainText(`${hostile} word`)).toContain('word');
});
