import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { Block, Control, View } from './port.js';
import { makeShallow } from './shallow-tree.js';

function blocksOf(node: Parents): string {
  return node.children
    .map(flatten)
    .filter((text) => text !== '')
    .join('\n\n');
}

function flattenList(node: Extract<Nodes, { type: 'list' }>): string {
  const first = node.start ?? 1;
  return node.children
    .map((item, index) => {
      const mark = node.ordered ? `${first + index}. ` : '• ';
      return mark + blocksOf(item).replaceAll(/\n+/g, `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function flattenInline(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'link') {
    const label = node.children.map(flattenInline).join('');
    return label === node.url || `mailto:${label}` === node.url ? label : `${label} (${node.url})`;
  }
  if ('children' in node) return node.children.map(flattenInline).join('');
  return textOf(node);
}

function flatten(node: Nodes): string {
  if (node.type === 'list') return flattenList(node);
  if (node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem') return blocksOf(node);
  if (node.type === 'thematicBreak') return '———';
  return flattenInline(node);
}

/** CommonMark without its marks: what a notification or a screen reader can say. Links keep their address. */
export function markdownToPlainText(markdown: string): string {
  const tree = fromMarkdown(markdown);
  makeShallow(tree, markdown);
  return flatten(tree);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return markdownToPlainText(block.markdown);
    case 'fields':
      return block.fields
        .map(({ name, value }) => `${markdownToPlainText(name)}: ${markdownToPlainText(value)}`)
        .join('\n');
    case 'code':
      return block.code;
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${markdownToPlainText(item)}`)
        .join('\n');
    case 'meters':
      return block.meters.map(({ label, text }) => `${label}: ${text}`).join('\n');
    case 'headline':
      return markdownToPlainText(block.markdown);
    case 'caption':
      return block.text;
    case 'rows':
      return block.rows
        .map(({ markdown, controls }) => [markdownToPlainText(markdown), ...controls.map(controlText)].join(' '))
        .join('\n');
  }
}

function controlText(control: Control): string {
  if (control.kind === 'link') return `${control.label}: ${control.url}`;
  if (control.kind === 'button') return `[${control.label}]`;
  return `[${control.label}: ${control.options.map(({ label }) => label).join(' · ')}]`;
}

/**
 * A view as plain text: for notifications, for platforms without blocks, and for tests. Paragraphs are separated by
 * an empty line; controls stand in brackets, so that a reader knows what could be pressed.
 */
export function viewToPlainText(view: View): string {
  const controls = view.controls ?? [];
  const buttons = controls.filter(({ kind }) => kind !== 'link').map(controlText);
  const links = controls.filter(({ kind }) => kind === 'link').map(controlText);
  return [
    view.title ?? '',
    ...view.body.map(blockText),
    view.file?.name ?? '',
    markdownToPlainText(view.footer ?? ''),
    buttons.join(' '),
    links.join('\n'),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}
