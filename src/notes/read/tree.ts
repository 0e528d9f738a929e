import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { hideFormulas, showFormulas } from './maths.js';
import { type Stretch, stretchesOf, type Unread } from './stretches.js';

const SYNTAX = [frontmatter(['yaml']), gfm()];
const TREE = [frontmatterFromMarkdown(['yaml']), gfmFromMarkdown()];

/** A syntax tree with positions in the whole text, and the lines that it leaves out. */
export type Parsed = { readonly root: Root; readonly unread: readonly Unread[] };

function parse(text: string): Root {
  return fromMarkdown(text, { extensions: SYNTAX, mdastExtensions: TREE });
}

/** The blocks of one stretch, at their places in the whole text. */
function blocksOf({ text, offset, line, dropped }: Stretch): readonly RootContent[] {
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

/**
 * Markdown with GitHub's extensions, YAML front matter and formulas → syntax tree with positions.
 *
 * The parser's own time grows with the square of the length (its edit map), so a long text is read in stretches. They
 * are cut where a top-level block begins, so that the tree is the same; only a link reference defined in another
 * stretch stays text.
 */
export function parseNotes(text: string): Parsed {
  const { list, unread } = stretchesOf(hideFormulas(text));
  return { root: { type: 'root', children: list.flatMap(blocksOf) }, unread };
}
