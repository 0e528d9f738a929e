import type { Person, Place } from '../chat/port.js';
import { learnerId, workspaceId } from '../core/ids.js';
import { learningDate } from '../core/local-date.js';
import type { TutorContext } from '../tutor/context.js';
import type { WelcomeFacts } from './views/help-view.js';
import { shortenLabel } from './words.js';

/** The facts for the first message to a person. Stores nothing. */
export async function welcomeFacts(context: TutorContext, person: Person, place: Place): Promise<WelcomeFacts> {
  const workspace = workspaceId(place.workspaceId);
  const today = learningDate(context.now, 'UTC');
  const [decks, counts, passages] = await Promise.all([
    context.store.decks.list(workspace),
    context.store.progress.counts(workspace, learnerId(person.id), today),
    context.store.decks.passages(workspace),
  ]);
  const example = passages.find((passage) => passage.kind === 'term');
  return {
    name: person.name,
    decks: decks.map((deck) => deck.name),
    cards: counts.reduce((sum, deck) => sum + deck.cards, 0),
    example: example === undefined ? null : { id: example.id, title: shortenLabel(example.title, 40) },
    lead: place.lead,
  };
}
