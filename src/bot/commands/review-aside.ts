import type { ActionEvent, View } from '../../chat/port.js';
import { openSessionAt, type SessionPress } from '../../tutor/review/open-session.js';
import { type Aside, bringBack, putAside } from '../../tutor/review/put-aside.js';
import { otherArg, sessionCardArg } from '../args.js';
import type { Call } from '../feature.js';
import type { MessageKey } from '../messages/say.js';
import { stepView } from '../views/review-view.js';
import { staleView } from '../views/stale-view.js';
import { showWrong } from './review-wrong.js';

const NOTICES = {
  skip: 'review.aside.skip',
  bury: 'review.aside.bury',
  pause: 'review.aside.pause',
} as const satisfies Readonly<Record<Aside, MessageKey>>;

/** What is wanted seldom: a card is put aside, or something is wrong with it. */
export async function handleOther(call: Call<ActionEvent>): Promise<View> {
  const { other, ...press } = otherArg(call.event);
  return other === 'wrong' ? showWrong(call, press) : setAside(call, { ...press, aside: other });
}

/** Puts a card aside for the learner: to the end of the session, until tomorrow, or until they resume it. */
async function setAside(call: Call<ActionEvent>, press: SessionPress & { readonly aside: Aside }): Promise<View> {
  const put = await putAside(call.context, call.learner, press);
  switch (put.kind) {
    case 'aside':
      return stepView(call.language, put.step, NOTICES[press.aside], press.aside === 'skip' ? null : put.card);
    case 'answered':
      return stepView(call.language, put.step, 'review.moved-on');
    case 'stale':
      return staleView(call.language, put);
  }
}

/** Brings a card back at once, from the session in which it was put aside. */
export async function handleBack(call: Call<ActionEvent>): Promise<View> {
  const { session, card } = sessionCardArg(call.event);
  await bringBack(call.context, call.learner, card);
  const opened = await openSessionAt(call.context, call.learner, session);
  return opened.kind === 'stale'
    ? staleView(call.language, opened)
    : stepView(call.language, opened.step, 'review.back');
}
