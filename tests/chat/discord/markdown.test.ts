import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/chat/discord/escape.js';
import { boldMarkdown, discordMarkdown } from '../../../src/chat/discord/markdown.js';
import { runs } from '../../support/runs.js';
import { hostileText } from './arbitrary.js';
import { shownByClient, textShownByClient } from './discord-client.js';

const lines = (...all: string[]): string => all.join('\n');

describe('discordMarkdown', () => {
  it.each([
    ['bold, italic, struck', '**a** _b_ ~~c~~ ~d~', '**a** *b* ~~c~~ ~~d~~'],
    ['both at once', '***a***', '***a***'],
    ['one in the other', '*a **b** c* **d *e***', '*a **b** c* **d *e***'],
    ['bold in bold', '**a __b__ c**', '**a b c**'],
    ['neighbours, with something invisible between', '*a*_b_', '*a*​*b*'],
    ['bold around code', '**`a`**', '**`a`**'],
    ['no italic around code that would end it', '*`a*b`*', '`a*b`'],
    ['code', '`a*b` ``c`d``', '`a*b` ``c`d``'],
    ['headings', lines('# A', '', '## B', '', '### C', '', '#### D'), lines('# A', '## B', '### C', '**D**')],
    ['a heading that ends with its own sign', '# C\\#', '# C#​'],
    ['a heading of two lines', lines('a', 'b', '==='), '# a b'],
    ['paragraphs', lines('a', 'b', '', 'c'), lines('a b', '', 'c')],
    ['hard breaks', lines('a\\', 'b  ', 'c'), lines('a', 'b', 'c')],
    ['a line', lines('a', '', '---', '', 'b'), lines('a', '', '———', '', 'b')],
    ['quotes', lines('> a', '>', '> b'), lines('> a', '> ', '> b')],
    ['a quote in a quote', lines('> a', '>', '> > b'), lines('> a', '> ', '> b')],
    ['a code block', lines('```JS', 'a*b', '```'), lines('```js', 'a*b', '```')],
    ['indented code', lines('a', '', '    b', '    c'), lines('a', '', '```', 'b', 'c', '```')],
    ['a long fence', lines('````', '```', '````'), lines('```', '``​`', '```')],
    ['HTML as text', '<b>a</b>', '\\<b>a\\</b>'],
    ['a link', '[a](https://x.y/z)', '[a](<https://x.y/z>)'],
    ['a link with marks', '[**a** `b`](https://x.y)', '[**a** `b`](<https://x.y>)'],
    ['a link with parentheses', '[a](https://x.y/w_(z))', '[a](<https://x.y/w_%28z%29>)'],
    ['a link by reference', lines('[a][r]', '', '[r]: https://x.y'), '[a](<https://x.y>)'],
    ['an address', '<https://x.y/a_b>', '<https://x.y/a_b>'],
    ['a bare address', 'see https://x.y/a_b.', 'see <https://x.y/a_b>.'],
    ['an address that Discord would not press', 'www.x.yz', '<http://www.x.yz>'],
    ['a link whose label is another address', '[https://a.b](https://x.y)', '<https://a.b> (<https://x.y>)'],
    ['a link with a picture', '[a 🎉](https://x.y)', 'a 🎉 (<https://x.y>)'],
    ['a link with brackets', '[a [b]](https://x.y)', 'a \\[b] (<https://x.y>)'],
    ['a link into the notes', '[a](x.md#y)', 'a'],
    ['a link that runs something', '[a](javascript:alert(1))', 'a'],
    ['an address of mail', '[Ana](mailto:ana@x.yz) <ben@x.yz>', 'Ana (ana@x.yz) ben@x.yz'],
    ['an image', '![a](https://x.y/z.png)', '[a](<https://x.y/z.png>)'],
    ['an image without words', '![](https://x.y/z.png)', '<https://x.y/z.png>'],
    ['an image of the notes', '![a](z.png) ![](y.png)', 'a y.png'],
    ['footnotes', lines('a[^n]', '', '[^n]: b'), lines('a\\[n]', '', '\\[n] b')],
    ['nothing', ' \n ', ''],
  ])('shows %s', (_, markdown, shown) => {
    expect(discordMarkdown(markdown)).toBe(shown);
  });

  it.each([
    ['flat', lines('* a', '* b'), lines('- a', '- b')],
    ['loose', lines('- a', '', '- b'), lines('- a', '- b')],
    ['numbered from 3', lines('3. a', '3. b'), lines('3. a', '4. b')],
    ['nested', lines('- a', '    - b', '- c'), lines('- a', '  - b', '- c')],
    ['nested under a number', lines('1. a', '   - b', '     1. c'), lines('1. a', '   - b', '     1. c')],
    ['with tasks', lines('- [ ] a', '- [x] b'), lines('- ☐ a', '- ☑ b')],
    ['with paragraphs', lines('- a', '', '  **b**'), lines('- a', '  ​**b**')],
    ['with headings', lines('- ## a', '- b'), lines('- **a**', '- b')],
    [
      'with code',
      lines('- a', '  ```', '  b', '', '  c', '  ```'),
      lines('- a', '  ```', '  b', '   ', '  c', '  ```'),
    ],
    ['in a quote', lines('> - a', '>   - b'), lines('> - a', '>   - b')],
    ['with nothing in it', lines('- a', '-', '- b'), lines('- a', '- b')],
  ])('lays out a list: %s', (_, markdown, shown) => {
    expect(discordMarkdown(markdown)).toBe(shown);
  });

  it('keeps every level of a deep list apart', () => {
    const deep = lines('1. a', '   1. b', '      1. c', '         - d', '           1. e', '2. f');
    const shown = shownByClient(discordMarkdown(deep)).replaceAll(/‹\/li›|‹li›/g, (tag) =>
      tag === '‹li›' ? '(' : ')',
    );
    expect(shown.replaceAll(/‹[^›]*›/g, '')).toBe('(a(b(c(d(e)))))(f)');
  });

  it('shows a narrow table in columns, as wide as they look', () => {
    const table = lines('| Cmd | n |', '|:--|--:|', '| `ls` \\| x | 1 |', '| 漢字 | 22 |', '| 👩‍👩‍👧 | |');
    expect(discordMarkdown(table)).toBe(
      lines('```', 'Cmd    │  n', '───────┼───', 'ls | x │  1', '漢字   │ 22', '👩‍👩‍👧     │', '```'),
    );
  });

  it('shows a wide table, or one with links, as a list', () => {
    const wide = 'a cell that is about as long as a sentence in a note';
    expect(discordMarkdown(lines('| A | B | C |', '|---|---|---|', `| *a* | ${wide} | |`))).toBe(
      lines('**A** · **B** · **C**', `- ***a***: ${wide} · –`),
    );
    expect(discordMarkdown(lines('| A |', '|---|', '| [x](https://x.y) |'))).toBe(
      lines('**A**', '- **[x](<https://x.y>)**'),
    );
  });

  it.each([
    ['mentions', '@everyone @here <@1> <@&2> <#3>'],
    ['emoji', ':smile: <:a:1>'],
    ['times and commands', '<t:1:R> </cmd:1>'],
    ['spoilers and underlines', '||a|| \\_\\_b\\_\\_'],
    ['subtext', 'a\\\n-# b'],
    ['escaped marks', '\\# a\\\n\\- b\\\n\\> c\\\n1\\. d\\\n\\*e\\*'],
  ])('lets text be text: %s', (_, markdown) => {
    const shown = shownByClient(discordMarkdown(markdown));
    expect(shown).not.toMatch(/‹/);
    expect(shown).toBe(markdown.replaceAll(/\\(?!\n)|\\(?=\n)/g, ''));
  });

  it('lets marks be text behind a space that is no plain one, in emphasis too', () => {
    for (const markdown of ['*&nbsp;-# a*', '&nbsp;# a', '*&nbsp;> a*', '**&nbsp;+ a**']) {
      expect(shownByClient(discordMarkdown(markdown))).not.toMatch(/‹(?:small|h1|quote|li)/);
    }
  });

  it('says text in place of what would grow beyond its size', () => {
    const markdown = `[r]: https://x.y/${'z'.repeat(300)}\n\n${'[r] '.repeat(200)}\n\n**bold**`;
    const shown = discordMarkdown(markdown);
    expect(shown).toContain('\\[r] \\[r]');
    expect(shown).toContain('**bold**');
  });

  it('does not mind how deep a quote or list goes', () => {
    expect(discordMarkdown(`${'> '.repeat(900)}a`)).toMatch(/a$/);
    expect(discordMarkdown(`${'- '.repeat(900)}a`)).toMatch(/a$/);
  });

  it('calls nobody, loses no letter and shows no mark of its own, whatever the notes say', () => {
    fc.assert(
      fc.property(hostileText, (markdown) => {
        const output = discordMarkdown(markdown);
        const shown = textShownByClient(output);
        expect(shownByClient(output)).not.toMatch(/‹(?:mention|special|emoji|spoiler|u|mail|tel|torn|small)›/);
        expect(missingLetter(wordsOf(markdown), shown)).toBe(null);
        const source = `${wordsOf(markdown)} ${urlsOf(markdown)}`;
        expect(['\\', '*', '`', '~'].filter((mark) => countOf(mark, shown) > countOf(mark, source))).toEqual([]);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

function countOf(mark: string, text: string): number {
  return text.split(mark).length - 1;
}

/** The first letter or digit of `text` that `shown` does not have in its place, or `null`. */
function missingLetter(text: string, shown: string): string | null {
  let at = 0;
  for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? []) {
    at = shown.indexOf(letter, at) + 1;
    if (at === 0) return letter;
  }
  return null;
}

function treeOf(markdown: string) {
  return fromMarkdown(cleanText(markdown), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function urlsOf(markdown: string): string {
  const urls: string[] = [];
  visit(treeOf(markdown), (node) => {
    if ('url' in node) urls.push(node.url);
  });
  return urls.join(' ');
}

/** What CommonMark shows as text, in its order. */
function wordsOf(markdown: string): string {
  const tree = treeOf(markdown);
  const words: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'image') words.push(node.alt ?? '');
    if ('value' in node) words.push(node.value);
  });
  return words.join(' ');
}

describe('boldMarkdown', () => {
  it.each([
    ['a', '**a**'],
    ['a **b** `c`', '**a b `c`**'],
    ['', ''],
    ['a\n\nb', 'a\n\nb'],
    ['a*b\\*\\*', '**a\\*b\\*\\***'],
  ])('makes %j %j', (markdown, shown) => {
    expect(boldMarkdown(markdown)).toBe(shown);
  });
});
