import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeck } from '../../src/notes/read-deck.js';
import { parseMarkdown } from '../../src/notes/tree.js';
import { cardsOf, read, shippedText } from './support.js';

const encoder = new TextEncoder();

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
);
const markdown = fc
  .array(fc.oneof(snippet, fc.string({ maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

function sound(file: string, bytes: Uint8Array): void {
  const { deck, problems } = readDeck(file, bytes);
  expect(deck === null).toBe(problems.some((problem) => problem.severity === 'error'));
  const ids = deck?.cards.map((card) => card.id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  for (const card of deck?.cards ?? []) {
    expect(card.front.trim()).not.toBe('');
    expect(card.back.trim()).not.toBe('');
    expect(card.kind === 'cloze').toBe(card.front.includes('[…]') && card.kind === 'cloze');
  }
}

describe('reading a deck never fails', () => {
  it('for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => sound('x.md', bytes)),
      { numRuns: 1000 },
    );
  });

  it('for any Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) => sound('x.md', encoder.encode(text))),
      { numRuns: 1500 },
    );
  });

  it('for mutations of real notes', () => {
    const notes = shippedText();
    const edit = fc.tuple(fc.nat(notes.length), fc.nat(40), fc.oneof(snippet, fc.string({ maxLength: 4 })));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const mutated = edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), notes);
        sound('x.md', encoder.encode(mutated));
      }),
      { numRuns: 300 },
    );
  });

  it('for text nested beyond all measure', () => {
    const { deck, problems } = read(`${'> '.repeat(20_000)}fin`);
    expect(deck).toBeNull();
    expect(problems).toEqual([expect.objectContaining({ code: 'too-deep', severity: 'error' })]);
  });
});

describe('nothing is ignored in silence', () => {
  it('every bullet gives a card or a reason', () => {
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
    const told = new Set([...deck!.cards.map((card) => card.source.line), ...problems.map((problem) => problem.line)]);
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
    const { children } = parseMarkdown(text);
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
