import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { splitText } from '../fit-text.js';
import { markdownToPlainText } from '../plain-text.js';
import { LIMITS } from './limits.js';
import type { RichInline } from './rich-inline.js';
import { richText } from './rich-text.js';

/** Text as mrkdwn cannot take it for a mention, a channel or a link. Source: docs.slack.dev, formatting message text. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What mrkdwn would take for markup although it is none: it has no way to escape these. */
const LOOKS_LIKE_MARKUP = /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:[\w+'-]+:|^\s*>/mu;
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

function marksOf(style: RichInline['style']): readonly string[] {
  if (style?.code) return ['`'];
  return [style?.bold ? '*' : '', style?.italic ? '_' : '', style?.strike ? '~' : ''].filter((mark) => mark !== '');
}

/** Marks count only between other characters than letters, and around words on one line. */
function marked(core: string, style: RichInline['style'], before: string, after: string): string {
  const marks = marksOf(style);
  const escaped = escapeMrkdwn(core);
  if (core === '' || core.includes('\n') || WORD_CHARACTER.test(before) || WORD_CHARACTER.test(after)) return escaped;
  return `${marks.join('')}${escaped}${marks.toReversed().join('')}`;
}

function inlineMrkdwn(inline: RichInline, before: string, after: string): string | null {
  const text = inline.text ?? '';
  const code = inline.style?.code === true;
  if (code ? text.includes('`') : LOOKS_LIKE_MARKUP.test(text)) return null;
  if (inline.type === 'link') return `<${escapeMrkdwn(inline.url)}|${escapeMrkdwn(text.replaceAll(/[|\n]/g, ' '))}>`;
  const core = text.trim();
  const [lead = '', trail = ''] = core === '' ? [text, ''] : text.split(core, 2);
  return lead + marked(core, inline.style, lead || before, trail || after) + trail;
}

/**
 * CommonMark as mrkdwn with its bold, italic, struck, code and links, or `null` where mrkdwn could not show exactly
 * the text: lists and code blocks, and words such as `:smile:` or `*args`, which it would turn into something else.
 */
export function footerMrkdwn(commonMark: string): string | null {
  const [only, ...others] = richText(commonMark);
  if (only?.type !== 'rich_text_section' || others.length > 0) return null;
  const texts = only.elements.map((inline) => inline.text ?? '');
  const pieces = only.elements.map((inline, at) =>
    inlineMrkdwn(inline, texts[at - 1]?.at(-1) ?? '', texts[at + 1]?.at(0) ?? ''),
  );
  return pieces.includes(null) ? null : pieces.join('');
}

/** The small print of a message: the text exactly, with its look where mrkdwn can be trusted with it. */
export function footerElements(commonMark: string): (MrkdwnElement | PlainTextElement)[] {
  const mrkdwn = footerMrkdwn(commonMark);
  if (mrkdwn !== null && mrkdwn.length <= LIMITS.contextText) return [{ type: 'mrkdwn', text: mrkdwn, verbatim: true }];
  const pieces = splitText(markdownToPlainText(commonMark), LIMITS.contextText, (text) => text.length);
  return pieces.slice(0, LIMITS.contextElements).map((text) => ({ type: 'plain_text', text, emoji: false }));
}
