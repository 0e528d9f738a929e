import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import type { CardId, LearnerId, WorkspaceId } from '../core/ids.js';
import { advance, NEW_PROGRESS, type Progress, type Scheduler } from '../core/progress.js';
import type { Queries } from './database.js';
import { entryColumns, entryFromRow } from './review-rows.js';
import { reviews } from './schema.js';

export type Person = { readonly workspace: WorkspaceId; readonly learner: LearnerId };

/** Runs a statement; each alone, or all in a transaction. */
type Run = <T>(statement: (db: Queries) => Promise<T>) => Promise<T>;

const PAGE = 1_000;

function isOwn({ workspace, learner }: Person) {
  return and(eq(reviews.workspaceId, workspace), eq(reviews.learnerId, learner));
}

/** The numbers of the answers that a person took back. */
async function takenBack(run: Run, person: Person): Promise<ReadonlySet<number | null>> {
  const rows = await run((db) =>
    db
      .select({ number: reviews.takesBack })
      .from(reviews)
      .where(and(isOwn(person), isNotNull(reviews.takesBack))),
  );
  return new Set(rows.map(({ number }) => number));
}

/** What a person's whole log amounts to, card by card. */
export async function replayLog(
  run: Run,
  person: Person,
  scheduler: Scheduler,
): Promise<ReadonlyMap<CardId, Progress>> {
  const isTakenBack = await takenBack(run, person);
  const found = new Map<CardId, Progress>();
  let number = 0;
  for (;;) {
    const rows = await run((db) =>
      db
        .select(entryColumns)
        .from(reviews)
        .where(and(isOwn(person), gt(reviews.number, number)))
        .orderBy(asc(reviews.number))
        .limit(PAGE),
    );
    for (const row of rows) {
      const entry = entryFromRow(row);
      if (isTakenBack.has(entry.number)) continue;
      found.set(entry.cardId, advance(found.get(entry.cardId) ?? NEW_PROGRESS, entry, scheduler));
    }
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return found;
    number = last.number;
  }
}
