import type { Block, Control } from '../../chat/port.js';
import type { QuizId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import { POINTS } from '../../core/quiz/score.js';
import type { QuizQuestion } from '../../tutor/quiz/quiz.js';
import { button } from '../controls.js';
import { stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';

/** Answers up to this length stand on their buttons; in characters. */
const ON_BUTTON = 32;
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** Where the buttons below a question lead. */
type Actions = { readonly choose: string; readonly type: string; readonly hint: string | null };

export const LIVE_ACTIONS: Actions = { choose: 'quiz.choose', type: 'quiz.type', hint: 'quiz.hint' };
export const DAY_ACTIONS: Actions = { choose: 'quiz.day-choose', type: 'quiz.day-type', hint: null };

function fitsButtons({ options }: QuizQuestion): boolean {
  return options.every(({ text }) => stripMarkdown(text).length <= ON_BUTTON);
}

/** What an answer is called: its text, or the letter before it. Plain text. */
export function answerLabel(language: Language, question: QuizQuestion, given: string): string {
  if (question.kind === 'typed') return given;
  if (question.kind === 'claim') return say(language, given === 'yes' ? 'quiz.true' : 'quiz.false');
  const at = question.options.findIndex(({ key }) => key === given);
  const text = question.options[at]?.text ?? given;
  return fitsButtons(question) ? stripMarkdown(text) : (LETTERS[at] ?? stripMarkdown(text));
}

/** The question, and what there is to choose from where it is too long for a button. */
export function askedBlocks(language: Language, question: QuizQuestion): readonly Block[] {
  const { kind, term, prompt, options } = question;
  if (kind === 'claim') {
    return [
      { kind: 'headline', markdown: say(language, 'quiz.claim', { term: term ?? '' }) },
      { kind: 'text', markdown: prompt },
    ];
  }
  const list = options.map(({ text }, at) => `**${LETTERS[at] ?? at + 1}.** ${text}`);
  const shown = kind === 'choice' && !fitsButtons(question) ? [{ kind: 'list', items: list } as const] : [];
  return [{ kind: 'headline', markdown: prompt }, ...shown];
}

/** The buttons below a question, or the way to type. */
export function answerControls(
  language: Language,
  { id, round, question }: { readonly id: QuizId; readonly round: number; readonly question: QuizQuestion },
  actions: Actions,
): readonly Control[] {
  const at = [id, round];
  if (question.kind === 'typed') {
    const { hint } = actions;
    return [
      button(say(language, 'quiz.type'), actions.type, at, 'primary'),
      ...(hint === null ? [] : [button(say(language, 'quiz.hint', { points: POINTS.hint }), hint, at)]),
    ];
  }
  const keys = question.kind === 'claim' ? ['yes', 'no'] : question.options.map(({ key }) => key);
  return keys.map((key) => button(answerLabel(language, question, key), actions.choose, [...at, key]));
}
