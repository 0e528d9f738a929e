import type { Block, Control, View } from '../../chat/port.js';
import type { Choice, Claim, Option } from '../../choices/choice.js';
import type { Language } from '../../core/language.js';
import { type ChosenAnswer, CLAIM_KEYS } from '../../tutor/review/choose-answer.js';
import type { ReviewQuestion } from '../../tutor/review/review-step.js';
import { button } from '../controls.js';
import { stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { answerBlocks, captionOf, textBlock } from './card-blocks.js';
import { undoButtons } from './review-controls.js';
import { sourceLine } from './source-line.js';

/** Options up to so many characters stand on their buttons; longer ones above them, by letter. */
const FITS_BUTTON = 28;
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** Whether a question comes with answers to press. */
export function isOffered({ asking }: ReviewQuestion): boolean {
  return asking.kind === 'choice' || asking.kind === 'claim';
}

/** A question with its options; the first four fit beside each other on a phone. */
export function choiceBlocks(language: Language, question: ReviewQuestion, choice: Choice): readonly Block[] {
  return [
    { kind: 'headline', markdown: choice.prompt },
    captionOf(language, question),
    ...(choice.asks === 'names' ? [textBlock(say(language, 'review.choice.names'))] : []),
    ...(fitButtons(choice) ? [] : [{ kind: 'list', items: choice.options.map(lettered) } as const]),
  ];
}

function lettered({ text }: Option, at: number): string {
  return `**${LETTERS[at]}** ${text}`;
}

function fitButtons({ options }: Choice): boolean {
  return options.every(({ text }) => stripMarkdown(text).length <= FITS_BUTTON);
}

export function claimBlocks(language: Language, question: ReviewQuestion, { term, says }: Claim): readonly Block[] {
  return [
    { kind: 'headline', markdown: `**${term}**: ${says}` },
    captionOf(language, question),
    textBlock(say(language, 'review.claim')),
  ];
}

/** A button for each option, which carries its key. */
export function pickControls(
  language: Language,
  { session, turn }: ReviewQuestion,
  asking: Choice | Claim,
): readonly Control[] {
  const pick = (label: string, key: string) => button(label, 'review.choose', [session.id, turn, key], 'primary');
  if (asking.kind === 'choice') {
    const labelOf = fitButtons(asking)
      ? ({ text }: Option) => stripMarkdown(text)
      : (_: Option, at: number) => LETTERS[at];
    return asking.options.map((option, at) => pick(labelOf(option, at) ?? '?', option.key));
  }
  return [
    pick(say(language, 'review.claim.true'), CLAIM_KEYS.true),
    pick(say(language, 'review.claim.false'), CLAIM_KEYS.false),
  ];
}

/** What a choice was worth: the answer, the notes, and when the card comes back. */
export function chosenView(language: Language, chosen: ChosenAnswer): View {
  const { question, isRight, backIn, isLeech } = chosen;
  const { card, session, turn } = question;
  return {
    tone: isRight ? 'success' : 'warning',
    body: [textBlock(verdict(language, chosen)), ...answerBlocks(language, question)],
    controls: [
      button(say(language, 'review.next'), 'review.resume', [session.id, turn], 'primary'),
      ...undoButtons(language, { session, undo: turn }),
      button(say(language, 'review.notes'), 'explain.open', [card.passageId]),
    ],
    awaits: { action: 'review.between', args: [session.id, String(turn)] },
    footer: [
      sourceLine(language, { headings: card.context, source: card.source }),
      isLeech ? say(language, 'review.leech') : say(language, 'review.chosen.back', { days: backIn }),
    ].join('\n\n'),
  };
}

function verdict(language: Language, { question, isRight, picked }: ChosenAnswer): string {
  const { asking } = question;
  if (asking.kind === 'claim') {
    return say(language, 'review.chosen.claim', { right: String(isRight), holds: String(asking.isTrue) });
  }
  return isRight
    ? say(language, 'review.chosen.right')
    : say(language, 'review.chosen.wrong', { chosen: picked ?? '' });
}
