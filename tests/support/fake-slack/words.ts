import type { MessageBlock, TableCell } from './schema/blocks.js';
import type { RichTextInline, RichTextPart } from './schema/rich-text.js';

/** Slack turns these three back, everywhere but in rich text. */
export function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What people type, as Slack hands it to apps. */
export function encodeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a reader sees of mrkdwn: links by their label, no marks, no characters without width. */
export function plainMrkdwn(text: string): string {
  const unlinked = text
    .replaceAll(/<([^<>|]+)\|([^<>]*)>/g, '$2')
    .replaceAll(/<([^<>]+)>/g, '$1')
    .replaceAll(/```\n?/g, '')
    .replaceAll(/`([^`\n]+)`/g, '$1');
  const unmarked = ['\\*', '_', '~'].reduce(
    (rest, mark) =>
      rest.replaceAll(
        new RegExp(`(?<![\\w${mark}])${mark}(?!\\s)([^${mark}\\n]+)(?<!\\s)${mark}(?![\\w${mark}])`, 'g'),
        '$1',
      ),
    unlinked,
  );
  return decodeEntities(unmarked).replaceAll(/[\u200b\u200c\u2060\ufeff]/g, '');
}

function inlineWords(element: RichTextInline): string {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return element.text ?? element.url;
    case 'emoji':
      return emojiOf(element.unicode) ?? `:${element.name}:`;
    case 'date':
      return element.fallback ?? element.format;
    case 'user':
      return `@${element.user_id}`;
    case 'usergroup':
      return `@${element.usergroup_id}`;
    case 'channel':
      return `#${element.channel_id}`;
    case 'team':
      return `@${element.team_id}`;
    case 'broadcast':
      return `@${element.range}`;
    case 'color':
      return element.value;
  }
}

function emojiOf(unicode: string | undefined): string | null {
  if (unicode === undefined) return null;
  return String.fromCodePoint(...unicode.split('-').map((code) => Number.parseInt(code, 16)));
}

function line(elements: readonly RichTextInline[]): string {
  return elements.map(inlineWords).join('');
}

function partWords(part: RichTextPart): string {
  if (part.type !== 'rich_text_list') return line(part.elements);
  const first = (part.offset ?? 0) + 1;
  return part.elements
    .map(({ elements }, index) => `${part.style === 'ordered' ? `${first + index}.` : '•'} ${line(elements)}`)
    .join('\n');
}

type TextObject = { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string };

function objectWords({ type, text }: TextObject): string {
  return type === 'mrkdwn' ? plainMrkdwn(text) : decodeEntities(text);
}

function cellWords(cell: TableCell): string {
  return cell.type === 'rich_text' ? cell.elements.map(partWords).join('\n') : cell.text;
}

function blockWords(block: MessageBlock): readonly string[] {
  switch (block.type) {
    case 'rich_text':
      return block.elements.map(partWords);
    case 'section':
      return [...(block.text ? [block.text] : []), ...(block.fields ?? [])].map(objectWords);
    case 'header':
      return [objectWords(block.text)];
    case 'context':
      return block.elements.map((element) => (element.type === 'image' ? element.alt_text : objectWords(element)));
    case 'markdown':
      return [block.text];
    case 'image':
      return [...(block.title ? [block.title.text] : []), block.alt_text];
    case 'table':
      return block.rows.map((row) => row.map(cellWords).join('\t'));
    case 'input':
      return [block.label.text];
    case 'divider':
    case 'actions':
      return [];
  }
}

/** All words of the blocks, or of the text where there are none. */
export function wordsOf(content: { readonly text: string; readonly blocks: readonly MessageBlock[] }): string {
  if (content.blocks.length === 0) return plainMrkdwn(content.text);
  return content.blocks.flatMap(blockWords).join('\n');
}
