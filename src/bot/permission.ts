import type { Person } from '../chat/port.js';
import { mayChangeDecks } from '../tutor/decks/may-change.js';
import type { Call } from './feature.js';

/** Whether the person may change the shared decks. */
export function mayChange({ context, learner, event }: Call<{ readonly person: Person }>): Promise<boolean> {
  return mayChangeDecks(context, learner, event.person);
}
