import type { List, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { cleanText, codeBlock, escapeText, headingText, keepLines, listItem } from './escape.js';
import { type InlineContext, inlineMarkdown } from './markdown-inline.js';
import { alignedTable } from './markdown-table.js';
import { START, textSize } from './text-size.js';

type Context = InlineContext & {
  readonly source: string;
  readonly inQuote: boolean;
  readonly inList: boolean;
  readonly depth: number;
};

/** Deeper than anybody writes; what is deeper stays as it is written. */
const MAX_DEPTH = 20;

function written(node: RootContent, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function onOneLine(nodes: readonly PhrasingContent[], context: InlineContext): string {
  return inlineMarkdown(nodes, context).replaceAll('\n', ' ').trim();
}

function bold(nodes: readonly PhrasingContent[], context: InlineContext): string {
  return onOneLine([{ type: 'strong', children: [...nodes] }], context);
}

type Part = { readonly node: RootContent; readonly text: string };

function partsOf(nodes: readonly RootContent[], context: Context): readonly Part[] {
  return nodes.map((node) => ({ node, text: blockMarkdown(node, context) })).filter(({ text }) => text.trim() !== '');
}

/** A heading is directly above its text; an empty line separates all others. */
function joinParts(parts: readonly Part[]): string {
  return parts
    .map(({ node, text }, index) => text + (index === parts.length - 1 ? '' : node.type === 'heading' ? '\n' : '\n\n'))
    .join('');
}

/** Discord knows one level of quotes: a quote in a quote goes on in it. */
function quoteMarkdown(nodes: readonly RootContent[], context: Context): string {
  const text = joinParts(partsOf(nodes, { ...context, inQuote: true }));
  return context.inQuote || text === '' ? text : text.replaceAll(/^/gm, '> ');
}

/** These always begin a line of their own. */
const OPENS_LINE: ReadonlySet<string> = new Set([
  'list',
  'code',
  'blockquote',
  'table',
] satisfies RootContent['type'][]);

/** A list item's content: no empty lines, no headings. */
function itemText(nodes: readonly RootContent[], context: Context): string {
  const parts = partsOf(nodes, { ...context, inList: true });
  return parts
    .map(({ text }, index) => (index === 0 ? text : `\n${text}`))
    .map((text, index) => (OPENS_LINE.has(parts[index]?.node.type ?? '') ? text : keepLines(text)))
    .join('');
}

function listMarkdown(list: List, context: Context): string {
  const first = list.start ?? 1;
  return list.children
    .map((item, index) => {
      const box = item.checked === true ? '☑ ' : item.checked === false ? '☐ ' : '';
      const text = itemText(item.children, context);
      return text === '' ? '' : listItem(list.ordered ? `${first + index}. ` : '- ', box + text);
    })
    .filter((item) => item !== '')
    .join('\n');
}

function hasLinks(table: Table): boolean {
  let found = false;
  visit(table, ['link', 'linkReference', 'image', 'imageReference'], () => {
    found = true;
  });
  return found;
}

/** A table in columns, or as a list with a row in each item where it is too wide or has links that could be pressed. */
function tableMarkdown(table: Table, context: Context): string {
  const aligned = hasLinks(table) ? null : alignedTable(table);
  if (aligned !== null) return aligned;
  const [head, ...rows] = table.children;
  const titles = head?.children.map((cell) => bold(cell.children, context)) ?? [];
  const items = rows.map(({ children: [name, ...cells] }) => {
    const values = cells.map((cell) => onOneLine(cell.children, context) || '–').join(' · ');
    const title = bold(name?.children ?? [], context) || '–';
    return values === '' ? `- ${title}` : `- ${title}: ${values}`;
  });
  return [titles.filter((title) => title !== '').join(' · '), ...items].join('\n');
}

function blockMarkdown(node: RootContent, outer: Context): string {
  if (outer.depth > MAX_DEPTH) return escapeText(written(node, outer.source));
  const context = { ...outer, depth: outer.depth + 1 };
  switch (node.type) {
    case 'paragraph':
      return inlineMarkdown(node.children, context);
    case 'heading': {
      if (node.depth > 3 || context.inList) return bold(node.children, context);
      const text = onOneLine(node.children, context);
      return text === '' ? '' : `${'#'.repeat(node.depth)} ${headingText(text)}`;
    }
    case 'blockquote':
      return quoteMarkdown(node.children, context);
    case 'list':
      return listMarkdown(node, context);
    case 'code':
      return codeBlock(node.value, node.lang ?? '');
    case 'table':
      return tableMarkdown(node, context);
    case 'thematicBreak':
      return '———';
    case 'footnoteDefinition':
      return `${escapeText(`[${node.label ?? node.identifier}]`)} ${joinParts(partsOf(node.children, context))}`;
    case 'html':
      return escapeText(node.value);
    case 'definition':
      return '';
    default:
      return escapeText(written(node, context.source));
  }
}

/** Made once: to make them takes as long as to read a short text. */
const GITHUB = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

function parse(source: string): Root {
  return fromMarkdown(source, GITHUB);
}

/** Code with `](` but no `[` before it, where Discord might see the end of a link's label. */
const ENDS_LABEL = /^[^[]*\]\(/;

function contextOf(tree: Root, source: string): Context {
  const definitions = new Map<string, string>();
  let bareLinks = false;
  visit(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
    if (node.type === 'code' || node.type === 'inlineCode') bareLinks ||= ENDS_LABEL.test(node.value);
  });
  return { source, definitions, bareLinks, marks: [], inQuote: false, inList: false, depth: 0 };
}

/**
 * The parts of a text, or those as they are written that would be larger than `textSize` says, such as a paragraph of
 * a hundred references to one long address.
 */
function fittingParts(parts: readonly Part[], source: string): readonly Part[] {
  if (joinParts(parts).length <= textSize(source)) return parts;
  return parts.map((part) => {
    const plain = written(part.node, source);
    return part.text.length <= textSize(plain) - START ? part : { node: part.node, text: escapeText(plain) };
  });
}

/**
 * CommonMark, with GitHub's tables, task lists and strikethrough, as Discord's Markdown. Text shows exactly as it is
 * written there and calls nobody. Never larger than `textSize` says.
 */
export function discordMarkdown(commonMark: string): string {
  const source = cleanText(commonMark);
  const tree = parse(source);
  return joinParts(fittingParts(partsOf(tree.children, contextOf(tree, source)), source));
}

/** The same for a list's item. */
export function itemMarkdown(commonMark: string): string {
  const source = cleanText(commonMark);
  const tree = parse(source);
  return itemText(tree.children, contextOf(tree, source));
}

/** The same for a name or a title: bold, if it is all in one paragraph. */
export function boldMarkdown(commonMark: string): string {
  const source = cleanText(commonMark);
  const tree = parse(source);
  const [only, ...others] = tree.children;
  if (only?.type !== 'paragraph' || others.length > 0) return discordMarkdown(source);
  return bold(only.children, contextOf(tree, source));
}

/** A line of CommonMark as a heading; larger than a message's title. */
export function headlineMarkdown(commonMark: string): string {
  const source = cleanText(commonMark);
  const tree = parse(source);
  const [only] = tree.children;
  if (only?.type !== 'paragraph') return discordMarkdown(source);
  const text = onOneLine(only.children, contextOf(tree, source));
  return text === '' ? '' : `## ${headingText(text)}`;
}
