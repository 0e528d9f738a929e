import { escapeCardText, escapeLineStart } from '../language/text.js';

/** A line of plain text as Markdown with the same meaning. Two tildes would strike out the text between them. */
export function plainLine(text: string): string {
  const escaped = escapeLineStart(escapeCardText(text));
  return /~.*~/su.test(escaped) ? escaped.replace(/~/gu, '\\~') : escaped;
}
