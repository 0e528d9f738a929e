import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm';
import type { CardId, LearnerId, WorkspaceId } from '../../core/ids.js';
import { advance, NEW_PROGRESS, type Progress } from '../../core/progress.js';
import type { Database, Queries } from '../database.js';
import { entryColumns, entryFromRow } from '../review-rows.js';
import { progressFromRow } from '../rows.js';
import { learners, progress, reviews } from '../schema.js';

type Person = { readonly workspace: WorkspaceId; readonly learner: LearnerId };

/** How many cards were compared, and how many of them are not what their reviews amount to. */
export type ReplayCheck = { readonly cards: number; readonly differing: number };

const PAGE = 1_000;

async function nextPeople(db: Queries, after: Person | null): Promise<readonly Person[]> {
  const isAfter =
    after === null
      ? undefined
      : or(
          gt(learners.workspaceId, after.workspace),
          and(eq(learners.workspaceId, after.workspace), gt(learners.learnerId, after.learner)),
        );
  return db
    .select({ workspace: learners.workspaceId, learner: learners.learnerId })
    .from(learners)
    .where(isAfter)
    .orderBy(asc(learners.workspaceId), asc(learners.learnerId))
    .limit(PAGE);
}

/** The numbers of the answers that a person took back. */
async function takenBack(database: Database, { workspace, learner }: Person): Promise<ReadonlySet<number | null>> {
  const isOwn = and(eq(reviews.workspaceId, workspace), eq(reviews.learnerId, learner));
  const rows = await database.run((db) =>
    db
      .select({ number: reviews.takesBack })
      .from(reviews)
      .where(and(isOwn, isNotNull(reviews.takesBack))),
  );
  return new Set(rows.map(({ number }) => number));
}

/** What a person's whole log amounts to, card by card. */
async function replayed(database: Database, person: Person): Promise<ReadonlyMap<CardId, Progress>> {
  const { workspace, learner } = person;
  const isTakenBack = await takenBack(database, person);
  const found = new Map<CardId, Progress>();
  let number = 0;
  for (;;) {
    const rows = await database.run((db) =>
      db
        .select(entryColumns)
        .from(reviews)
        .where(and(eq(reviews.workspaceId, workspace), eq(reviews.learnerId, learner), gt(reviews.number, number)))
        .orderBy(asc(reviews.number))
        .limit(PAGE),
    );
    for (const row of rows) {
      const entry = entryFromRow(row);
      if (isTakenBack.has(entry.number)) continue;
      found.set(entry.cardId, advance(found.get(entry.cardId) ?? NEW_PROGRESS, entry));
    }
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return found;
    number = last.number;
  }
}

async function checkPerson(database: Database, person: Person): Promise<ReplayCheck> {
  const { workspace, learner } = person;
  const expected = await replayed(database, person);
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
    const people: readonly Person[] = await database.run((db) => nextPeople(db, after));
    for (const person of people) {
      const checked = await checkPerson(database, person);
      cards += checked.cards;
      differing += checked.differing;
    }
    after = people.at(-1) ?? null;
    if (people.length < PAGE) return { cards, differing };
  }
}
