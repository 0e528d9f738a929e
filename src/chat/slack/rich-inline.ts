import type { RichTextLink, RichTextText } from '@slack/types';
import type { Nodes } from 'mdast';
import { LIMITS } from './limits.js';

/** What a line consists of. Never a mention, a broadcast or an emoji element: text is shown as it is. */
export type RichInline = RichTextText | RichTextLink;
export type Style = NonNullable<RichTextText['style']>;

/** What references (`[text][id]`) point at. */
export type References = {
  readonly address: (identifier: string) => string | undefined;
  readonly isUsed: (identifier: string) => boolean;
};

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** An address that Slack can open from anywhere, or `null`: one inside the notes leads nowhere from here. */
export function safeUrl(url: string): string | null {
  if (url.length > LIMITS.url || !URL.canParse(url) || !SCHEMES.has(new URL(url).protocol)) return null;
  return url.replaceAll(/[\s<>|]/g, encodeURIComponent);
}

export function textOf(inlines: readonly RichInline[]): string {
  return inlines.map((inline) => inline.text ?? '').join('');
}

export function words(text: string, style: Style = {}): readonly RichInline[] {
  if (text === '') return [];
  return [{ type: 'text', text, ...(Object.keys(style).length > 0 ? { style } : {}) }];
}

/** The same words as a link. A label of nothing is the address itself; an address that leads nowhere is left out. */
function linked(label: readonly RichInline[], address: string | undefined, style: Style): readonly RichInline[] {
  const url = address === undefined ? null : safeUrl(address);
  if (url === null) return label;
  const shown = textOf(label).trim() === '' ? words(url, style) : label;
  return shown.map(({ text = '', style: own }) => ({ type: 'link', url, text, ...(own ? { style: own } : {}) }));
}

/** Lines of nodes inside a paragraph; nodes around paragraphs give the words in them. */
export function inlinesOf(nodes: readonly Nodes[], references: References, style: Style = {}): readonly RichInline[] {
  return nodes.flatMap((node) => inlineOf(node, references, style));
}

function inlineOf(node: Nodes, references: References, style: Style): readonly RichInline[] {
  switch (node.type) {
    case 'break':
      return words('\n', style);
    case 'strong':
      return inlinesOf(node.children, references, { ...style, bold: true });
    case 'emphasis':
      return inlinesOf(node.children, references, { ...style, italic: true });
    case 'delete':
      return inlinesOf(node.children, references, { ...style, strike: true });
    case 'inlineCode':
      return words(node.value, { ...style, code: true });
    case 'link':
      return linked(inlinesOf(node.children, references, style), node.url, style);
    case 'linkReference':
      return linked(inlinesOf(node.children, references, style), references.address(node.identifier), style);
    case 'image':
      return linked(words(node.alt || node.url, style), node.url, style);
    case 'imageReference':
      return linked(words(node.alt || node.identifier, style), references.address(node.identifier), style);
    case 'footnoteReference':
      return words(`[${node.label ?? node.identifier}]`, style);
    default:
      if ('children' in node) return inlinesOf(node.children, references, style);
      return 'value' in node ? words(node.value, style) : [];
  }
}

function sameLook(one: RichInline, other: RichInline): boolean {
  const url = (inline: RichInline) => (inline.type === 'link' ? inline.url : null);
  return url(one) === url(other) && JSON.stringify(one.style ?? {}) === JSON.stringify(other.style ?? {});
}

/** Neighbours of one look joined, so that Slack gets as few elements as there are changes. */
export function joined(inlines: readonly RichInline[]): readonly RichInline[] {
  const all: RichInline[] = [];
  for (const inline of inlines) {
    const last = all.at(-1);
    if (last && sameLook(last, inline))
      all[all.length - 1] = { ...last, text: `${last.text ?? ''}${inline.text ?? ''}` };
    else if (inline.text !== '') all.push(inline);
  }
  return all;
}

function withoutSpace(inlines: readonly RichInline[], end: 'first' | 'last'): readonly RichInline[] {
  const at = end === 'first' ? 0 : inlines.length - 1;
  const inline = inlines[at];
  if (inline?.type !== 'text' || inline.style?.code) return inlines;
  const text = end === 'first' ? inline.text.trimStart() : inline.text.trimEnd();
  if (text !== '') return inlines.with(at, { ...inline, text });
  return withoutSpace(inlines.toSpliced(at, 1), end);
}

/** Joined, and without white space around them. Empty for nothing but white space. */
export function trimmed(inlines: readonly RichInline[]): RichInline[] {
  return [...withoutSpace(withoutSpace(joined(inlines), 'first'), 'last')];
}
