import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SURE_ENOUGH } from '../../src/core/card.js';
import { parseNotes } from '../../src/notes/read/tree.js';
import { readDeck } from '../../src/notes/read-deck.js';
import { ENGLISH_NOTES, SPANISH_NOTES } from '../diff/decks.js';
import { runs } from '../support/runs.js';
import { cardsOf, read, shippedText } from './support.js';

const encoder = new TextEncoder();
const damage = (name: string) =>
  readFileSync(new URL(`../encoding/fixtures/damage/${name}.md`, import.meta.url), 'utf8');
const NOTES = [shippedText(), SPANISH_NOTES, ENGLISH_NOTES, damage('code'), damage('maths'), damage('en')];

/** Snippets that Markdown and the rules give a meaning to. */
const snippet = fc.constantFrom(
  '# ',
  '## ¿Qué es ',
  '* ',
  '  - ',
  '1. ',
  '> ',
  '**',
  '`',
  '```\n',
  '~~~',
  '=>',
  ': ',
  '::',
  ' - ',
  '[[',
  ']]',
  '](',
  '![',
  '|',
  '|-|\n',
  '\n',
  '\n\n',
  '  \n',
  '<br>',
  '<a href="',
  '</a>',
  '<!--',
  '---\n',
  ':::',
  '==',
  '[…]',
  'es ',
  'son ',
  'Docker ',
  'Si a, b',
  '2008',
  '? ',
  'La idea de ',
  '¿',
  '\\',
  '\t',
  '√©',
  'Ã©',
  '🚀️',
  '\u0301',
  '\r\n',
  '\u2028',
  '- [ ] ',
  '{{c1::x}}',
  '&amp;',
  '$x_1$',
  '$$',
  '\n?\n',
  '\n??\n',
  '\nQ: ',
  '\nA: ',
  'P: ',
  'R/ ',
  '{{c2::a::b}}',
  '\n- [x] ',
  '\n: ',
  '> [!note] ',
  '```sh\n# Listar\nls\n```\n',
  '![[x.png]]',
  '%%',
  ' ^id',
  '#tag ',
  ':::',
  '=',
  'Para listar:\n',
  'Ejemplos:\n',
  '**¿',
  'en 1789',
  '<details>\n',
  '<summary>',
  '</summary>',
  '</details>\n\n',
  '<aside>\n',
  '<h2>',
  '</h2>\n',
  '> [!faq]- ',
  '<sup>',
  '</sup>',
  '<mark>',
  '</mark>',
  '^2^',
  '~2~',
  '<Esc>',
  '{{cloze x}}',
  ' #card\n',
  '::\n',
  '\n  id:: 1\n',
);
const markdown = fc
  .array(fc.oneof(snippet, fc.string({ maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

function sound(file: string, bytes: Uint8Array): void {
  const { deck, problems } = readDeck(file, bytes);
  expect(deck === null).toBe(problems.some((problem) => problem.severity === 'error'));
  const cards = [...(deck?.cards ?? []), ...(deck?.doubtful ?? [])];
  expect(new Set(cards.map((card) => card.id)).size).toBe(cards.length);
  for (const { doubt } of deck?.cards ?? []) expect(doubt?.score ?? 1).toBeGreaterThanOrEqual(SURE_ENOUGH);
  for (const { doubt } of deck?.doubtful ?? []) expect(doubt?.score).toBeLessThan(SURE_ENOUGH);
  for (const card of cards) {
    expect(card.front.trim()).not.toBe('');
    expect(card.back.trim()).not.toBe('');
    if (card.kind === 'cloze') expect(card.front).toContain('[…]');
    const right = card.back.split('\n').map((line) => line.replace(/^- /, ''));
    if (card.kind === 'choice') expect(card.choices).toEqual(expect.arrayContaining(right));
    expect(card.source.line).toBeGreaterThan(0);
  }
  for (const problem of problems) expect(problem.line).toBeGreaterThan(0);
}

describe('reading a deck never fails', () => {
  it('for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => sound('x.md', bytes)),
      { numRuns: runs(1000) },
    );
  });

  it('for any Markdown', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(markdown, (text) => sound('x.md', encoder.encode(text))),
      { numRuns: runs(1500) },
    );
  });

  it('for mutations of real notes', { timeout: 3_600_000 }, () => {
    // A window of them, so that tens of thousands can be tried.
    const window = fc.tuple(fc.constantFrom(...NOTES), fc.nat(), fc.integer({ min: 200, max: 1500 }));
    const edit = fc.tuple(fc.nat(1500), fc.nat(40), fc.oneof(snippet, fc.string({ maxLength: 4 })));
    fc.assert(
      fc.property(window, fc.array(edit, { minLength: 1, maxLength: 6 }), ([notes, at, length], edits) => {
        const start = at % notes.length;
        const part = notes.slice(start, start + length);
        const mutated = edits.reduce((text, [place, cut, put]) => {
          const here = place % (text.length + 1);
          return text.slice(0, here) + put + text.slice(here + cut);
        }, part);
        sound('x.md', encoder.encode(mutated));
      }),
      { numRuns: runs(600) },
    );
  });

  it.each([
    ['quotes', `${'> '.repeat(20_000)}fin`],
    ['lists', '- '.repeat(2_000)],
    ['one list', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- nivel`).join('\n')],
  ])('for %s nested beyond all measure, and the rest of the file is read', (_what, nested) => {
    const { deck, problems } = read(`${nested}\n\n# Redes\n\n* **DNS** => Traduce nombres a direcciones.\n`);
    expect(deck?.cards.map(({ front }) => front)).toEqual(['¿Qué hace **DNS**?']);
    expect(problems.some(({ code, severity }) => code === 'too-deep' && severity === 'skipped')).toBe(true);
  });

  it('for a line of many megabytes', () => {
    const { deck, problems } = read(`${'Los pods son efímeros. '.repeat(200_000)}\n\n* **DNS** => Traduce nombres.\n`);
    expect(deck?.cards).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ line: 1, code: 'long-prose', severity: 'skipped' })]);
  });
});

