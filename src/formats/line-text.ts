const FENCE = /^\s*(?:```|~~~)/u;
/** A line that begins a new block: a list item, a heading, a quote, a table, code, or an empty line. */
const BEGINS = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\||>|```|~~~|$)/u;
const OUTSIDE_TABLE = /^\s*(?:[^|\s]|$)/u;
/** The most lines of one piece. */
const MOST = 12;

/** How many of the lines belong to the first one. */
function lengthOf([first = '', ...rest]: readonly string[]): number {
  const upTo = (pattern: RegExp): number => {
    const end = rest.findIndex((line) => pattern.test(line));
    return end === -1 ? rest.length : end;
  };
  if (FENCE.test(first)) return 2 + upTo(FENCE);
  return 1 + upTo(first.trimStart().startsWith('|') ? OUTSIDE_TABLE : BEGINS);
}

/** Returns a line of notes with what belongs to it: the rest of its sentence, of its code block or of its table. */
export function stretchReader(text: string): (line: number) => string {
  const all = text.split(/\r\n|\r|\n/u);
  return (line) => {
    const lines = all.slice(line - 1, line - 1 + MOST);
    return lines.slice(0, lengthOf(lines)).join('\n').trim();
  };
}
