import { fromMarkdown } from 'mdast-util-from-markdown';

/** Longer ones are read like text, not like a headline. In characters. */
const MAX_LINE = 220;

/** CommonMark in two: the first paragraph where it can stand out, and what follows it; both may be empty. */
export type SplitHeadline = { readonly line: string; readonly rest: string };

/** Takes the first paragraph off. What begins with a list, code or a long paragraph has none that could stand out. */
export function splitHeadline(markdown: string): SplitHeadline {
  const [first] = fromMarkdown(markdown).children;
  const start = first?.position?.start.offset ?? 0;
  const end = first?.position?.end.offset ?? 0;
  const line = markdown.slice(start, end).trim();
  if (first?.type !== 'paragraph' || line.length > MAX_LINE) return { line: '', rest: markdown };
  return { line: line.replaceAll(/\s*\n\s*/g, ' '), rest: markdown.slice(end).trim() };
}
