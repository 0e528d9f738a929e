import type { Tone, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { type MessageKey, type MessageValues, say } from '../messages/say.js';

/** One calm sentence. */
export function noticeView(language: Language, tone: Tone, key: MessageKey, values: MessageValues = {}): View {
  return { tone, body: [{ kind: 'text', markdown: say(language, key, values) }] };
}
