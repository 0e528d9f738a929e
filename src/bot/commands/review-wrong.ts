import type { ActionEvent, Form, Person, SubmitEvent, View } from '../../chat/port.js';
import { type EditedCard, editCard, findCard } from '../../tutor/decks/edit-card.js';
import { editableSides, mergeEditedSides } from '../../tutor/decks/editable-sides.js';
import { reportCard } from '../../tutor/decks/report-card.js';
import { openSession, openSessionAt, type SessionPress } from '../../tutor/review/open-session.js';
import { sessionCardArg } from '../args.js';
import type { Call } from '../feature.js';
import type { MessageKey } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { cardForm, fitsForm } from '../views/card-view.js';
import { stepView } from '../views/review-view.js';
import { staleView } from '../views/stale-view.js';
import { reportForm, wrongView } from '../views/wrong-view.js';

type Handled = Call<ActionEvent | SubmitEvent>;

/** "Something is wrong with this card", from the card that a session asks. */
export async function showWrong(call: Call<{ readonly person: Person }>, press: SessionPress): Promise<View> {
  const opened = await openSession(call.context, call.learner, press);
  if (opened.kind === 'stale') return staleView(call.language, opened);
  if (opened.kind === 'answered') return stepView(call.language, opened.step, 'review.moved-on');
  return wrongView(call.language, opened.question, await mayChange(call));
}

async function goOn(call: Handled, session: string, notice: MessageKey): Promise<View> {
  const opened = await openSessionAt(call.context, call.learner, session);
  return opened.kind === 'stale' ? staleView(call.language, opened) : stepView(call.language, opened.step, notice);
}

async function openWording({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
  const card = await findCard(context, learner, sessionCardArg(event).card);
  const draft = card === null ? { front: '', back: '' } : editableSides(card);
  return cardForm(language, draft, { purpose: 'edit', action: { action: 'review.reword', args: event.args } });
}

async function openReport({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
  const card = await findCard(context, learner, sessionCardArg(event).card);
  return reportForm(language, card, { action: 'review.report', args: event.args });
}

const EDITED = {
  changed: 'review.wrong.changed',
  same: 'review.wrong.same',
  'changed-since': 'review.wrong.same',
  gone: 'cards.gone',
} as const satisfies Readonly<Record<EditedCard['kind'], MessageKey>>;

/** Changes the card for everybody, or keeps the wording for those who may. */
async function reword(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, event } = call;
  const { session, card: ref } = sessionCardArg(event);
  const sides = { front: event.values.front?.trim() ?? '', back: event.values.back?.trim() ?? '' };
  if (sides.front === '' || sides.back === '') return goOn(call, session, 'card.blank');
  const card = await findCard(context, learner, ref);
  if (card === null) return goOn(call, session, 'cards.gone');
  if (!fitsForm(card)) return goOn(call, session, 'cards.too-long');
  if (await mayChange(call)) {
    const edited = await editCard(context, learner, ref, sides);
    return goOn(call, session, EDITED[edited.kind]);
  }
  const wording = mergeEditedSides(card, sides);
  if (wording.front === card.front && wording.back === card.back) return goOn(call, session, 'review.wrong.same');
  await reportCard(context, learner, ref, { reason: '', sides });
  return goOn(call, session, 'review.wrong.kept');
}

async function report(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, event } = call;
  const { session, card } = sessionCardArg(event);
  const reason = event.values.reason?.trim() ?? '';
  if (reason === '') return goOn(call, session, 'review.wrong.blank');
  const kept = await reportCard(context, learner, card, { reason, sides: null });
  return goOn(call, session, kept === 'kept' ? 'review.wrong.kept' : 'cards.gone');
}

export const WRONG_ACTIONS = {
  'review.reword': { answer: 'form', open: openWording },
  'review.report': { answer: 'form', open: openReport },
} as const;

export const WRONG_SUBMISSIONS = {
  'review.reword': { answer: 'replace', handle: reword },
  'review.report': { answer: 'replace', handle: report },
} as const;
