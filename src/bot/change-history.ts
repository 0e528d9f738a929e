import type { ActionEvent, Person, View } from '../chat/port.js';
import { recentChanges } from '../tutor/decks/deck-history.js';
import { foreseeUndo, type MeantChange, redoImport, undoImport } from '../tutor/decks/undo-import.js';
import { button } from './controls.js';
import type { Call } from './feature.js';
import { changeOnPageArg } from './list-args.js';
import { say } from './messages/say.js';
import { mayChange } from './permission.js';
import { CHANGES_SHOWN, changesView, type Reader } from './views/history-view.js';
import { noticeView } from './views/notice-view.js';
import { placeIn } from './views/page-controls.js';
import { notAllowedView, type Said } from './views/said.js';
import { foreseenView, redoneSaid, refusedSaid, undoneSaid } from './views/undo-view.js';

type AnyCall = Call<{ readonly person: Person }>;

function readerOf({ context, learner, language }: AnyCall): Reader {
  return { language, now: context.now, timeZone: learner.timeZone };
}

/** The last changes of the decks, for those who may take them back. */
export async function changesOf(call: AnyCall, asked: number, said: Said | null = null): Promise<View> {
  const { context, learner, language } = call;
  if (!(await mayChange(call))) return notAllowedView(language);
  const read = (page: number) =>
    recentChanges(context, learner.workspaceId, { limit: CHANGES_SHOWN, offset: page * CHANGES_SHOWN });
  const recent = await read(asked);
  const { page } = placeIn({ page: asked, size: CHANGES_SHOWN, total: recent.total });
  return changesView(readerOf(call), page === asked ? recent : await read(page), page, said);
}

/**
 * Asks before a change is taken back, or put back.
 *
 * @param page of the changes from which it was pressed; `null` from elsewhere
 */
export async function sureOfChange(call: AnyCall, change: MeantChange, page: number | null): Promise<View> {
  const { context, learner, language, event } = call;
  const foreseen = await foreseeUndo(context, learner, event.person, change);
  if (foreseen.status === 'not-allowed') return notAllowedView(language);
  if (foreseen.status === 'foreseen') return foreseenView(readerOf(call), foreseen.change, page);
  return changesOf(call, page ?? 0, refusedSaid(language, foreseen));
}

/** Takes a change back, and shows the list with what became of it and the way to put it back. */
export async function takeBack(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { change, page } = changeOnPageArg(event);
  const undone = await undoImport(context, learner, event.person, change);
  return changesOf(call, page, undoneSaid(language, undone, { deck: change.deck, page }));
}

/** Puts back what was taken. */
export async function putBack(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { change, page } = changeOnPageArg(event);
  return changesOf(call, page, redoneSaid(language, await redoImport(context, learner, event.person, change)));
}

export async function leaveUndo({ language }: AnyCall): Promise<View> {
  return {
    ...noticeView(language, 'neutral', 'undo.left'),
    controls: [button(say(language, 'help.decks'), 'deck.show')],
  };
}
