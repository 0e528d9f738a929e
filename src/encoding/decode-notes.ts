import { type Problem, skippedAt } from '../core/problem.js';
import { decodeBytes } from './decode-bytes.js';
import type { LostCharacter } from './find-lost.js';
import { repairText } from './repair.js';

export { type RepairedText, repairText } from './repair.js';

type DecodedNotes = {
  /** The repaired text; empty where the file was refused. */
  readonly text: string;
  /** The encoding of the bytes or the damage of the text: `utf-8`, `Windows-1252`, `UTF-8 read as Mac Roman`. */
  readonly encoding: string;
  /** Lines that were repaired or whose code page was guessed. */
  readonly changedLines: number;
  /**
   * One `error` where the file was refused; `skipped` for characters that are lost: `invalid-utf8` and `invalid-utf16` in
   * the bytes, `lost-character` in the text. Line and column are those of the original file.
   */
  readonly problems: readonly Problem[];
};

function lostProblem(file: string, { line, column }: LostCharacter): Problem {
  return skippedAt(file, line, 'lost-character', column);
}

/** A byte order mark that was misread with the text. */
const BYTE_ORDER_MARK = /^\ufeff/;

/** Decodes and repairs a note file, or reports the problem. Never throws. */
export function decodeNotes(file: string, bytes: Uint8Array): DecodedNotes {
  const decoded = decodeBytes(file, bytes);
  if (decoded.kind === 'refused') {
    return { text: '', encoding: 'unknown', changedLines: 0, problems: [decoded.problem] };
  }
  const { text, damage, changedLines, lost } = repairText(decoded.text);
  const positions = new Set(decoded.problems.map(({ line, column }) => `${line}:${column}`));
  const problems = lost
    .map((one) => lostProblem(file, one))
    .filter(({ line, column }) => !positions.has(`${line}:${column}`));
  return {
    text: text.replace(BYTE_ORDER_MARK, ''),
    encoding: damage ?? decoded.encoding,
    changedLines: changedLines + decoded.guessedLines,
    problems: [...decoded.problems, ...problems],
  };
}
