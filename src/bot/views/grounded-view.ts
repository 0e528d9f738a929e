import type { View } from '../../chat/port.js';
import type { Passage } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import type { GroundedAnswer } from '../../tutor/ask/answering/write-answer.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { sourceLine } from './source-line.js';

/** The most buttons in a row on every platform. */
const MOST_BUTTONS = 5;
const MAX_LABEL = 50;

/**
 * A language model's answer from the notes, as plain text: nothing in it is markup. Each sentence has the numbers of
 * its sources, which are listed below with buttons that open them.
 */
export function groundedView(language: Language, { sentences, sources }: GroundedAnswer): View {
  const text = sentences.map((sentence) => [sentence.text, ...sentence.citations.map((n) => `[${n}]`)].join(' '));
  return {
    body: [{ kind: 'text', markdown: escapeInline(text.join(' ')) }],
    controls: sources.slice(0, MOST_BUTTONS).map((passage, index) => openButton(language, passage, index + 1)),
    footer: [
      ...sources.map((passage, index) => `\\[${index + 1}] ${sourceLine(language, passage)}`),
      say(language, 'answer.note'),
    ].join('\n\n'),
  };
}

/** The same while the model is still writing. */
export function unfinishedView(language: Language, part: GroundedAnswer): View {
  const { body } = groundedView(language, part);
  return { body, footer: say(language, 'answer.unfinished') };
}

function openButton(language: Language, passage: Passage, number: number) {
  const title = shortenLabel(passage.title, MAX_LABEL);
  return button(say(language, 'answer.open', { number, title }), 'explain.open', [passage.id]);
}
