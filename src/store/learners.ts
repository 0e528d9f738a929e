import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { DailyPreference } from '../core/daily.js';
import type { LearnerId, WorkspaceId } from '../core/ids.js';
import { type Instant, isTimeZone, wallClock } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { Learner, LearnerPatch, Learners } from './interfaces/learners.js';
import { learnerFromRow } from './rows.js';
import { schedulingColumns } from './scheduling-rows.js';
import { deliveries, learners, workspaces } from './schema.js';

function keyOf(workspace: WorkspaceId, learner: LearnerId) {
  return and(eq(learners.workspaceId, workspace), eq(learners.learnerId, learner));
}

async function find(db: Queries, workspace: WorkspaceId, learner: LearnerId): Promise<Learner | null> {
  const [row] = await db.select().from(learners).where(keyOf(workspace, learner));
  return row ? learnerFromRow(row) : null;
}

function dailyColumns(daily: DailyPreference) {
  return daily.kind === 'off'
    ? { dailyHour: null, dailyMinute: 0, dailyFrom: null }
    : { dailyHour: daily.hour, dailyMinute: daily.minute, dailyFrom: daily.from };
}

/** The columns that a patch sets; drizzle leaves out what is `undefined`. */
function patchColumns({ daily, limits, ...columns }: LearnerPatch) {
  return { ...columns, ...limits, ...(daily === undefined ? {} : dailyColumns(daily)) };
}

async function insert(db: Queries, learner: Learner, createdAt: Instant): Promise<Learner | null> {
  const { id: learnerId, daily, limits, scheduling, ...columns } = learner;
  const ofWorkspace = sql`(select ${workspaces.scheduler} from ${workspaces}
    where ${workspaces.workspaceId} = ${learner.workspaceId})`;
  const [row] = await db
    .insert(learners)
    .values({
      ...columns,
      ...limits,
      ...dailyColumns(daily),
      ...schedulingColumns(scheduling),
      ...(scheduling.chosenBy === 'workspace' ? { scheduler: ofWorkspace } : {}),
      learnerId,
      createdAt,
    })
    .onConflictDoNothing()
    .returning();
  return row ? learnerFromRow(row) : null;
}

/**
 * The wall clocks of learners who want a daily message, as a table to join with. Computed here instead of by `AT TIME
 * ZONE` for two reasons: `decideDaily` then sees the same clock (the runtime's time zones and the server's are
 * different copies), and one zone that the server does not know would fail the query for everybody.
 */
async function wallClocks(db: Queries, at: Instant) {
  const zones = await db
    .selectDistinct({ name: learners.timeZone })
    .from(learners)
    .where(isNotNull(learners.dailyHour));
  const rows = zones
    .filter((zone) => isTimeZone(zone.name))
    .map((zone) => ({ zone: zone.name, ...wallClock(at, zone.name) }))
    .map(({ zone, date, hour, minute }) => sql`(${zone}::text, ${date}::date, ${hour}::integer, ${minute}::integer)`);
  return rows.length === 0 ? null : sql`(values ${sql.join(rows, sql`, `)}) as clocks (zone, today, hour, minute)`;
}

async function awaitingDaily(db: Queries, at: Instant, limit: number): Promise<readonly Learner[]> {
  const clocks = await wallClocks(db, at);
  if (clocks === null) return [];
  const rows = await db
    .select(getTableColumns(learners))
    .from(learners)
    .innerJoin(
      clocks,
      and(
        eq(learners.timeZone, sql`clocks.zone`),
        sql`(${learners.dailyHour}, ${learners.dailyMinute}) <= (clocks.hour, clocks.minute)`,
        or(isNull(learners.dailyFrom), lte(learners.dailyFrom, sql`clocks.today`)),
      ),
    )
    .leftJoin(
      deliveries,
      and(
        eq(deliveries.workspaceId, learners.workspaceId),
        eq(deliveries.learnerId, learners.learnerId),
        eq(deliveries.on, sql`clocks.today`),
      ),
    )
    .where(isNull(deliveries.learnerId))
    .orderBy(asc(learners.createdAt), asc(learners.workspaceId), asc(learners.learnerId))
    .limit(limit);
  return rows.map(learnerFromRow);
}

async function behindWorkspace(db: Queries, limit: number) {
  const rows = await db
    .select({ learner: learners, scheduler: workspaces.scheduler })
    .from(learners)
    .innerJoin(workspaces, eq(workspaces.workspaceId, learners.workspaceId))
    .where(and(eq(learners.schedulerChosenBy, 'workspace'), ne(learners.scheduler, workspaces.scheduler)))
    .orderBy(asc(learners.createdAt), asc(learners.workspaceId), asc(learners.learnerId))
    .limit(limit);
  return rows.map(({ learner, scheduler }) => ({ learner: learnerFromRow(learner), scheduler }));
}

async function homesOf(db: Queries, platform: string, learner: LearnerId): Promise<readonly WorkspaceId[]> {
  const rows = await db
    .select({ id: learners.workspaceId })
    .from(learners)
    .innerJoin(workspaces, eq(workspaces.workspaceId, learners.workspaceId))
    .where(and(eq(learners.learnerId, learner), eq(workspaces.platform, platform)))
    .orderBy(desc(learners.createdAt), asc(learners.workspaceId));
  return rows.map((row) => row.id);
}

export function createLearners(database: Database): Learners {
  return {
    ensure(learner, at) {
      return database.run(async (db) => {
        const known =
          (await find(db, learner.workspaceId, learner.id)) ??
          (await insert(db, learner, at)) ??
          (await find(db, learner.workspaceId, learner.id));
        if (!known) throw new Error(`learner ${learner.id} of ${learner.workspaceId} was neither there nor made`);
        return known;
      });
    },
    get: (workspace, learner) => database.run((db) => find(db, workspace, learner)),
    async named(workspace, ids) {
      const rows = await database.run((db) =>
        db
          .select()
          .from(learners)
          .where(and(eq(learners.workspaceId, workspace), inArray(learners.learnerId, [...ids])))
          .orderBy(asc(learners.name), asc(learners.learnerId)),
      );
      return rows.map(learnerFromRow);
    },
    async list(workspace, limit) {
      const rows = await database.run((db) =>
        db
          .select()
          .from(learners)
          .where(eq(learners.workspaceId, workspace))
          .orderBy(asc(learners.name), asc(learners.learnerId))
          .limit(limit),
      );
      return rows.map(learnerFromRow);
    },
    update(workspace, learner, patch) {
      return database.run(async (db) => {
        const columns = patchColumns(patch);
        if (Object.values(columns).every((value) => value === undefined)) return find(db, workspace, learner);
        const [row] = await db.update(learners).set(columns).where(keyOf(workspace, learner)).returning();
        return row ? learnerFromRow(row) : null;
      });
    },
    awaitingDaily: (at, limit) => database.run((db) => awaitingDaily(db, at, limit)),
    behindWorkspace: (limit) => database.run((db) => behindWorkspace(db, limit)),
    homesOf: (platform, learner) => database.run((db) => homesOf(db, platform, learner)),
  };
}
