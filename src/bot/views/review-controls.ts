import type { Button } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { ReviewStep } from '../../tutor/review/review-step.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';

/** Takes back the session's last answer, named by its turn: an old button is harmless. None where there is none. */
export function undoButtons(
  language: Language,
  { session, undo }: Pick<ReviewStep, 'session' | 'undo'>,
): readonly Button[] {
  return undo === null ? [] : [button(say(language, 'review.undo'), 'review.undo', [session.id, undo])];
}
