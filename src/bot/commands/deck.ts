import type { Person, View } from '../../chat/port.js';
import { recentChanges } from '../../tutor/deck-history.js';
import { listDecks } from '../../tutor/list-decks.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { withFolderNews } from '../folder-news.js';
import { mayChange } from '../permission.js';
import { decksView } from '../views/decks-view.js';
import { withHistory } from '../views/history-view.js';

/** Changes that are shown. */
const CHANGES = 4;

async function show(call: Call<{ readonly person: Person }>): Promise<View> {
  const { context, learner, language } = call;
  const [decks, changes] = await Promise.all([
    listDecks(context, learner),
    recentChanges(context, learner.workspaceId, CHANGES),
  ]);
  const mayUndo = changes.length > 0 && (await mayChange(call));
  const { timeZone } = learner;
  const view = withHistory(language, decksView(language, decks), changes, { now: context.now, timeZone, mayUndo });
  return withFolderNews(call, view);
}

export const deck = feature({
  command: commandSpec('deck', 'command.deck'),
  run: { answer: 'private', handle: show },
  actions: { 'deck.show': { answer: 'private', handle: show } },
});
