import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { advance, type LoggedReview, type Progress } from '../core/progress.js';
import { dateReview } from '../scheduling/date-review.js';
import { schedulerFor } from '../scheduling/scheduler.js';
import type { Database, Queries } from './database.js';
import type { RecordResult, ReviewRequest, Reviews, StoredEntry } from './interfaces/reviews.js';
import { loadFromJson, loadOf } from './load.js';
import { reschedule } from './reschedule.js';
import { restore } from './restore-progress.js';
import { entryColumns, entryFromRow, planColumns } from './review-rows.js';
import { learnerFromRow, progressColumns, progressFromRow } from './rows.js';
import { learners, progress, reviews } from './schema.js';
import { undoReview } from './undo-review.js';
import { untilFree } from './until-free.js';

/** The column is required; a card that is put off has no quality. */
const NO_QUALITY = 0;

/**
 * What is stored of this turn, if any, the learner and their progress on the card, the number of their last review, and
 * what their coming days hold where that is asked, in one statement.
 */
async function readState(db: Queries, request: ReviewRequest) {
  const { workspaceId, learnerId, cardId, sessionId, turn } = request;
  const last = sql<number>`(select coalesce(max(${reviews.number}), 0) from ${reviews}
    where ${reviews.workspaceId} = ${workspaceId} and ${reviews.learnerId} = ${learnerId})`.mapWith(Number);
  const [row] = await db
    .select({
      review: entryColumns,
      progress,
      last,
      learner: learners,
      load: loadOf(workspaceId, learnerId, request.at),
    })
    .from(learners)
    .leftJoin(
      reviews,
      and(eq(reviews.workspaceId, learners.workspaceId), eq(reviews.sessionId, sessionId), eq(reviews.turn, turn)),
    )
    .leftJoin(
      progress,
      and(
        eq(progress.workspaceId, learners.workspaceId),
        eq(progress.learnerId, learners.learnerId),
        eq(progress.cardId, cardId),
      ),
    )
    .where(and(eq(learners.workspaceId, workspaceId), eq(learners.learnerId, learnerId)));
  if (row === undefined) throw new Error(`no learner ${learnerId} in ${workspaceId}`);
  return {
    known: row.review ? entryFromRow(row.review) : null,
    before: progressFromRow(row.progress),
    last: row.last,
    version: row.learner.planVersion,
    scheduling: learnerFromRow(row.learner).scheduling,
    load: loadFromJson(row.load),
  };
}

type Numbered = ReviewRequest & {
  /** The number of the learner's last review. */
  readonly last: number;
  /** Of the learner's settings, by which it was planned. */
  readonly version: number;
};

/**
 * The number after the last; none where the learner's settings have changed since they were read, and the row is then
 * refused. The lock waits for a change that has begun.
 */
function nextNumber({ workspaceId, learnerId, last, version }: Numbered) {
  return sql`(select ${last + 1}::integer from ${learners} where ${learners.workspaceId} = ${workspaceId}
    and ${learners.learnerId} = ${learnerId} and ${learners.planVersion} = ${version} for key share)`;
}

function insertReview(db: Queries, request: Numbered, review: LoggedReview, before: Progress, after: Progress) {
  const { last: _, version: __, ...place } = request;
  const { due: ___, ...answer } = review;
  const row = { ...place, ...answer, ...planColumns(before, after), number: nextNumber(request) };
  return db.insert(reviews).values(row).returning({ workspaceId: reviews.workspaceId });
}

/** Writes the log row and the snapshot in one statement; a drill leaves the snapshot as it is. */
async function save(db: Queries, request: Numbered, review: LoggedReview, before: Progress, after: Progress) {
  const logging = insertReview(db, request, review, before, after);
  if (after === before || after.kind === 'new') {
    await logging;
    return;
  }
  const { learnerId, cardId } = request;
  const columns = progressColumns(after);
  const logged = db.$with('logged').as(logging);
  // What is read of the log row makes it come first, and with it the learner's lock, as wherever plans are changed.
  const workspaceId = sql`(select ${logged.workspaceId} from ${logged})`;
  await db
    .with(logged)
    .insert(progress)
    .values({ workspaceId, learnerId, cardId, ...columns })
    .onConflictDoUpdate({ target: [progress.workspaceId, progress.learnerId, progress.cardId], set: columns });
}

type Decide = (before: Progress) => Pick<LoggedReview, 'quality' | 'on' | 'purpose'>;

/**
 * Two statements, each alone: what is known, then all that changes, under the number after the learner's last review. Where
 * another review has taken that number meanwhile, or the learner's settings have changed, the second statement does nothing at
 * all, and it begins anew. So nobody
 * waits for a lock, and the only commit is the review's own.
 */
async function record(db: Queries, request: ReviewRequest, decide: Decide): Promise<RecordResult> {
  return untilFree(async (): Promise<RecordResult> => {
    const { known, before, last, version, scheduling, load } = await readState(db, request);
    if (known) return { status: 'duplicate', review: known };
    const scheduler = schedulerFor(scheduling);
    const planner = { learner: request.learnerId, scheduling, scheduler, load };
    const review = dateReview(planner, before, { cardId: request.cardId, ...decide(before) });
    const after = advance(before, review, scheduler);
    await save(db, { ...request, last, version }, review, before, after);
    return { status: 'recorded', progress: after };
  });
}

async function skip(db: Queries, { on, ...request }: Parameters<Reviews['skip']>[0]): Promise<void> {
  return untilFree(async () => {
    const { known, before, last } = await readState(db, request);
    if (known) return;
    const row = { ...request, on, number: last + 1, purpose: 'skip', quality: NO_QUALITY } as const;
    await db.insert(reviews).values({ ...row, ...planColumns(before, before) });
  });
}

export function createReviews(database: Database): Reviews {
  return {
    record: (request, decide) => database.run((db) => record(db, request, decide)),
    undo: (request) => untilFree(() => database.transaction((db) => undoReview(db, request))),
    skip: (request) => database.run((db) => skip(db, request)),
    restore: (request) => untilFree(() => database.transaction((db) => restore(db, request))),
    reschedule: (workspace, learner, change) =>
      untilFree(() => database.transaction((db) => reschedule(db, { workspace, learner }, change))),
    async inSession(workspace, session): Promise<readonly StoredEntry[]> {
      const isIn = and(eq(reviews.workspaceId, workspace), eq(reviews.sessionId, session));
      const rows = await database.run((db) =>
        db
          .select(entryColumns)
          .from(reviews)
          .where(and(isIn, ne(reviews.purpose, 'restored')))
          .orderBy(asc(reviews.turn)),
      );
      return rows.map(entryFromRow);
    },
    async history(workspace, learner): Promise<readonly StoredEntry[]> {
      const rows = await database.run((db) =>
        db
          .select(entryColumns)
          .from(reviews)
          .where(and(eq(reviews.workspaceId, workspace), eq(reviews.learnerId, learner)))
          .orderBy(asc(reviews.number)),
      );
      return rows.map(entryFromRow);
    },
  };
}
