import type { View } from '../chat/port.js';
import { missedDaily } from '../tutor/review/missed-daily.js';
import { button } from './controls.js';
import type { Call } from './feature.js';
import { say } from './messages/say.js';

/** Adds a notice where the daily message could not be delivered, which the person would not learn otherwise. */
export async function withMissedDaily({ context, learner, language }: Call<unknown>, view: View): Promise<View> {
  if (!(await missedDaily(context, learner))) return view;
  return {
    ...view,
    body: [{ kind: 'text', markdown: say(language, 'daily.unreachable') }, ...view.body],
    controls: [...(view.controls ?? []), button(say(language, 'daily.settings'), 'daily.show')],
  };
}
