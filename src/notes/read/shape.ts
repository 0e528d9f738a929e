import type { Html, ListItem, Paragraph, PhrasingContent, Root, Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { markedQuestion } from '../../language/any/authored.js';
import { isLabel } from '../../language/any/lines.js';
import { isQuestion } from '../../language/any/titles.js';
import { ALL_GRAMMARS } from '../../language/grammars.js';
import { plainMarkdown } from '../../language/text.js';
import { isAngleText } from './html-words.js';
import { inlineOf } from './inline.js';
import { meantBy } from './inline-marks.js';
import { joinLetteredQuestions } from './lettered-questions.js';
import { paragraphOf, splitLine } from './line-split.js';
import { isBlock, joinToggles, type MarkdownBlock, toggle, withoutStructuralHtml } from './toggles.js';
import { parseFragment } from './tree.js';

/** `[!note]- Words` opens a callout of Obsidian and GitHub: its words are the line that its body stands below. */
const CALLOUT = /^\[!([\w-]{1,30})\][+-]?[ \t]*/;
/** A question beside its answer is a line; a longer one is prose. */
const LONGEST_QUESTION = 200;

function isWordless(title: string, type: string): boolean {
  const name = plainMarkdown(title).replace(/[\s:.]+$/u, '');
  return (
    name === '' ||
    name.toLowerCase() === type.toLowerCase() ||
    isLabel(name) ||
    ALL_GRAMMARS.some(({ titles }) => titles.isGeneric(name))
  );
}

/** A callout as a line with its body below, or only its body where the line names nothing. Other quotes stay as they are. */
function openedQuote(block: MarkdownBlock): MarkdownBlock {
  const [first, ...rest] = block.type === 'blockquote' ? block.children : [];
  const [text, ...more] = first?.type === 'paragraph' ? first.children : [];
  const [mark, type = ''] = (text?.type === 'text' && CALLOUT.exec(text.value)) || [];
  if (block.type !== 'blockquote' || first?.type !== 'paragraph' || text?.type !== 'text' || mark === undefined)
    return block;
  const opening: PhrasingContent[] = [{ ...text, value: text.value.slice(mark.length) }, ...more];
  const { first: title, rest: body } = splitLine(opening) ?? { first: opening, rest: [] };
  const below = [...(body.length > 0 ? [paragraphOf(body, first)] : []), ...rest];
  if (isWordless(inlineOf(title).text, type)) return { ...block, children: below };
  if (below.length === 0) return { ...block, children: [paragraphOf(title, first)] };
  return toggle(paragraphOf(title, first), below, block.position);
}

/** A question on a line of its own with its answer on the next one: two paragraphs. */
function shapedParagraph(paragraph: Paragraph): readonly Paragraph[] {
  const split = splitLine(paragraph.children);
  const last = split?.first.findLast((node) => !('value' in node) || node.value.trim() !== '');
  if (!split || split.rest.length === 0 || !last || !/\?\s*$/u.test(plainText(last))) return [paragraph];
  const line = inlineOf(split.first);
  const next = inlineOf((splitLine(split.rest) ?? { first: split.rest }).first).text;
  const [mark] = line.marks;
  const isWhole = mark?.kind === 'strong' && mark.start === 0 && mark.end === line.text.length;
  const asks =
    line.text.endsWith('?') &&
    line.text.length <= LONGEST_QUESTION &&
    (isWhole || isQuestion(line.text.slice(0, -1))) &&
    !/[.!?]\s/u.test(line.text);
  if (!asks || /^\?{1,2}$/u.test(next) || markedQuestion(line.text) !== null) return [paragraph];
  return [paragraphOf(split.first, paragraph), paragraphOf(split.rest, paragraph)];
}

/** `id:: 64a1…`, `collapsed:: true` below the line of a block: Logseq's words about it. */
const BLOCK_PROPERTY = /(?<=\n)[ \t]*[\p{Ll}][\p{L}\p{N}_.-]*:: [^\n]*(?=\n|$)/gu;

/** A line without what Logseq says about it. The lines stay, so that all others keep their places. */
function withoutProperties(block: MarkdownBlock | undefined): readonly MarkdownBlock[] {
  if (block?.type !== 'paragraph') return block ? [block] : [];
  const [first] = block.children;
  if (first?.type === 'text' && /^[\p{L}\p{N}_.-]*::/u.test(first.value)) return [block];
  const children = block.children.map((node) =>
    node.type === 'text' && node.value.includes(':: ')
      ? { ...node, value: node.value.replace(BLOCK_PROPERTY, '') }
      : node,
  );
  return [{ ...block, children }];
}

/** A heading inside an item is the item's line. */
function shapedItem(item: ListItem): ListItem {
  const [first, ...rest] = item.children;
  if (first?.type === 'paragraph') {
    // The line of an item is one line, whatever letter it begins with.
    const line = withoutProperties(first).flatMap(shapedBlock);
    return { ...item, children: [...line, ...shapedBlocks(rest)] };
  }
  if (first?.type !== 'heading') return { ...item, children: [...shapedBlocks(item.children)] };
  const { children, position } = first;
  const line: Paragraph = { type: 'paragraph', children, ...(position ? { position } : {}) };
  return { ...item, children: [...shapedBlock(line), ...shapedBlocks(rest)] };
}

function shapedTable(table: Table): Table {
  const rows = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({ ...cell, children: [...meantBy(cell.children)] })),
  }));
  return { ...table, children: rows };
}

/** A line that is only words in angle brackets is text to its author and HTML to Markdown. */
function angleText(html: Html): readonly MarkdownBlock[] {
  return parseFragment(html.value.replaceAll('<', '\\<'), html, 0).filter(isBlock).flatMap(shapedParagraphs);
}

function shapedParagraphs(block: MarkdownBlock): readonly MarkdownBlock[] {
  return block.type === 'paragraph' ? shapedBlock(block) : [block];
}

function shapedBlock(block: MarkdownBlock): readonly MarkdownBlock[] {
  switch (block.type) {
    case 'paragraph':
      return shapedParagraph({ ...block, children: [...meantBy(block.children)] });
    case 'heading':
      return [{ ...block, children: [...meantBy(block.children)] }];
    case 'table':
      return [shapedTable(block)];
    case 'html':
      return isAngleText(block.value) ? angleText(block) : [block];
    case 'list':
      return [{ ...block, children: block.children.map(shapedItem) }];
    case 'blockquote':
      return [{ ...block, children: [...shapedBlocks(block.children)] }];
    default:
      return [block];
  }
}

function shapedBlocks(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  return joinToggles(joinLetteredQuestions(withoutStructuralHtml(blocks).flatMap(openedQuote))).flatMap(shapedBlock);
}

/**
 * A tree in which whatever notes fold or put below a line has one shape, a list item with its blocks: HTML that folds,
 * callouts, headings inside items. So that all later reading sees "a line with what is below it".
 */
export function shaped(root: Root): Root {
  return { ...root, children: [...shapedBlocks(root.children.filter(isBlock))] };
}
