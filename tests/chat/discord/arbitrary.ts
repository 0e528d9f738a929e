import fc from 'fast-check';
import type { Block, Control, View } from '../../../src/chat/port.js';

/** Pieces that mean something in Discord, in CommonMark or to neither, and some that break careless code. */
const PIECES = [
  ...['*', '**', '_', '__', '~~', '`', '``', '```', '||', '|', '>', '>>> ', '# ', '## ', '-# ', '- ', '+ ', '1. '],
  ...['\n', '\n\n', '  \n', '\\', '\\\n', '    ', '\t', ' ', '[', ']', '](', ')', '<', '(', '!['],
  ...['@everyone', '@here', '<@1>', '<@!1>', '<@&2>', '<#3>', '<:a:4>', '<a:b:5>', '<t:6:R>', '</cmd:7>', '<id:home>'],
  ...[':smile:', ':+1:', ':a:b:', 'https://x.y/a_b', 'http://a*b', 'www.x.y', 'steam://a', 'http://', '://'],
  ...['<https://a.b>', '<me@x.yz>', '<+12345>', '<tel:123>', '[t](https://a.b)', '[t](x.md)', '[r]: https://c.d/e\n'],
  ...[
    '[r]',
    '![i](https://f.g)',
    '| a | b |\n|---|--:|\n| c | d |\n',
    '- [ ] t\n',
    '- [x] t\n',
    '---\n',
    '&lt;',
    '&nbsp;',
  ],
  ...[
    'word',
    'a',
    '1',
    'ñ',
    '漢字',
    '👩‍👩‍👧',
    '🎉',
    '\u0000',
    '\ud800',
    '\r\n',
    '\u200b',
    '¯\\_(ツ)_/¯',
    '<br>',
    '[^1]',
    '[^1]: f\n',
  ],
];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((parts) => parts.join(''));

/** Short texts, hostile and harmless. */
export const hostileText = fc.oneof(
  pieces,
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** So long that no message holds them, and some that grow when they are escaped or laid out. */
export const HUGE: readonly string[] = [
  'word '.repeat(3_000),
  '*'.repeat(5_000),
  '漢'.repeat(4_500),
  '|a|b|\n|-|-|\n'.concat('|c|d|\n'.repeat(400)),
  `[r]: https://example.com/${'x'.repeat(300)}\n\n${'[r] '.repeat(300)}`,
  '- a\n'.repeat(800),
  `${'> '.repeat(40)}a\n`.repeat(60),
  `${'- '.repeat(40)}a\n`.repeat(40),
  '1. a\n\n   b\n'.repeat(250),
  `\`\`\`js\n${'x\n\n'.repeat(1_000)}\`\`\``,
  '-\\\n'.repeat(800),
];

/** Mostly short, some too long for a message. */
export const anyText = fc.oneof(
  { weight: 8, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.tuple(pieces, fc.integer({ min: 10, max: 60 })).map(([text, n]) => text.repeat(n)) },
);

const refs = fc.record({
  action: fc.constantFrom('go', 'review.grade', 'x'),
  args: fc.array(fc.constantFrom('', '1', 'abc', '~|', 'a'.repeat(40)), { maxLength: 2 }),
});

export const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), markdown: anyText }),
  fc.record({ kind: fc.constant('code' as const), code: anyText, language: fc.constantFrom('', 'js', 'a b', '`') }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(anyText, { maxLength: 6 }), ordered: fc.boolean() }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('meters' as const),
    meters: fc.array(fc.record({ label: anyText, value: fc.double({ noNaN: true }), max: fc.nat(10), text: anyText }), {
      maxLength: 12,
    }),
  }),
  fc.record({ kind: fc.constant('headline' as const), markdown: anyText }),
  fc.record({ kind: fc.constant('caption' as const), text: anyText, bar: fc.constant({ value: 3, max: 10 }) }),
  fc.record({
    kind: fc.constant('rows' as const),
    rows: fc.array(
      fc.record({
        markdown: anyText,
        controls: fc.array(fc.record({ kind: fc.constant('button' as const), label: anyText, action: refs }), {
          maxLength: 3,
        }),
      }),
      { maxLength: 12 },
    ),
  }),
);

const option = fc.record({ label: hostileText, value: fc.oneof(fc.string(), fc.constant('v'.repeat(101))) });

export const control: fc.Arbitrary<Control> = fc.oneof(
  fc.record({
    kind: fc.constant('button' as const),
    label: hostileText,
    action: refs,
    style: fc.constantFrom('primary', 'plain', 'danger'),
  }),
  fc.record({
    kind: fc.constant('link' as const),
    label: hostileText,
    url: fc.oneof(fc.webUrl(), fc.constantFrom('', 'x.md', 'javascript:alert(1)', `https://x.y/${'z'.repeat(600)}`)),
  }),
  fc.record({
    kind: fc.constant('select' as const),
    label: hostileText,
    action: refs,
    options: fc.array(option, { maxLength: 60 }),
  }),
);

export const view: fc.Arbitrary<View> = fc.record(
  {
    tone: fc.constantFrom('neutral', 'success', 'warning', 'danger'),
    title: anyText,
    body: fc.array(block, { maxLength: 12 }),
    controls: fc.array(control, { maxLength: 30 }),
    footer: anyText,
  },
  { requiredKeys: ['body'] },
);
