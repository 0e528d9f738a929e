import type { PhrasingContent } from 'mdast';
import { isMarkedSide, namesCode } from '../../language/any/authored.js';
import { countWords } from '../../language/text.js';
import { type Inline, joined } from './inline.js';
import { allPieces, type Break, type InlinePiece, isBreak } from './inline-pieces.js';

/** `#tag` at the start or the end of a line. */
const TAGS_BEFORE = /^(?:#\p{L}[\p{L}\p{N}_/-]*\s+)+/u;
const TAGS_BEHIND = /(?:\s+#\p{L}[\p{L}\p{N}_/-]*)+\s*$/u;
/** A line that holds a thought of its own: `Question::answer`, `Q: …`, `A: …`, a point of a list that is none. */
const NEW_THOUGHT = /\S::\S?|^\s*(?:[•·●▪‣✓✔]|\(?\d{1,2}[.)])\s+\S/u;
/** `term: …`, `term -> …`: lines of that form, one below the other, are a thought each. */
const TERM_LINE = /^\s*[^\s.:][^.:]{1,40}(?:\s(?:=+>|-+>|→)\s|:\s)/u;

/** What is told of a term or asked for: it may go on over a line that is broken by hand. */
const TOLD = /(?:\s(?:=+>|-+>|→|=)\s|:\s)\S|(?<!:):{2,3}(?!:)/u;
/** Words that stand before a line's end that only wraps it. */
const WRAPPED_WORDS = 4;

const textOf = (pieces: readonly InlinePiece[]) => pieces.map((piece) => piece.text).join('');

/** Whether what follows a soft line break is a new thought: a bold term, or a line that shows it by itself. */
function opensThought(rest: readonly InlinePiece[], before: readonly InlinePiece[]): boolean {
  const first = rest.find((piece) => piece.text.trim() !== '');
  if (!first) return false;
  if (first.kind === 'strong') return true;
  const lineEnd = rest.findIndex(isBreak);
  const line = textOf(rest.slice(0, lineEnd === -1 ? undefined : lineEnd));
  return (
    (NEW_THOUGHT.test(line) && !namesCode(line)) ||
    isMarkedSide(line) ||
    (TERM_LINE.test(line) && TERM_LINE.test(textOf(before.slice(0, 40))))
  );
}

/**
 * Whether a thought goes on behind a line that was broken by hand: in the middle of a sentence, or, as `<br>` does, in
 * what is told of a term.
 */
function goesOn(by: Break, rest: readonly InlinePiece[], before: readonly InlinePiece[]): boolean {
  const [next] = rest;
  if (!next || next.kind === 'html-break' || next.kind === 'hard-break' || opensThought(rest, before)) return false;
  const told = textOf(before.slice(0, 40)).trim();
  const isSmall = /^["'“«(¿*]*\p{Ll}/u.test(textOf(rest.slice(0, 3)).trimStart());
  if (by.kind === 'html-break') return told !== '' && (isSmall || (TOLD.test(told) && !isMarkedSide(told)));
  return isSmall && !/[.!?:;]$/u.test(told) && (TOLD.test(told) || countWords(told) >= WRAPPED_WORDS);
}

/** A number in brackets before a term, which points to a source. */
const SOURCE = /^\s*(?:\\\[\d{1,3}\\\]\s*)+/u;

function withoutSource(pieces: readonly InlinePiece[]): readonly InlinePiece[] {
  const [first, next] = pieces;
  if (first?.kind !== 'text' || !SOURCE.test(first.text)) return pieces;
  const text = first.text.replace(SOURCE, '');
  if (text === '' ? next?.kind !== 'strong' : !TERM_LINE.test(text)) return pieces;
  return [{ ...first, text }, ...pieces.slice(1)];
}

/** "Sobres →" above its list says what "Sobres:" does. */
const LEADS_ON = /(?<=[^\s→⇒>-])\s*(?:→|⇒|➔|➡|=+>|-+>)\s*$/u;

function withoutArrow(thought: Inline): Inline {
  return LEADS_ON.test(thought.text) && !/(?:→|⇒|=>|->).*\S.*(?:→|⇒|=>|->)/u.test(thought.text)
    ? { ...thought, text: thought.text.replace(LEADS_ON, ':') }
    : thought;
}

/** A thought without the tags before and behind it; one that is nothing but tags stays. */
function withoutTags(all: readonly InlinePiece[]): readonly InlinePiece[] {
  const pieces = all.slice(0, all.findLastIndex(({ text }) => text.trim() !== '') + 1);
  const trimmed = pieces.map((piece, index) => {
    if (piece.kind !== 'text') return piece;
    const before = index === 0 ? piece.text.replace(TAGS_BEFORE, '') : piece.text;
    return { ...piece, text: index === pieces.length - 1 ? before.replace(TAGS_BEHIND, '') : before };
  });
  const isLeft = trimmed.some((piece) => /[\p{L}\p{N}]/u.test(piece.text) && !/^\s*#\S*\s*$/u.test(piece.text));
  return isLeft ? trimmed : pieces;
}

function cuts(by: Break, rest: readonly InlinePiece[], before: readonly InlinePiece[]): boolean {
  return by.kind === 'soft-break' ? opensThought(rest, before) : !goesOn(by, rest, before);
}

/**
 * Inline content as its thoughts: cut at hard breaks, and at soft ones where a new thought begins. A sentence wrapped
 * over several lines stays whole. Thoughts without text are left out.
 */
export function thoughtsOf(nodes: readonly PhrasingContent[]): readonly Inline[] {
  const pieces = allPieces(nodes);
  const thoughts: InlinePiece[][] = [[]];
  for (const [index, piece] of pieces.entries()) {
    if (isBreak(piece) && cuts(piece, pieces.slice(index + 1, index + 40), thoughts.at(-1) ?? [])) thoughts.push([]);
    else thoughts.at(-1)?.push(piece);
  }
  return thoughts
    .map((thought) => withoutArrow(joined(withoutSource(withoutTags(thought)))))
    .filter((thought) => thought.text !== '');
}
