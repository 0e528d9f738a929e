import type { DeckId, WorkspaceId } from '../../core/ids.js';
import { refOf } from '../../core/short-ref.js';
import type { RedoResult, StoredDeck, UndoRequest, UndoResult } from '../../store/interfaces/decks.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type ChangePreview, previewChange } from './deck-history.js';
import { mayChangeDecks } from './may-change.js';

/** A change or an undo of a deck, by the deck's short reference and the version that it created. */
export type ChangeRef = { readonly deck: string; readonly version: number };

type Permission = { readonly manages: boolean };
type UndoRefusal = { readonly status: 'not-allowed' } | { readonly status: 'no-such-deck' };

export type UndoOutcome = UndoRefusal | (UndoResult & { readonly name: string });
export type RedoOutcome = UndoRefusal | (RedoResult & { readonly name: string });
type UndoPreview =
  | UndoRefusal
  | { readonly status: 'foreseen'; readonly change: ChangePreview }
  /** `done`: it has been done before. `changed-since`: the deck has changed. */
  | { readonly status: 'done' | 'changed-since'; readonly name: string };

/** The deck, if the learner may change it. */
async function deckFor(
  context: TutorContext,
  learner: Learner,
  permission: Permission,
  ref: string,
): Promise<StoredDeck | UndoRefusal> {
  if (!(await mayChangeDecks(context, learner, permission))) return { status: 'not-allowed' };
  const decks = await context.store.decks.list(learner.workspaceId);
  return decks.find(({ id }) => id === ref || refOf(id) === ref) ?? { status: 'no-such-deck' };
}

/** The effect of undoing a change or redoing an undone one. Nothing is changed. */
export async function previewUndo(
  context: TutorContext,
  learner: Learner,
  permission: Permission,
  { deck: ref, version }: ChangeRef,
): Promise<UndoPreview> {
  const deck = await deckFor(context, learner, permission, ref);
  if ('status' in deck) return deck;
  const change = await previewChange(context, learner.workspaceId, deck.id, version);
  return typeof change === 'string' ? { status: change, name: deck.name } : { status: 'foreseen', change };
}

/** Undoes or redoes a change for a learner who may change the deck. */
async function reverse<Result extends UndoResult | RedoResult>(
  context: TutorContext,
  learner: Learner,
  permission: Permission,
  { deck: ref, version }: ChangeRef,
  carryOut: (workspace: WorkspaceId, deck: DeckId, request: UndoRequest) => Promise<Result>,
): Promise<UndoRefusal | (Result & { readonly name: string })> {
  const deck = await deckFor(context, learner, permission, ref);
  if ('status' in deck) return deck;
  const request = { by: { kind: 'learner', id: learner.id }, at: context.now, version } as const;
  return { ...(await carryOut(learner.workspaceId, deck.id, request)), name: deck.name };
}

/**
 * Undoes the change of a deck that created the version, for people who may change decks. Does nothing where the deck
 * has changed since. Progress stays as it is.
 */
export function undoChange(
  context: TutorContext,
  learner: Learner,
  permission: Permission,
  change: ChangeRef,
): Promise<UndoOutcome> {
  return reverse(context, learner, permission, change, context.store.deckChanges.undo);
}

/** Redoes what the undo that created the version undid, under the same conditions. */
export function redoChange(
  context: TutorContext,
  learner: Learner,
  permission: Permission,
  change: ChangeRef,
): Promise<RedoOutcome> {
  return reverse(context, learner, permission, change, context.store.deckChanges.redo);
}
