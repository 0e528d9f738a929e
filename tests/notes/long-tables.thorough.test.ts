import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/notes/read/tree.js';
import { readDeck } from '../../src/notes/read-deck.js';

function rows(count: number, row: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => `${row(number)}\n`).join('');
}

const HEAD = '| Term | Meaning |\n|---|:-:|\n';
const row = (number: number) => `| Term ${number} | What **number** ${number} of \`a \\| b\` says |`;

/** The tree as the parser gives it for the text as a whole. */
function whole(text: string) {
  return fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

describe('a long table', () => {
  it.each([
    ['alone', `${HEAD}${rows(1_200, row)}`],
    ['between other blocks', `# Title\n\nWords.\n\n${HEAD}${rows(1_200, row)}\n## Next\n\n- one\n- two\n`],
    ['that a heading ends without a blank line', `${HEAD}${rows(1_200, row)}## Next\n\nWords.\n`],
    ['that a list ends', `${HEAD}${rows(1_200, row)}- one\n- two\n\n${'Words. '.repeat(2_000)}\n`],
    [
      'with rows that have no bars',
      `${HEAD}${rows(1_500, (number) => `Term ${number} of these, with a few words more`)}`,
    ],
    [
      'without outer bars',
      `Term | Meaning\n--- | ---\n${rows(1_700, (number) => `Term ${number} | What number ${number} says`)}`,
    ],
    ['after a paragraph', `Some words\n${HEAD}${rows(1_200, row)}`],
    ['followed by another', `${HEAD}${rows(800, row)}\n${HEAD}${rows(800, row)}`],
    ['with an end of lines from Windows', `${HEAD}${rows(1_200, row)}`.replaceAll('\n', '\r\n')],
  ])('%s is the same tree as if it were read in one', (_, text) => {
    expect(text.length).toBeGreaterThan(50_000);
    expect(parseNotes(text)).toEqual({ root: expect.objectContaining({ children: whole(text).children }), unread: [] });
  });

  it.each([
    ['a head of other columns', `| A | B |\n|---|---|---|\n${rows(1_600, row)}`],
    ['a head in code', `\`\`\`\n${HEAD}\`\`\`\n${rows(1_600, row)}`],
    ['a head that is a list', `- A | B\n|---|---|\n${rows(1_600, row)}`],
  ])('is none after %s: no head is made up', (_, text) => {
    const { root } = parseNotes(text);
    expect(root.children.filter(({ type }) => type === 'table')).toEqual([]);
  });
});

it('a glossary of 10,000 rows is 10,000 cards, each with its line', () => {
  const text = `# Glossary\n\n| Term | Meaning |\n|---|---|\n${rows(10_000, (number) => `| API${number} | Interface ${number} that programs use to talk. |`)}`;
  const { deck, problems } = readDeck('glossary.md', new TextEncoder().encode(text));
  expect(problems).toEqual([]);
  expect(deck?.cards).toHaveLength(10_000);
  expect(deck?.cards[9_999]?.source.line).toBe(10_004);
});
