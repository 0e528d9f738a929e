import type { DeckId } from '../core/ids.js';
import { fold } from '../core/text.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';

export type FoundDeck =
  | { readonly kind: 'found'; readonly deckId: DeckId }
  | { readonly kind: 'no-such-deck'; readonly asked: string; readonly decks: readonly string[] };

/** The deck of that id or name (accents and case aside), or the only one whose name begins so. */
export async function findDeck(context: TutorContext, learner: Learner, asked: string): Promise<FoundDeck> {
  const decks = await context.store.decks.list(learner.workspaceId);
  const wanted = fold(asked).trim();
  const exact = decks.find((deck) => fold(deck.id) === wanted || fold(deck.name) === wanted);
  const beginning = decks.filter((deck) => fold(deck.name).startsWith(wanted));
  const found = exact ?? (beginning.length === 1 ? beginning[0] : undefined);
  if (found) return { kind: 'found', deckId: found.id };
  return { kind: 'no-such-deck', asked, decks: decks.map((deck) => deck.name) };
}

/** Whether words surely name a deck: its id, its name, or the whole words that only its name begins with. */
export async function namesDeck(context: TutorContext, learner: Learner, words: string): Promise<boolean> {
  const found = await findDeck(context, learner, words);
  if (found.kind !== 'found') return false;
  const decks = await context.store.decks.list(learner.workspaceId);
  const name = fold(decks.find(({ id }) => id === found.deckId)?.name ?? '');
  const wanted = fold(words).trim();
  return fold(found.deckId) === wanted || name === wanted || name.startsWith(`${wanted} `);
}
