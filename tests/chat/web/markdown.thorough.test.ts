import { expect, it } from 'vitest';
import { markdownToHtml } from '../../../src/chat/web/markdown.js';

it('survives quotes nested without end', () => {
  expect(markdownToHtml(`${'>'.repeat(5_000)} word`)).toContain('word');
});
