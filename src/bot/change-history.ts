import type { ActionEvent, Person, View } from '../chat/port.js';
import { recentChanges } from '../tutor/decks/deck-history.js';
import { type ChangeRef, previewUndo, redoChange, undoChange } from '../tutor/decks/undo-change.js';
import { button } from './controls.js';
import type { Call } from './feature.js';
import { changeOnPageArg } from './list-args.js';
import { say } from './messages/say.js';
import { mayChange } from './permission.js';
import { CHANGES_SHOWN, changesView, type Viewer } from './views/history-view.js';
import { type Notice, notAllowedView } from './views/notice.js';
import { noticeView } from './views/notice-view.js';
import { clampPage } from './views/page-controls.js';
import { foreseenView, redoneNotice, refusedNotice, undoneNotice } from './views/undo-view.js';

type AnyCall = Call<{ readonly person: Person }>;

function viewerOf({ context, learner, language }: AnyCall): Viewer {
  return { language, now: context.now, timeZone: learner.timeZone };
}

/** Shows the last changes of the decks to people who may undo them. */
export async function showChanges(call: AnyCall, asked: number, notice: Notice | null = null): Promise<View> {
  const { context, learner, language } = call;
  if (!(await mayChange(call))) return notAllowedView(language);
  const read = (page: number) =>
    recentChanges(context, learner.workspaceId, { limit: CHANGES_SHOWN, offset: page * CHANGES_SHOWN });
  const recent = await read(asked);
  const { page } = clampPage({ page: asked, size: CHANGES_SHOWN, total: recent.total });
  return changesView(viewerOf(call), page === asked ? recent : await read(page), page, notice);
}

/**
 * Asks before a change is undone or redone.
 *
 * @param page the page of changes with the button; `null` from elsewhere
 */
export async function confirmChange(call: AnyCall, change: ChangeRef, page: number | null): Promise<View> {
  const { context, learner, language, event } = call;
  const foreseen = await previewUndo(context, learner, event.person, change);
  if (foreseen.status === 'not-allowed') return notAllowedView(language);
  if (foreseen.status === 'foreseen') return foreseenView(viewerOf(call), foreseen.change, page);
  return showChanges(call, page ?? 0, refusedNotice(language, foreseen));
}

/** Undoes a change, and shows the list with the result and a button to redo it. */
export async function handleUndo(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { change, page } = changeOnPageArg(event);
  const undone = await undoChange(context, learner, event.person, change);
  return showChanges(call, page, undoneNotice(language, undone, { deck: change.deck, page }));
}

/** Redoes an undone change. */
export async function handleRedo(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { change, page } = changeOnPageArg(event);
  return showChanges(call, page, redoneNotice(language, await redoChange(context, learner, event.person, change)));
}

export async function cancelUndo({ language }: AnyCall): Promise<View> {
  return {
    ...noticeView(language, 'neutral', 'undo.left'),
    controls: [button(say(language, 'help.decks'), 'deck.show')],
  };
}
