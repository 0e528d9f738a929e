import { escapeMarkdown as escapeText } from '../chat/escape-markdown.js';
import { markdownToPlainText } from '../chat/plain-text.js';

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Text as one line of Markdown that shows exactly that text. */
export function escapeInline(text: string): string {
  return escapeText(oneLine(text));
}

/** Markdown as one line of plain text, for titles and labels. */
export function stripMarkdown(markdown: string): string {
  return oneLine(markdownToPlainText(markdown));
}
