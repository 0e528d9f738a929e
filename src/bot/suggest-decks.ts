import type { SuggestEvent, Suggestion } from '../chat/port.js';
import { fold } from '../core/text.js';
import type { Call } from './feature.js';
import { MOST_OPTIONS } from './platform-limits.js';

/** Decks whose names contain the typed words, or begin them: options may follow the name on the same line. */
export async function suggestDecks({ context, learner, event }: Call<SuggestEvent>): Promise<readonly Suggestion[]> {
  const decks = await context.store.decks.list(learner.workspaceId);
  const typed = fold(event.typed).trim();
  return decks
    .filter(({ name }) => fold(name).includes(typed) || ` ${typed} `.includes(` ${fold(name)} `))
    .slice(0, MOST_OPTIONS)
    .map((deck) => ({ label: deck.name, value: deck.id }));
}
