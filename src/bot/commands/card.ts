import type { ActionEvent, CommandEvent, ShortcutEvent, SubmitEvent, View } from '../../chat/port.js';
import { addCard } from '../../tutor/decks/add-card.js';
import { editableSides } from '../../tutor/decks/editable-sides.js';
import { sidesFromText } from '../../tutor/decks/sides-from-text.js';
import { suggestCard } from '../../tutor/decks/suggest-card.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { say, sayAll } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { addedCardView, cardForm } from '../views/card-view.js';
import { noticeView } from '../views/notice-view.js';

const EMPTY = { front: '', back: '' };

/** The front is shown in large type anyway, so its emphasis is left out of the form. */
async function sidesFrom(message: string) {
  const sides = await sidesFromText(message);
  return { ...sides, front: editableSides(sides).front };
}

async function add(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const front = event.values.front?.trim() ?? '';
  const back = event.values.back?.trim() ?? '';
  if (front === '' || back === '') return noticeView(language, 'warning', 'card.blank');
  if (!(await mayChange(call))) {
    await suggestCard(context, learner, { front, back });
    return noticeView(language, 'success', 'card.suggested');
  }
  const added = await addCard(context, learner, { front, back, deckName: say(language, 'card.deck') });
  return addedCardView(language, added, { front, back });
}

/** `/card`, and "Make a flashcard" on a message. */
export const cardFeature = feature({
  command: commandSpec('card', 'command.card'),
  run: { answer: 'form', open: async ({ language }: Call<CommandEvent>) => cardForm(language, EMPTY) },
  actions: {
    'card.new': { answer: 'form', open: async ({ language }: Call<ActionEvent>) => cardForm(language, EMPTY) },
  },
  submissions: { 'card.add': { answer: 'private', handle: add } },
  shortcuts: [
    {
      spec: { name: 'card', label: sayAll('card.shortcut') },
      run: {
        answer: 'form',
        open: async ({ language, event }: Call<ShortcutEvent>) => cardForm(language, await sidesFrom(event.text)),
      },
    },
  ],
});
