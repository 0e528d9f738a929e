import type { ActionEvent, Person, View } from '../../chat/port.js';
import { recentChanges } from '../../tutor/decks/deck-history.js';
import { countPile } from '../../tutor/decks/pile/read-pile.js';
import { forecastDeck } from '../../tutor/review/forecast-deck.js';
import { listDecks } from '../../tutor/review/list-decks.js';
import { pageArg, textArg } from '../args.js';
import { cancelUndo, confirmChange, handleRedo, handleUndo, showChanges } from '../change-history.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { withFolderNews } from '../folder-news.js';
import { changeOnPageArg } from '../list-args.js';
import { mayChange } from '../permission.js';
import { deckCostView, noCostView } from '../views/deck-cost-view.js';
import { decksView } from '../views/decks-view.js';
import { changesButton } from '../views/history-view.js';
import { pileButtons } from '../views/pile-view.js';
import { noDeckView } from '../views/start-view.js';
import { PILE_ACTIONS, PILE_SUBMISSIONS } from './pile.js';

async function show(call: Call<{ readonly person: Person }>, page: number): Promise<View> {
  const { context, learner, language } = call;
  const [decks, { total }, waiting, may] = await Promise.all([
    listDecks(context, learner),
    recentChanges(context, learner.workspaceId, { limit: 0, offset: 0 }),
    countPile(context, learner),
    mayChange(call),
  ]);
  const changes = total > 0 ? [changesButton(language, 'replace')] : [];
  const more = may ? [...pileButtons(language, waiting, 'deck.pile'), ...changes] : [];
  return withFolderNews(call, decksView(language, decks, page, more));
}

async function showCost({ context, learner, language, event }: Call<ActionEvent>): Promise<View> {
  const forecast = await forecastDeck(context, learner, textArg(event));
  if (forecast.kind === 'no-such-deck')
    return noDeckView(language, forecast.asked, forecast.decks, { action: 'deck.cost', args: [] });
  return forecast.kind === 'cost'
    ? deckCostView(language, forecast)
    : noCostView(language, forecast.kind, forecast.deck.name);
}

function ask(call: Call<ActionEvent>): Promise<View> {
  const { change, page } = changeOnPageArg(call.event);
  return confirmChange(call, change, page);
}

/** `/deck`: lists the decks, with buttons for their doubtful cards and their history. */
export const deckFeature = feature({
  command: commandSpec('deck', 'command.deck'),
  run: { answer: 'private', handle: (call) => show(call, 0) },
  actions: {
    'deck.show': { answer: 'private', handle: (call) => show(call, 0) },
    'deck.cost': { answer: 'private', handle: showCost },
    'deck.back': { answer: 'replace', handle: (call) => show(call, 0) },
    'deck.page': { answer: 'replace', handle: (call) => show(call, pageArg(call.event)) },
    'deck.look': { answer: 'private', handle: (call) => showChanges(call, 0) },
    'deck.changes': { answer: 'replace', handle: (call) => showChanges(call, pageArg(call.event)) },
    'deck.undo': { answer: 'replace', handle: ask },
    'deck.undo.yes': { answer: 'replace', handle: handleUndo },
    'deck.redo.yes': { answer: 'replace', handle: handleRedo },
    'deck.leave': { answer: 'replace', handle: cancelUndo },
    ...PILE_ACTIONS,
  },
  submissions: PILE_SUBMISSIONS,
});
