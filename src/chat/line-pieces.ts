import { isCalled } from './command-values.js';
import type { CommandOption } from './port.js';

/** A word of a line, or a quoted phrase, which counts as one. `from` and `to` say where it stands. */
export type LinePiece = {
  readonly from: number;
  readonly to: number;
  readonly raw: string;
  /** The text between the quotes, or `null` for a word without. */
  readonly quoted: string | null;
};

/** What closes a phrase that begins with each quote: people's keyboards write several kinds, and mix them. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”“"',
  '”': '”"',
  '„': '”“"',
  '‘': "’‘'",
  '«': '»',
};

const SPACE = /\s/u;
/** What may follow a quoted phrase at once. */
const AFTER_QUOTE = /[\s,;]/u;

/** A value in quotes: read again, it is what it was, whatever is in it. */
export function quoteValue(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/**
 * What is in a phrase that begins with a quote, and where it ends; `null` where nothing closes it. A quote inside a
 * word ("it's") closes nothing; the same straight quote twice stands for itself.
 */
function readQuoted(line: string, from: number): { readonly value: string; readonly to: number } | null {
  const open = line[from] ?? '';
  const closing = CLOSING[open];
  if (closing === undefined) return null;
  let value = '';
  for (let at = from + 1; at < line.length; at += 1) {
    const character = line[at] ?? '';
    const next = line[at + 1];
    if (closing === open && character === open && next === open) {
      value += open;
      at += 1;
    } else if (closing.includes(character) && (next === undefined || AFTER_QUOTE.test(next))) {
      return { value, to: at + 1 };
    } else {
      value += character;
    }
  }
  return null;
}

/** The first place from `from` on where something stands; the line's end where nothing does. */
function skipSpace(line: string, from: number): number {
  let at = from;
  while (at < line.length && SPACE.test(line[at] ?? '')) at += 1;
  return at;
}

/** The piece that begins at `from`, where something stands. */
function pieceAt(line: string, from: number): LinePiece {
  const quoted = readQuoted(line, from);
  let to = quoted?.to ?? from;
  const isOver = quoted === null ? (character: string) => SPACE.test(character) : (sign: string) => !/[,;]/.test(sign);
  while (to < line.length && !isOver(line[to] ?? '')) to += 1;
  return { from, to, raw: line.slice(from, to), quoted: quoted?.value ?? null };
}

/** The pieces of a part of a line. */
export function piecesOf(line: string, from: number, to: number): readonly LinePiece[] {
  const part = line.slice(0, to);
  const pieces: LinePiece[] = [];
  for (let at = skipSpace(part, from); at < part.length; ) {
    const piece = pieceAt(part, at);
    pieces.push(piece);
    at = skipSpace(part, piece.to);
  }
  return pieces;
}

/** `name:`, `name=`, `name :`; not the beginning of an address. */
const NAMED = /^([\p{L}\p{N}\p{M}_-]{1,32})\s*(?::(?!\/\/)|=(?![=>]))/u;

/** The option that is named at a place of a line, and where its value begins. */
function namedAt(options: readonly CommandOption[], line: string, from: number) {
  const [whole = '', name = ''] = NAMED.exec(line.slice(from, from + 80)) ?? [];
  const option = whole === '' ? undefined : options.find((candidate) => isCalled(candidate, name));
  return option === undefined ? null : { option, to: from + whole.length };
}

export type Segments = {
  readonly before: readonly LinePiece[];
  /** What follows each option's name, where something does. */
  readonly named: readonly { readonly option: CommandOption; readonly pieces: readonly LinePiece[] }[];
};

/**
 * A line taken apart at the names of options, each of which counts the first time. Of one that is the only one, the
 * name counts at the beginning: later on it is a word of the text.
 */
export function namedSegments(options: readonly CommandOption[], line: string): Segments {
  const before: LinePiece[] = [];
  const named: { readonly option: CommandOption; readonly pieces: LinePiece[] }[] = [];
  const start = skipSpace(line, 0);
  for (let at = start; at < line.length; at = skipSpace(line, at)) {
    const open = options.filter((option) => named.every((segment) => segment.option !== option));
    const found = options.length > 1 || at === start ? namedAt(open, line, at) : null;
    if (found !== null) {
      named.push({ option: found.option, pieces: [] });
      at = found.to;
    } else {
      const piece = pieceAt(line, at);
      (named.at(-1)?.pieces ?? before).push(piece);
      at = piece.to;
    }
  }
  return { before, named: named.filter(({ pieces }) => pieces.length > 0) };
}

/**
 * What pieces say together: a single quoted one without its quotes, those that follow each other as they stand in the
 * line, others joined by a space.
 */
export function textOfPieces(line: string, pieces: readonly LinePiece[]): string {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return '';
  if (pieces.length === 1 && first.quoted !== null) return first.quoted;
  const follow = pieces.every(({ from }, at) => {
    const previous = pieces[at - 1];
    return previous === undefined || line.slice(previous.to, from).trim() === '';
  });
  return follow ? line.slice(first.from, last.to) : pieces.map(({ raw }) => raw).join(' ');
}
