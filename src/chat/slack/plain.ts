import type { PlainTextElement } from '@slack/types';
import { shorten } from '../fit-text.js';
import { oneLine } from './columns.js';

/** A label of nothing, which Slack refuses. */
const NOTHING = '…';

/** Text on one line for a label of Slack's, where `:smile:` stays what it is. Never empty, at most `max` long. */
export function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: shorten(oneLine(text), max, (part) => part.length) || NOTHING, emoji: false };
}
