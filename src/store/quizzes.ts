import { and, asc, eq, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { QuizId, WorkspaceId } from '../core/ids.js';
import { type Instant, instant } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { KeyedEvent, NewQuiz, QuizLog, QuizTurns, Quizzes } from './interfaces/quizzes.js';
import { eventColumns, eventFromRow, quizColumns, quizFromRow } from './quiz-rows.js';
import { quizEvents, quizzes } from './schema.js';

/** Of ended quizzes, how many are deleted at once: others have their turn between. */
const FORGOTTEN_AT_ONCE = 20;

function isQuiz(workspace: WorkspaceId, quiz: QuizId) {
  return and(eq(quizzes.workspaceId, workspace), eq(quizzes.quizId, quiz));
}

async function insertEvents(
  db: Queries,
  { workspaceId, id: quizId }: Pick<NewQuiz, 'workspaceId' | 'id'>,
  events: readonly KeyedEvent[],
  known: number,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((each, index) => ({ ...eventColumns(each), workspaceId, quizId, number: known + index + 1 }));
  await db.insert(quizEvents).values(rows);
}

async function open(db: Queries, quiz: NewQuiz, events: readonly KeyedEvent[], dueAt: Instant): Promise<boolean> {
  const made = await db
    .insert(quizzes)
    .values({ ...quizColumns(quiz), dueAt })
    .onConflictDoNothing()
    .returning({ id: quizzes.quizId });
  if (made.length === 0) return false;
  await insertEvents(db, quiz, events, 0);
  return true;
}

async function eventRows(db: Queries, workspace: WorkspaceId, quiz: QuizId) {
  return db
    .select()
    .from(quizEvents)
    .where(and(eq(quizEvents.workspaceId, workspace), eq(quizEvents.quizId, quiz)))
    .orderBy(asc(quizEvents.number));
}

async function read(db: Queries, workspace: WorkspaceId, quiz: QuizId): Promise<QuizLog | null> {
  const [row] = await db.select().from(quizzes).where(isQuiz(workspace, quiz));
  if (row === undefined) return null;
  return { quiz: quizFromRow(row), events: (await eventRows(db, workspace, quiz)).map(eventFromRow) };
}

/** The row's lock makes changes of a quiz run one after the other; what was written before is read after it is had. */
async function change(
  db: Queries,
  workspace: WorkspaceId,
  id: QuizId,
  decide: Parameters<Quizzes['change']>[2],
  dueAtOf: Parameters<Quizzes['change']>[3],
): Promise<QuizLog | null> {
  const [locked] = await db.select().from(quizzes).where(isQuiz(workspace, id)).for('update');
  if (locked === undefined) return null;
  const rows = await eventRows(db, workspace, id);
  const before: QuizLog = { quiz: quizFromRow(locked), events: rows.map(eventFromRow) };
  const decided = decide(before);
  const keys = new Set(rows.map(({ key }) => key));
  const fresh = decided.events.filter(({ key }) => !keys.has(key));
  await insertEvents(db, before.quiz, fresh, rows.length);
  const events = [...before.events, ...fresh.map(({ event }) => event)];
  const shown = decided.shown ?? before.quiz.shown;
  const endedAt = events.find(({ kind }) => kind === 'ended')?.at ?? null;
  const dueAt = dueAtOf({ quiz: { ...before.quiz, shown, endedAt }, events });
  await db
    .update(quizzes)
    .set({
      dueAt,
      endedAt,
      shownStage: shown.stage,
      shownAt: shown.at,
      shownEvents: shown.events,
      ...(decided.released ? { leaseUntil: null } : {}),
    })
    .where(isQuiz(workspace, id));
  return { quiz: { ...before.quiz, shown, endedAt, dueAt }, events };
}

function isFree(at: Instant) {
  return or(isNull(quizzes.leaseUntil), lte(quizzes.leaseUntil, at));
}

async function claim(db: Queries, workspace: WorkspaceId, quiz: QuizId, at: Instant, leaseUntil: Instant) {
  const held = await db
    .update(quizzes)
    .set({ leaseUntil })
    .where(and(isQuiz(workspace, quiz), lte(quizzes.dueAt, at), isFree(at)))
    .returning({ id: quizzes.quizId });
  return held.length > 0;
}

async function nextDue(db: Queries): Promise<Instant | null> {
  const at = sql<Instant>`greatest(${quizzes.dueAt}, ${quizzes.leaseUntil})`.mapWith(quizzes.dueAt);
  const [next] = await db.select({ at }).from(quizzes).where(isNotNull(quizzes.dueAt)).orderBy(asc(at)).limit(1);
  return next?.at ?? null;
}

async function forgetSome(db: Queries, before: Instant): Promise<number> {
  const old = await db
    .select({ workspaceId: quizzes.workspaceId, quizId: quizzes.quizId })
    .from(quizzes)
    .where(lt(quizzes.endedAt, before))
    .limit(FORGOTTEN_AT_ONCE);
  if (old.length === 0) return 0;
  const ids = old.map(({ workspaceId, quizId }) => sql`(${workspaceId}, ${quizId})`);
  await db
    .delete(quizEvents)
    .where(sql`(${quizEvents.workspaceId}, ${quizEvents.quizId}) in (${sql.join(ids, sql`, `)})`);
  await db.delete(quizzes).where(sql`(${quizzes.workspaceId}, ${quizzes.quizId}) in (${sql.join(ids, sql`, `)})`);
  return old.length;
}

export function createQuizzes({ run, transaction }: Database): Quizzes {
  return {
    open: (quiz, events, dueAt) => transaction((db) => open(db, quiz, events, dueAt)),
    read: (workspace, quiz) => run((db) => read(db, workspace, quiz)),
    async openIn(workspace, place) {
      const isOpen = and(eq(quizzes.workspaceId, workspace), eq(quizzes.place, place), isNull(quizzes.endedAt));
      const [found] = await run((db) => db.select({ id: quizzes.quizId }).from(quizzes).where(isOpen));
      return found?.id ?? null;
    },
    change: (workspace, quiz, decide, dueAt) => transaction((db) => change(db, workspace, quiz, decide, dueAt)),
    async forget(before) {
      while ((await transaction((db) => forgetSome(db, instant(before)))) > 0);
    },
  };
}

export function createQuizTurns({ run }: Database): QuizTurns {
  return {
    due: (at, limit) =>
      run((db) =>
        db
          .select({ workspaceId: quizzes.workspaceId, id: quizzes.quizId })
          .from(quizzes)
          .where(and(lte(quizzes.dueAt, at), isFree(at)))
          .orderBy(asc(quizzes.dueAt), asc(quizzes.workspaceId), asc(quizzes.quizId))
          .limit(limit),
      ),
    nextDue: () => run(nextDue),
    claim: (workspace, quiz, at, leaseUntil) => run((db) => claim(db, workspace, quiz, at, leaseUntil)),
    postpone: async (workspace, quiz, dueAt) =>
      run(
        async (db) => void (await db.update(quizzes).set({ dueAt, leaseUntil: null }).where(isQuiz(workspace, quiz))),
      ),
  };
}
