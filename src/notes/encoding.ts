import { decodeBytes } from './encoding/decode-bytes.js';
import { repairText } from './encoding/repair.js';
import { type Problem, skippedAt } from './problem.js';

export { MAX_NOTE_BYTES } from './encoding/decode-bytes.js';
export { type RepairedText, repairText } from './encoding/repair.js';

export type DecodedNotes = {
  /** The text with its damage undone; empty where the file was refused. */
  readonly text: string;
  /** What the bytes were, followed by what had happened to them: `utf-8`, `UTF-8 read as Mac Roman`. */
  readonly encoding: string;
  /** Lines repaired. */
  readonly changedLines: number;
  /** One `error` where the file was refused; `skipped` for characters that are lost for good. */
  readonly problems: readonly Problem[];
};

/** Bytes of a note file → healthy text, or a problem that says what to mend. Never throws. */
export function decodeNotes(file: string, bytes: Uint8Array): DecodedNotes {
  const decoded = decodeBytes(file, bytes);
  if (decoded.kind === 'refused')
    return { text: '', encoding: 'unknown', changedLines: 0, problems: [decoded.problem] };
  const { text, damage, changedLines, lost } = repairText(decoded.text);
  const problems = lost.map(({ line, column, found }) =>
    skippedAt(file, line, 'lost-character', `a character is damaged for good at column ${column} ("${found}")`, column),
  );
  return { text, encoding: damage ?? decoded.encoding, changedLines, problems };
}
