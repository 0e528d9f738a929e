import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { OpenGap } from '../../tutor/ask/close-gap.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';

const QUERY = 120;

/** A word to those who look after the notes: something is asked again and again. */
export function raisedGapView(language: Language, { id, text, missed, waiting }: OpenGap): View {
  const query = escapeInline(shortenLabel(text, QUERY));
  const waits = waiting.length === 0 ? [] : [say(language, 'gaps.waiting', { waiting: waiting.length })];
  return {
    body: [{ kind: 'text', markdown: [say(language, 'gaps.raised', { query, missed }), ...waits].join(' · ') }],
    controls: [
      button(say(language, 'gaps.answer'), 'gaps.answer', [id], 'primary'),
      button(say(language, 'gaps.write'), 'gaps.write', [id]),
      button(say(language, 'gaps.back'), 'gaps.show'),
    ],
    footer: say(language, 'gaps.raised.once'),
  };
}
