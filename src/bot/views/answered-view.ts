import type { Block, Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { NewlyAnswered } from '../../tutor/ask/tell-answered.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';

/** "The notes now answer what you asked". */
export function answeredBlock(language: Language, { text }: NewlyAnswered): Block {
  return { kind: 'text', markdown: say(language, 'gaps.answered', { query: escapeInline(shortenLabel(text, 120)) }) };
}

export function answeredButton(language: Language, { passage }: NewlyAnswered): Control {
  return button(say(language, 'gaps.see', { title: shortenLabel(passage.title, 40) }), 'explain.open', [passage.id]);
}

/** The same as a message of its own. */
export function answeredView(language: Language, news: NewlyAnswered): View {
  return { tone: 'success', body: [answeredBlock(language, news)], controls: [answeredButton(language, news)] };
}
