import type { PhrasingContent } from 'mdast';
import { singleSpaced } from '../../language/text.js';
import { allPieces, type InlinePiece, isBreak, type MarkKind } from './inline-pieces.js';

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

/** A sign that stands for a point of a list, typed by hand. */
const TYPED_POINT = /^\s*[●•▪▫■□◦‣►▶✓✔✅➤➢➔→·–—](?:\s+|$)/u;

/** Puts pieces side by side with single spaces, keeping the marks' offsets. */
export function joined(pieces: readonly InlinePiece[]): Inline {
  let text = '';
  let linked = 0;
  const marks: Mark[] = [];
  for (const piece of pieces) {
    let part = singleSpaced(piece.text);
    if (text === '' && piece.kind !== 'code') part = part.replace(TYPED_POINT, '');
    if (text === '' || text.endsWith(' ')) part = part.trimStart();
    const start = text.length;
    text += part;
    if (piece.kind === 'link') linked += part.length;
    if (piece.kind === 'text' || piece.kind === 'link' || isBreak(piece)) continue;
    const last = marks.at(-1);
    if (last && last.kind === piece.kind && last.end === start) marks[marks.length - 1] = { ...last, end: text.length };
    else if (part.trim() !== '') marks.push({ kind: piece.kind, start, end: text.length });
  }
  return { text: text.trimEnd(), marks, linked, line: pieces.find((piece) => piece.text.trim())?.line ?? 1 };
}

/** Whether a line of the text might be of a form, told without taking the content apart. */
export function hasLine(nodes: readonly PhrasingContent[], form: RegExp): boolean {
  return nodes.some((node) => node.type === 'text' && form.test(node.value));
}

/** Inline content line by line as it stands in the notes. Lines without text are left out. */
export function linesOf(nodes: readonly PhrasingContent[]): readonly Inline[] {
  const lines: InlinePiece[][] = [[]];
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
