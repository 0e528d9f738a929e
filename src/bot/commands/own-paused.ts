import type { ActionEvent, View } from '../../chat/port.js';
import { bringBack, ownPaused } from '../../tutor/review/put-aside.js';
import { pageArg } from '../args.js';
import type { Call } from '../feature.js';
import { thingOnPageArg } from '../list-args.js';
import { say } from '../messages/say.js';
import { editedCardNotice } from '../views/cards-view.js';
import type { Notice } from '../views/notice.js';
import { ownPausedView } from '../views/own-paused-view.js';

async function show({ context, learner }: Call<unknown>, page: number, notice: Notice | null): Promise<View> {
  return ownPausedView(learner, await ownPaused(context, learner), page, notice);
}

async function resume(call: Call<ActionEvent>): Promise<View> {
  const { page, ref } = thingOnPageArg(call.event);
  const card = await bringBack(call.context, call.learner, ref);
  if (card === null) return show(call, page, editedCardNotice(call.language, { kind: 'gone' }, 'cards.gone'));
  return show(call, page, { tone: 'success', markdown: say(call.language, 'review.back') });
}

/** The cards that one has paused for oneself. */
export const OWN_PAUSED_ACTIONS = {
  'cards.mine': { answer: 'replace', handle: (call: Call<ActionEvent>) => show(call, pageArg(call.event), null) },
  'cards.mine.resume': { answer: 'replace', handle: resume },
} as const;
