import { describe, expect, it } from 'vitest';
import { richText } from '../../../src/chat/slack/rich-text.js';
import { expectRichText, textIn } from './slack-problems.js';

describe('richText', () => {
  it.each([
    ['quotations', `${'>'.repeat(2_900)} word`],
    ['lists', `${'- '.repeat(1_400)}word`],
    ['emphasis', `${'*'.repeat(1_400)}word${'*'.repeat(1_400)}`],
    ['brackets', `${'['.repeat(2_900)} word`],
    ['one long word', 'word'.repeat(1_500)],
  ])('survives %s without end', (_, markdown) => {
    const elements = richText(markdown);
    expectRichText(elements);
    expect(textIn(elements)).toContain('word');
  });
});
