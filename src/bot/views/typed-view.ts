import { fitsButton } from '../../chat/action-ref.js';
import type { Block, Control, Form, View } from '../../chat/port.js';
import type { Grade } from '../../core/grade.js';
import type { Language } from '../../core/language.js';
import type { GradedAnswer, TypedAnswer } from '../../tutor/review/answer-typed.js';
import type { ReviewQuestion } from '../../tutor/review/review-step.js';
import { button } from '../controls.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { interval, shortenLabel } from '../words.js';
import { answerBlocks, textBlock } from './card-blocks.js';
import { sourceLine } from './source-line.js';

/** The longest answer that is read, in characters. */
export const LONGEST_ANSWER = 1_500;
/** What is typed is shown again up to so many characters. */
const SHOWN = 300;
const LONGEST_PLACEHOLDER = 100;

/** The form for the answer to the card that is asked. */
export function answerForm(language: Language, { card, session, turn }: ReviewQuestion): Form {
  return {
    title: say(language, 'review.type.title'),
    action: { action: 'review.answer', args: [session.id, String(turn)] },
    submitLabel: say(language, 'review.type.check'),
    fields: [
      {
        kind: 'text',
        name: 'answer',
        label: say(language, 'review.type.label'),
        placeholder: shortenLabel(stripMarkdown(card.front).replace(/\s+/gu, ' '), LONGEST_PLACEHOLDER),
        hint: say(language, 'review.type.hint'),
        required: true,
        multiline: true,
        maxLength: LONGEST_ANSWER,
      },
    ],
  };
}

/** Opens the form; the first choice where the card is meant to be typed. */
export function typeButton(language: Language, { session, turn, asking }: ReviewQuestion): Control {
  const style = asking.kind === 'typed' ? 'primary' : 'plain';
  return button(say(language, 'review.type'), 'review.type', [session.id, turn], style);
}

const TONES = { correct: 'success', partial: 'warning', wrong: 'warning' } as const;

/** What was typed beside what the notes say, with the grades that fit it. For the person alone. */
export function typedView(language: Language, typed: TypedAnswer): View {
  const { question, graded, given } = typed;
  const { card } = question;
  const shown = escapeInline(shortenLabel(given.replace(/\s+/gu, ' ').trim(), SHOWN));
  return {
    tone: TONES[graded.verdict],
    body: [
      textBlock(say(language, `review.typed.${graded.verdict}`, { given: shown })),
      ...reasonBlocks(language, graded),
      ...answerBlocks(language, question),
      ...differenceBlocks(language, graded),
    ],
    controls: [
      ...gradeControls(language, typed),
      button(say(language, 'review.notes'), 'explain.open', [card.passageId]),
    ],
    footer: sourceLine(language, { headings: card.context, source: card.source }),
    awaits: { action: 'review.between', args: [question.session.id, String(question.turn)] },
  };
}

function reasonBlocks(language: Language, { reasons }: GradedAnswer): readonly Block[] {
  const told = reasons.map((reason) => {
    switch (reason.kind) {
      case 'clash': {
        const { kind, noted, given } = reason.clash;
        return say(language, `review.clash.${kind}`, { noted: escapeInline(noted), given: escapeInline(given) });
      }
      case 'slip':
        return say(language, 'review.reason.slip', {
          noted: escapeInline(reason.noted),
          given: escapeInline(reason.given),
        });
      case 'points':
        return say(language, 'review.reason.points', { said: reason.said, of: reason.of });
      default:
        return say(language, `review.reason.${reason.kind}`);
    }
  });
  return told.length === 0 ? [] : [textBlock(told.join(' '))];
}

/** What is missing and what is strange; nothing of a correct answer, in which it matters to nobody. */
function differenceBlocks(language: Language, { verdict, difference }: GradedAnswer): readonly Block[] {
  if (verdict === 'correct') return [];
  const line = (key: MessageKey, pieces: readonly string[]) =>
    pieces.length === 0 ? [] : [say(language, key, { pieces: pieces.map(quoted(language)).join(' · ') })];
  const missing = difference.said.length === 0 ? [] : line('review.typed.missing', difference.missing);
  const lines = [...missing, ...line('review.typed.extra', difference.extra)];
  return lines.length === 0 ? [] : [{ kind: 'list', items: lines }];
}

function quoted(language: Language): (piece: string) => string {
  return (piece) => say(language, 'review.typed.piece', { piece: escapeInline(piece) });
}

function gradeControls(language: Language, typed: TypedAnswer): readonly Control[] {
  const { question, graded, previews } = typed;
  const { session, turn } = question;
  const when = (key: MessageKey, grade: Grade) =>
    say(language, 'review.grade.when', { grade: say(language, key), when: interval(language, previews[grade]) });
  const gradeButton = (grade: Grade, style: 'primary' | 'plain') =>
    button(when(`review.grade.${grade}`, grade), 'review.typed', [session.id, turn, grade], style);
  if (graded.verdict === 'correct')
    return [gradeButton('good', 'primary'), gradeButton('easy', 'plain'), gradeButton('hard', 'plain')];
  const knew = button(when('review.typed.knew', 'good'), 'review.grade', [session.id, turn, 'good']);
  const again = gradeButton('again', graded.verdict === 'wrong' ? 'primary' : 'plain');
  const own = rightControls(language, typed);
  return graded.verdict === 'wrong' ? [again, knew, ...own] : [gradeButton('hard', 'primary'), knew, again, ...own];
}

/** "I was right": another name for the same; not where it is too long for a button. */
function rightControls(language: Language, { question, alias }: TypedAnswer): readonly Control[] {
  if (alias === null) return [];
  const { session, turn } = question;
  const args = [session.id, String(turn), alias.alias, alias.meaning];
  if (!fitsButton({ action: 'review.right', args })) return [];
  const names = { alias: shortenLabel(alias.alias, 24), meaning: shortenLabel(alias.meaning, 24) };
  return [button(say(language, 'review.typed.right', names), 'review.right', args)];
}
