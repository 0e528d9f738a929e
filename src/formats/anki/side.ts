import { htmlToMarkdown } from '../html/to-markdown.js';
import { MAX_SIDE_LENGTH } from '../limits.js';
import type { SkipReason } from '../skipped.js';

/** Longer HTML cannot be a side of a card even without its markup. */
const MAX_HTML_LENGTH = 5 * MAX_SIDE_LENGTH;

export type Side =
  | { readonly kind: 'side'; readonly markdown: string }
  | { readonly kind: 'fault'; readonly fault: SkipReason };

/** One side of a card: an imported field as Markdown, or the reason why it is skipped. */
export function sideOf(html: string): Side {
  const tooLong = { kind: 'fault', fault: 'side-too-long' } as const;
  if (html.length > MAX_HTML_LENGTH) return tooLong;
  try {
    const markdown = htmlToMarkdown(html);
    return markdown.length > MAX_SIDE_LENGTH ? tooLong : { kind: 'side', markdown };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'fault', fault: 'html-too-deep' };
  }
}
