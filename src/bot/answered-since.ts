import type { View } from '../chat/port.js';
import { tellAnswered } from '../tutor/ask/tell-answered.js';
import type { Call } from './feature.js';
import { answeredBlock, answeredButton } from './views/answered-view.js';

/**
 * The view, with the person's earlier questions that the notes now answer.
 *
 * @param shown the passage that the view itself shows, which is not repeated
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
