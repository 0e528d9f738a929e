import { toMarkdown } from 'mdast-util-to-markdown';

/** Plain text as CommonMark that shows exactly it: what people type and name can form no markup. */
export function escapeMarkdown(text: string): string {
  return toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: text }] }).trimEnd();
}
