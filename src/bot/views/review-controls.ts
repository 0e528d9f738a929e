import type { Button, Control } from '../../chat/port.js';
import type { StoredCard } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { ReviewQuestion, ReviewStep } from '../../tutor/review/review-step.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';

type Step = Pick<ReviewStep, 'session' | 'undo'>;

/**
 * Takes back what was done last: the session's last answer, named by its turn so that an old button is harmless, or
 * that a card was put aside for longer than the session.
 */
export function undoButtons(
  language: Language,
  { session, undo }: Step,
  aside: StoredCard | null = null,
): readonly Button[] {
  const label = say(language, 'review.undo');
  if (aside !== null) return [button(label, 'review.back', [session.id, refOf(aside.id)])];
  return undo === null ? [] : [button(label, 'review.undo', [session.id, undo])];
}

/** What is wanted seldom. */
export function otherSelect(language: Language, { session, turn, isLast }: ReviewQuestion): Control {
  const option = (value: string, label: string) => ({ value, label });
  return {
    kind: 'select',
    label: say(language, 'review.other'),
    action: { action: 'review.other', args: [session.id, String(turn)] },
    options: [
      ...(isLast ? [] : [option('skip', say(language, 'review.skip'))]),
      option('bury', say(language, 'review.bury')),
      option('pause', say(language, 'review.hold')),
      option('wrong', say(language, 'review.wrong')),
    ],
  };
}
