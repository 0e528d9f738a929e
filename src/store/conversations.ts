import { and, eq, lt } from 'drizzle-orm';
import { instant } from '../core/local-date.js';
import type { Database } from './database.js';
import type { Conversations } from './interfaces/conversations.js';
import { conversations } from './schema.js';
import { WITHOUT_WAITING } from './without-waiting.js';

export function createConversations({ run }: Database): Conversations {
  return {
    async topic(workspace, conversation) {
      const [found] = await run((db) =>
        db
          .select({
            subject: conversations.subject,
            question: conversations.question,
            by: conversations.learnerId,
            at: conversations.askedAt,
          })
          .from(conversations)
          .where(and(eq(conversations.workspaceId, workspace), eq(conversations.conversation, conversation))),
      );
      return found ?? null;
    },
    async keepTopic(workspaceId, conversation, { subject, question, by: learnerId, at: askedAt }) {
      const topic = { learnerId, subject, question, askedAt };
      await run((db) =>
        db
          .insert(conversations)
          .values({ workspaceId, conversation, ...topic })
          .onConflictDoUpdate({ target: [conversations.workspaceId, conversations.conversation], set: topic })
          // Every answer waits for this statement; a topic that a crash loses is asked for again.
          .returning({ waits: WITHOUT_WAITING }),
      );
    },
    forget: (before) =>
      run(async (db) => void (await db.delete(conversations).where(lt(conversations.askedAt, instant(before))))),
  };
}
