import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { type Instant, instant } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { Expiring, Retention } from './interfaces/retention.js';
import { deckChanges, deliveries, draftFiles, drafts, notes, roomEntries, roomFiles } from './schema.js';

/** Few enough that nobody notices: others have their turn between two slices. */
const ROWS_PER_SLICE = 200;
/** A proposal may have a file of megabytes. */
const DRAFTS_PER_SLICE = 10;

/** Deletes some rows, and says how many. */
type Slice = (db: Queries, then: Instant) => Promise<number>;

async function some(db: Queries, table: PgTable, isOld: SQL, rows = ROWS_PER_SLICE): Promise<number> {
  const old = sql`select ctid from ${table} where ${isOld} limit ${rows}`;
  const gone = await db
    .delete(table)
    .where(sql`ctid = any(array(${old}))`)
    .returning({ one: sql`1`.as('one') });
  return gone.length;
}

function olderThan(column: AnyPgColumn, then: Instant): SQL {
  return sql`${column} < ${new Date(then).toISOString()}::timestamptz`;
}

async function forgetDrafts(db: Queries, then: Instant): Promise<number> {
  const old = sql`${drafts.decision} is not null and ${olderThan(drafts.decidedAt, then)}`;
  const found = await db
    .select({ workspaceId: drafts.workspaceId, draftId: drafts.draftId })
    .from(drafts)
    .where(old)
    .limit(DRAFTS_PER_SLICE);
  if (found.length === 0) return 0;
  const ids = sql.join(
    found.map(({ workspaceId, draftId }) => sql`(${workspaceId}, ${draftId})`),
    sql`, `,
  );
  await db.delete(draftFiles).where(sql`(${draftFiles.workspaceId}, ${draftFiles.draftId}) in (${ids})`);
  await db.delete(drafts).where(sql`(${drafts.workspaceId}, ${drafts.draftId}) in (${ids}) and ${old}`);
  return found.length;
}

/** The oldest version that must stay: what stood before the oldest remembered change, or the latest of all. */
const OLDEST_NEEDED = sql`(
  select case when oldest is null then latest else coalesce((
    select max(earlier.version) from ${notes} earlier
    where earlier.workspace_id = ${notes.workspaceId} and earlier.deck_id = ${notes.deckId} and earlier.version < oldest
  ), 0) end
  from (select
    (select min(change.version) from ${deckChanges} change
      where change.workspace_id = ${notes.workspaceId} and change.deck_id = ${notes.deckId}) as oldest,
    (select max(one.version) from ${notes} one
      where one.workspace_id = ${notes.workspaceId} and one.deck_id = ${notes.deckId}) as latest
  ) as versions)`;

const HAS_LATER = sql`exists (select 1 from ${deliveries} later where later.workspace_id = ${deliveries.workspaceId}
  and later.learner_id = ${deliveries.learnerId} and later.local_date > ${deliveries.on} and later.outcome is not null)`;

/** @param clears whether the room that rows leave must be asked for: an embedded engine has no autovacuum */
function expiring(database: Database, clears: boolean, table: PgTable, slice: Slice): Expiring {
  return {
    async forget(before) {
      let gone = 0;
      for (;;) {
        const now = await database.transaction((db) => slice(db, instant(before)));
        gone += now;
        if (now === 0) break;
      }
      if (gone > 0 && clears) await database.run((db) => db.execute(sql`vacuum ${table}`));
    },
  };
}

export function createRetention(database: Database, clears: boolean): Retention {
  const of = (table: PgTable, slice: Slice) => expiring(database, clears, table, slice);
  const entries = of(roomEntries, (db, then) => some(db, roomEntries, olderThan(roomEntries.at, then)));
  const files = of(roomFiles, (db, then) => some(db, roomFiles, olderThan(roomFiles.at, then)));
  return {
    uploads: of(drafts, forgetDrafts),
    rooms: {
      async forget(before) {
        await entries.forget(before);
        await files.forget(before);
      },
    },
    notes: of(notes, (db, then) =>
      some(db, notes, sql`${olderThan(notes.appliedAt, then)} and ${notes.version} < ${OLDEST_NEEDED}`),
    ),
    deliveries: of(deliveries, (db, then) =>
      some(db, deliveries, sql`${olderThan(deliveries.finishedAt, then)} and ${HAS_LATER}`),
    ),
  };
}
