import type { PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { escapeMarkdown, tidy } from './text.js';

/** What stood out in the notes and may carry the fact. */
export type MarkKind = 'strong' | 'emphasis' | 'code' | 'highlight';
export type Mark = { readonly kind: MarkKind; readonly start: number; readonly end: number };

/** One line of thought: inline content as light Markdown (code and images kept, emphasis and links to plain text). */
export type Inline = {
  readonly text: string;
  /** Offsets in `text`, in order. */
  readonly marks: readonly Mark[];
  /** Characters of `text` that were links. */
  readonly linked: number;
  /** Line in the notes, from 1. */
  readonly line: number;
};

type Piece = {
  readonly kind: MarkKind | 'text' | 'link' | 'soft-break' | 'hard-break';
  readonly text: string;
  readonly line: number;
};

const HARD_BREAK = /^<br\s*\/?>$/i;

/** Obsidian's `![[embed]]`, which shows something else. */
const EMBED = /!\[\[[^[\]\n]{0,300}\]\]/g;
/** Obsidian's `[[target|words]]` and `==highlight==`; the groups catch the words. */
const OBSIDIAN = /\[\[(?:[^[\]|\n]{0,300}\|)?([^[\]\n]{0,300})\]\]|==([^=\n]{1,300})==/g;

function obsidianPieces(text: string, line: number, kind: Piece['kind']): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const plain = (part: string) => pieces.push({ kind, text: escapeMarkdown(part), line });
  for (const match of text.matchAll(OBSIDIAN)) {
    plain(text.slice(done, match.index));
    const [whole, linked, highlighted] = match;
    const shown: Piece['kind'] = kind !== 'text' ? kind : linked === undefined ? 'highlight' : 'link';
    pieces.push({ kind: shown, text: escapeMarkdown(linked ?? highlighted ?? ''), line });
    done = match.index + whole.length;
  }
  plain(text.slice(done));
  return pieces;
}

function textPieces(value: string, line: number, kind: Piece['kind']): Piece[] {
  const lines = value.replace(EMBED, '').split(/\r\n|\r|\n/);
  return lines.flatMap((text, index): Piece[] => {
    const at = line + index;
    const pieces = obsidianPieces(text, at, kind);
    return index === 0 ? pieces : [{ kind: 'soft-break', text: ' ', line: at }, ...pieces];
  });
}

function codePiece(value: string, line: number): Piece {
  const fence = value.includes('`') ? '``' : '`';
  return { kind: 'code', text: `${fence}${tidy(value)}${fence}`, line };
}

function piecesOf(node: PhrasingContent, kind: Piece['kind']): Piece[] {
  const line = node.position?.start.line ?? 1;
  switch (node.type) {
    case 'text':
      return textPieces(node.value, line, kind);
    case 'inlineCode':
      return [codePiece(node.value, line)];
    case 'break':
      return [{ kind: 'hard-break', text: ' ', line: line + 1 }];
    case 'html':
      return HARD_BREAK.test(node.value) ? [{ kind: 'hard-break', text: ' ', line }] : [];
    case 'image':
      return [
        { kind, text: `![${escapeMarkdown(node.alt ?? '')}](<${node.url.replace(/[<>\s]/g, encodeURI)}>)`, line },
      ];
    case 'strong':
      return node.children.flatMap((child) => piecesOf(child, 'strong'));
    case 'emphasis':
      return node.children.flatMap((child) => piecesOf(child, kind === 'text' ? 'emphasis' : kind));
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
function allPieces(nodes: readonly PhrasingContent[]): readonly Piece[] {
  let inAnchor = false;
  return nodes.flatMap((node) => {
    if (node.type === 'html' && /^<\/?a\b/i.test(node.value)) inAnchor = /^<a\b/i.test(node.value);
    return piecesOf(node, inAnchor ? 'link' : 'text');
  });
}

/** Puts pieces side by side with single spaces, keeping the marks' offsets. */
function joined(pieces: readonly Piece[]): Inline {
  let text = '';
  let linked = 0;
  const marks: Mark[] = [];
  for (const piece of pieces) {
    let part = piece.text.replace(/\s+/gu, ' ');
    if (text === '' || text.endsWith(' ')) part = part.trimStart();
    const start = text.length;
    text += part;
    if (piece.kind === 'link') linked += part.length;
    if (piece.kind === 'text' || piece.kind === 'link' || piece.kind === 'soft-break' || piece.kind === 'hard-break') {
      continue;
    }
    const last = marks.at(-1);
    if (last && last.kind === piece.kind && last.end === start) marks[marks.length - 1] = { ...last, end: text.length };
    else if (part.trim() !== '') marks.push({ kind: piece.kind, start, end: text.length });
  }
  return { text: text.trimEnd(), marks, linked, line: pieces.find((piece) => piece.text.trim())?.line ?? 1 };
}

/** Whether what follows a soft line break is a new thought: a bold term, `Question::answer`. */
function opensThought(rest: readonly Piece[]): boolean {
  const first = rest.find((piece) => piece.text.trim() !== '');
  if (!first) return false;
  if (first.kind === 'strong') return true;
  const lineEnd = rest.findIndex((piece) => piece.kind === 'soft-break' || piece.kind === 'hard-break');
  const line = rest.slice(0, lineEnd === -1 ? undefined : lineEnd);
  const text = line.map((piece) => piece.text).join('');
  return /\S::\S?/u.test(text);
}

/**
 * Inline content as its thoughts: cut at hard breaks, and at soft ones where a new thought begins. A sentence wrapped
 * over several lines stays whole. Thoughts without text are left out.
 */
export function thoughtsOf(nodes: readonly PhrasingContent[]): readonly Inline[] {
  const pieces = allPieces(nodes);
  const thoughts: Piece[][] = [[]];
  for (const [index, piece] of pieces.entries()) {
    const cuts =
      piece.kind === 'hard-break' || (piece.kind === 'soft-break' && opensThought(pieces.slice(index + 1, index + 40)));
    if (cuts) thoughts.push([]);
    else thoughts.at(-1)?.push(piece);
  }
  return thoughts.map(joined).filter((thought) => thought.text !== '');
}

/** All inline content as one line. */
export function inlineOf(nodes: readonly PhrasingContent[]): Inline {
  return joined(allPieces(nodes));
}
