import type { WorkspaceId } from '../../core/ids.js';
import type { ReadNote } from '../../formats/read-source.js';
import type { TutorContext } from '../context.js';
import { type DeckPlan, type PlanOptions, planDecks, planGone } from './plan-decks.js';
import { retryWhileStale, STALE } from './retry-while-stale.js';

export type { DeckPlan, PlanOptions };

type AppliedPlan =
  | { readonly status: 'applied'; readonly version: number }
  /** Nothing had to change. */
  | { readonly status: 'nothing' }
  /** Somebody else has changed the deck since the plan was made; nothing was done. */
  | { readonly status: 'stale' };

/** Applies a plan in one transaction; a deck that it takes over is emptied in a second one. */
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
  /** The version that was created; `null` where nothing had to change. */
  readonly version: number | null;
};

/** Plans and applies note files, in their order; two replicas that start at once end with one result. */
export async function syncDecks(
  context: TutorContext,
  workspace: WorkspaceId,
  notes: readonly ReadNote[],
  options: PlanOptions = {},
): Promise<readonly SyncedDeck[]> {
  const done = new Map<ReadNote, SyncedDeck>();
  return retryWhileStale(notes.map(({ file }) => file).join(', '), async () => {
    const left = notes.filter((note) => !done.has(note));
    const plans = await planDecks(context, workspace, left, options);
    for (const [index, plan] of plans.entries()) {
      const note = left[index];
      const applied = await applyPlan(context, workspace, plan);
      if (note === undefined || applied.status === 'stale') continue;
      done.set(note, { plan, version: applied.status === 'applied' ? applied.version : null });
    }
    return done.size === notes.length ? notes.flatMap((note) => done.get(note) ?? []) : STALE;
  });
}
