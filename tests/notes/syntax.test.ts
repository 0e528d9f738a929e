import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { syntaxFor } from '../../src/notes/read/syntax.js';
import { runs } from '../support/runs.js';

function treeByAll(text: string) {
  return fromMarkdown(text, {
    extensions: [frontmatter(['yaml']), gfm({ singleTilde: false })],
    mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmFromMarkdown()],
  });
}

function expectSameTree(text: string): void {
  expect(fromMarkdown(text, syntaxFor(text))).toEqual(treeByAll(text));
}

it.each([
  'write to ana@example.com',
  'ana&commat;example.com, http&colon;//example.com, &#119;ww.example.com',
  'see http://example.com and www.example.com, <https://example.com/a_b>',
  'http\\://example.com, ana\\@example.com',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  'a\n:-\nb',
  'a\n-:\nb',
  '- a | b\n  - | -\n',
  'a\n---\n\nb\n===\nc',
  '> a\n- - -\nb\n> c',
  'a ~~b~~ ~c~ [^1]\n\n[^1]: d\n- [x] e',
])('reads %j to the tree that all extensions give', (text) => {
  expectSameTree(text);
});

it('reads the notes that ship to the tree that all extensions give', () => {
  expectSameTree(readFileSync('flashcards/docker.md', 'utf8'));
});

it('leaves out what the text has no signs of', () => {
  const plain = syntaxFor('words, and nothing else');
  const full = syntaxFor('| http | @ |');
  const letters = ({ extensions }: ReturnType<typeof syntaxFor>) =>
    extensions.flatMap(({ text }) => Object.keys(text ?? {})).length;
  expect(letters(plain)).toBeLessThan(5);
  expect(letters(full)).toBeGreaterThan(60);
});

const signs = fc.constantFrom(
  ...[
    'a',
    'Ana',
    ' ',
    '\n',
    '\n\n',
    '@',
    '.',
    'com',
    'www.',
    'http://',
    '&',
    '&commat;',
    '\\',
    '|',
    ':',
    '-',
    '---',
    ':-',
  ],
  ...[
    '- ',
    '1. ',
    '> ',
    '    ',
    '*',
    '_',
    '`',
    '```\n',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '# ',
    '<',
    '>',
    '=',
    '\t',
    '[^1]',
    ': ',
  ],
);

it('reads any text to the tree that all extensions give', () => {
  const texts = fc.array(signs, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(fc.property(texts, expectSameTree), { numRuns: runs(1_000) });
});
