import type { Block, Control, View } from '../../chat/port.js';
import type { StoredCard } from '../../core/card.js';
import { GRADES } from '../../core/grade.js';
import { hintFor } from '../../core/hint.js';
import type { Language } from '../../core/language.js';
import type { RevealedCard } from '../../tutor/reveal-card.js';
import type { Question, ReviewStep } from '../../tutor/review-step.js';
import { button } from '../controls.js';
import { escapeMarkdown, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { interval } from '../words.js';
import { sourceLine } from './source-line.js';
import { summaryView } from './summary-view.js';

const GAP = '[…]';

function titleOf(language: Language, question: Question): string {
  const context = question.card.context.length > 0 ? question.card.context : [question.deckName];
  const deck = context.join(' › ');
  if (question.purpose === 'drill') return say(language, 'review.title.again', { deck });
  return say(language, 'review.title', { deck, position: question.position, of: question.of });
}

function frontBlocks(card: StoredCard): readonly Block[] {
  const front = textBlock(card.front);
  return card.choices === undefined ? [front] : [front, { kind: 'list', items: card.choices }];
}

function noticeBlocks(language: Language, notice: MessageKey | null): readonly Block[] {
  return notice === null ? [] : [textBlock(say(language, notice))];
}

export type QuestionOptions = {
  /** A sentence above the card, such as "You left off here". */
  readonly notice: MessageKey | null;
  readonly hint: boolean;
};

/** The front of a card. */
export function questionView(language: Language, question: Question, options: QuestionOptions): View {
  const { card, session, turn } = question;
  const hint = card.hint ?? hintFor(stripMarkdown(card.back));
  return {
    title: titleOf(language, question),
    body: [
      ...noticeBlocks(language, options.notice),
      ...frontBlocks(card),
      ...(options.hint ? [textBlock(say(language, 'review.hint', { hint: escapeMarkdown(hint) }))] : []),
    ],
    controls: [
      button(say(language, 'review.show'), 'review.show', [session.id, turn], 'primary'),
      ...(options.hint ? [] : [button(say(language, 'review.hint.button'), 'review.hint', [session.id, turn])]),
      button(say(language, 'review.later'), 'review.pause', [session.id, turn]),
    ],
  };
}

/** Both sides of a card, with what each grade would do. */
export function answerView(language: Language, revealed: RevealedCard): View {
  const { question, previews } = revealed;
  const { card, session, turn } = question;
  const gradeButton = (grade: (typeof GRADES)[number]): Control =>
    button(
      say(language, 'review.grade.when', {
        grade: say(language, `review.grade.${grade}`),
        when: interval(language, previews[grade]),
      }),
      'review.grade',
      [session.id, turn, grade],
      grade === 'good' ? 'primary' : 'plain',
    );
  return {
    title: titleOf(language, question),
    body: answerBlocks(language, card),
    controls: [...GRADES.map(gradeButton), button(say(language, 'review.notes'), 'explain.open', [card.passageId])],
    footer: [
      sourceLine(language, { headings: card.context, source: card.source }),
      say(language, 'review.grades.note'),
    ].join('\n\n'),
  };
}

/** A cloze shows its sentence with the hidden text in place; every other card its answer below the front. */
function answerBlocks(language: Language, card: StoredCard): readonly Block[] {
  if (card.kind === 'cloze' && card.front.includes(GAP)) {
    return [textBlock(card.front.replace(GAP, () => `**${card.back}**`))];
  }
  // A list or a code block begins on a line of its own, or it would be none.
  const answer = card.back.includes('\n') ? `\n\n${card.back}` : card.back;
  return [...frontBlocks(card), textBlock(say(language, 'review.answer', { answer }))];
}

function textBlock(markdown: string): Block {
  return { kind: 'text', markdown };
}

/** Wherever a session stands. */
export function stepView(language: Language, step: ReviewStep, notice: MessageKey | null): View {
  return step.kind === 'question' ? questionView(language, step, { notice, hint: false }) : summaryView(language, step);
}
