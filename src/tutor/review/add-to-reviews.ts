import type { Passage } from '../../core/card.js';
import type { PassageId } from '../../core/ids.js';
import { learningDate } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

type AddedToReviews =
  | { readonly kind: 'added'; readonly passage: Passage; readonly added: number; readonly already: number }
  | { readonly kind: 'gone' };

/** Puts the new cards of a passage's section at the front of the learner's next session. */
export async function addToReviews(context: TutorContext, learner: Learner, id: PassageId): Promise<AddedToReviews> {
  const { store, lookups, now } = context;
  const passage = (await lookups.of(learner.workspaceId)).passage(id);
  if (passage === null) return { kind: 'gone' };
  const cards = await store.decks.cardsOfSection(learner.workspaceId, passage.sectionId);
  const ids = cards.map((card) => card.id);
  const progress = await store.progress.ofCards(learner.workspaceId, learner.id, ids);
  const unseen = ids.filter((card) => (progress.get(card)?.kind ?? 'new') === 'new');
  // Who asks for a card wants it, whatever they had put off.
  await store.holds.release(learner.workspaceId, learner.id, ids);
  const added = await store.agenda.pick(learner.workspaceId, learner.id, unseen, now);
  // The next start makes a new plan, with the picked cards first. What was answered in an open session is logged.
  const on = learningDate(now, learner.timeZone);
  if (added > 0) await store.sessions.closeReviews(learner.workspaceId, learner.id, on, now);
  return { kind: 'added', passage, added, already: ids.length - added };
}
