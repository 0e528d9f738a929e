/** The two lines that make what follows them rows of a table. */
export type TableHead = { readonly text: string; readonly lines: 2 };

const DELIMITER = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?$/u;
/** A line that begins another block, and so ends a table, or is none of its heads. */
const OTHER_BLOCK = /^(?: {4}|\t)|^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|<|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3})/u;

function cellsOf(line: string): number {
  const inner = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).length;
}

function isHead(above: string, line: string): boolean {
  if (!line.includes('|') || !DELIMITER.test(line) || !above.includes('|')) return false;
  return !OTHER_BLOCK.test(above) && cellsOf(above) === cellsOf(line);
}

/** Whether a line is a row of the table that the one above it belongs to. */
export function isRow(line: string): boolean {
  return line.trim() !== '' && !OTHER_BLOCK.test(line);
}

/** The head of the table that the line belongs to; `null` where it belongs to none. */
export function tableAt(current: TableHead | null, above: string, line: string): TableHead | null {
  if (isHead(above, line)) return { text: `${above}\n${line}\n`, lines: 2 };
  return current !== null && isRow(line) ? current : null;
}
