import { escapeLineStart, escapeMarkdown } from '../language/text.js';

/** A line of plain text as Markdown that says the same. Two tildes would strike out what is between them. */
export function plainLine(text: string): string {
  const escaped = escapeLineStart(escapeMarkdown(text));
  return /~.*~/su.test(escaped) ? escaped.replace(/~/gu, '\\~') : escaped;
}
