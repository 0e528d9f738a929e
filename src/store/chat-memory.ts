import { and, eq, isNull, like, lt, not, or, sql } from 'drizzle-orm';
import { type ChatMemory, FIRST_WORDS } from '../chat/chat-memory.js';
import { instant } from '../core/local-date.js';
import type { Database } from './database.js';
import { chatEvents, chatSends } from './schema.js';
import { WITHOUT_WAITING } from './without-waiting.js';

const SEND_KEY = [chatSends.platform, chatSends.key];

/** Every event waits for this statement. What the event did is safe all the same: it is committed afterwards. */
function insertEvent({ run }: Database, platform: string, event: string, at: number) {
  const row = sql`select ${platform}::text, ${event}::text, ${sql.param(instant(at), chatEvents.at)}::timestamptz
    from ${WITHOUT_WAITING}`;
  return run((db) => db.insert(chatEvents).select(row).onConflictDoNothing().returning({ event: chatEvents.event }));
}

/** The number of tries so far, this one included. Returns no row for a message that was sent. */
function insertTry({ run }: Database, platform: string, key: string, at: number) {
  const begunAt = instant(at);
  return run((db) =>
    db
      .insert(chatSends)
      .values({ platform, key, tries: 1, begunAt })
      .onConflictDoUpdate({
        target: SEND_KEY,
        set: { tries: sql`${chatSends.tries} + 1`, begunAt },
        setWhere: isNull(chatSends.sentAt),
      })
      .returning({ tries: chatSends.tries }),
  );
}

/** Inserts the row if its try has been deleted meanwhile: the delivery must not be lost. */
function insertEnd({ run }: Database, platform: string, key: string, at: number) {
  const sentAt = instant(at);
  return run((db) =>
    db
      .insert(chatSends)
      .values({ platform, key, tries: 1, begunAt: sentAt, sentAt })
      .onConflictDoUpdate({ target: SEND_KEY, set: { sentAt }, setWhere: isNull(chatSends.sentAt) }),
  );
}

function removeOlder({ run }: Database, platform: string, before: number) {
  const then = instant(before);
  return run((db) => {
    const events = db
      .delete(chatEvents)
      .where(and(eq(chatEvents.platform, platform), lt(chatEvents.at, then)))
      .returning({ event: chatEvents.event });
    const untouched = or(isNull(chatSends.sentAt), lt(chatSends.sentAt, then));
    const repeats = not(like(chatSends.key, `${FIRST_WORDS}%`));
    return db
      .with(db.$with('forgotten').as(events))
      .delete(chatSends)
      .where(and(eq(chatSends.platform, platform), lt(chatSends.begunAt, then), untouched, repeats));
  });
}

/** The memory of one platform, such as `slack`; other platforms' events and messages are not in it. */
export function createChatMemory(database: Database, platform: string): ChatMemory {
  return {
    firstTime: async (event, at) => (await insertEvent(database, platform, event, at)).length > 0,
    async beginSend(key, at) {
      const [row] = await insertTry(database, platform, key, at);
      if (!row) return 'sent';
      return row.tries === 1 ? 'new' : 'begun';
    },
    endSend: async (key, at) => void (await insertEnd(database, platform, key, at)),
    forget: async (before) => void (await removeOlder(database, platform, before)),
  };
}
