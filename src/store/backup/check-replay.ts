import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, gt, or } from 'drizzle-orm';
import { NEW_PROGRESS } from '../../core/progress.js';
import { schedulerFor } from '../../scheduling/scheduler.js';
import type { Database, Queries } from '../database.js';
import { type Person, replayLog } from '../replay-log.js';
import { learnerFromRow, progressFromRow } from '../rows.js';
import { learners, progress } from '../schema.js';

type PersonRow = Person & { readonly row: typeof learners.$inferSelect };

/** How many cards were compared, and how many of them are not what their reviews amount to. */
export type ReplayCheck = { readonly cards: number; readonly differing: number };

const PAGE = 1_000;

async function nextPeople(db: Queries, after: Person | null): Promise<readonly PersonRow[]> {
  const isAfter =
    after === null
      ? undefined
      : or(
          gt(learners.workspaceId, after.workspace),
          and(eq(learners.workspaceId, after.workspace), gt(learners.learnerId, after.learner)),
        );
  return db
    .select({ workspace: learners.workspaceId, learner: learners.learnerId, row: learners })
    .from(learners)
    .where(isAfter)
    .orderBy(asc(learners.workspaceId), asc(learners.learnerId))
    .limit(PAGE);
}

async function checkPerson(database: Database, person: PersonRow): Promise<ReplayCheck> {
  const { workspace, learner } = person;
  const scheduler = schedulerFor(learnerFromRow(person.row).scheduling);
  const expected = await replayLog((statement) => database.run(statement), person, scheduler);
  const rows = await database.run((db) =>
    db
      .select()
      .from(progress)
      .where(and(eq(progress.workspaceId, workspace), eq(progress.learnerId, learner))),
  );
  const stored = new Map(rows.map((row) => [row.cardId, progressFromRow(row)]));
  const cards = [...new Set([...expected.keys(), ...stored.keys()])];
  const differing = cards.filter(
    (card) => !isDeepStrictEqual(expected.get(card) ?? NEW_PROGRESS, stored.get(card) ?? NEW_PROGRESS),
  );
  return { cards: cards.length, differing: differing.length };
}

/** Replays every review of everybody and compares it with the stored progress. */
export async function checkReplay(database: Database): Promise<ReplayCheck> {
  let [cards, differing] = [0, 0];
  let after: Person | null = null;
  for (;;) {
    const people: readonly PersonRow[] = await database.run((db) => nextPeople(db, after));
    for (const person of people) {
      const checked = await checkPerson(database, person);
      cards += checked.cards;
      differing += checked.differing;
    }
    after = people.at(-1) ?? null;
    if (people.length < PAGE) return { cards, differing };
  }
}
