import type { PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { isMarkedSide } from '../../language/any/authored.js';
import { escapeMarkdown, tidy } from '../../language/text.js';

/** What stood out in the notes and may carry the fact. */
export type MarkKind = 'strong' | 'emphasis' | 'code' | 'highlight' | 'math';
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
/** The id that Notion's export puts behind every name. */
const NOTION_ID = /\s[0-9a-f]{32}(?![0-9a-f])/g;
/** Signs without any width, which pages bring along when they are copied. The one that joins emoji stays. */
const WIDTHLESS = /[\u200b\u200c\u2060\ufeff]/gu;
/** `#tag` at the start or the end of a line. */
const TAGS_BEFORE = /^(?:#\p{L}[\p{L}\p{N}_/-]*\s+)+/u;
const TAGS_BEHIND = /(?:\s+#\p{L}[\p{L}\p{N}_/-]*)+\s*$/u;

/** A name without the id that Notion's export puts behind it. */
export function withoutNotionId(name: string): string {
  return name.replace(NOTION_ID, '');
}

function picture(words: string, address: string): string {
  return `![${escapeMarkdown(words)}](<${address.replace(/[<>\s]/g, encodeURI)}>)`;
}

function obsidianPieces(text: string, line: number, kind: Piece['kind']): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const plain = (part: string) => pieces.push({ kind, text: escapeMarkdown(part), line });
  for (const match of text.matchAll(OBSIDIAN)) {
    plain(text.slice(done, match.index));
    const [whole, embedded, wiki, referred] = match;
    done = match.index + whole.length;
    if (embedded !== undefined) {
      if (PICTURE.test(embedded)) pieces.push({ kind, text: picture('', embedded), line });
      continue;
    }
    pieces.push({ kind: kind === 'text' ? 'link' : kind, text: escapeMarkdown(wiki ?? referred ?? ''), line });
  }
  plain(text.slice(done));
  return pieces;
}

function textPieces(value: string, line: number, kind: Piece['kind']): Piece[] {
  const seen = value.replace(UNSEEN, '').replace(WIDTHLESS, '');
  const lines = (kind === 'link' ? withoutNotionId(seen) : seen).split(/\r\n|\r|\n/);
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
    case 'inlineMath':
      return [{ kind: 'math', text: node.value, line }];
    case 'break':
      return [{ kind: 'hard-break', text: ' ', line: line + 1 }];
    case 'html':
      return HARD_BREAK.test(node.value) ? [{ kind: 'hard-break', text: ' ', line }] : [];
    case 'image':
      return [{ kind, text: picture(node.alt ?? '', node.url), line }];
    case 'strong':
      return node.children.flatMap((child) => piecesOf(child, 'strong'));
    case 'emphasis':
      return node.children.flatMap((child) => piecesOf(child, kind === 'text' ? 'emphasis' : kind));
    case 'highlight':
      return node.children
        .flatMap((child) => piecesOf(child, 'highlight'))
        .map((piece) => (isBreak(piece) ? piece : { ...piece, kind: 'highlight' }));
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

/** A sign that stands for a point of a list, typed by hand. */
const TYPED_POINT = /^\s*[●•▪▫■□◦‣►▶✓✔✅➤➢➔→·–—](?:\s+|$)/u;

/** Puts pieces side by side with single spaces, keeping the marks' offsets. */
function joined(pieces: readonly Piece[]): Inline {
  let text = '';
  let linked = 0;
  const marks: Mark[] = [];
  for (const piece of pieces) {
    let part = piece.text.replace(/\s+/gu, ' ');
    if (text === '' && piece.kind !== 'code') part = part.replace(TYPED_POINT, '');
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

/** A line that holds a thought of its own: `Question::answer`, `Q: …`, `A: …`, a point of a list that is none. */
const NEW_THOUGHT = /\S::\S?|^\s*(?:[•·●▪‣✓✔]|\(?\d{1,2}[.)])\s+\S/u;
/** `term: …`, `term -> …`: lines of that form, one below the other, are a thought each. */
const TERM_LINE = /^\s*[^\s.:][^.:]{1,40}(?:\s(?:=+>|-+>|→)\s|:\s)/u;

const isBreak = ({ kind }: Piece) => kind === 'soft-break' || kind === 'hard-break';
const textOf = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join('');

/** Whether what follows a soft line break is a new thought: a bold term, or a line that shows it by itself. */
function opensThought(rest: readonly Piece[], before: readonly Piece[]): boolean {
  const first = rest.find((piece) => piece.text.trim() !== '');
  if (!first) return false;
  if (first.kind === 'strong') return true;
  const lineEnd = rest.findIndex(isBreak);
  const line = textOf(rest.slice(0, lineEnd === -1 ? undefined : lineEnd));
  return (
    NEW_THOUGHT.test(line) ||
    isMarkedSide(line) ||
    (TERM_LINE.test(line) && TERM_LINE.test(textOf(before.slice(0, 40))))
  );
}

/** A thought without the tags before and behind it; one that is nothing but tags stays. */
function withoutTags(pieces: readonly Piece[]): readonly Piece[] {
  const trimmed = pieces.map((piece, index) => {
    if (piece.kind !== 'text') return piece;
    const before = index === 0 ? piece.text.replace(TAGS_BEFORE, '') : piece.text;
    return { ...piece, text: index === pieces.length - 1 ? before.replace(TAGS_BEHIND, '') : before };
  });
  const isLeft = trimmed.some((piece) => /[\p{L}\p{N}]/u.test(piece.text) && !/^\s*#\S*\s*$/u.test(piece.text));
  return isLeft ? trimmed : pieces;
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
      piece.kind === 'hard-break' ||
      (piece.kind === 'soft-break' && opensThought(pieces.slice(index + 1, index + 40), thoughts.at(-1) ?? []));
    if (cuts) thoughts.push([]);
    else thoughts.at(-1)?.push(piece);
  }
  return thoughts.map((thought) => joined(withoutTags(thought))).filter((thought) => thought.text !== '');
}

/** Whether a line of the text might be of a form, told without taking the content apart. */
export function hasLine(nodes: readonly PhrasingContent[], form: RegExp): boolean {
  return nodes.some((node) => node.type === 'text' && form.test(node.value));
}

/** Inline content line by line as it stands in the notes. Lines without text are left out. */
export function linesOf(nodes: readonly PhrasingContent[]): readonly Inline[] {
  const lines: Piece[][] = [[]];
  for (const piece of allPieces(nodes)) {
    if (isBreak(piece)) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines.map(joined).filter((line) => line.text !== '');
}

/** All inline content as one line. */
export function inlineOf(nodes: readonly PhrasingContent[]): Inline {
  return joined(allPieces(nodes));
}
