import type { BlockContent, DefinitionContent, Html, List, ListItem, Paragraph, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { isLead } from './entries.js';
import { inlineOf } from './inline.js';
import { parseFragment } from './tree.js';

export type MarkdownBlock = BlockContent | DefinitionContent;
type Position = NonNullable<Root['position']>;

type Tag = 'details' | 'summary' | 'aside' | 'heading';
type Frame = {
  readonly tag: Tag | 'all';
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly blocks: MarkdownBlock[];
  readonly opened: Html | null;
  summary: Paragraph | null;
};

/** The HTML by which notes fold and head their text. Each mark stands for a block of Markdown. */
const STRUCTURE = /<(\/?)(details|summary|aside|h[1-6])(?=[\s>])[^<>]*>/giu;
/** What has a meaning of its own in HTML: none of it is taken apart. */
const OPAQUE = /^\s*<(?:!--|script|style|pre|textarea|svg|table)\b/iu;
const PICTOGRAPHS = /^(?:(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D})\s*)+/u;

export function isBlock(node: { readonly type: string }): node is MarkdownBlock {
  return BLOCKS.has(node.type);
}

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'list',
  'blockquote',
  'code',
  'table',
  'html',
  'thematicBreak',
  'definition',
  'footnoteDefinition',
]);

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

function frame(tag: Frame['tag'], opened: Html | null, depth: Frame['depth'] = 1): Frame {
  return { tag, depth, blocks: [], opened, summary: null };
}

/** Lists that were made of what notes fold, while their tree is shaped. */
const toggles = new WeakSet<MarkdownBlock>();

/** A line with blocks below it, in the one shape that they all have: a list of one item. */
export function toggle(line: Paragraph, blocks: readonly MarkdownBlock[], position: Position | undefined): List {
  const at = position ? { position } : {};
  const item: ListItem = { type: 'listItem', spread: true, checked: null, children: [line, ...blocks], ...at };
  const list: List = { type: 'list', ordered: false, spread: true, children: [item], ...at };
  toggles.add(list);
  return list;
}

/** Toggles that stand one below the other become one list. */
export function joinToggles(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  const all: MarkdownBlock[] = [];
  for (const block of blocks) {
    const before = all.at(-1);
    const goesOn = before?.type === 'list' && block.type === 'list' && toggles.has(before) && toggles.has(block);
    if (!goesOn) {
      all.push(block);
      continue;
    }
    before.children.push(...block.children);
    if (before.position && block.position) before.position = { ...before.position, end: block.position.end };
  }
  return all;
}

function span(first: Html | null, last: Html | MarkdownBlock | undefined): Position | undefined {
  const [start, end] = [first?.position?.start, (last ?? first)?.position?.end];
  return start && end ? { start, end } : undefined;
}

/** All words of some blocks on one line. */
function lineIn(blocks: readonly MarkdownBlock[], from: Html | null): Paragraph | null {
  const children = blocks.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'heading' ? block.children : [],
  );
  if (children.length === 0) return null;
  return { type: 'paragraph', children, ...(from?.position ? { position: from.position } : {}) };
}

/** A callout of Notion begins with its picture, on a line of its own or before the first word. */
function withoutPictograph(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  const [first, ...rest] = blocks;
  const [text, ...more] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !PICTOGRAPHS.test(text.value)) return blocks;
  const value = text.value.replace(PICTOGRAPHS, '');
  if (value === '' && more.length === 0) return rest;
  return [{ ...first, children: [{ ...text, value }, ...more] }, ...rest];
}

function asideBlocks(all: readonly MarkdownBlock[], position: Position | undefined): readonly MarkdownBlock[] {
  const [first, ...rest] = withoutPictograph(all);
  if (first?.type === 'paragraph' && rest.length > 0) {
    const line = inlineOf(first.children);
    if (isLead(line) || line.text.endsWith('?')) return [toggle(first, rest, position)];
  }
  return first ? [first, ...rest] : [];
}

/** What a frame becomes when its end mark comes, or the end of what it stands in. */
function closed({ tag, depth, blocks, opened, summary }: Frame, by: Html | null): readonly MarkdownBlock[] {
  const position = span(opened, by ?? blocks.at(-1));
  const at = position ? { position } : {};
  switch (tag) {
    case 'heading': {
      const line = lineIn(blocks, opened);
      if (!line || plainText(line).trim() === '') return opened ? [opened] : [];
      return [{ type: 'heading', depth, children: line.children, ...at }];
    }
    case 'aside':
      return asideBlocks(blocks, position);
    case 'details': {
      // Headings end what is above them: a page that is folded as a whole keeps its sections.
      if (!summary) return blocks;
      if (blocks.length === 0 || blocks.some(({ type }) => type === 'heading')) return [summary, ...blocks];
      return [toggle(summary, blocks, position)];
    }
    default:
      return blocks;
  }
}

/** Puts what a closed frame holds to where it belongs: the line of a toggle, or the blocks around it. */
function close(stack: Frame[], by: Html | null): void {
  const [top, below] = [stack.at(-1), stack.at(-2)];
  if (!top || !below) return;
  stack.pop();
  if (top.tag === 'summary' && below.tag === 'details') below.summary = lineIn(top.blocks, top.opened);
  else below.blocks.push(...closed(top, by));
}

function tagOf(name: string): { readonly tag: Tag; readonly depth: Frame['depth'] } {
  const depth = DEPTHS.find((number) => name === `h${number}`);
  if (depth !== undefined) return { tag: 'heading', depth };
  return { tag: name === 'details' || name === 'summary' ? name : 'aside', depth: 1 };
}

/** Reads the marks of one block of HTML, and what stands between them as Markdown. */
function readMarks(stack: Frame[], html: Html): void {
  let done = 0;
  const text = (until: number) => {
    const part = html.value.slice(done, until);
    if (part.trim() !== '') stack.at(-1)?.blocks.push(...parseFragment(part, html, done).filter(isBlock));
  };
  for (const match of html.value.matchAll(STRUCTURE)) {
    text(match.index);
    done = match.index + match[0].length;
    const { tag, depth } = tagOf((match[2] ?? '').toLowerCase());
    if (match[1] === '') stack.push(frame(tag, html, depth));
    else {
      const at = stack.findLastIndex((open) => open.tag === tag);
      while (at > 0 && stack.length > at) close(stack, html);
    }
  }
  text(html.value.length);
}

/** Blocks with what their HTML folds and heads as Markdown would write it. */
export function withoutStructuralHtml(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  if (!blocks.some((block) => block.type === 'html')) return blocks;
  const all = frame('all', null);
  const stack: Frame[] = [all];
  for (const block of blocks) {
    const isMarked = block.type === 'html' && !OPAQUE.test(block.value) && block.value.search(STRUCTURE) >= 0;
    if (isMarked) readMarks(stack, block);
    else stack.at(-1)?.blocks.push(block);
  }
  while (stack.length > 1) close(stack, null);
  return all.blocks;
}
