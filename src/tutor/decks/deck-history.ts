import type { DeckId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';
import type { ChangeCounts, ChangedBy, PastChange } from '../../store/interfaces/decks.js';
import type { TutorContext } from '../context.js';

/** A change of a deck, for people. */
export type ChangeSummary = {
  readonly deckId: DeckId;
  readonly deckName: string;
  readonly kind: PastChange['kind'];
  readonly version: number;
  readonly by: ChangedBy['kind'] | null;
  /** The learner's name, where it is known. */
  readonly who: string | null;
  readonly at: Instant;
  readonly counts: ChangeCounts;
  readonly isUndone: boolean;
  /** How it can be reversed: by undoing a change, or by redoing an undone one. */
  readonly reversal: 'undo' | 'redo' | null;
};

type ChangeOfDeck = PastChange & { readonly deckId: DeckId };

/** Whether it is the first reading of the program's own notes, which is not listed as a change. */
function isFirstReading({ version, by }: PastChange): boolean {
  return version === 1 && by?.kind === 'start';
}

/**
 * Finds how a change can be reversed: only the latest change can be undone, and an undo can be redone until the deck
 * changes again.
 *
 * @param history of the change's deck, latest first
 */
function reversalOf(change: PastChange, history: readonly PastChange[]): ChangeSummary['reversal'] {
  const isLatest = (found: PastChange | undefined) => found?.version === change.version;
  const standing = history.filter(({ kind, isUndone }) => kind !== 'redo' && !isUndone);
  if (change.kind === 'undo') return isLatest(standing[0]) && change.isRemembered ? 'redo' : null;
  return isLatest(standing.find(({ kind }) => kind === 'change')) && !isFirstReading(change) ? 'undo' : null;
}

async function summarizeChanges(
  { store }: TutorContext,
  workspace: WorkspaceId,
  changes: readonly ChangeOfDeck[],
  histories: ReadonlyMap<DeckId, readonly PastChange[]>,
): Promise<readonly ChangeSummary[]> {
  const decks = new Map((await store.decks.list(workspace)).map((deck) => [deck.id, deck.name]));
  const people = [...new Set(changes.flatMap(({ by }) => (by?.kind === 'learner' ? [by.id] : [])))];
  const learners = await Promise.all(people.map((id) => store.learners.get(workspace, id)));
  const names = new Map(learners.flatMap((learner) => (learner === null ? [] : [[learner.id, learner.name]])));
  return changes.map((change) => {
    const { deckId, kind, version, by, at, counts, isUndone } = change;
    const who = by?.kind === 'learner' ? (names.get(by.id) ?? null) : null;
    const way = reversalOf(change, histories.get(deckId) ?? []);
    return {
      deckId,
      deckName: decks.get(deckId) ?? deckId,
      kind,
      version,
      by: by?.kind ?? null,
      who,
      at,
      counts,
      isUndone,
      reversal: way,
    };
  });
}

/** The last changes of one deck, latest first. */
export async function deckHistory(
  context: TutorContext,
  workspace: WorkspaceId,
  deckId: DeckId,
): Promise<readonly ChangeSummary[]> {
  const history = await context.store.deckChanges.history(workspace, deckId);
  const changes = history.map((change) => ({ ...change, deckId }));
  return summarizeChanges(context, workspace, changes, new Map([[deckId, history]]));
}

export type RecentChanges = { readonly changes: readonly ChangeSummary[]; readonly total: number };

/** The last changes of all decks, latest first, without the first reading of the folder's notes. */
export async function recentChanges(
  context: TutorContext,
  workspace: WorkspaceId,
  some: { readonly limit: number; readonly offset: number },
): Promise<RecentChanges> {
  const { deckChanges } = context.store;
  const { changes, total } = await deckChanges.recentChanges(workspace, some);
  const ids = [...new Set(changes.map(({ deckId }) => deckId))];
  const histories = await Promise.all(ids.map(async (id) => [id, await deckChanges.history(workspace, id)] as const));
  return { changes: await summarizeChanges(context, workspace, changes, new Map(histories)), total };
}

/** A change or an undo, and the effect of reversing it now. */
export type ChangePreview = ChangeSummary & {
  /** The version that an undo undid; for a change, its own version. */
  readonly taken: number;
  readonly effect: ChangeCounts;
};

/** The effect of reversing a change. `done`: it has been reversed, or can no longer be. */
export async function previewChange(
  context: TutorContext,
  workspace: WorkspaceId,
  deckId: DeckId,
  version: number,
): Promise<ChangePreview | 'done' | 'changed-since'> {
  const { deckChanges } = context.store;
  const [found, history] = await Promise.all([
    deckChanges.remembered(workspace, deckId, version),
    deckChanges.history(workspace, deckId),
  ]);
  if (found === null) return 'done';
  const { change, of, counts } = found;
  const [summary] = await summarizeChanges(context, workspace, [{ ...change, deckId }], new Map([[deckId, history]]));
  if (summary === undefined || summary.isUndone) return 'done';
  return summary.reversal === null
    ? 'changed-since'
    : { ...summary, taken: of?.version ?? change.version, effect: counts };
}
