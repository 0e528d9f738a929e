import { describe, expect, it } from 'vitest';
import { richCode, richFields, richList, richText } from '../../../src/chat/slack/rich-text.js';
import { expectRichText, textIn } from './slack-problems.js';

type Style = Record<string, true>;
const text = (value: string, style?: Style) => ({ type: 'text', text: value, ...(style ? { style } : {}) });
const link = (url: string, value: string, style?: Style) => ({
  type: 'link',
  url,
  text: value,
  ...(style ? { style } : {}),
});
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const list = (style: string, items: string[], more = {}) => ({
  type: 'rich_text_list',
  style,
  elements: items.map((item) => section(text(item))),
  ...more,
});
const code = (value: string, more = {}) => ({ type: 'rich_text_preformatted', elements: [text(value)], ...more });
const quote = (value: string) => ({ type: 'rich_text_quote', elements: [text(value)] });

const bold = { bold: true } as const;

describe('richText', () => {
  it.each<[string, string, unknown[]]>([
    ['nothing', ' \n\n ', []],
    ['a comment by way of a reference', '[//]: # (a comment)', []],
    ['a paragraph', 'one', [section(text('one'))]],
    ['paragraphs, in one section with an empty line between', 'one\n\ntwo', [section(text('one\n\ntwo'))]],
    ['lines as they were written', 'one\ntwo  \nthree', [section(text('one\ntwo\nthree'))]],
    ['a heading, bold and near to what it heads', '## Ports\none', [section(text('Ports', bold), text('\none'))]],
    ['a heading below a text', 'one\n# Two', [section(text('one\n\n'), text('Two', bold))]],
    ['a line between', 'one\n\n---\n\ntwo', [section(text('one\n\n———\n\ntwo'))]],
    [
      'styles inside each other',
      '**a *b ~~c~~*** `d`',
      [
        section(
          text('a ', bold),
          text('b ', { bold: true, italic: true }),
          text('c', { bold: true, italic: true, strike: true }),
          text(' '),
          text('d', { code: true }),
        ),
      ],
    ],
    ['bold code', '**`docker`**', [section(text('docker', { bold: true, code: true }))]],
    ['space in code', '` a `b', [section(text('a', { code: true }), text('b'))]],
    ['html as the text that it is', 'run <image> <b>now</b>', [section(text('run <image> <b>now</b>'))]],
    ['an html block', '<div>\nhi\n</div>', [section(text('<div>\nhi\n</div>'))]],
    ['an entity', 'a &amp; b &copy;', [section(text('a & b ©'))]],
    ['a footnote', 'a[^n]\n\n[^n]: see b', [section(text('a[n]\n\n[n] see b'))]],
  ])('shows %s', (_, markdown, expected) => {
    expect(richText(markdown)).toEqual(expected);
  });

  it.each<[string, string, unknown[]]>([
    ['https', '[a](https://e.org/?b=1&c=2)', [link('https://e.org/?b=1&c=2', 'a')]],
    ['mail', '<ana@e.org>', [link('mailto:ana@e.org', 'ana@e.org')]],
    ['a bare address', 'see www.e.org', [text('see '), link('http://www.e.org', 'www.e.org')]],
    ['a reference', '[a][b]\n\n[b]: https://e.org', [link('https://e.org', 'a')]],
    ['styled words', '[a **b**](https://e.org)', [link('https://e.org', 'a '), link('https://e.org', 'b', bold)]],
    ['no words', '[](https://e.org)', [link('https://e.org', 'https://e.org')]],
    ['a picture', '![a box](https://e.org/a.png)', [link('https://e.org/a.png', 'a box')]],
    ['a picture without words', '![](https://e.org/a.png)', [link('https://e.org/a.png', 'https://e.org/a.png')]],
    ['a picture inside a link', '[![a](https://i.org/a.png)](https://e.org)', [link('https://e.org', 'a')]],
    ['another place in the notes', '[ports](ports.md#top)', [text('ports')]],
    ['a picture of the notes', '![](box.png)', [text('box.png')]],
    ['a script', '[run](javascript:alert(1))', [text('run')]],
    ['data', '[run](data:text/html,hi)', [text('run')]],
    ['an address with what ends one in Slack', '[a](<https://e.org/|x y>)', [link('https://e.org/%7Cx%20y', 'a')]],
    ['an address that is too long', `[a](https://e.org/${'b'.repeat(3_000)})`, [text('a')]],
    ['an address cut off from its words', 'b\n\n[a]: https://e.org', [text('b\n\na: https://e.org')]],
  ])('links %s', (_, markdown, elements) => {
    expect(richText(markdown)).toEqual([section(...elements)]);
  });

  it.each<[string, string, unknown[]]>([
    ['bullets', '- a\n- b', [list('bullet', ['a', 'b'])]],
    ['numbers', '1. a\n2. b', [list('ordered', ['a', 'b'])]],
    ['numbers from elsewhere', '7. a\n8. b', [list('ordered', ['a', 'b'], { offset: 6 })]],
    ['numbers from zero, which Slack has not', '0. a\n1. b', [list('bullet', ['0. a', '1. b'])]],
    ['tasks', '- [x] a\n- [ ] b', [list('bullet', ['☑ a', '☐ b'])]],
    ['a second paragraph of an item', '- a\n\n  b\n- c', [list('bullet', ['a\n\nb', 'c'])]],
    [
      'lists in lists, the number going on',
      '1. a\n   - b\n     - c\n2. d',
      [
        list('ordered', ['a']),
        list('bullet', ['b'], { indent: 1 }),
        list('bullet', ['c'], { indent: 2 }),
        list('ordered', ['d'], { offset: 1 }),
      ],
    ],
    [
      'code inside an item, the number going on',
      '1. a\n2. b\n   ```sh\n   docker ps\n   ```\n   after\n3. c',
      [list('ordered', ['a', 'b']), code('docker ps'), section(text('after')), list('ordered', ['c'], { offset: 2 })],
    ],
    ['an item of code alone', '1. ```\n   x\n   ```', [section(text('1.')), code('x')]],
    ['a quotation inside an item', '- a\n  > b\n- c', [list('bullet', ['a']), quote('b'), list('bullet', ['c'])]],
    ['an item of nothing', '- a\n-\n- c', [list('bullet', ['a']), section(text('\n•')), list('bullet', ['c'])]],
    ['a list of a list', '- - a', [list('bullet', ['a'], { indent: 1 })]],
    [
      'what follows a list, with an empty line',
      'x\n- a\n\nb',
      [section(text('x')), list('bullet', ['a']), section(text('\nb'))],
    ],
  ])('shows %s', (_, markdown, expected) => {
    expect(richText(markdown)).toEqual(expected);
    expectRichText(richText(markdown));
  });

  it('indents no deeper than Slack does, and loses nothing there', () => {
    const markdown = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- level${depth}`).join('\n');
    const elements = richText(markdown);
    expectRichText(elements);
    expect(elements.map((element) => ('indent' in element ? element.indent : 0))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8,
    ]);
    expect(textIn(elements).split('\n').at(-1)).toBe('level11');
  });

  it.each<[string, string, unknown[]]>([
    ['code as it is', '```sh\na  <b>\n\n *c*\n```', [code('a  <b>\n\n *c*')]],
    ['no empty code', '```\n```', []],
    ['a quotation', '> a\n>\n> b', [quote('a\n\nb')]],
    ['a quotation in a quotation', '> a\n> > b', [quote('a'), quote('b')]],
    [
      'lists and code behind the bar of a quotation',
      '> a\n> - b\n>\n> ```\n> c\n> ```',
      [quote('a'), list('bullet', ['b'], { border: 1 }), code('c', { border: 1 })],
    ],
  ])('shows %s', (_, markdown, expected) => {
    expect(richText(markdown)).toEqual(expected);
  });

  it.each([
    '<!channel>',
    '<!here|here>',
    '<@U012AB3CD>',
    '<#C024BE7LR>',
    '<!subteam^S1>',
    '<!date^1392734382^{date}|x>',
    '@everyone',
    ':smile:',
    '*bold in Slack only*x',
    '&lt;!channel&gt;',
  ])('keeps %s as the text that it is', (hostile) => {
    const escaped = hostile.replaceAll(/[*&<_]/g, '\\$&');
    for (const markdown of [escaped, `- ${escaped}`, `> ${escaped}`, `**${escaped}**`, `\`${hostile}\``]) {
      const elements = richText(markdown);
      expectRichText(elements);
      expect(textIn(elements)).toBe(hostile);
    }
  });

  it('gives a long address to every reference only as far as the source is long', () => {
    const url = `https://e.org/${'a'.repeat(900)}`;
    const elements = richText(`${'[b] '.repeat(1_000)}[c]\n\n[b]: ${url}\n[c]: https://c.org`);
    expectRichText(elements);
    expect(JSON.stringify(elements).length).toBeLessThan(20_000);
    expect(textIn(elements)).toContain('https://c.org');
  });
});

