import type { DeckId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';
import type { ChangeCounts, ChangedBy, PastChange } from '../../store/interfaces/decks.js';
import type { TutorContext } from '../context.js';

/** A change of a deck as people see it. */
export type SeenChange = {
  readonly deckId: DeckId;
  readonly deckName: string;
  readonly kind: PastChange['kind'];
  readonly version: number;
  readonly by: ChangedBy['kind'] | null;
  /** Of a learner, where they are still known. */
  readonly who: string | null;
  readonly at: Instant;
  readonly counts: ChangeCounts;
  readonly isUndone: boolean;
  /** What can be done about it: take the change back, or put back what an undo took. */
  readonly way: 'undo' | 'redo' | null;
};

type ChangeOfDeck = PastChange & { readonly deckId: DeckId };

/** The notes that came with the program are no change that somebody would look for. */
function isFirstReading({ version, by }: PastChange): boolean {
  return version === 1 && by?.kind === 'start';
}

/**
 * Changes are taken back from the latest on, and put back as long as nothing has changed since.
 *
 * @param history of the change's deck, latest first
 */
function wayOf(change: PastChange, history: readonly PastChange[]): SeenChange['way'] {
  const isLatest = (found: PastChange | undefined) => found?.version === change.version;
  const standing = history.filter(({ kind, isUndone }) => kind !== 'redo' && !isUndone);
  if (change.kind === 'undo') return isLatest(standing[0]) && change.isRemembered ? 'redo' : null;
  return isLatest(standing.find(({ kind }) => kind === 'change')) && !isFirstReading(change) ? 'undo' : null;
}

async function seen(
  { store }: TutorContext,
  workspace: WorkspaceId,
  changes: readonly ChangeOfDeck[],
  histories: ReadonlyMap<DeckId, readonly PastChange[]>,
): Promise<readonly SeenChange[]> {
  const decks = new Map((await store.decks.list(workspace)).map((deck) => [deck.id, deck.name]));
  const people = [...new Set(changes.flatMap(({ by }) => (by?.kind === 'learner' ? [by.id] : [])))];
  const learners = await Promise.all(people.map((id) => store.learners.get(workspace, id)));
  const names = new Map(learners.flatMap((learner) => (learner === null ? [] : [[learner.id, learner.name]])));
  return changes.map((change) => {
    const { deckId, kind, version, by, at, counts, isUndone } = change;
    const who = by?.kind === 'learner' ? (names.get(by.id) ?? null) : null;
    const way = wayOf(change, histories.get(deckId) ?? []);
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
      way,
    };
  });
}

/** The last changes of one deck, latest first. */
export async function deckHistory(
  context: TutorContext,
  workspace: WorkspaceId,
  deckId: DeckId,
): Promise<readonly SeenChange[]> {
  const history = await context.store.deckChanges.history(workspace, deckId);
  const changes = history.map((change) => ({ ...change, deckId }));
  return seen(context, workspace, changes, new Map([[deckId, history]]));
}

export type RecentChanges = { readonly changes: readonly SeenChange[]; readonly total: number };

/** The last changes of all decks, latest first; the first reading of the folder's notes is none. */
export async function recentChanges(
  context: TutorContext,
  workspace: WorkspaceId,
  some: { readonly limit: number; readonly offset: number },
): Promise<RecentChanges> {
  const { deckChanges } = context.store;
  const { changes, total } = await deckChanges.recentChanges(workspace, some);
  const ids = [...new Set(changes.map(({ deckId }) => deckId))];
  const histories = await Promise.all(ids.map(async (id) => [id, await deckChanges.history(workspace, id)] as const));
  return { changes: await seen(context, workspace, changes, new Map(histories)), total };
}

/** One change or undo, and what taking it back, or putting it back, would do as things stand. */
export type ForeseenChange = SeenChange & {
  /** The version of the change that an undo took back; of a change, its own. */
  readonly taken: number;
  readonly foreseen: ChangeCounts;
};

/** What a press would do. `done`: it is taken back, or put back, already; or it is not remembered any more. */
export async function foresee(
  context: TutorContext,
  workspace: WorkspaceId,
  deckId: DeckId,
  version: number,
): Promise<ForeseenChange | 'done' | 'changed-since'> {
  const { deckChanges } = context.store;
  const [found, history] = await Promise.all([
    deckChanges.remembered(workspace, deckId, version),
    deckChanges.history(workspace, deckId),
  ]);
  if (found === null) return 'done';
  const { change, of, counts } = found;
  const [told] = await seen(context, workspace, [{ ...change, deckId }], new Map([[deckId, history]]));
  if (told === undefined || told.isUndone) return 'done';
  return told.way === null ? 'changed-since' : { ...told, taken: of?.version ?? change.version, foreseen: counts };
}
