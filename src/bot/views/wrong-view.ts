import type { ActionRef, Form, View } from '../../chat/port.js';
import type { StoredCard } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { ReviewQuestion } from '../../tutor/review/review-step.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';
import { fitsForm } from './card-view.js';

const LONGEST_REASON = 500;

/** What can be done about a card with which something is wrong. */
export function wrongView(language: Language, { session, turn, card }: ReviewQuestion, mayChange: boolean): View {
  const args = [session.id, refOf(card.id)];
  const wording = say(language, mayChange ? 'review.wrong.edit' : 'review.wrong.suggest');
  return {
    body: [
      { kind: 'text', markdown: say(language, mayChange ? 'review.wrong.ask.may' : 'review.wrong.ask') },
      { kind: 'headline', markdown: card.front },
    ],
    controls: [
      ...(fitsForm(card) ? [button(wording, 'review.reword', args, 'primary')] : []),
      button(say(language, 'review.wrong.report'), 'review.report', args),
      button(say(language, 'review.notes'), 'explain.open', [card.passageId]),
      button(say(language, 'review.wrong.back'), 'review.resume', [session.id, turn]),
    ],
  };
}

/** A form for what is wrong with a card, in a few words. */
export function reportForm(language: Language, card: StoredCard | null, action: ActionRef): Form {
  return {
    title: say(language, 'review.wrong'),
    action,
    submitLabel: say(language, 'review.wrong.send'),
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: say(language, 'review.wrong.reason'),
        placeholder: say(language, 'review.wrong.reason.placeholder'),
        ...(card === null ? {} : { hint: say(language, 'review.wrong.reason.hint') }),
        required: true,
        multiline: true,
        maxLength: LONGEST_REASON,
      },
    ],
  };
}
