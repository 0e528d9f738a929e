import type { DeckId, WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { ChangeCounts, ChangedBy, PastChange } from '../store/interfaces/decks.js';
import type { TutorContext } from './context.js';

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
  /** Whether it is the one that an undo would take back. */
  readonly isUndoable: boolean;
};

/** So many are looked past. */
const FIRST_READINGS = 50;

/** The notes that came with the program are no change that somebody would look for. */
function isFirstReading({ version, by }: PastChange): boolean {
  return version === 1 && by?.kind === 'start';
}

async function seen(
  { store }: TutorContext,
  workspace: WorkspaceId,
  changes: readonly (PastChange & { readonly deckId: DeckId })[],
): Promise<readonly SeenChange[]> {
  const decks = new Map((await store.decks.list(workspace)).map((deck) => [deck.id, deck.name]));
  const people = [...new Set(changes.flatMap(({ by }) => (by?.kind === 'learner' ? [by.id] : [])))];
  const learners = await Promise.all(people.map((id) => store.learners.get(workspace, id)));
  const names = new Map(learners.flatMap((learner) => (learner === null ? [] : [[learner.id, learner.name]])));
  const met = new Set<DeckId>();
  return changes.map((change) => {
    const { deckId, kind, version, by, at, counts, isUndone } = change;
    const isUndoable = kind === 'change' && !isUndone && !met.has(deckId) && !isFirstReading(change);
    if (kind === 'change' && !isUndone) met.add(deckId);
    const who = by?.kind === 'learner' ? (names.get(by.id) ?? null) : null;
    const deckName = decks.get(deckId) ?? deckId;
    return { deckId, deckName, kind, version, by: by?.kind ?? null, who, at, counts, isUndone, isUndoable };
  });
}

/** The last changes of one deck, latest first. */
export async function deckHistory(
  context: TutorContext,
  workspace: WorkspaceId,
  deckId: DeckId,
): Promise<readonly SeenChange[]> {
  const changes = await context.store.decks.history(workspace, deckId);
  return seen(
    context,
    workspace,
    changes.map((change) => ({ ...change, deckId })),
  );
}

/** The last changes of all decks, latest first; the first reading of the folder's notes is none. */
export async function recentChanges(
  context: TutorContext,
  workspace: WorkspaceId,
  limit: number,
): Promise<readonly SeenChange[]> {
  const changes = await context.store.decks.recentChanges(workspace, limit + FIRST_READINGS);
  const listed = await seen(
    context,
    workspace,
    changes.filter((change) => !isFirstReading(change)),
  );
  return listed.slice(0, limit);
}
