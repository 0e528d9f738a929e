import { and, eq, isNull, like, lt, not, or, sql } from 'drizzle-orm';
import { type ChatMemory, FIRST_WORDS } from '../chat/chat-memory.js';
import { instant } from '../core/local-date.js';
import type { Database } from './database.js';
import { inBatches } from './in-batches.js';
import { chatEvents, chatSends } from './schema.js';
import { WITHOUT_WAITING } from './without-waiting.js';

const SEND_KEY = [chatSends.platform, chatSends.key];

type Came = { readonly event: string; readonly at: number };

/**
 * Whether each came for the first time. Every event waits for this statement; what the event did is safe all the same: it
 * is committed afterwards.
 */
async function insertEvents({ run }: Database, platform: string, came: readonly Came[]): Promise<readonly boolean[]> {
  const times = sql.param(came.map(({ at }) => new Date(at).toISOString()));
  const rows = sql`select ${platform}::text, came.event, came.at
    from ${WITHOUT_WAITING},
      unnest(${sql.param(came.map(({ event }) => event))}::text[], ${times}::timestamptz[]) as came (event, at)`;
  const made = await run((db) =>
    db.insert(chatEvents).select(rows).onConflictDoNothing().returning({ event: chatEvents.event }),
  );
  const first = new Set(made.map(({ event }) => event));
  return came.map(({ event }) => first.delete(event));
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
function insertEnd({ run }: Database, platform: string, key: string, at: number, message: string | null) {
  const sentAt = instant(at);
  return run((db) =>
    db
      .insert(chatSends)
      .values({ platform, key, tries: 1, begunAt: sentAt, sentAt, message })
      .onConflictDoUpdate({ target: SEND_KEY, set: { sentAt, message }, setWhere: isNull(chatSends.sentAt) }),
  );
}

async function findMessage({ run }: Database, platform: string, key: string): Promise<string | null> {
  const [row] = await run((db) =>
    db
      .select({ message: chatSends.message })
      .from(chatSends)
      .where(and(eq(chatSends.platform, platform), eq(chatSends.key, key))),
  );
  return row?.message ?? null;
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
  const claim = inBatches((came: readonly Came[]) => insertEvents(database, platform, came));
  return {
    firstTime: (event, at) => claim({ event, at }),
    async beginSend(key, at) {
      const [row] = await insertTry(database, platform, key, at);
      if (!row) return 'sent';
      return row.tries === 1 ? 'new' : 'begun';
    },
    endSend: async (key, at, message) => void (await insertEnd(database, platform, key, at, message ?? null)),
    sentAs: (key) => findMessage(database, platform, key),
    forget: async (before) => void (await removeOlder(database, platform, before)),
  };
}
