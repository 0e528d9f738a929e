import { REASON_CODES } from './refused.js';

/** Problems of a file or a folder as a whole, where a line number would mislead. */
const WHOLE_FILE: ReadonlySet<string> = new Set([
  'missing',
  'unreadable',
  'no-notes',
  'no-notes-inside',
  'too-large',
  'twice',
  'binary',
  'empty',
  ...REASON_CODES,
]);

export function isOfWholeFile(code: string): boolean {
  return WHOLE_FILE.has(code);
}
