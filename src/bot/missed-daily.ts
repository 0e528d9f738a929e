import type { View } from '../chat/port.js';
import { acknowledgeTurnedOff, missedDaily } from '../tutor/review/missed-daily.js';
import { button } from './controls.js';
import type { Call } from './feature.js';
import { say } from './messages/say.js';

/** Adds a notice where the daily message could not be delivered, which the person would not learn otherwise. */
export async function withMissedDaily({ context, learner, language }: Call<unknown>, view: View): Promise<View> {
  const missed = await missedDaily(context, learner);
  if (missed === null) return view;
  // That it was turned off is told once; that messages are closed, as long as it is so.
  if (missed === 'turned-off') await acknowledgeTurnedOff(context, learner);
  const words = say(language, missed === 'closed' ? 'daily.unreachable' : 'daily.turned-off');
  return {
    ...view,
    body: [{ kind: 'text', markdown: words }, ...view.body],
    controls: [...(view.controls ?? []), button(say(language, 'daily.settings'), 'daily.show')],
  };
}
