import type { View } from '../chat/port.js';
import { tellAnswered } from '../tutor/ask/tell-answered.js';
import type { Call } from './feature.js';
import { answeredBlock, answeredButton } from './views/answered-view.js';

/**
 * The view, with what the person asked before in vain and the notes answer by now.
 *
 * @param shown what the view answers, which needs no telling
 */
export async function withAnsweredSince(
  { context, learner, language }: Call<unknown>,
  answer: Promise<View>,
  shown = '',
): Promise<View> {
  const [view, news] = await Promise.all([answer, tellAnswered(context, learner, shown)]);
  if (news.length === 0) return view;
  return {
    ...view,
    body: [...news.map((one) => answeredBlock(language, one)), ...view.body],
    controls: [...(view.controls ?? []), ...news.map((one) => answeredButton(language, one))],
  };
}
