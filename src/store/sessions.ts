import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from './database.js';
import type { Sessions } from './interfaces/sessions.js';
import { sessionFromRow } from './rows.js';
import { sessions } from './schema.js';

export function createSessions(database: Database): Sessions {
  return {
    async open({ id: sessionId, plan, ...session }) {
      await database.run((db) =>
        db
          .insert(sessions)
          .values({ ...session, sessionId, plan: [...plan] })
          .onConflictDoNothing(),
      );
    },
    async get(workspace, session) {
      const [row] = await database.run((db) =>
        db
          .select()
          .from(sessions)
          .where(and(eq(sessions.workspaceId, workspace), eq(sessions.sessionId, session))),
      );
      return row ? sessionFromRow(row) : null;
    },
    async current(workspace, learner, on, deck) {
      const [row] = await database.run((db) =>
        db
          .select()
          .from(sessions)
          .where(
            and(
              eq(sessions.workspaceId, workspace),
              eq(sessions.learnerId, learner),
              eq(sessions.startedOn, on),
              deck === null ? isNull(sessions.deckId) : eq(sessions.deckId, deck),
              isNull(sessions.endedAt),
            ),
          )
          .orderBy(desc(sessions.startedAt), desc(sessions.sessionId))
          .limit(1),
      );
      return row ? sessionFromRow(row) : null;
    },
    async close(workspace, session, endedAt) {
      await database.run((db) =>
        db
          .update(sessions)
          .set({ endedAt })
          .where(and(eq(sessions.workspaceId, workspace), eq(sessions.sessionId, session), isNull(sessions.endedAt))),
      );
    },
  };
}
