import { describe, expect, it } from 'vitest';
import { markdownSpoken, plainSpoken, withoutMention } from '../../../src/chat/slack/spoken.js';

describe('what was said', () => {
  it.each([
    ['entities', 'a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['a person', 'ask <@U123|ana>', 'ask ana'],
    ['a person without a name', 'ask <@U123>', 'ask @U123'],
    ['a channel', 'see <#C1|general>', 'see #general'],
    ['everybody', '<!here> look', '@here look'],
    ['a group', '<!subteam^S1> look', '@group look'],
    ['a link with words', '<https://x.org|the docs>', 'the docs'],
    ['a bare link', '<https://x.org/?a=1&amp;b=2>', 'https://x.org/?a=1&b=2'],
  ])('shows %s as its words', (_, text, words) => {
    expect(plainSpoken(text)).toBe(words);
  });

  it.each([
    ['what is a <@B1> layer', 'what is a layer'],
    ['<@B1> layers?', 'layers?'],
    ['<@B1>', ''],
  ])('leaves the bot’s own name out of %j', (text, words) => {
    expect(withoutMention(text, 'B1')).toBe(words);
  });

  it.each([
    ['*bold* and ~gone~', '**bold** and ~~gone~~'],
    ['2*3*4 and a_b_c', '2*3*4 and a_b_c'],
    ['• one\n  ◦ two', '- one\n  - two'],
  ])('keeps %j as Markdown', (text, markdown) => {
    expect(markdownSpoken(text)).toBe(markdown);
  });
});
