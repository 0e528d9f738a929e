import { refOf } from '../../core/short-ref.js';
import type { RedoResult, StoredDeck, UndoResult } from '../../store/interfaces/decks.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type ForeseenChange, foresee } from './deck-history.js';
import { mayChangeDecks } from './may-change.js';

/** A change or an undo of a deck, by the deck's short reference and the version that it made. */
export type MeantChange = { readonly deck: string; readonly version: number };

type Person = { readonly manages: boolean };
type Refused = { readonly status: 'not-allowed' } | { readonly status: 'no-such-deck' };

export type UndoneImport = Refused | (UndoResult & { readonly name: string });
export type RedoneImport = Refused | (RedoResult & { readonly name: string });
export type ForeseenUndo =
  | Refused
  | { readonly status: 'foreseen'; readonly change: ForeseenChange }
  /** It was done before, or the deck has changed since. */
  | { readonly status: 'done' | 'changed-since'; readonly name: string };

/** The deck, for those who may change it. */
async function deckFor(
  context: TutorContext,
  learner: Learner,
  person: Person,
  ref: string,
): Promise<StoredDeck | Refused> {
  if (!(await mayChangeDecks(context, learner, person))) return { status: 'not-allowed' };
  const decks = await context.store.decks.list(learner.workspaceId);
  return decks.find(({ id }) => id === ref || refOf(id) === ref) ?? { status: 'no-such-deck' };
}

/** What taking a change back, or putting back what an undo took, would do. Nothing is done yet. */
export async function foreseeUndo(
  context: TutorContext,
  learner: Learner,
  person: Person,
  { deck: ref, version }: MeantChange,
): Promise<ForeseenUndo> {
  const deck = await deckFor(context, learner, person, ref);
  if ('status' in deck) return deck;
  const change = await foresee(context, learner.workspaceId, deck.id, version);
  return typeof change === 'string' ? { status: change, name: deck.name } : { status: 'foreseen', change };
}

/**
 * Takes back the change of a deck that made the version, for those who may change decks. Where the deck has changed
 * since, nothing is done. Nobody's progress is touched.
 */
export async function undoImport(
  context: TutorContext,
  learner: Learner,
  person: Person,
  { deck: ref, version }: MeantChange,
): Promise<UndoneImport> {
  const deck = await deckFor(context, learner, person, ref);
  if ('status' in deck) return deck;
  const by = { kind: 'learner', id: learner.id } as const;
  const request = { by, at: context.now, version };
  return { ...(await context.store.deckChanges.undo(learner.workspaceId, deck.id, request)), name: deck.name };
}

/** Puts back what the undo took that made the version, under the same conditions. */
export async function redoImport(
  context: TutorContext,
  learner: Learner,
  person: Person,
  { deck: ref, version }: MeantChange,
): Promise<RedoneImport> {
  const deck = await deckFor(context, learner, person, ref);
  if ('status' in deck) return deck;
  const by = { kind: 'learner', id: learner.id } as const;
  const request = { by, at: context.now, version };
  return { ...(await context.store.deckChanges.redo(learner.workspaceId, deck.id, request)), name: deck.name };
}
