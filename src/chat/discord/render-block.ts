import { barOf } from '../bar.js';
import { blockSize } from '../fit.js';
import { splitHeadline } from '../headline.js';
import type { Block, Row } from '../port.js';
import { cleanLine, cleanText, codeBlock, escapeText, headingText, listItem } from './escape.js';
import { boldMarkdown, discordMarkdown, headlineMarkdown, itemMarkdown } from './markdown.js';
import { textSize } from './text-size.js';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

function listText({ items, ordered }: BlockOf<'list'>, show: (markdown: string) => string): string {
  return items
    .map(show)
    .filter((item) => item.trim() !== '')
    .map((item, index) => listItem(ordered ? `${index + 1}. ` : '- ', item))
    .join('\n');
}

function fieldsText({ fields }: BlockOf<'fields'>): string {
  return fields
    .map(({ name, value }) => {
      const [title, text] = [boldMarkdown(name), discordMarkdown(value)];
      return [title, text].filter((part) => part.trim() !== '').join(text.includes('\n') ? '\n' : '  ');
    })
    .filter((line) => line !== '')
    .join('\n');
}

/** The bars first, in a font of fixed width, so that labels of any length begin at the same place. */
function metersText({ meters }: BlockOf<'meters'>): string {
  return meters
    .map(({ label, value, max, text }) => {
      const [name, words] = [cleanLine(label), cleanLine(text)].map(escapeText);
      return [`\`${barOf(value, max)}\``, name ? `**${name}**` : '', words].filter((part) => part).join(' ');
    })
    .join('\n');
}

/** The line as a heading, larger than a title; what follows it is text. */
function headlineText({ markdown }: BlockOf<'headline'>): string {
  const { line, rest } = splitHeadline(markdown);
  return [headlineMarkdown(line), discordMarkdown(rest)].filter((part) => part !== '').join('\n');
}

function captionText({ text, bar }: BlockOf<'caption'>): string {
  const words = escapeText(cleanLine(text));
  return `-# ${words}${bar === undefined ? '' : ` \`${barOf(bar.value, bar.max)}\``}`;
}

/** What a row says, beside its buttons. */
export function renderRow({ markdown, bar }: Row): string {
  const shown = itemMarkdown(markdown);
  const words = shown.length <= textSize(markdown) ? shown : asWritten(markdown);
  return bar === undefined ? words : `\`${barOf(bar.value, bar.max)}\` ${words}`;
}

/** Rows without their buttons. */
function rowsText({ rows }: BlockOf<'rows'>): string {
  return rows.map(renderRow).join('\n');
}

function markup(block: Block): string {
  switch (block.kind) {
    case 'text':
      return discordMarkdown(block.markdown);
    case 'code':
      return codeBlock(cleanText(block.code), block.language);
    case 'list':
      return listText(block, itemMarkdown);
    case 'fields':
      return fieldsText(block);
    case 'meters':
      return metersText(block);
    case 'headline':
      return headlineText(block);
    case 'caption':
      return captionText(block);
    case 'rows':
      return rowsText(block);
  }
}

function asWritten(markdown: string): string {
  return escapeText(cleanLine(markdown));
}

/** The same without markup inside: a mark and the words on a line. */
function plainMarkup(block: Block): string {
  if (block.kind === 'list') return listText(block, asWritten);
  if (block.kind !== 'fields') return markup(block);
  return block.fields.map(({ name, value }) => `${asWritten(name)}  ${asWritten(value)}`).join('\n');
}

/**
 * A block in Discord's Markdown; empty for one that shows nothing. Never larger than `blockSize` says: where the
 * indentation of many short lines would make it so, it is plainer.
 */
export function renderBlock(block: Block): string {
  const text = markup(block);
  return text.length <= blockSize(block, textSize) ? text : plainMarkup(block);
}

/** The title of a message. */
export function renderTitle(title: string): string {
  const line = cleanLine(title);
  return line === '' ? '' : `### ${headingText(escapeText(line))}`;
}

/** Words shown small. */
export function renderFooter(footer: string): string {
  const lines = discordMarkdown(footer).split('\n');
  const hasCode = lines.some((line) => line.startsWith('```'));
  const small = lines.filter((line) => line.trim() !== '').map((line) => `-# ${line.trim()}`);
  const text = hasCode ? '' : small.join('\n');
  const size = textSize(footer) + '-# '.length;
  if (text !== '' && text.length <= size) return text;
  const plain = asWritten(footer);
  return plain === '' ? '' : `-# ${plain}`;
}
