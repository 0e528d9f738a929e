import type { ActionEvent, CommandEvent, Form, SubmitEvent, View } from '../../chat/port.js';
import { cardId } from '../../core/ids.js';
import { editCard, findCard, findCards, pauseCard, resumeCard } from '../../tutor/edit-card.js';
import { textArg } from '../args.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import type { MessageKey } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { cardForm, fitsForm } from '../views/card-view.js';
import { CARDS_SHOWN, cardsView, editedCardView } from '../views/cards-view.js';
import { noticeView } from '../views/notice-view.js';

async function show(call: Call<CommandEvent | ActionEvent>, words: string): Promise<View> {
  const { context, learner } = call;
  const found = await findCards(context, learner, words, CARDS_SHOWN);
  return cardsView(learner, found, words.trim(), await mayChange(call));
}

async function edit({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
  const id = textArg(event);
  const card = await findCard(context, learner, cardId(id));
  return cardForm(language, card ?? { front: '', back: '' }, { action: 'cards.save', args: [id] });
}

async function save(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const front = event.values.front?.trim() ?? '';
  const back = event.values.back?.trim() ?? '';
  if (front === '' || back === '') return noticeView(language, 'warning', 'card.blank');
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'change.not-allowed');
  const id = cardId(textArg(event));
  const card = await findCard(context, learner, id);
  if (card !== null && !fitsForm(card)) return noticeView(language, 'warning', 'cards.too-long');
  return editedCardView(language, await editCard(context, learner, id, { front, back }), 'cards.changed');
}

async function turn(call: Call<ActionEvent>, change: typeof pauseCard, done: MessageKey): Promise<View> {
  const { context, learner, language, event } = call;
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'change.not-allowed');
  return editedCardView(language, await change(context, learner, cardId(textArg(event))), done);
}

/** `/cards`: cards of every deck, to be changed, paused and woken by those who may. */
export const cards = feature({
  command: commandSpec('cards', 'command.cards', [
    commandOption('words', 'command.cards.words', { required: false, suggests: false }),
  ]),
  run: { answer: 'private', handle: (call) => show(call, call.event.options.words ?? '') },
  actions: {
    'cards.show': { answer: 'private', handle: (call) => show(call, '') },
    'cards.edit': { answer: 'form', open: edit },
    'cards.pause': { answer: 'replace', handle: (call) => turn(call, pauseCard, 'cards.paused') },
    'cards.resume': { answer: 'replace', handle: (call) => turn(call, resumeCard, 'cards.resumed') },
  },
  submissions: { 'cards.save': { answer: 'private', handle: save } },
});
