import { escapeLineStart, escapeMarkdown } from '../../language/text.js';

/** Code, bold, a link or maths, each closed: somebody wrote Markdown. */
const WRITTEN = /`[^`\n]+`|\*\*[^*\n]+\*\*|!?\[[^\]\n]*\]\([^)\s]+\)|\$[^\s$][^$\n]*\$/u;

/** A cell's words as Markdown: as they stand where they are Markdown already, else with its signs escaped. */
export function cellMarkdown(cell: string): string {
  const text = cell.trim();
  if (WRITTEN.test(text)) return text;
  return text
    .split('\n')
    .map((line) => escapeLineStart(escapeMarkdown(line)))
    .join('\n');
}
