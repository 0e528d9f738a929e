import type { ActionEvent, Form, Person, SubmitEvent, View } from '../../chat/port.js';
import {
  type EditedCard,
  editCard,
  findCard,
  pauseCard,
  restoreText,
  resumeCard,
} from '../../tutor/decks/edit-card.js';
import { editableSides } from '../../tutor/decks/editable-sides.js';
import { findCards } from '../../tutor/decks/find-cards.js';
import { ownPaused } from '../../tutor/review/put-aside.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { type CardsPage, cardOnPageArg, cardsPageArg, changedCardArg } from '../list-args.js';
import { say } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { cardForm, fitsForm } from '../views/card-view.js';
import { CARDS_SHOWN, cardsView, editedCardNotice, pauseView, restoreButton, wakeButton } from '../views/cards-view.js';
import type { Notice } from '../views/notice.js';
import { OWN_PAUSED_ACTIONS } from './own-paused.js';

async function show(
  call: Call<{ readonly person: Person }>,
  { page, search }: CardsPage,
  notice: Notice | null = null,
): Promise<View> {
  const { context, learner } = call;
  const words = search.trim();
  const [found, may, own] = await Promise.all([
    findCards(context, learner, words, { page, size: CARDS_SHOWN }),
    mayChange(call),
    ownPaused(context, learner),
  ]);
  return cardsView(learner, found, { words, mayChange: may, ownPaused: own.length, notice });
}

/** Runs an action on a card for people with permission, and shows the page again with the result. */
async function act(
  call: Call<ActionEvent | SubmitEvent>,
  at: CardsPage,
  change: () => Promise<EditedCard>,
  tell: (edited: EditedCard) => Notice,
): Promise<View> {
  if (await mayChange(call)) return show(call, at, tell(await change()));
  return show(call, at, { tone: 'warning', markdown: say(call.language, 'change.not-allowed') });
}

async function edit({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
  const { card: ref } = cardOnPageArg(event);
  const card = await findCard(context, learner, ref);
  const draft = card === null ? { front: '', back: '' } : editableSides(card);
  return cardForm(language, draft, { purpose: 'edit', action: { action: 'cards.save', args: event.args } });
}

async function save(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { card: ref, at } = cardOnPageArg(event);
  const front = event.values.front?.trim() ?? '';
  const back = event.values.back?.trim() ?? '';
  if (front === '' || back === '') return show(call, at, { tone: 'warning', markdown: say(language, 'card.blank') });
  const card = await findCard(context, learner, ref);
  if (card !== null && !fitsForm(card)) {
    return show(call, at, { tone: 'warning', markdown: say(language, 'cards.too-long') });
  }
  return act(
    call,
    at,
    () => editCard(context, learner, ref, { front, back }),
    (edited) =>
      editedCardNotice(language, edited, 'cards.changed', (changed) => [restoreButton(language, changed, at)]),
  );
}

async function restore(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  const { card, version, at } = changedCardArg(call.event);
  return act(
    call,
    at,
    () => restoreText(context, learner, card, version),
    (edited) => editedCardNotice(language, edited, 'cards.restored'),
  );
}

async function askToPause(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  const { card: ref, at } = cardOnPageArg(call.event);
  const card = await findCard(context, learner, ref);
  if (card === null) return show(call, at, editedCardNotice(language, { kind: 'gone' }, 'cards.paused'));
  if (await mayChange(call)) return pauseView(language, card, at);
  return show(call, at, { tone: 'warning', markdown: say(language, 'change.not-allowed') });
}

async function pause(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  const { card, at } = cardOnPageArg(call.event);
  return act(
    call,
    at,
    () => pauseCard(context, learner, card),
    (edited) => editedCardNotice(language, edited, 'cards.paused', (changed) => [wakeButton(language, changed, at)]),
  );
}

async function resume(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  const { card, at } = cardOnPageArg(call.event);
  return act(
    call,
    at,
    () => resumeCard(context, learner, card),
    (edited) => editedCardNotice(language, edited, 'cards.resumed'),
  );
}

/** `/cards`: lists cards of all decks, for people with permission to edit, pause and resume. */
export const cardsFeature = feature({
  command: commandSpec('cards', 'command.cards', [
    commandOption('words', 'command.cards.words', { required: false, suggests: false }),
  ]),
  run: { answer: 'private', handle: (call) => show(call, { page: 0, search: call.event.options.words ?? '' }) },
  actions: {
    'cards.page': { answer: 'replace', handle: (call) => show(call, cardsPageArg(call.event)) },
    'cards.edit': { answer: 'form', open: edit },
    'cards.restore': { answer: 'replace', handle: restore },
    'cards.pause': { answer: 'replace', handle: askToPause },
    'cards.pause.yes': { answer: 'replace', handle: pause },
    'cards.resume': { answer: 'replace', handle: resume },
    ...OWN_PAUSED_ACTIONS,
  },
  submissions: { 'cards.save': { answer: 'replace', handle: save } },
});
