import type { View } from '../../chat/port.js';
import { listDecks } from '../../tutor/list-decks.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { decksView } from '../views/decks-view.js';

async function show({ context, learner, language }: Call<unknown>): Promise<View> {
  return decksView(language, await listDecks(context, learner));
}

export const deck = feature({
  command: commandSpec('deck', 'command.deck'),
  run: { answer: 'private', handle: show },
  actions: { 'deck.show': { answer: 'private', handle: show } },
});
