/** Everything at which some reader of text begins a new line. */
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
/** Control characters, and characters that nobody sees: such text is hidden from people and not from models. */
const UNSEEN = /(?!\t)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;

/**
 * People's words as lines that all begin with the mark. Nothing in them can begin a line of its own, so nothing in
 * them can end the quotation.
 */
export function quote(mark: '|' | '?', text: string): string {
  return text
    .split(LINE_ENDS)
    .map((line) => `${mark} ${line.replace(UNSEEN, '')}`.trimEnd())
    .join('\n');
}
