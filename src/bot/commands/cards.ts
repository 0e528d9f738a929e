import type { ActionEvent, CommandEvent, Form, SubmitEvent, View } from '../../chat/port.js';
import { cardId } from '../../core/ids.js';
import { readChatDeck } from '../../tutor/chat-deck.js';
import { editCard, findCard, pauseCard } from '../../tutor/edit-card.js';
import { textArg } from '../args.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { mayChange } from '../permission.js';
import { cardForm } from '../views/card-view.js';
import { cardsView, editedCardView } from '../views/cards-view.js';
import { noticeView } from '../views/notice-view.js';

async function show(call: Call<CommandEvent | ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  return cardsView(language, await readChatDeck(context, learner), await mayChange(call));
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
  return editedCardView(
    language,
    await editCard(context, learner, cardId(textArg(event)), { front, back }),
    'cards.changed',
  );
}

async function pause(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'change.not-allowed');
  return editedCardView(language, await pauseCard(context, learner, cardId(textArg(event))), 'cards.paused');
}

/** `/cards`: the cards that were made here, to be changed or paused by those who may. */
export const cards = feature({
  command: commandSpec('cards', 'command.cards'),
  run: { answer: 'private', handle: show },
  actions: {
    'cards.show': { answer: 'private', handle: show },
    'cards.edit': { answer: 'form', open: edit },
    'cards.pause': { answer: 'replace', handle: pause },
  },
  submissions: { 'cards.save': { answer: 'private', handle: save } },
});
