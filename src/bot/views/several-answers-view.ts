import type { Block, Button, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';

export type AnsweredQuestion = { readonly question: string; readonly view: View };

const QUESTION = 120;
/** Buttons beside an answer, as many as a row has. */
const BUTTONS = 3;
/** What can be done with one answer among several; the rest is there when it is asked alone. */
const KEPT: ReadonlySet<string> = new Set(['explain.open', 'explain.quiz', 'gaps.want']);

/**
 * The answers to the questions of one message, each below its question.
 *
 * @param left questions that are not answered
 */
export function severalAnswersView(language: Language, answers: readonly AnsweredQuestion[], left: number): View {
  const isLost = answers.every(({ view }) => view.tone === 'warning');
  return {
    ...(isLost ? { tone: 'warning' } : {}),
    body: answers.flatMap((answer, index) => blocksOf(language, answer, index + 1)),
    ...(left > 0 ? { footer: say(language, 'ask.left', { left }) } : {}),
  };
}

function blocksOf(language: Language, { question, view }: AnsweredQuestion, number: number): readonly Block[] {
  const asked = escapeInline(shortenLabel(question, QUESTION));
  const footer: readonly Block[] = view.footer === undefined ? [] : [{ kind: 'text', markdown: view.footer }];
  const controls = buttonsOf(view);
  const row: readonly Block[] =
    controls.length === 0
      ? []
      : [{ kind: 'rows', rows: [{ markdown: say(language, 'ask.more', { number }), controls }] }];
  return [{ kind: 'text', markdown: `**${number}. ${asked}**` }, ...view.body, ...footer, ...row];
}

function buttonsOf({ controls = [] }: View): readonly Button[] {
  return controls
    .filter((control): control is Button => control.kind === 'button' && KEPT.has(control.action.action))
    .slice(0, BUTTONS)
    .map(({ style: _, ...button }) => button);
}
