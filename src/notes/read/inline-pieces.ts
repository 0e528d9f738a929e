import type { PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { withoutNotionIds } from '../../core/notion-names.js';
import { escapeCardText, tidy } from '../../language/text.js';

/** What stood out in the notes and may carry the fact. */
export type MarkKind = 'strong' | 'emphasis' | 'code' | 'highlight' | 'math';

/** The end of a line: where the source is wrapped, where Markdown ends it, `<br>`. */
export type Break = {
  readonly kind: 'soft-break' | 'hard-break' | 'html-break';
  readonly text: string;
  readonly line: number;
};
type Words = { readonly kind: MarkKind | 'text' | 'link'; readonly text: string; readonly line: number };
/** A part of a line that stands out in one way, as light Markdown. */
export type InlinePiece = Words | Break;

export function isBreak(piece: InlinePiece): piece is Break {
  return piece.kind === 'soft-break' || piece.kind === 'hard-break' || piece.kind === 'html-break';
}

export const HARD_BREAK = /^<br\s*\/?>$/i;

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;
/**
 * Obsidian's `![[picture]]` and `[[target|words]]`, and a link `[words][reference]` whose target is unknown; the groups
 * catch the words.
 */
const OBSIDIAN = new RegExp(
  [
    String.raw`!\[\[([^[\]|\n]{0,300})[^[\]\n]{0,300}\]\]`,
    String.raw`\[\[(?:[^[\]|\n]{0,300}\|)?([^[\]\n]{0,300})\]\]`,
    String.raw`(?<!\])\[([^[\]\n]{1,300})\]\[[^[\]\n]{0,100}\]`,
  ].join('|'),
  'g',
);
/** What Obsidian hides: `%%a remark%%`, and `^block-id` at the end of a line. */
const UNSEEN = /%%[^%\n]{0,1000}%%|[ \t]\^[A-Za-z0-9-]{1,40}(?=\s*$)/gm;
/** Signs without any width, which pages bring along when they are copied. The one that joins emoji stays. */
const WIDTHLESS = /[\u200b\u200c\u2060\ufeff]/gu;

function picture(words: string, address: string): string {
  return `![${escapeCardText(words)}](<${address.replace(/[<>\s]/g, encodeURI)}>)`;
}

function obsidianPieces(text: string, line: number, kind: Words['kind']): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let done = 0;
  const plain = (part: string) => pieces.push({ kind, text: escapeCardText(part), line });
  for (const match of text.matchAll(OBSIDIAN)) {
    plain(text.slice(done, match.index));
    const [whole, embedded, wiki, referred] = match;
    done = match.index + whole.length;
    if (embedded !== undefined) {
      if (PICTURE.test(embedded)) pieces.push({ kind, text: picture('', embedded), line });
      continue;
    }
    pieces.push({ kind: kind === 'text' ? 'link' : kind, text: escapeCardText(wiki ?? referred ?? ''), line });
  }
  plain(text.slice(done));
  return pieces;
}

function textPieces(value: string, line: number, kind: Words['kind']): InlinePiece[] {
  const seen = value.replace(UNSEEN, '').replace(WIDTHLESS, '');
  const lines = (kind === 'link' ? withoutNotionIds(seen) : seen).split(/\r\n|\r|\n/);
  return lines.flatMap((text, index): InlinePiece[] => {
    const at = line + index;
    const pieces = obsidianPieces(text, at, kind);
    return index === 0 ? pieces : [{ kind: 'soft-break', text: ' ', line: at }, ...pieces];
  });
}

function codePiece(value: string, line: number): InlinePiece {
  const fence = value.includes('`') ? '``' : '`';
  return { kind: 'code', text: `${fence}${tidy(value)}${fence}`, line };
}

function piecesOf(node: PhrasingContent, kind: Words['kind']): InlinePiece[] {
  const line = node.position?.start.line ?? 1;
  switch (node.type) {
    case 'text':
      return textPieces(node.value, line, kind);
    case 'inlineCode':
      return [codePiece(node.value, line)];
    case 'inlineMath':
      return [{ kind: 'math', text: node.value, line }];
    case 'break':
      return [{ kind: 'hard-break', text: ' ', line: line + 1 }];
    case 'html':
      return HARD_BREAK.test(node.value) ? [{ kind: 'html-break', text: ' ', line }] : [];
    case 'image':
      return [{ kind, text: picture(node.alt ?? '', node.url), line }];
    case 'strong':
      return node.children.flatMap((child) => piecesOf(child, 'strong'));
    case 'emphasis':
      return node.children.flatMap((child) => piecesOf(child, kind === 'text' ? 'emphasis' : kind));
    case 'highlight':
      return node.children
        .flatMap((child) => piecesOf(child, 'highlight'))
        .map((piece) => (isBreak(piece) && piece.kind !== 'soft-break' ? piece : { ...piece, kind: 'highlight' }));
    case 'link':
    case 'linkReference':
      return node.children.flatMap((child) => piecesOf(child, kind === 'text' ? 'link' : kind));
    case 'delete':
    case 'footnoteReference':
    case 'imageReference':
      return [];
    default:
      return textPieces(plainText(node), line, kind);
  }
}

/** Pieces of a whole line; what stands between `<a …>` and `</a>` is a link. */
export function allPieces(nodes: readonly PhrasingContent[]): readonly InlinePiece[] {
  let inAnchor = false;
  return nodes.flatMap((node) => {
    if (node.type === 'html' && /^<\/?a\b/i.test(node.value)) inAnchor = /^<a\b/i.test(node.value);
    return piecesOf(node, inAnchor ? 'link' : 'text');
  });
}
