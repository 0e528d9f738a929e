/**
 * A part of the notes that could not be used, or not in full.
 *
 * `error`: the file gives no deck. `skipped`: this line gives no card, or a part of it was lost; the rest is
 * fine. `line` counts from 1. The catalogues word each `code`; scripts look at the code.
 */
export type Problem = {
  readonly file: string;
  readonly line: number;
  /** In characters, from 1; absent where the problem concerns the whole line. */
  readonly column?: number;
  readonly code: string;
  /** The language concerned, as two letters of BCP 47. */
  readonly tongue?: string;
  readonly severity: 'error' | 'skipped';
};

export function errorAt(file: string, line: number, code: string, column?: number): Problem {
  return { file, line, ...(column === undefined ? {} : { column }), code, severity: 'error' };
}

export function skippedAt(file: string, line: number, code: string, column?: number): Problem {
  return { file, line, ...(column === undefined ? {} : { column }), code, severity: 'skipped' };
}
