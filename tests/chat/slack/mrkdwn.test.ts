import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMrkdwn, footerElements, footerMrkdwn } from '../../../src/chat/slack/mrkdwn.js';

describe('escapeMrkdwn', () => {
  it.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U1> & <#C1|x>', '&lt;@U1&gt; &amp; &lt;#C1|x&gt;'],
    ['&lt;!here&gt;', '&amp;lt;!here&amp;gt;'],
    ['<!date^0^{date}|x>', '&lt;!date^0^{date}|x&gt;'],
  ])('makes text of %s', (text, escaped) => {
    expect(escapeMrkdwn(text)).toBe(escaped);
  });
});

describe('a footer', () => {
  it.each([
    ['its italics', '*Docker › Dockerfile · docker.md, line 81*', '_Docker › Dockerfile · docker.md, line 81_'],
    ['its bold', 'a **b** c', 'a *b* c'],
    ['styles inside each other', '***a***', '*_a_*'],
    ['what was struck', '~~a~~ b', '~a~ b'],
    ['code', 'a `b <c>` d', 'a `b &lt;c&gt;` d'],
    ['links', '[a & b](https://e.org/?a=1&b=2)', '<https://e.org/?a=1&amp;b=2|a &amp; b>'],
    ['a bar in the words of a link', '[a|b](https://e.org)', '<https://e.org|a b>'],
    ['lines', 'a\n\nb', 'a\n\nb'],
    ['snake_case words', 'my_own_notes.md', 'my_own_notes.md'],
    ['space at the ends of bold words', 'a&#32;**b&#32;c** d', 'a *b c* d'],
    ['words whose marks would not count', '**a**b', 'ab'],
    ['words on two lines without their marks', '**a\nb**', 'a\nb'],
  ])('keeps %s', (_, markdown, mrkdwn) => {
    expect(footerMrkdwn(markdown)).toBe(mrkdwn);
    expect(footerElements(markdown)).toEqual([{ type: 'mrkdwn', text: mrkdwn, verbatim: true }]);
  });

  it.each([
    ['an emoji’s name', ':smile: a', ':smile: a'],
    ['stars', '\\*args and \\*\\*kwargs', '*args and **kwargs'],
    ['underscores', '\\_a\\_', '_a_'],
    ['tildes', '\\~a\\~', '~a~'],
    ['a backtick', 'a \\` b', 'a ` b'],
    ['a backtick in code', '``a`b``', 'a`b'],
    ['a sign that begins a quotation', '\\> a', '> a'],
    ['a list', '- a\n- b', '• a\n• b'],
  ])('shows %s as plain text', (_, markdown, text) => {
    expect(footerMrkdwn(markdown)).toBeNull();
    expect(footerElements(markdown)).toEqual([{ type: 'plain_text', text, emoji: false }]);
  });

  it.each(['<!channel>', '<@U1>', '<#C1>', '<!subteam^S1>'])('pings nobody by %s', (hostile) => {
    expect(footerMrkdwn(`a ${hostile.replace('<', '\\<')}`)).toBe(
      `a ${hostile.replace('<', '&lt;').replace('>', '&gt;')}`,
    );
  });

  it('is nothing where there is nothing to say', () => {
    expect(footerElements(' \n ')).toEqual([]);
  });

  it('has no angle bracket but of its own links', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '!', '@', '&', '\\', 'a', ' ', '`', '*') }),
        (markdown) => {
          expect(footerMrkdwn(markdown) ?? '').not.toMatch(/[<>]/);
        },
      ),
    );
  });

  it('is cut into elements that Slack takes', () => {
    const elements = footerElements(`\\*${'word '.repeat(1_000)}`);
    expect(elements.map(({ text }) => text.length <= 2_000)).toEqual([true, true, true]);
    expect(elements.map(({ text }) => text.split(' ').length).reduce((one, other) => one + other)).toBe(1_000);
  });
});
