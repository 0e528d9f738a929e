/** The beginnings of cells that a spreadsheet computes instead of showing (OWASP, "CSV injection"). */
const COMPUTED = /^'*[=+\-@\t\r]/u;
const GUARDED = /^'+[=+\-@\t\r]/u;

/** A cell that a spreadsheet shows unchanged: an apostrophe precedes anything it would compute. */
export function guardCell(text: string): string {
  return COMPUTED.test(text) ? `'${text}` : text;
}

/** The cell before it was guarded. */
export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
