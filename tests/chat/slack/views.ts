/** Views for the renderers' tests: any at all, and such that every word of them must be shown. */
import fc from 'fast-check';
import type { Block, Control, View } from '../../../src/chat/port.js';

const HOSTILE = [
  '<!channel>',
  '<@U012AB3CD>',
  ':smile:',
  '*bold*',
  '`',
  '```\n',
  '> ',
  '- ',
  '1. ',
  '|a|b|\n|-|-|\n|c|d|\n',
  '[a](https://e.org)',
  '[a][b]\n\n[b]: https://e.org\n',
  '![](a.png)',
  '&amp;',
  '<b>',
  '\n\n',
  '    ',
  '# ',
  '---\n',
  '👩🏽‍💻',
];

const markdown = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme' })), {
      maxLength: 30,
    })
    .map((parts) => parts.join(' ')),
  fc.constantFrom(...HOSTILE).map((part) => part.repeat(80)),
  fc.constant('word '.repeat(3_000)),
  fc.constant('x'.repeat(7_000)),
  fc.constant(''),
);
const plain = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(...HOSTILE, '', ' ', '\n'),
  fc.constant('y'.repeat(400)),
);

const action = fc.constantFrom({ action: 'go', args: [] }, { action: 'review.grade', args: ['1', '2'] });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), markdown }),
  fc.record({ kind: fc.constant('code' as const), code: fc.oneof(markdown, plain) }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(markdown, { maxLength: 8 }), ordered: fc.boolean() }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: plain, value: markdown }), { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('meters' as const),
    meters: fc.array(fc.record({ label: plain, value: fc.double(), max: fc.double(), text: plain }), {
      maxLength: 200,
    }),
  }),
  fc.record({ kind: fc.constant('headline' as const), markdown }),
  fc.record({ kind: fc.constant('caption' as const), text: plain, bar: fc.constant({ value: 3, max: 10 }) }),
  fc.record({
    kind: fc.constant('rows' as const),
    rows: fc.array(
      fc.record({
        markdown,
        bar: fc.constant({ value: 1, max: 2 }),
        controls: fc.array(fc.record({ kind: fc.constant('button' as const), label: plain, action }), { maxLength: 3 }),
      }),
      { maxLength: 20 },
    ),
  }),
);

const option = fc.record({ label: plain, value: fc.string({ minLength: 1, maxLength: 150 }), selected: fc.boolean() });
const control: fc.Arbitrary<Control> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('button' as const),
      label: plain,
      action,
      style: fc.constantFrom('primary' as const, 'plain' as const, 'danger' as const),
    },
    { requiredKeys: ['kind', 'label', 'action'] },
  ),
  fc.record({
    kind: fc.constant('link' as const),
    label: plain,
    url: fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)'), fc.constant(`https://e.org/${'a'.repeat(3_000)}`)),
  }),
  fc.record({
    kind: fc.constant('select' as const),
    label: plain,
    action,
    options: fc.oneof(fc.array(option, { maxLength: 5 }), fc.array(option, { minLength: 98, maxLength: 230 })),
  }),
);

export const anyView: fc.Arbitrary<View> = fc.record(
  {
    tone: fc.constantFrom('neutral' as const, 'success' as const, 'warning' as const, 'danger' as const),
    title: fc.oneof(plain, markdown),
    body: fc.array(block, { maxLength: 8 }),
    controls: fc.array(control, { maxLength: 40 }),
    footer: markdown,
  },
  { requiredKeys: ['body'] },
);

/** Texts in which each `§` shall be a word of its own. */
const SHAPES = [
  '§ § §',
  '**§** *§* ~~§~~ `§` [§](https://e.org) ![§](https://e.org)',
  '§\n§\n\n§',
  '# §\n§',
  '- §\n  - §\n\n    §\n- [x] §',
  '3. §\n   ```\n   §\n   ```\n4. §',
  '> §\n> - §',
  '| § | § |\n|---|---|\n| § | § |',
  '| § | § | § |\n|---|---|---|\n| § | [§](https://e.org) | |',
  '```sh\n§ §\n```',
  '<b>§</b>\n\n<div>§</div>',
  '§\n\n---\n\n§[^a]\n\n[^a]: §',
];

const shape = fc.array(fc.constantFrom(...SHAPES), { maxLength: 60 }).map((shapes) => shapes.join('\n\n'));
const short = fc.constantFrom('§', '§ §', '§ '.repeat(60));
const wordedBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), markdown: shape }),
  fc.record({ kind: fc.constant('code' as const), code: fc.nat(800).map((count) => '§ '.repeat(count)) }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(shape, { maxLength: 5 }), ordered: fc.boolean() }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: short, value: fc.constantFrom(...SHAPES) }), { maxLength: 60 }),
  }),
  fc.record({
    kind: fc.constant('meters' as const),
    meters: fc.array(fc.record({ label: short, value: fc.nat(9), max: fc.nat(9), text: short }), { maxLength: 20 }),
  }),
  fc.record({ kind: fc.constant('headline' as const), markdown: shape }),
  fc.record({ kind: fc.constant('caption' as const), text: short }),
  fc.record({
    kind: fc.constant('rows' as const),
    rows: fc.array(
      fc.record({
        markdown: fc.oneof(short, fc.constantFrom(...SHAPES.slice(0, 2))),
        controls: fc.array(fc.record({ kind: fc.constant('button' as const), label: fc.constant('§'), action }), {
          maxLength: 3,
        }),
      }),
      { maxLength: 9 },
    ),
  }),
);

/** A view of words `w1w`, `w2w` …, each once. */
export const wordedView: fc.Arbitrary<View> = fc
  .record({
    title: short,
    body: fc.array(wordedBlock, { maxLength: 6 }),
    controls: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('button' as const), label: short, action }),
        fc.record({ kind: fc.constant('link' as const), label: short, url: fc.constant('https://e.org/§') }),
        fc.record({
          kind: fc.constant('select' as const),
          label: short,
          action,
          options: fc.array(fc.record({ label: short, value: fc.constant('v') }), { minLength: 1, maxLength: 120 }),
        }),
      ),
      { maxLength: 12 },
    ),
    footer: fc.oneof(short, fc.constantFrom(...SHAPES)),
  })
  .map((view): View => {
    let count = 0;
    return JSON.parse(JSON.stringify(view).replaceAll('§', () => `w${count++}w`));
  });
