import type { Code, List, ListItem, RootContent } from 'mdast';
import { linesOf } from './inline.js';

/** A code block as Markdown, fenced so that nothing in it ends it. */
export function codeText({ lang, value }: Pick<Code, 'lang' | 'value'>): string {
  const fence = value.includes('```') ? '~~~~' : '```';
  return `${fence}${lang ?? ''}\n${value}\n${fence}`;
}

function itemText(item: ListItem, mark: string, depth: number): string {
  const [first, ...rest] = item.children.map((child) => blockText(child, depth + 1)).filter((text) => text !== '');
  return [`${'  '.repeat(depth)}${mark} ${first ?? ''}`, ...rest].join('\n');
}

function listText(list: List, depth: number): string {
  const start = list.start ?? 1;
  return list.children
    .map((item, index) => itemText(item, list.ordered === true ? `${start + index}.` : '-', depth))
    .join('\n');
}

/** A block as light Markdown for the side of a card: paragraphs, lists, code; `''` for what has no words there. */
export function blockText(node: RootContent, depth = 0): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return linesOf(node.children)
        .map((line) => line.text)
        .join('\n');
    case 'list':
      return listText(node, depth);
    case 'code':
      return codeText(node);
    case 'blockquote':
      return node.children
        .map((child) => blockText(child, depth))
        .filter((text) => text !== '')
        .join('\n');
    default:
      return '';
  }
}

/** Blocks as the answer to the line above them: a list of one item is that item. */
export function answerText(blocks: readonly RootContent[]): string {
  const [first] = blocks;
  const single =
    blocks.length === 1 && first?.type === 'list' && first.children.length === 1 ? first.children[0] : null;
  return (single?.children ?? blocks)
    .map((block) => blockText(block))
    .filter((text) => text !== '')
    .join('\n');
}
