import type { TimeOfDay } from '../core/daily.js';
import { fold } from '../core/text.js';
import { pattern } from '../core/word-pattern.js';
import { SAYS_OFF, SAYS_ON } from './phrases/daily.js';
import { readTime } from './read-time.js';

/** A request about the daily message; `time` is `null` where it has none. */
export type DailyRequest =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly time: TimeOfDay | null }
  /** `words` are those that mean neither on nor off nor a time. */
  | { readonly kind: 'unclear'; readonly words: string };

const ON = pattern('')`^${SAYS_ON}(?= |$)`;
const OFF = pattern('')`^${SAYS_OFF}(?= |$)`;
const POLITE = /(?:^|[ ,])(?:please|por favor|thanks|thank you|gracias)(?=[ ,.]|$)/g;

/**
 * Reads "on", "on 9:30", "9 pm", "sí, a las 20", "apagar": the switch and the time, in either language and in any
 * order.
 */
export function readDaily(typed: string): DailyRequest {
  const text = fold(typed)
    .replace(POLITE, ' ')
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return { kind: 'nothing' };
  const off = OFF().exec(text.replace(/[,;:]/g, ' '));
  const on = off === null ? ON().exec(text.replace(/[,;:](?!\d)/g, ' ')) : null;
  const rest = text.slice((off ?? on)?.[0].length ?? 0).replace(/^[\s,;:]+/, '');
  const time = readTime(rest);
  // "Off 9" turns it off, whatever the nine means.
  if (off !== null && (rest === '' || time !== null)) return { kind: 'off' };
  if (on !== null && rest === '') return { kind: 'on', time: null };
  if (off === null && time !== null) return { kind: 'on', time };
  return { kind: 'unclear', words: rest === '' ? text : rest };
}
