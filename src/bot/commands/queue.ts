import type { ActionEvent, CommandEvent, Form, SubmitEvent, View } from '../../chat/port.js';
import { editableSides } from '../../tutor/decks/editable-sides.js';
import { waitingImports } from '../../tutor/decks/import-drafts.js';
import { readFixes } from '../../tutor/decks/report-card.js';
import { decideCard, findSuggestion, readQueue, restoreSuggestion } from '../../tutor/decks/suggest-card.js';
import { textArg } from '../args.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { say } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { cardForm } from '../views/card-view.js';
import { fixView } from '../views/fix-view.js';
import { type Notice, notAllowedView } from '../views/notice.js';
import { noticeView } from '../views/notice-view.js';
import { decidedSuggestionNotice, queueView, restoredSuggestionNotice } from '../views/queue-view.js';
import { fixRoutes } from './queue-fixes.js';

type QueueEvent = CommandEvent | ActionEvent | SubmitEvent;

/** How many drafts of notes are shown beside the cards. */
const NOTES = 4;

/** What is wrong with a card comes first: everybody is asked it meanwhile. */
async function view({ context, learner, language }: Call<unknown>, notice: Notice | null): Promise<View> {
  const [cards, fixes, notes] = await Promise.all([
    readQueue(context, learner),
    readFixes(context, learner),
    waitingImports(context, learner, NOTES),
  ]);
  const waiting = cards.waiting + fixes.waiting;
  if (fixes.first !== null) return fixView(language, fixes.first, waiting, notice);
  return queueView(language, cards, notes, notice);
}

const FIXES = fixRoutes(view);

async function show(call: Call<QueueEvent>): Promise<View> {
  if (!(await mayChange(call))) return notAllowedView(call.language);
  return view(call, null);
}

async function decide(
  call: Call<ActionEvent | SubmitEvent>,
  id: string,
  decision: 'drop' | { readonly front: string; readonly back: string } | 'accept',
): Promise<View> {
  const { context, learner, language } = call;
  if (!(await mayChange(call))) return notAllowedView(language);
  const deckName = say(language, 'card.deck');
  const sides = typeof decision === 'string' ? null : decision;
  const wish = decision === 'drop' ? ({ kind: 'drop' } as const) : ({ kind: 'accept', sides, deckName } as const);
  return view(call, decidedSuggestionNotice(language, await decideCard(context, learner, id, wish)));
}

async function restore(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  if (!(await mayChange(call))) return notAllowedView(language);
  const restored = await restoreSuggestion(context, learner, textArg(event), 'card');
  return view(call, restoredSuggestionNotice(language, restored));
}

async function edit({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
  const id = textArg(event);
  const suggested = await findSuggestion(context, learner, id);
  const draft = suggested === null ? { front: '', back: '' } : editableSides(suggested);
  return cardForm(language, draft, { purpose: 'suggestion', action: { action: 'queue.save', args: [id] } });
}

async function save(call: Call<SubmitEvent>): Promise<View> {
  const front = call.event.values.front?.trim() ?? '';
  const back = call.event.values.back?.trim() ?? '';
  if (front === '' || back === '') return noticeView(call.language, 'warning', 'card.blank');
  return decide(call, textArg(call.event), { front, back });
}

/** `/queue`: suggested cards, one by one, for people who may change the decks. */
export const queueFeature = feature({
  command: commandSpec('queue', 'command.queue'),
  run: { answer: 'private', handle: show },
  actions: {
    'queue.show': { answer: 'private', handle: show },
    'queue.accept': { answer: 'replace', handle: (call) => decide(call, textArg(call.event), 'accept') },
    'queue.drop': { answer: 'replace', handle: (call) => decide(call, textArg(call.event), 'drop') },
    'queue.restore': { answer: 'replace', handle: restore },
    'queue.edit': { answer: 'form', open: edit },
    ...FIXES.actions,
  },
  submissions: { 'queue.save': { answer: 'replace', handle: save }, ...FIXES.submissions },
});
