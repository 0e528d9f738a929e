import type { ActionsBlock, MrkdwnElement, PlainTextElement, SectionBlock } from '@slack/types';
import { barOf } from '../bar.js';
import { shorten } from '../fit-text.js';
import { markdownToPlainText } from '../plain-text.js';
import type { Block, Row } from '../port.js';
import { LIMITS } from './limits.js';
import { footerMrkdwn } from './mrkdwn.js';
import { renderButton } from './render-controls.js';

/** The words of a row exactly, with their look where mrkdwn can be trusted with it. */
function textOf({ markdown, bar }: Row): MrkdwnElement | PlainTextElement {
  const lead = bar === undefined ? '' : `${barOf(bar.value, bar.max)} `;
  const mrkdwn = footerMrkdwn(markdown);
  const looks = mrkdwn !== null && mrkdwn !== '' && lead.length + mrkdwn.length <= LIMITS.sectionText;
  if (looks) return { type: 'mrkdwn', text: lead + mrkdwn, verbatim: true };
  const text = shorten(lead + markdownToPlainText(markdown), LIMITS.sectionText, (part) => part.length);
  return { type: 'plain_text', text: text.trim() === '' ? '…' : text, emoji: false };
}

function rowBlocks(row: Row, from: number): readonly (SectionBlock | ActionsBlock)[] {
  const text = textOf(row);
  const [only, ...others] = row.controls.map((control, index) => renderButton(control, from + index));
  if (only === undefined) return [{ type: 'section', text }];
  if (others.length === 0) return [{ type: 'section', text, accessory: only }];
  return [
    { type: 'section', text },
    { type: 'actions', elements: [only, ...others] },
  ];
}

/** Each row with its button beside it, or with several below it. Action ids count from `from`. */
export function renderRows(
  { rows }: Extract<Block, { kind: 'rows' }>,
  from: number,
): readonly (SectionBlock | ActionsBlock)[] {
  let next = from;
  return rows.flatMap((row) => {
    const blocks = rowBlocks(row, next);
    next += row.controls.length;
    return blocks;
  });
}
