import type { Block } from '../../chat/port.js';
import { CLOZE_GAP } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { isPractice, type ReviewQuestion } from '../../tutor/review/review-step.js';
import { say } from '../messages/say.js';

/** The position in the session. The card's source comes with the answer, since headings often give it away. */
export function captionOf(
  language: Language,
  { deckName: deck, session, purpose, position, of }: ReviewQuestion,
): Block {
  if (isPractice(session)) {
    const text = say(language, 'review.caption.practice', { deck, position, of });
    return { kind: 'caption', text, bar: { value: position, max: of } };
  }
  if (purpose === 'drill') return { kind: 'caption', text: say(language, 'review.caption.again', { deck }) };
  const text = say(language, 'review.caption', { deck, position, of });
  return { kind: 'caption', text, bar: { value: position, max: of } };
}

export function questionBlocks(language: Language, question: ReviewQuestion): readonly Block[] {
  const { front, choices } = question.card;
  return [
    { kind: 'headline', markdown: front },
    captionOf(language, question),
    ...(choices === undefined ? [] : [{ kind: 'list', items: choices } as const]),
  ];
}

/** A cloze shows its sentence with the hidden text filled in; other cards show the answer below the question. */
export function answerBlocks(language: Language, question: ReviewQuestion): readonly Block[] {
  const { kind, front, back } = question.card;
  if (kind === 'cloze' && front.includes(CLOZE_GAP)) {
    const whole = front.replace(CLOZE_GAP, () => `**${back}**`);
    return [{ kind: 'headline', markdown: whole }, captionOf(language, question)];
  }
  return [...questionBlocks(language, question), textBlock(back)];
}

export function textBlock(markdown: string): Block {
  return { kind: 'text', markdown };
}
