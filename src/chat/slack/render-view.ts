import type { ActionsBlock, ContextBlock, HeaderBlock, KnownBlock, RichTextBlock, SectionBlock } from '@slack/types';
import { barOf } from '../bar.js';
import { controlsOf } from '../controls-of.js';
import { escapeMarkdown } from '../escape-markdown.js';
import { fitView } from '../fit.js';
import { shorten, splitText } from '../fit-text.js';
import { splitHeadline } from '../headline.js';
import { markdownToPlainText, viewToPlainText } from '../plain-text.js';
import type { Block, View } from '../port.js';
import { LIMITS, MESSAGE_LIMITS } from './limits.js';
import { metersText } from './meters.js';
import { escapeMrkdwn, footerElements } from './mrkdwn.js';
import { plain } from './plain.js';
import { renderControls } from './render-controls.js';
import { renderRows } from './render-rows.js';
import type { RichElement } from './rich-parts.js';
import { richCode, richFields, richList, richText } from './rich-text.js';

/** The blocks that a view becomes. */
type ViewBlock = HeaderBlock | RichTextBlock | ActionsBlock | ContextBlock | SectionBlock;

export type SlackMessage = {
  readonly blocks: KnownBlock[];
  /** For notifications and screen readers: mrkdwn, escaped. */
  readonly text: string;
};

function richBlocks(elements: readonly RichElement[]): RichTextBlock[] {
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements: [...elements] }];
}

/** One rich_text block for each of a view's blocks: Slack puts space between blocks, but none inside of them. */
function renderBlock(block: Block, from: number): readonly ViewBlock[] {
  switch (block.kind) {
    case 'text':
      return richBlocks(richText(block.markdown));
    case 'list':
      return richBlocks(richList(block.items, block.ordered === true));
    case 'fields':
      return richBlocks(richFields(block.fields));
    case 'code':
      return richBlocks(richCode(block.code));
    case 'meters':
      return richBlocks(richCode(metersText(block.meters)));
    case 'headline':
      return renderHeadline(block.markdown);
    case 'caption':
      return renderCaption(block);
    case 'rows':
      return renderRows(block, from);
  }
}

/** The body, and how many of its elements can be pressed. */
function renderBody(body: readonly Block[], from: number): readonly ViewBlock[] {
  let next = from;
  return body.flatMap((block) => {
    const blocks = renderBlock(block, next);
    next += pressable([block]);
    return blocks;
  });
}

function pressable(body: readonly Block[]): number {
  return controlsOf({ body }).length;
}

/** A header holds a short line without looks; any other line is bold. */
function renderHeadline(markdown: string): readonly ViewBlock[] {
  const { line, rest } = splitHeadline(markdown);
  if (line === '') return richBlocks(richText(rest));
  const words = markdownToPlainText(line);
  const hasLook = /\*\*|__|~~/.test(line);
  const head: readonly ViewBlock[] =
    hasLook || words.length > LIMITS.header ? richBlocks(richText(line)) : renderTitle(words);
  return [...head, ...richBlocks(richText(rest))];
}

function renderCaption({ text, bar }: Extract<Block, { kind: 'caption' }>): readonly ViewBlock[] {
  const words = bar === undefined ? text : `${text} ${barOf(bar.value, bar.max)}`;
  if (words.trim() === '') return [];
  return [{ type: 'context', elements: [plain(words, LIMITS.contextText)] }];
}

function renderTitle(title: string | undefined): HeaderBlock[] {
  if (title === undefined || title.trim() === '') return [];
  return [{ type: 'header', text: plain(title, LIMITS.header) }];
}

function renderFooter(footer: string | undefined): ContextBlock[] {
  const elements = footerElements(footer ?? '');
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

/**
 * A view that fits, as blocks; never none, which Slack refuses. Action ids count from `from`, for views of several
 * pages. Slack has no colour for a message, so the tone is in the words alone.
 */
export function viewBlocks(view: View, from = 0): ViewBlock[] {
  const blocks = [
    ...renderTitle(view.title),
    ...renderBody(view.body, from),
    ...renderFooter(view.footer),
    ...renderControls(view.controls ?? [], from + pressable(view.body)),
  ];
  return blocks.length > 0 ? blocks : richBlocks(richText('…'));
}

function fallback(view: View): string {
  const measure = (text: string) => escapeMrkdwn(text).length;
  return escapeMrkdwn(shorten(viewToPlainText(view), LIMITS.fallback, measure)) || '…';
}

/**
 * A view as messages to be sent one after the other; `rest` is what they have no room for, as text for a file.
 * Slack parses none of it, so nothing in it pings or changes its look.
 */
export function renderView(view: View): { readonly messages: readonly SlackMessage[]; readonly rest: string | null } {
  const { pages, rest } = fitView(view, MESSAGE_LIMITS);
  return { messages: pages.map((page) => ({ blocks: viewBlocks(page), text: fallback(page) })), rest };
}

/** Plain text on as many messages as it takes. */
export function renderText(text: string): readonly SlackMessage[] {
  const view = (piece: string): View => ({ body: [{ kind: 'text', markdown: escapeMarkdown(piece) }] });
  const size = (piece: string) => escapeMarkdown(piece).length;
  return splitText(text, MESSAGE_LIMITS.block, size).flatMap((piece) => renderView(view(piece)).messages);
}
