import { bare, type KnownValues } from './command-values.js';
import { type LinePiece, piecesOf, textOfPieces } from './line-pieces.js';
import type { CommandOption } from './port.js';

/** What parts two free texts: "prom = Prometheus". */
const PARTS = /^(?:={1,2}|:|=>|->|→|⇒)$/u;

type Given = readonly (readonly [option: string, value: string])[];

/** Free texts in the order of their options: the last takes all that follows, each before it what is surely one. */
export function fillFree(
  line: string,
  pieces: readonly LinePiece[],
  options: readonly CommandOption[],
  known: KnownValues,
): Given {
  const [option, next, ...others] = options;
  if (option === undefined || pieces.length === 0) return [];
  if (next === undefined) return [[option.name, textOfPieces(line, pieces)]];
  const parted = others.length === 0 ? partedAt(line, pieces) : null;
  if (parted !== null) {
    return [option, next].flatMap(({ name }, at) => {
      const side = parted[at] ?? [];
      return side.length === 0 ? [] : [[name, textOfPieces(line, side)] as const];
    });
  }
  const count = countFirst(line, pieces, option, others.length === 0 ? next : null, known);
  const value = textOfPieces(line, pieces.slice(0, count));
  const rest = pieces.slice(count);
  // "prom, Prometheus": the comma parts the two.
  const tidy = rest.length > 0 && pieces[0]?.quoted === null ? value.replace(/(?<=.)[,;:]$/u, '') : value;
  return [[option.name, tidy], ...fillFree(line, rest, [next, ...others], known)];
}

/** How many pieces are the first text: a phrase in quotes, a value that is known, what stands before one; else a word. */
export function countFirst(
  line: string,
  pieces: readonly LinePiece[],
  option: CommandOption,
  last: CommandOption | null,
  known: KnownValues,
): number {
  if (pieces[0]?.quoted !== null) return 1;
  const isKnown = (of: CommandOption, part: readonly LinePiece[]) => {
    const text = bare(textOfPieces(line, part));
    return (known.get(of.name) ?? []).some((value) => bare(value) === text);
  };
  for (let count = pieces.length - 1; count > 1; count -= 1) if (isKnown(option, pieces.slice(0, count))) return count;
  if (last === null) return 1;
  for (let count = 1; count < pieces.length; count += 1) if (isKnown(last, pieces.slice(count))) return count;
  return 1;
}

/** The two sides of a sign that parts them, or `null` where none does. */
function partedAt(
  line: string,
  pieces: readonly LinePiece[],
): readonly [readonly LinePiece[], readonly LinePiece[]] | null {
  const [first] = pieces;
  if (first === undefined) return null;
  const apart = pieces.findIndex(({ raw, quoted }, at) => at > 0 && quoted === null && PARTS.test(raw));
  if (apart > 0) return [pieces.slice(0, apart), pieces.slice(apart + 1)];
  const behind = pieces.findIndex(({ raw, quoted }) => quoted === null && /.=$/u.test(raw));
  if (behind >= 0) return cutAt(line, pieces, behind, -1);
  const before = pieces.findIndex(({ raw, quoted }, at) => at > 0 && quoted === null && /^=[^=>]/u.test(raw));
  if (before > 0) return cutAt(line, pieces, before, 0);
  const inside = /^[^=:]+(?::(?!\/\/)|=(?![=>]))/u.exec(first.raw);
  const isWhole = pieces.length === 1 || /=["'“„‘«`]/u.test(first.raw);
  return inside === null || !isWhole || first.quoted !== null ? null : cutAt(line, pieces, 0, inside[0].length - 1);
}

/** Both sides of the sign at an offset in a piece; a negative one counts from the piece's end. */
function cutAt(
  line: string,
  pieces: readonly LinePiece[],
  at: number,
  offset: number,
): readonly [readonly LinePiece[], readonly LinePiece[]] | null {
  const piece = pieces[at];
  const last = pieces.at(-1);
  if (piece === undefined || last === undefined) return null;
  const sign = offset < 0 ? piece.to + offset : piece.from + offset;
  const left = [...pieces.slice(0, at), ...piecesOf(line, piece.from, sign)];
  return [left, piecesOf(line, sign + 1, last.to)];
}
