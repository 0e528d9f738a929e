import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as toText } from 'mdast-util-to-string';

/** A plain text as Markdown that shows just that text: what people type and name can form no markup. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: line }] }).trim();
}

/** Markdown as plain text, for titles and labels. */
export function stripMarkdown(markdown: string): string {
  return toText(fromMarkdown(markdown)).replace(/\s+/g, ' ').trim();
}
