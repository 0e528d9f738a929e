import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineMarkdownToHtml, markdownToHtml } from '../../../src/chat/web/markdown.js';

const LINK = 'rel="noopener noreferrer" target="_blank"';

describe('markdownToHtml', () => {
  it.each([
    ['emphasis', '**a** *b* `c`', '<p><strong>a</strong> <em>b</em> <code>c</code></p>'],
    ['a list that starts at 4', '4. a\n5. b', '<ol start="4">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['a heading as a look', '# A\n\nb', '<p class="heading">A</p>\n<p>b</p>'],
    [
      'code that can be scrolled by keyboard',
      '```sh\ndocker <a>\n```',
      '<pre tabindex="0"><code>docker &#x3C;a>\n</code></pre>',
    ],
    ['a safe link', '[a](https://e.org/?a&b)', `<p><a href="https://e.org/?a&#x26;b" ${LINK}>a</a></p>`],
    ['a mail address', '<mailto:a@e.org>', `<p><a href="mailto:a@e.org" ${LINK}>mailto:a@e.org</a></p>`],
    ['the words of a script link', '[a](javascript:alert\\(1\\))', '<p>a</p>'],
    ['the words of a data link', '[a](data:text/html,x)', '<p>a</p>'],
    ['the words of a link without a scheme', '[a](//e.org)', '<p>a</p>'],
    ['the words of a link inside the notes', '[a](docker.md#b)', '<p>a</p>'],
    ['a picture as a link', '![whale](https://e.org/w.png)', `<p><a href="https://e.org/w.png" ${LINK}>whale</a></p>`],
    ['a picture that is a script as words', '![whale](javascript:x)', '<p>whale</p>'],
    ['words in angle brackets', 'docker run <image>', '<p>docker run &#x3C;image></p>'],
    ['a script as text', '<script>alert(1)</script>', '<p>&#x3C;script>alert(1)&#x3C;/script></p>'],
    ['a handler as text', 'a <img src=x onerror=alert(1)>', '<p>a &#x3C;img src=x onerror=alert(1)></p>'],
    ['the gap of a cloze', 'son **[…]**', '<p>son <strong>[…]</strong></p>'],
  ])('shows %s', (_, markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  it('shows a table', () => {
    expect(markdownToHtml('| a | b |\n| - | - |\n| 1 | 2 |')).toContain('<td>2</td>');
  });

  it('lets through no tag or attribute but its own, whatever comes', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom(
        '<script>',
        '<img src=x onerror=a>',
        '](javascript:a)',
        '[a',
        '![',
        '`',
        '\n\n',
        '<!--',
        '&lt;',
        '">',
        "<a href='x' style=y>",
        '# ',
        '- ',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const html = markdownToHtml(parts.join(''));
        for (const [, tag, attributes = ''] of html.matchAll(/<([a-z0-9]+)((?:\s[^>]*)?)>/gi)) {
          expect(tag).toMatch(/^(p|strong|em|del|code|pre|br|hr|ul|ol|li|blockquote|a|table|thead|tbody|tr|th|td)$/);
          expect(attributes.replaceAll(/"[^"]*"/g, '""')).toMatch(/^(\s(href|rel|target|start|class|tabindex)="")*$/);
          expect(attributes).not.toMatch(/href="(?!https?:|mailto:|[^:]*(?:[/?#]|"))/i);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('inlineMarkdownToHtml', () => {
  it.each([
    ['one paragraph without its tag', '**a** b', '<strong>a</strong> b'],
    ['several with theirs', 'a\n\nb', '<p>a</p>\n<p>b</p>'],
    ['nothing', '', ''],
  ])('gives %s', (_, markdown, html) => {
    expect(inlineMarkdownToHtml(markdown)).toBe(html);
  });
});
