/** Every sequence that some reader takes for a line break. */
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
/** Invisible characters: text in them is hidden from people but not from models. */
const UNSEEN = /(?!\t)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;

/**
 * People's words as lines that all begin with the mark. No text in them can begin a line of its own, so none can end
 * the quotation.
 */
export function quote(mark: '|' | '?', text: string): string {
  return text
    .split(LINE_ENDS)
    .map((line) => `${mark} ${line.replace(UNSEEN, '')}`.trimEnd())
    .join('\n');
}
