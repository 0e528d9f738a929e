import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockSize, fits, fitView, type ViewLimits } from '../../src/chat/fit.js';
import { shorten, splitText } from '../../src/chat/fit-text.js';
import { viewToPlainText } from '../../src/chat/plain-text.js';
import type { Block, Control, View } from '../../src/chat/port.js';
import { runs } from '../support/runs.js';

const length = (text: string) => text.length;
/** As a platform that escapes `&` into five characters counts. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').length;

const SMALL: ViewLimits = {
  measure: length,
  title: 20,
  block: 60,
  total: 120,
  blocks: 3,
  fields: 2,
  fieldName: 10,
  fieldValue: 20,
  footer: 20,
  buttons: 3,
  buttonLabel: 10,
  url: 40,
  selects: 1,
  options: 3,
  optionLabel: 12,
  rows: 2,
  parts: {
    of: ({ body }) => body.reduce((sum, part) => sum + (part.kind === 'rows' ? part.rows.length : 1), 0),
    max: 4,
  },
  pages: 100,
};

const action = { action: 'go', args: [] };
const words = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constant('&&'),
      fc.constant('\n\n'),
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(' '));
const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 200 }), fc.constant('x'.repeat(500)));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), markdown: text }),
  fc.record({ kind: fc.constant('code' as const), code: text }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 6 }), ordered: fc.boolean() }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('meters' as const),
    meters: fc.array(fc.record({ label: text, value: fc.nat(10), max: fc.constant(10), text }), { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('headline' as const), markdown: text }),
  fc.record({ kind: fc.constant('caption' as const), text, bar: fc.constant({ value: 3, max: 10 }) }),
  fc.record({
    kind: fc.constant('rows' as const),
    rows: fc.array(
      fc.record({
        markdown: text,
        controls: fc.array(
          fc.record({ kind: fc.constant('button' as const), label: text, action: fc.constant(action) }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 5 },
    ),
  }),
);
const control: fc.Arbitrary<Control> = fc.oneof(
  fc.record({ kind: fc.constant('button' as const), label: text, action: fc.constant(action) }),
  fc.record({ kind: fc.constant('link' as const), label: text, url: fc.webUrl() }),
  fc.record({
    kind: fc.constant('select' as const),
    label: text,
    action: fc.constant(action),
    options: fc.array(fc.record({ label: text, value: fc.string() }), { maxLength: 9 }),
  }),
);
const view: fc.Arbitrary<View> = fc.record(
  {
    tone: fc.constantFrom('neutral' as const, 'danger' as const),
    title: text,
    body: fc.array(block, { maxLength: 6 }),
    controls: fc.array(control, { maxLength: 8 }),
    footer: text,
  },
  { requiredKeys: ['body'] },
);
const limits = fc.constantFrom(SMALL, { ...SMALL, measure: escaped }, { ...SMALL, pages: 2 });

function long(n: number): string {
  return Array.from({ length: n }, (_, index) => `word${index}`).join(' ');
}

describe('fitView', () => {
  it('always fits', () => {
    fc.assert(
      fc.property(view, limits, (any, within) => {
        for (const page of fitView(any, within).pages) expect(fits(page, within)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it('leaves a view alone that fits', () => {
    const small: View = { title: 'Layers', body: [{ kind: 'text', markdown: 'one' }] };
    expect(fitView(small, SMALL)).toEqual({ pages: [small], rest: null });
  });

  it.each<[string, View]>([
    ['a long text', { body: [{ kind: 'text', markdown: long(80) }] }],
    ['many paragraphs', { body: [{ kind: 'text', markdown: long(80).replaceAll('0 ', '0\n\n') }] }],
    ['a long list', { body: [{ kind: 'list', items: long(40).split(' '), ordered: true }] }],
    ['a long item', { body: [{ kind: 'list', items: ['short', long(40)] }] }],
    ['long code', { body: [{ kind: 'code', code: long(60).replaceAll(' ', '\n') }] }],
    ['code inside a text', { body: [{ kind: 'text', markdown: `before\n\n\`\`\`\n${long(60)}\n\`\`\`\n\nafter` }] }],
    ['a long field', { body: [{ kind: 'fields', fields: [{ name: long(3), value: long(40) }] }] }],
    [
      'many fields',
      {
        body: [
          {
            kind: 'fields',
            fields: long(9)
              .split(' ')
              .map((name) => ({ name, value: 'v' })),
          },
        ],
      },
    ],
    ['a long title', { title: long(20), body: [] }],
    ['a long footer', { body: [], footer: long(20) }],
    ['a long label', { body: [], controls: [{ kind: 'button', label: long(10), action }] }],
    [
      'many meters',
      {
        body: [
          {
            kind: 'meters',
            meters: long(9)
              .split(' ')
              .map((label) => ({ label, value: 1, max: 2, text: '½' })),
          },
        ],
      },
    ],
  ])('loses no word of %s', (_, any) => {
    const { pages, rest } = fitView(any, SMALL);
    const shown = [...pages.map(viewToPlainText), rest ?? ''].join(' ');
    for (const word of viewToPlainText(any).match(/word\d+/g) ?? []) expect(shown).toMatch(new RegExp(`${word}\\b`));
  });

  it('keeps what no page has room for as rest', () => {
    const { pages, rest } = fitView({ body: [{ kind: 'text', markdown: long(200) }] }, { ...SMALL, pages: 2 });
    expect(pages).toHaveLength(2);
    expect(rest).toContain('word199');
  });

  it('puts every button on some page, in order, the last page included', () => {
    const labels = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const controls = labels.map((label) => ({ kind: 'button', label, action }) as const);
    const { pages } = fitView({ body: [{ kind: 'text', markdown: long(60) }], controls }, { ...SMALL, pages: 3 });
    expect(pages.flatMap((page) => page.controls ?? []).map((each) => each.label)).toEqual(labels);
  });

  it('splits the options of a select and says which are where', () => {
    const options = ['a', 'b', 'c', 'd', 'e'].map((value) => ({ label: value, value }));
    const { pages } = fitView({ body: [], controls: [{ kind: 'select', label: 'Deck', action, options }] }, SMALL);
    const selects = pages.flatMap((page) => page.controls ?? []);
    expect(selects.map(({ label }) => label)).toEqual(['Deck (1–3)', 'Deck (4–5)']);
  });

  it('moves an address that is too long for a button into the text', () => {
    const url = `https://example.org/${'a'.repeat(60)}`;
    const { pages } = fitView(
      { body: [], controls: [{ kind: 'link', label: 'Read', url }] },
      { ...SMALL, block: 200, total: 300 },
    );
    expect(pages.map(viewToPlainText).join('')).toContain(url);
  });

  it('closes a fence that it cuts, as a code block of its own', () => {
    const { pages } = fitView({ body: [{ kind: 'text', markdown: `\`\`\`sh\n${long(40)}\n\`\`\`` }] }, SMALL);
    const kinds = new Set(pages.flatMap(({ body }) => body).map(({ kind }) => kind));
    expect([...kinds]).toEqual(['code']);
  });
});

describe('splitText', () => {
  it.each([
    ['at a paragraph', 'one two\n\nthree four', 12, ['one two', 'three four']],
    ['at a line', 'one two\nthree four', 12, ['one two', 'three four']],
    ['at a sentence', 'Yes it is. Or is it', 14, ['Yes it is.', 'Or is it']],
    ['at a word', 'alpha beta gamma', 11, ['alpha beta', 'gamma']],
    ['and keeps the next line’s indentation', 'one:\n  two\n  three', 8, ['one:', '  two', '  three']],
    ['inside a word that is too long', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['never inside an emoji', '👩🏽‍💻👩🏽‍💻', 10, ['👩🏽‍💻', '👩🏽‍💻']],
  ])('cuts %s', (_, whole, max, pieces) => {
    expect(splitText(whole, max, length)).toEqual(pieces);
  });

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (whole, max) => {
        const pieces = splitText(whole, max, length);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(max);
        expect(pieces.join('').replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('shorten', () => {
  it.each([
    ['what fits', 'hola', 4, 'hola'],
    ['what does not', 'hola amigo', 6, 'hola…'],
    ['to nothing but an ellipsis', 'hola', 1, '…'],
  ])('handles %s', (_, whole, max, expected) => {
    expect(shorten(whole, max, length)).toBe(expected);
  });
});

it('counts a block at least as long as its words', () => {
  fc.assert(
    fc.property(block, (any) => {
      const shown = any.kind === 'text' ? any.markdown : any.kind === 'code' ? any.code : '';
      expect(blockSize(any, length)).toBeGreaterThanOrEqual(shown.length);
    }),
  );
});

describe('a table that is too long for a block', () => {
  it('is cut between rows, and each piece has its head', () => {
    const rows = Array.from({ length: 80 }, (_, n) => `| term ${n} | meaning number ${n} |`);
    const table = ['| Term | Meaning |', '| --- | --- |', ...rows].join('\n');
    const { pages } = fitView(
      { body: [{ kind: 'text', markdown: table }] },
      { ...SMALL, block: 400, total: 900, pages: 50 },
    );
    const pieces = pages.flatMap(({ body }) => body).map((block) => (block.kind === 'text' ? block.markdown : ''));
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(piece).toMatch(/^\| Term \| Meaning \|\n\| --- \| --- \|\n\| term \d+/);
    for (const row of rows) expect(pieces.join('\n')).toContain(row);
  });
});