describe('nothing is ignored in silence', () => {
  it('every bullet gives a card, sure or doubtful, or a reason', () => {
    const lines = [
      'uno',
      'Los pods son efímeros.',
      '',
      'Ver',
      '[x](http://y.z)',
      'por eso esto',
      '**A** => b c',
      '¿Y?',
    ];
    const text = `# Kubernetes\n\n${lines.map((line) => `* ${line}`).join('\n')}\n`;
    const { deck, problems } = read(text);
    const cards = [...deck!.cards, ...deck!.doubtful];
    const told = new Set([...cards.map((card) => card.source.line), ...problems.map((problem) => problem.line)]);
    const expected = lines.flatMap((line, index) => (line === '' ? [] : [index + 3]));
    expect([...told].sort((a, b) => a - b)).toEqual(expected);
  });
});

describe('a long file', () => {
  it('is read in stretches that give the same blocks at the same places', () => {
    const fence = '```sh\n# no heading\n\n* no list\n```\n';
    const part = `${shippedText()}\n${fence}\n<!-- a\n\n# b\n\n-->\n\n`;
    const text = part.repeat(24);
    const lines = text.split('\n');
    const { children } = parseNotes(text).root;
    const headings = children.filter((node) => node.type === 'heading');
    expect(headings).toHaveLength(24 * 10);
    for (const { position } of headings) {
      const source = text.slice(position!.start.offset, position!.end.offset);
      expect(source).toMatch(/^#+ /);
      expect(lines[position!.start.line - 1]).toBe(`${source}${lines[position!.start.line - 1]!.slice(source.length)}`);
    }
  });

  it('gives every card the right line', () => {
    const filler = '* Los pods son efímeros y no guardan estado alguno entre reinicios.\n'.repeat(1200);
    const text = `# Kubernetes\n\n${filler}* **Etcd** => Guarda el estado.\n`;
    expect(cardsOf(text).at(-1)).toMatchObject({ front: '¿Qué hace **Etcd**?', source: { line: 1203 } });
  });
});

it('lets nothing through front matter that a database cannot hold', () => {
  const text = '---\ntitle: "a\\0b"\ntags: ["x\\0y"]\n---\n\n# A\n\n* **DNS** => Traduce nombres a direcciones.\n';
  const { deck } = readDeck('a.md', new TextEncoder().encode(text));
  expect(deck?.cards.length).toBeGreaterThan(0);
  expect(JSON.stringify(deck)).not.toContain('\\u0000');
});
