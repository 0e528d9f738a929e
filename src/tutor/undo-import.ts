import type { DeckId } from '../core/ids.js';
import type { UndoResult } from '../store/interfaces/decks.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';
import { mayChangeDecks } from './may-change.js';

export type UndoneImport =
  | { readonly status: 'not-allowed' }
  | (UndoResult & { readonly name: string })
  | { readonly status: 'no-such-deck' };

/**
 * Takes back the change of a deck that made `version`, for those who may change decks. Where the deck has changed
 * since, nothing is done. Nobody's progress is touched.
 */
export async function undoImport(
  context: TutorContext,
  learner: Learner,
  person: { readonly manages: boolean },
  { deckId, version }: { readonly deckId: DeckId; readonly version: number },
): Promise<UndoneImport> {
  if (!(await mayChangeDecks(context, learner, person))) return { status: 'not-allowed' };
  const { decks } = context.store;
  const deck = await decks.get(learner.workspaceId, deckId);
  if (deck === null) return { status: 'no-such-deck' };
  const by = { kind: 'learner', id: learner.id } as const;
  return { ...(await decks.undo(learner.workspaceId, deckId, { by, at: context.now, version })), name: deck.name };
}
