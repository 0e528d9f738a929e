import { and, desc, eq, isNull } from 'drizzle-orm';
import type { DeckId, LearnerId, SessionId, WorkspaceId } from '../core/ids.js';
import type { LocalDate } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { Session, SessionKind, Sessions } from './interfaces/sessions.js';
import { lockLearner } from './lock-learner.js';
import { sessionFromRow } from './rows.js';
import { sessions } from './schema.js';

async function find(db: Queries, workspace: WorkspaceId, id: SessionId): Promise<Session | null> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.workspaceId, workspace), eq(sessions.sessionId, id)));
  return row ? sessionFromRow(row) : null;
}

function isOpen(workspace: WorkspaceId, learner: LearnerId, on: LocalDate, kind: SessionKind) {
  return and(
    eq(sessions.workspaceId, workspace),
    eq(sessions.learnerId, learner),
    eq(sessions.startedOn, on),
    eq(sessions.kind, kind),
    isNull(sessions.endedAt),
  );
}

async function findCurrent(
  db: Queries,
  workspace: WorkspaceId,
  learner: LearnerId,
  on: LocalDate,
  deck: DeckId | null,
  kind: SessionKind,
): Promise<Session | null> {
  const ofDeck = deck === null ? isNull(sessions.deckId) : eq(sessions.deckId, deck);
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(isOpen(workspace, learner, on, kind), ofDeck))
    .orderBy(desc(sessions.startedAt), desc(sessions.sessionId))
    .limit(1);
  return row ? sessionFromRow(row) : null;
}

async function insert(db: Queries, { id: sessionId, plan, ...session }: Session): Promise<void> {
  await db
    .insert(sessions)
    .values({ ...session, sessionId, plan: [...plan] })
    .onConflictDoNothing();
}

async function begin(db: Queries, session: Session): Promise<Session> {
  const { workspaceId, learnerId, startedOn, deckId, kind } = session;
  await lockLearner(db, session);
  const known = await find(db, workspaceId, session.id);
  if (known !== null) return known;
  const current = kind === 'quiz' ? null : await findCurrent(db, workspaceId, learnerId, startedOn, deckId, kind);
  if (current !== null) return current;
  await insert(db, session);
  return session;
}

export function createSessions(database: Database): Sessions {
  const { run } = database;
  return {
    open: (session) => run((db) => insert(db, session)),
    begin: (session) => database.transaction((db) => begin(db, session)),
    get: (workspace, session) => run((db) => find(db, workspace, session)),
    current: (workspace, learner, on, deck, kind = 'review') =>
      run((db) => findCurrent(db, workspace, learner, on, deck, kind)),
    async close(workspace, session, endedAt) {
      await run((db) =>
        db
          .update(sessions)
          .set({ endedAt })
          .where(and(eq(sessions.workspaceId, workspace), eq(sessions.sessionId, session), isNull(sessions.endedAt))),
      );
    },
    async closeReviews(workspace, learner, on, endedAt) {
      await run((db) =>
        db
          .update(sessions)
          .set({ endedAt })
          .where(isOpen(workspace, learner, on, 'review')),
      );
    },
  };
}
