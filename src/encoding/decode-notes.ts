import { type Problem, skippedAt } from '../core/problem.js';
import { decodeBytes } from './decode-bytes.js';
import { type Lost, MOST_NAMED } from './lost.js';
import { repairText } from './repair.js';

export { MAX_NOTE_BYTES } from './decode-bytes.js';
export { type RepairedText, repairText } from './repair.js';

export type DecodedNotes = {
  /** The text with its damage undone; empty where the file was refused. */
  readonly text: string;
  /** What the bytes were, or what had happened to the text: `utf-8`, `Windows-1252`, `UTF-8 read as Mac Roman`. */
  readonly encoding: string;
  /** Lines repaired, and lines whose code page had to be guessed. */
  readonly changedLines: number;
  /**
   * One `error` where the file was refused; `skipped` for characters that are lost for good: `invalid-utf8` and
   * `invalid-utf16` in the bytes, `lost-character` in the text. Line and column are those of the file as it is.
   */
  readonly problems: readonly Problem[];
};

function lostAt(file: string, { line, column, found }: Lost, index: number): Problem {
  const one = `a character is damaged for good at column ${column} ("${found}")`;
  const message = index < MOST_NAMED ? one : `from column ${column} on more characters are damaged for good`;
  return skippedAt(file, line, 'lost-character', message, column);
}

/** A mark that was misread with the text, and is no part of it. */
const MARK = /^\ufeff/;

/** Bytes of a note file → healthy text, or a problem that says what to mend. Never throws. */
export function decodeNotes(file: string, bytes: Uint8Array): DecodedNotes {
  const decoded = decodeBytes(file, bytes);
  if (decoded.kind === 'refused') {
    return { text: '', encoding: 'unknown', changedLines: 0, problems: [decoded.problem] };
  }
  const { text, damage, changedLines, lost } = repairText(decoded.text);
  const places = new Set(decoded.problems.map(({ line, column }) => `${line}:${column}`));
  const problems = lost
    .map((one, index) => lostAt(file, one, index))
    .filter(({ line, column }) => !places.has(`${line}:${column}`));
  return {
    text: text.replace(MARK, ''),
    encoding: damage ?? decoded.encoding,
    changedLines: changedLines + decoded.guessedLines,
    problems: [...decoded.problems, ...problems],
  };
}
