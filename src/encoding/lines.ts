/** Where lines begin, in UTF-16 offsets; `\r\n`, `\n` and `\r` end a line. */
export type LineStarts = readonly number[];

export function lineStartsOf(text: string): LineStarts {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
}

/** The line, from 0, that holds an offset. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Line and column from 1; columns count characters. */
export type Position = { readonly line: number; readonly column: number };

/** Finds the positions of rising offsets, counting each character once. */
export function positionFinder(text: string, starts: LineStarts): (offset: number) => Position {
  let line = -1;
  let counted = 0;
  let column = 1;
  return (offset) => {
    const at = lineAt(starts, offset);
    if (at !== line) {
      line = at;
      counted = starts[at] ?? 0;
      column = 1;
    }
    for (const _ of text.slice(counted, offset)) column += 1;
    counted = offset;
    return { line: line + 1, column };
  };
}
