import type { DeckId } from '../../core/ids.js';
import { refOf } from '../../core/short-ref.js';
import { fold } from '../../core/text.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** A deck by its id and its name. */
export type DeckRef = { readonly deckId: DeckId; readonly name: string };

export type FoundDeck =
  | ({ readonly kind: 'found' } & DeckRef)
  | { readonly kind: 'no-such-deck'; readonly asked: string; readonly decks: readonly DeckRef[] };

/** The deck with that id, reference or name (accents and case aside), or the only one whose name begins with it. */
export async function findDeck(context: TutorContext, learner: Learner, asked: string): Promise<FoundDeck> {
  const stored = await context.store.decks.list(learner.workspaceId);
  const decks = stored.map(({ id, name }) => ({ deckId: id, name }));
  const wanted = fold(asked).trim();
  const exact =
    decks.find(({ deckId }) => deckId === asked || refOf(deckId) === asked) ??
    decks.find(({ deckId, name }) => fold(deckId) === wanted || fold(name) === wanted);
  const beginning = decks.filter(({ name }) => fold(name).startsWith(wanted));
  const found = exact ?? (beginning.length === 1 ? beginning[0] : undefined);
  return found ? { kind: 'found', ...found } : { kind: 'no-such-deck', asked, decks };
}

/** Whether words clearly name a deck: by its id, its name, or whole words with which only its name begins. */
export async function namesDeck(context: TutorContext, learner: Learner, words: string): Promise<boolean> {
  const found = await findDeck(context, learner, words);
  if (found.kind !== 'found') return false;
  const decks = await context.store.decks.list(learner.workspaceId);
  const name = fold(decks.find(({ id }) => id === found.deckId)?.name ?? '');
  const wanted = fold(words).trim();
  return fold(found.deckId) === wanted || name === wanted || name.startsWith(`${wanted} `);
}
