import { markdownToPlainText } from '../../chat/plain-text.js';
import type { Block, Control, View } from '../../chat/port.js';
import type { StoredCard } from '../../core/card.js';
import { GRADES } from '../../core/grade.js';
import type { Language } from '../../core/language.js';
import { hintFor } from '../../tutor/review/hint.js';
import type { RevealedCard } from '../../tutor/review/reveal-card.js';
import { isPractice, type ReviewQuestion, type ReviewStep } from '../../tutor/review/review-step.js';
import { button } from '../controls.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { interval } from '../words.js';
import { answerBlocks, questionBlocks, textBlock } from './card-blocks.js';
import { choiceBlocks, claimBlocks, pickControls } from './choice-view.js';
import { otherSelect, undoButtons } from './review-controls.js';
import { sourceLine } from './source-line.js';
import { summaryView } from './summary-view.js';
import { typeButton } from './typed-view.js';

/** The hint of the notes, or one derived from the answer. */
function hintBlocks(language: Language, { front, back, hint }: StoredCard): readonly Block[] {
  const made = () => hintFor(markdownToPlainText(back), stripMarkdown(front));
  const [first = '', ...lines] = (hint ?? made()).split('\n').map(escapeInline);
  const lead = textBlock(say(language, 'review.hint', { hint: lines.length === 0 ? first : '' }).trim());
  return lines.length === 0 ? [lead] : [lead, { kind: 'list', items: [first, ...lines] }];
}

function messageBlocks(language: Language, notice: MessageKey | null): readonly Block[] {
  return notice === null ? [] : [textBlock(say(language, notice))];
}

function askingBlocks(language: Language, question: ReviewQuestion): readonly Block[] {
  const { asking } = question;
  if (asking.kind === 'choice') return choiceBlocks(language, question, asking);
  return asking.kind === 'claim' ? claimBlocks(language, question, asking) : questionBlocks(language, question);
}

type QuestionOptions = {
  /** A sentence above the card, such as "You left off here". */
  readonly notice: MessageKey | null;
  readonly hint: boolean;
  /** The card that was put aside just now. */
  readonly aside?: StoredCard | null;
};

/** The front of a card. */
export function questionView(language: Language, question: ReviewQuestion, options: QuestionOptions): View {
  const { card, session, turn, asking } = question;
  const isOffered = asking.kind === 'choice' || asking.kind === 'claim';
  const isShown = asking.kind === 'reveal';
  return {
    body: [
      ...messageBlocks(language, options.notice),
      ...askingBlocks(language, question),
      ...(options.hint ? hintBlocks(language, card) : []),
    ],
    controls: [
      ...(isOffered ? pickControls(language, question, asking) : []),
      button(say(language, 'review.show'), 'review.show', [session.id, turn], isShown ? 'primary' : 'plain'),
      ...(isOffered ? [] : [typeButton(language, question)]),
      ...(options.hint || isOffered
        ? []
        : [button(say(language, 'review.hint.button'), 'review.hint', [session.id, turn])]),
      button(say(language, 'review.later'), 'review.pause', [session.id, turn]),
      ...undoButtons(language, question, options.aside),
      otherSelect(language, question),
    ],
    awaits: { action: 'review.answer', args: [session.id, String(turn)] },
  };
}

/** Both sides of a card, with the effect of each grade. */
export function revealedView(language: Language, revealed: RevealedCard): View {
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
    );
  return {
    body: answerBlocks(language, question),
    controls: [
      ...GRADES.map(gradeButton),
      ...undoButtons(language, question),
      button(say(language, 'review.notes'), 'explain.open', [card.passageId]),
      otherSelect(language, question),
    ],
    footer: [
      sourceLine(language, { headings: card.context, source: card.source }),
      gradesNote(language, revealed),
    ].join('\n\n'),
  };
}

/** On the first review SM-2 gives every grade the same interval, so the note says what the grade is for. */
function gradesNote(language: Language, { progress, question, previews }: RevealedCard): string {
  if (isPractice(question.session)) return say(language, 'review.grades.practice');
  const isFirst = progress.kind === 'new' && question.purpose === 'plan' && previews.hard === previews.easy;
  return say(language, isFirst ? 'review.grades.first' : 'review.grades.note');
}

/**
 * The view of any step of a session.
 *
 * @param aside the card that was put aside just now
 */
export function stepView(
  language: Language,
  step: ReviewStep,
  notice: MessageKey | null,
  aside: StoredCard | null = null,
): View {
  if (step.kind === 'question') return questionView(language, step, { notice, hint: false, aside });
  const summary = summaryView(language, step, aside);
  return { ...summary, body: [...messageBlocks(language, notice), ...summary.body] };
}
