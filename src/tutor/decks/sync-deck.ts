import type { WorkspaceId } from '../../core/ids.js';
import type { TutorContext } from '../context.js';
import { type DeckPlan, type NoteFile, type PlanOptions, planDecks, planGone, type ReadNote } from './plan-decks.js';

export type { DeckPlan, NoteFile, PlanOptions, ReadNote };

/** How often a plan is made again when somebody else changed the deck in between. */
const ATTEMPTS = 5;

/** Compares a note file with what the workspace has. */
export async function planDeck(
  context: TutorContext,
  workspace: WorkspaceId,
  note: NoteFile,
  options: PlanOptions = {},
): Promise<DeckPlan> {
  const [plan] = await planDecks(context, workspace, [note], options);
  if (plan === undefined) throw new Error('a note file gave no plan');
  return plan;
}

export type AppliedPlan =
  | { readonly status: 'applied'; readonly version: number }
  /** There was nothing to change. */
  | { readonly status: 'nothing' }
  /** Somebody else changed the deck since the plan was made; nothing was done. */
  | { readonly status: 'stale' };

/** Carries a plan out, in one transaction; a deck that it takes over is emptied in a second one. */
export async function applyPlan(context: TutorContext, workspace: WorkspaceId, plan: DeckPlan): Promise<AppliedPlan> {
  if (plan.outcome.kind !== 'change') return { status: 'nothing' };
  const { change } = plan.outcome;
  const result = await context.store.decks.apply(workspace, change, context.now);
  if (result.status === 'applied' && plan.takesOver !== null) {
    const old = await context.store.decks.get(workspace, plan.takesOver.id);
    const rest = old && (await planGone(context, workspace, old, change.by === undefined ? {} : { by: change.by }));
    if (rest) await applyPlan(context, workspace, rest);
  }
  return result;
}

export type SyncedDeck = {
  readonly plan: DeckPlan;
  /** The version that was made; `null` where there was nothing to change. */
  readonly version: number | null;
};

/** Plans and applies in one go; two replicas that start at once end with one result. In the order of the files. */
export async function syncDecks(
  context: TutorContext,
  workspace: WorkspaceId,
  notes: readonly NoteFile[],
  options: PlanOptions = {},
): Promise<readonly SyncedDeck[]> {
  const done = new Map<NoteFile, SyncedDeck>();
  for (let attempt = 1; ; attempt += 1) {
    const left = notes.filter((note) => !done.has(note));
    const plans = await planDecks(context, workspace, left, options);
    for (const [index, plan] of plans.entries()) {
      const note = left[index];
      const applied = await applyPlan(context, workspace, plan);
      if (note === undefined || applied.status === 'stale') continue;
      done.set(note, { plan, version: applied.status === 'applied' ? applied.version : null });
    }
    if (done.size === notes.length) return notes.flatMap((note) => done.get(note) ?? []);
    if (attempt === ATTEMPTS) throw new Error(`a deck keeps changing while it is read: ${left[0]?.file}`);
  }
}

/** The same for one file. */
export async function syncDeck(
  context: TutorContext,
  workspace: WorkspaceId,
  note: NoteFile,
  options: PlanOptions = {},
): Promise<SyncedDeck> {
  const [synced] = await syncDecks(context, workspace, [note], options);
  if (synced === undefined) throw new Error('a note file gave no plan');
  return synced;
}
