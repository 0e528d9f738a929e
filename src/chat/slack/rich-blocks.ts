import type { Nodes } from 'mdast';
import { inlinesOf, type References, type RichInline, trimmed, words } from './rich-inline.js';
import {
  assemble,
  codePart,
  listPart,
  type Part,
  quoted,
  type RichSection,
  section,
  withLead,
  wordsPart,
} from './rich-parts.js';
import { tableParts } from './rich-table.js';

/** What stands for a line between two parts of a text. */
const BREAK = '———';

/** A list of the tree, or one that a view has made of several texts. */
type Item = { readonly children: readonly Nodes[]; readonly checked?: boolean | null | undefined };
type ItemList = {
  readonly ordered?: boolean | null | undefined;
  readonly start?: number | null | undefined;
  readonly children: readonly Item[];
};

function checkbox(checked: Item['checked']): string {
  if (checked === null || checked === undefined) return '';
  return checked ? '☑ ' : '☐ ';
}

/** How a list counts. Slack's begin at one or later: one that begins at zero has its numbers in its words. */
function counting(node: ItemList) {
  const start = node.start ?? 1;
  const number = (index: number) => `${start + index}. `;
  const ordered = node.ordered === true && start > 0;
  return {
    style: ordered ? ('ordered' as const) : ('bullet' as const),
    offset: (index: number) => (ordered ? start - 1 + index : 0),
    inWords: (index: number) => (node.ordered && !ordered ? number(index) : ''),
    alone: (index: number) => (node.ordered ? number(index).trim() : '•'),
  };
}

/** The line that an item begins with, and what is in it besides. */
function itemOf(item: Item, lead: string, depth: number, references: References) {
  const inside = withLead(words(lead + checkbox(item.checked)), blockParts(item.children, depth + 1, references));
  const end = inside.findIndex((part) => part.kind !== 'words');
  const [first] = assemble(end === -1 ? inside : inside.slice(0, end));
  const line: RichInline[] = first?.type === 'rich_text_section' ? trimmed(first.elements) : [];
  return { line, rest: end === -1 ? [] : inside.slice(end) };
}

function isList(part: Part | undefined): boolean {
  return part?.kind === 'element' && part.element.type === 'rich_text_list';
}

/**
 * Slack's lists hold lines only: a code block, a quotation or a deeper list ends the list, which goes on behind it with
 * the next number.
 */
export function listParts(node: ItemList, depth: number, references: References): readonly Part[] {
  const count = counting(node);
  const parts: Part[] = [];
  let open: RichSection[] = [];
  const closeBefore = (index: number) => {
    parts.push(...listPart(open, { style: count.style, depth, offset: count.offset(index - open.length) }));
    open = [];
  };
  node.children.forEach((item, index) => {
    const { line, rest } = itemOf(item, count.inWords(index), depth, references);
    if (line.length > 0) {
      open.push(section(line));
    } else {
      closeBefore(index);
      if (!isList(rest[0])) parts.push(...wordsPart(words(count.alone(index)), true));
    }
    if (rest.length === 0) return;
    closeBefore(index + 1);
    parts.push(...rest);
  });
  closeBefore(node.children.length);
  return parts;
}

/** Blocks of a tree; `depth` is the level of a list among them. */
export function blockParts(nodes: readonly Nodes[], depth: number, references: References): readonly Part[] {
  return nodes.flatMap((node) => blockPart(node, depth, references));
}

function blockPart(node: Nodes, depth: number, references: References): readonly Part[] {
  switch (node.type) {
    case 'heading':
      return wordsPart(trimmed(inlinesOf(node.children, references, { bold: true })), true);
    case 'list':
      return listParts(node, depth, references);
    case 'blockquote':
      return quoted(blockParts(node.children, depth, references));
    case 'code':
      return codePart(node.value);
    case 'table':
      return tableParts(node, depth, references);
    case 'thematicBreak':
      return wordsPart(words(BREAK));
    case 'footnoteDefinition':
      return withLead(words(`[${node.label ?? node.identifier}] `), blockParts(node.children, depth, references));
    case 'definition': {
      // An address that nothing here points at would be lost: the text was cut between the two.
      if (references.isUsed(node.identifier) || !URL.canParse(node.url)) return [];
      return wordsPart(words(`${node.label ?? node.identifier}: ${node.url}`), true);
    }
    default:
      return wordsPart(trimmed(inlinesOf([node], references)));
  }
}
