import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { GradedCard } from '../../tutor/review/grade-card.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';
import { stepView } from './review-view.js';

/** What follows a grade; where its card was paused because it is forgotten again and again, that is said first. */
export function gradedView(
  language: Language,
  { counted, step, leech }: Extract<GradedCard, { kind: 'graded' }>,
): View {
  if (leech === null) return stepView(language, step, counted ? null : 'review.already');
  const view = stepView(language, step, 'review.leech', leech);
  const reword = button(say(language, 'review.leech.reword'), 'review.reword', [step.session.id, refOf(leech.id)]);
  return { ...view, controls: [...(view.controls ?? []), reword] };
}
