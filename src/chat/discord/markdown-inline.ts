import type { Nodes, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { bareUrl, besides, codeSpan, escapeText } from './escape.js';

type Mark = '*' | '**' | '~~';

export type InlineContext = {
  /** Addresses of links that are written elsewhere, by their identifiers. */
  readonly definitions: ReadonlyMap<string, string>;
  /** What is open around here. */
  readonly marks: readonly Mark[];
};

/** Discord looks for the end of what is marked in code too. */
function endsEarly(node: Nodes, mark: Mark): boolean {
  let found = false;
  visit(node, 'inlineCode', ({ value }) => {
    if (value.includes(mark)) found = true;
  });
  return found;
}

/** `children` between two marks, without white space at their edges, or as they are where that cannot be shown. */
function marked(node: Nodes & { children: PhrasingContent[] }, mark: Mark, context: InlineContext): string {
  if (context.marks.includes(mark) || endsEarly(node, mark)) return inlineMarkdown(node.children, context);
  const inner = inlineMarkdown(node.children, { ...context, marks: [...context.marks, mark] });
  const text = inner.trim();
  return text === '' ? inner : inner.replace(text, () => mark + text + mark);
}

/** Signs of an address that mean something within Discord's links, and white space. */
const UNSAFE_IN_URL = /[()*|`\\<>"\s]|~(?=~)|(?<=~)~/g;

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** An address of the web that can stand in a link, or `null`: one inside the notes leads nowhere from here. */
function webAddress(url: string): string | null {
  return /^https?:\/\/[^/]/i.test(url) ? url.replaceAll(UNSAFE_IN_URL, encoded) : null;
}

/** Brackets, addresses and pictures in a label make Discord show the whole link as it is written. */
const NO_LABEL = /[[\]]|:\/\/|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

function link(label: string, plain: string, url: string): string {
  const address = webAddress(url);
  const isAddress = plain === url || `http://${plain}` === url;
  if (address === null) {
    if (plain.trim() === '') return escapeText(url);
    const mail = /^mailto:(.+)$/i.exec(url)?.[1];
    return mail === undefined || mail === plain ? label : `${label} (${escapeText(mail)})`;
  }
  if (plain.trim() === '' || isAddress) return bareUrl(url) ?? `<${address}>`;
  if (NO_LABEL.test(plain)) return `${label} (${bareUrl(url) ?? `<${address}>`})`;
  return `[${label.replaceAll('\n', ' ').trim()}](<${address}>)`;
}

function inlineNode(node: PhrasingContent, context: InlineContext): string {
  switch (node.type) {
    case 'text':
      // The end of a line in the source is a space, here as on a page of the web.
      return escapeText(node.value.replaceAll('\n', ' '));
    case 'html':
      return escapeText(node.value);
    case 'emphasis':
      return marked(node, '*', context);
    case 'strong':
      return marked(node, '**', context);
    case 'delete':
      return marked(node, '~~', context);
    case 'inlineCode':
      return codeSpan(node.value);
    case 'break':
      return '\n';
    case 'link':
      return link(inlineMarkdown(node.children, context), textOf(node), node.url);
    case 'linkReference':
      return link(inlineMarkdown(node.children, context), textOf(node), context.definitions.get(node.identifier) ?? '');
    case 'image':
      return link(escapeText(node.alt ?? ''), node.alt ?? '', node.url);
    case 'imageReference':
      return link(escapeText(node.alt ?? ''), node.alt ?? '', context.definitions.get(node.identifier) ?? '');
    case 'footnoteReference':
      return escapeText(`[${node.label ?? node.identifier}]`);
  }
}

/** What stands in a paragraph, in Discord's Markdown. */
export function inlineMarkdown(nodes: readonly PhrasingContent[], context: InlineContext): string {
  let text = '';
  let afterText = true;
  for (const node of nodes) {
    const piece = inlineNode(node, context);
    text = afterText ? text + piece : besides(text, piece);
    afterText = node.type === 'text';
  }
  return text;
}
