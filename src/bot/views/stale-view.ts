import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { StalePress } from '../../tutor/review/open-session.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';
import { noticeView } from './notice-view.js';

/** The answer to a button of a session that is unknown, or somebody else's. */
export function staleView(language: Language, press: StalePress): View {
  const key = press.reason === 'not-yours' ? 'review.not-yours' : 'review.unknown';
  return {
    ...noticeView(language, 'warning', key),
    controls: [button(say(language, 'review.start'), 'review.start', [], 'primary')],
  };
}
