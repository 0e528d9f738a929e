import type { Link, Nodes, PhrasingContent, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { besides, codeSpan, escapeText } from './escape.js';
import { bareAddress, canBeLabel, linkAddress, mailAddress } from './markdown-link.js';

type Mark = '*' | '**' | '~~';

const MARKS = { emphasis: '*', strong: '**', delete: '~~' } as const satisfies Record<string, Mark>;

export type InlineContext = {
  /** Addresses of links that are written elsewhere, by their identifiers. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Whether code nearby could end the label of a link. */
  readonly bareLinks: boolean;
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

function text(value: string): Text {
  return { type: 'text', value };
}

/** The link, or only its label where the address leads nowhere, or both beside each other. */
function flatLink(children: readonly PhrasingContent[], url: string, context: InlineContext): PhrasingContent[] {
  const label = children.flatMap((child) => flat(child, context));
  const plain = textOf(children);
  const blank = plain.trim() === '';
  if (linkAddress(url) === null) {
    const mail = mailAddress(url);
    if (blank) return [text(url)];
    return mail === null || mail === plain ? label : [...label, text(` (${mail})`)];
  }
  const address: Link = { type: 'link', url, children: [] };
  if (blank || plain === url || `http://${plain}` === url) return [address];
  if (context.bareLinks || !canBeLabel(plain)) return [...label, text(' ('), address, text(')')];
  return [{ type: 'link', url, children: label }];
}

/** The node as text wherever Discord has nothing else for it. */
function flat(node: PhrasingContent, context: InlineContext): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      // The end of a line in the source is a space, here as on a page of the web.
      return [text(node.value.replaceAll('\n', ' '))];
    case 'html':
    case 'inlineMath':
      return [text(node.value)];
    case 'footnoteReference':
      return [text(`[${node.label ?? node.identifier}]`)];
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const mark = MARKS[node.type];
      const shown = !context.marks.includes(mark) && !endsEarly(node, mark);
      return shown ? [node] : node.children.flatMap((child) => flat(child, context));
    }
    case 'link':
      return flatLink(node.children, node.url, context);
    case 'linkReference':
      return flatLink(node.children, context.definitions.get(node.identifier) ?? '', context);
    case 'image':
      return flatLink([text(node.alt ?? '')], node.url, context);
    case 'imageReference':
      return flatLink([text(node.alt ?? '')], context.definitions.get(node.identifier) ?? '', context);
    case 'highlight':
      return node.children.flatMap((child) => flat(child, context));
    case 'inlineCode':
    case 'break':
      return [node];
  }
}

/** Texts that meet are one, so that nothing arises between them unseen. */
function joined(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const all: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'text' && last?.type === 'text') all[all.length - 1] = text(last.value + node.value);
    else all.push(node);
  }
  return all;
}

/** Between two marks, without white space at their edges. */
function marked(children: readonly PhrasingContent[], mark: Mark, context: InlineContext): string {
  const inner = inlineMarkdown(children, { ...context, marks: [...context.marks, mark] });
  const words = inner.trim();
  return words === '' ? inner : inner.replace(words, () => mark + words + mark);
}

function linkMarkdown({ children, url }: Link, context: InlineContext): string {
  if (children.length === 0) return bareAddress(url);
  const label = pieces(children, context).replaceAll('\n', ' ').trim();
  return `[${label}](<${linkAddress(url) ?? ''}>)`;
}

function pieceOf(node: PhrasingContent, context: InlineContext): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return marked(node.children, MARKS[node.type], context);
    case 'inlineCode':
      return codeSpan(node.value);
    case 'link':
      return linkMarkdown(node, context);
    default:
      return '\n';
  }
}

function pieces(nodes: readonly PhrasingContent[], context: InlineContext): string {
  let markdown = '';
  let afterText = true;
  for (const node of joined(nodes)) {
    const piece = pieceOf(node, context);
    markdown = afterText ? markdown + piece : besides(markdown, piece);
    afterText = node.type === 'text';
  }
  return markdown;
}

/** A paragraph's content in Discord's Markdown. */
export function inlineMarkdown(nodes: readonly PhrasingContent[], context: InlineContext): string {
  return pieces(
    nodes.flatMap((node) => flat(node, context)),
    context,
  );
}