describe('a table', () => {
  it('is set in columns where it is narrow', () => {
    const markdown = '| Command | Is |\n|---|--:|\n| `docker ps` | **1** |\n| 名前 | a \\| b |';
    expect(richText(markdown)).toEqual([
      code(['Command       Is', '---------  -----', 'docker ps      1', '名前       a | b'].join('\n')),
    ]);
  });

  it('is set in lines where it is wide', () => {
    const wide = 'w'.repeat(70);
    expect(richText(`| A | B | C |\n|---|---|---|\n| x | ${wide} | *z* |\n| y | | |`)).toEqual([
      section(text('A · B · C', bold)),
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          section(text('x', bold), text(`: ${wide} · `), text('z', { italic: true })),
          section(text('y', bold), text(': – · –')),
        ],
      },
    ]);
  });

  it('keeps its links, in lines', () => {
    expect(richText('| A | B |\n|---|---|\n| [x](https://e.org) | y |')).toEqual([
      section(text('A · B', bold)),
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [section(link('https://e.org', 'x', bold), text(': y'))],
      },
    ]);
  });

  it('is not set in columns that would be mostly padding', () => {
    const markdown = `|a|b|\n|-|-|\n|${'w'.repeat(60)}|x|\n${'|y|z|\n'.repeat(300)}`;
    expect(textIn(richText(markdown)).length).toBeLessThan(markdown.length * 1.5);
  });

  it.each([
    ['of nothing', '| | |\n|-|-|\n| | |', 0],
    ['of a head alone', '| a | b |\n|-|-|', 1],
    ['inside a list', '- x\n\n  | a | b |\n  |-|-|\n  | c | d |', 2],
  ])('may be one %s', (_, markdown, count) => {
    expect(richText(markdown)).toHaveLength(count);
  });
});

describe('richList', () => {
  it('shows items of several blocks in their order', () => {
    expect(richList(['a **b**', 'c\n\n```\nd\n```', 'e'], true)).toEqual([
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [section(text('a '), text('b', bold)), section(text('c'))],
      },
      code('d'),
      list('ordered', ['e'], { offset: 2 }),
    ]);
  });
});

describe('richFields', () => {
  it('shows a line each, the name bold', () => {
    const fields = [
      { name: 'Streak', value: '**21** days' },
      { name: '*Due*', value: '- a\n- b' },
      { name: 'Empty', value: '' },
      { name: '', value: 'alone' },
    ];
    expect(richFields(fields)).toEqual([
      section(
        text('Streak', bold),
        text(': '),
        text('21', bold),
        text(' days\n'),
        text('Due', { bold: true, italic: true }),
        text(':'),
      ),
      list('bullet', ['a', 'b']),
      section(text('\n'), text('Empty', bold), text(':\nalone')),
    ]);
  });
});

it('shows code without reading it', () => {
  expect(richCode('*a*\n<!here>')).toEqual([code('*a*\n<!here>')]);
});
