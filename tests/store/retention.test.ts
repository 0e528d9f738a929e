import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { deckId, draftId, sessionId } from '../../src/core/ids.js';
import { addDays, instant, localDate } from '../../src/core/local-date.js';
import { createEmbeddedDatabase, type EmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { sessionInThisThread } from '../../src/store/open/embedded-session.js';
import { migrateDatabase } from '../../src/store/open/migrate.js';
import { createRetention } from '../../src/store/retention.js';
import { deckChanges, deliveries, draftFiles, drafts, notes, roomEntries } from '../../src/store/schema.js';
import { wipedTestClient } from '../support/database.js';
import { fillEveryTable, PERSON, WORKSPACE } from '../support/full-database.js';

/** What `fillEveryTable` writes is of this day. */
const DAY = Date.UTC(2026, 10, 23, 9, 30, 15, 123);
const LATER = DAY + 1_000;
const DECK = { workspaceId: WORKSPACE, deckId: deckId('docker') };

let database: EmbeddedDatabase;
let retention: ReturnType<typeof createRetention>;
beforeEach(async () => {
  const client = await wipedTestClient();
  database = createEmbeddedDatabase(sessionInThisThread(client), () => Promise.reject(new Error('failed')));
  await migrateDatabase(database);
  await fillEveryTable(database);
  retention = createRetention(database, true);
});

async function count(table: typeof notes | typeof drafts | typeof draftFiles | typeof deliveries | typeof roomEntries) {
  const [row] = await database.run((db) => db.select({ rows: sql`count(*)`.mapWith(Number).as('rows') }).from(table));
  return row?.rows;
}

describe('what has an end', () => {
  it('is left alone while it is young', async () => {
    for (const each of Object.values(retention)) await each.forget(DAY);
    const counts = await Promise.all([notes, drafts, draftFiles, deliveries, roomEntries].map(count));
    expect(counts).toEqual([2, 1, 1, 1, 1]);
  });

  it('is a proposal that was decided, with its file; one that waits waits', async () => {
    const draft = { workspaceId: WORKSPACE, kind: 'import', payload: {}, by: PERSON, madeAt: instant(DAY) } as const;
    await database.run((db) =>
      db.insert(drafts).values(
        Array.from({ length: 25 }, (_, number) => ({
          ...draft,
          draftId: draftId(`decided-${number}`),
          decision: 'dropped' as const,
          decidedBy: PERSON,
          decidedAt: instant(DAY),
        })),
      ),
    );
    const file = { workspaceId: WORKSPACE, draftId: draftId('decided-3'), slice: 0, bytes: new Uint8Array(9) };
    await database.run((db) => db.insert(draftFiles).values(file));
    await retention.uploads.forget(LATER);
    expect([await count(drafts), await count(draftFiles)]).toEqual([1, 1]);
  });

  it('is what was said in a room, in slices', async () => {
    await database.run((db) =>
      db.insert(roomEntries).values(
        Array.from({ length: 450 }, (_, number) => ({
          workspaceId: WORKSPACE,
          id: 100 + number,
          revision: 100 + number,
          key: `key-${number}`,
          content: {},
          at: instant(number < 430 ? DAY : LATER + 1),
        })),
      ),
    );
    await retention.rooms.forget(LATER);
    expect(await count(roomEntries)).toBe(20);
  });

  it('is an earlier version of notes, but for what a change that can be taken back needs', async () => {
    await database.run((db) =>
      db.insert(notes).values(
        Array.from({ length: 8 }, (_, number) => ({
          ...DECK,
          version: 3 + number,
          text: 'x',
          contentHash: 'c',
          appliedAt: instant(DAY),
        })),
      ),
    );
    const versions = async () =>
      (await database.run((db) => db.select({ version: notes.version }).from(notes)))
        .map(({ version }) => version)
        .sort((a, b) => a - b);
    await database.run((db) => db.update(deckChanges).set({ version: 7 }));
    await retention.notes.forget(LATER);
    expect(await versions()).toEqual([6, 7, 8, 9, 10]);
    await database.run((db) => db.delete(deckChanges));
    await retention.notes.forget(LATER);
    expect(await versions()).toEqual([10]);
    await retention.notes.forget(LATER);
    expect(await versions()).toEqual([10]);
  });

  it('is a daily message, but for the last of each person', async () => {
    const day = localDate('2026-11-23');
    const sent = {
      workspaceId: WORKSPACE,
      learnerId: PERSON,
      sessionId: sessionId('session'),
      claims: 1,
      claimedAt: instant(DAY),
      leaseUntil: instant(DAY),
      outcome: 'sent' as const,
      finishedAt: instant(DAY),
    };
    await database.run((db) =>
      db
        .insert(deliveries)
        .values(Array.from({ length: 5 }, (_, number) => ({ ...sent, on: addDays(day, number + 1) }))),
    );
    await retention.deliveries.forget(LATER);
    const left = await database.run((db) => db.select({ on: deliveries.on }).from(deliveries));
    expect(left).toEqual([{ on: addDays(day, 5) }]);
  });
});
