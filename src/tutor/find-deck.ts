import type { DeckId } from '../core/ids.js';
import { fold } from '../core/text.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';
import { refOf } from './short-ref.js';

/** A deck by its id and what people call it. */
export type DeckRef = { readonly deckId: DeckId; readonly name: string };

export type FoundDeck =
  | ({ readonly kind: 'found' } & DeckRef)
  | { readonly kind: 'no-such-deck'; readonly asked: string; readonly decks: readonly DeckRef[] };

/** What a button carries for a deck, whichever script its name is written in: `findDeck` takes it. */
export function deckKey(id: DeckId): string {
  return refOf(id);
}

/** The deck of that id, key or name (accents and case aside), or the only one whose name begins so. */
export async function findDeck(context: TutorContext, learner: Learner, asked: string): Promise<FoundDeck> {
  const stored = await context.store.decks.list(learner.workspaceId);
  const decks = stored.map(({ id, name }) => ({ deckId: id, name }));
  const wanted = fold(asked).trim();
  const exact =
    decks.find(({ deckId }) => deckId === asked || deckKey(deckId) === asked) ??
    decks.find(({ deckId, name }) => fold(deckId) === wanted || fold(name) === wanted);
  const beginning = decks.filter(({ name }) => fold(name).startsWith(wanted));
  const found = exact ?? (beginning.length === 1 ? beginning[0] : undefined);
  return found ? { kind: 'found', ...found } : { kind: 'no-such-deck', asked, decks };
}
