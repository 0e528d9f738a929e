import type { List, RootContent } from 'mdast';
import { parseNotes } from './tree.js';

/** One thing that notes say: a point of a list with all that is below it, a paragraph, a block of code, a table. */
export type NotePiece = {
  readonly kind: 'point' | 'code' | 'other';
  /** As it stands in the notes. */
  readonly text: string;
  /** Where it begins and ends in the text that was read. */
  readonly start: number;
  readonly end: number;
};

/** What a text is made of, in its order. A text that cannot be read as Markdown is one piece. */
export function piecesOf(markdown: string): readonly NotePiece[] {
  try {
    return parseNotes(markdown).root.children.flatMap((node) => pieceOf(node, markdown));
  } catch (error) {
    // Too many lists inside each other end the call stack of the parser.
    if (!(error instanceof RangeError)) throw error;
    return [{ kind: 'other', text: markdown, start: 0, end: markdown.length }];
  }
}

function pieceOf(node: RootContent, markdown: string): readonly NotePiece[] {
  if (node.type === 'list') return node.children.flatMap((item) => cut(item, 'point', markdown));
  return cut(node, node.type === 'code' ? 'code' : 'other', markdown);
}

function cut(
  node: RootContent | List['children'][number],
  kind: NotePiece['kind'],
  markdown: string,
): readonly NotePiece[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  return [{ kind, text: markdown.slice(start, end), start, end }];
}
