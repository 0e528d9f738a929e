import type { Html, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { hideFormulas, showFormulas } from './maths.js';
import { type Stretch, stretchesOf, type Unread } from './stretches.js';
import { syntaxFor } from './syntax.js';

/** A syntax tree with positions in the whole text, and the lines that it leaves out. */
export type Parsed = { readonly root: Root; readonly unread: readonly Unread[] };

function parse(text: string): Root {
  return fromMarkdown(text, syntaxFor(text));
}

/** The blocks of one stretch, at their places in the whole text. */
function blocksOf({ text, offset, line, dropped }: Pick<Stretch, 'text' | 'offset' | 'line' | 'dropped'>) {
  const root = parse(text);
  const end = text.trimEnd().length;
  if (offset > 0 || dropped > 0) {
    visit(root, ({ position }) => {
      if (!position) return;
      for (const point of [position.start, position.end]) {
        point.line += line - 1;
        if (point.offset !== undefined) point.offset += offset + (point.offset >= end ? dropped : 0);
      }
    });
  }
  return showFormulas(root, text).children;
}

/** The blocks of a stretch that goes on with a table: first the rest of it, with its head again. */
function blocksWithHead({ head, ...stretch }: Stretch): readonly RootContent[] | null {
  if (head === null) return null;
  const { text, offset, line } = stretch;
  const places = { offset: offset - head.text.length, line: line - head.lines };
  const blocks = blocksOf({ ...stretch, ...places, text: head.text + text });
  return blocks[0]?.type === 'table' ? blocks : null;
}

/** Puts the rows of a table that was read in parts together again. */
function continueTable(all: RootContent[], blocks: readonly RootContent[]): void {
  const [rest, ...others] = blocks;
  const table = all.at(-1);
  if (table?.type !== 'table' || rest?.type !== 'table') all.push(...blocks);
  else {
    table.children.push(...rest.children.slice(1));
    if (table.position && rest.position) table.position.end = rest.position.end;
    all.push(...others);
  }
}

function blocksOfAll(stretches: readonly Stretch[]): RootContent[] {
  const all: RootContent[] = [];
  for (const stretch of stretches) {
    const continued = blocksWithHead(stretch);
    if (continued === null) all.push(...blocksOf(stretch));
    else continueTable(all, continued);
  }
  return all;
}

/**
 * Markdown with GitHub's extensions, YAML front matter and formulas → syntax tree with positions.
 *
 * The parser's own time grows with the square of the length (its edit map), so a long text is read in stretches. They
 * are cut where a top-level block or a row of a table begins, so that the tree is the same; only a link reference defined in another
 * stretch stays text.
 */
export function parseNotes(text: string): Parsed {
  const { list, unread } = stretchesOf(hideFormulas(text));
  return { root: { type: 'root', children: blocksOfAll(list) }, unread };
}

/** What stands around text inside HTML and says nothing of it. */
const WRAPPING = /<\/?(?:p|div|center|section|article|ul|ol|font|span)(?=[\s>])[^<>]*>|<\/li>/giu;

function dedented(text: string): string {
  const indents = [...text.matchAll(/^[ \t]*(?=\S)/gmu)].map(([blanks]) => blanks.length);
  const least = indents.reduce((min, length) => Math.min(min, length), Number.POSITIVE_INFINITY);
  return least > 0 && Number.isFinite(least) ? text.replace(new RegExp(`^[ \\t]{${least}}`, 'gmu'), '') : text;
}

/**
 * Text that stands inside a block of HTML, from a place in it, as Markdown. Its lines are those of the notes; where in them it
 * begins and ends is only known of the block as a whole.
 */
export function parseFragment(part: string, { value, position }: Html, at: number): readonly RootContent[] {
  const text = dedented(part.replace(WRAPPING, '').replace(/^[ \t]*<li(?=[\s>])[^<>]*>/gimu, '- '));
  const hidden = hideFormulas(text);
  const root = showFormulas(parse(hidden), hidden);
  if (!position) return root.children;
  const above = position.start.line - 1 + value.slice(0, at).split('\n').length - 1;
  visit(root, (node) => {
    if (!node.position) return;
    const { start, end } = node.position;
    node.position = {
      start: { ...position.start, line: start.line + above },
      end: { ...position.end, line: end.line + above },
    };
  });
  return root.children;
}
