import { drizzle } from 'drizzle-orm/pglite';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { passageId, questionId } from '../../src/core/ids.js';
import { NEVER_LOST } from '../../src/store/open/connection.js';
import { createEmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { type OpenStore, storeOn } from '../../src/store/open/open.js';
import { ANA, aChange, createWorld, minutesAfter, NOW, TODAY, type World } from '../contracts/store/world.js';
import { openTestClient } from '../support/database.js';

const noOther = () => Promise.reject(new Error('the test database has failed'));

describe('the statements of what people wait for', () => {
  const seen: string[] = [];
  let opened: OpenStore;
  let world: World;

  let client: Awaited<ReturnType<typeof openTestClient>>;

  beforeAll(async () => {
    client = await openTestClient();
    const session = {
      queries: drizzle({ client, logger: { logQuery: (statement) => void seen.push(statement) } }),
      exec: async (statement: string) => {
        seen.push(statement);
        await client.exec(statement);
      },
      close: () => client.close(),
      abandon: async () => {},
    };
    const database = createEmbeddedDatabase(session, noOther);
    opened = await storeOn({ kind: 'embedded', database, lost: NEVER_LOST, close: database.close });
    world = await createWorld(opened);
    await world.teach('a', 'b');
    return () => opened.close();
  });
  beforeEach(() => {
    seen.length = 0;
  });

  it('records a review in two statements, the second of which is its one commit', async () => {
    expect(await world.review('a', 1, 4)).toMatchObject({ status: 'recorded' });
    expect(seen.map((statement) => statement.slice(0, 6))).toEqual(['select', 'with "']);
    expect(await world.review('a', 1, 4)).toMatchObject({ status: 'duplicate' });
    expect(seen).toHaveLength(3);
  });

  it('writes a drill down in two statements', async () => {
    const drill = () => ({ quality: 5, on: TODAY, purpose: 'drill' }) as const;
    await opened.store.reviews.record(world.request('b', 2), drill);
    expect(seen.map((statement) => statement.slice(0, 6))).toEqual(['select', 'insert']);
  });

  it('counts a question that was found in one statement that does not wait for the disk', async () => {
    const asked = { id: questionId('q'), text: 'layer', passageId: passageId('p') };
    await opened.store.questions.note(world.workspace, ANA, asked, NOW);
    expect(seen).toEqual([expect.stringContaining(`set_config('synchronous_commit', 'off', true)`)]);
    expect(await opened.store.questions.askCounts(world.workspace, 5)).toEqual(new Map([['p', 1]]));
  });

  it('waits for the disk again afterwards', async () => {
    const missed = { id: questionId('m'), text: 'swarm', passageId: null };
    await opened.store.questions.note(world.workspace, ANA, missed, NOW);
    const { rows } = await client.query('show synchronous_commit');
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('tells the planner once of notes that change in many workspaces', async () => {
    const ids = Array.from({ length: 100 }, (_, at) => `card-${at}`);
    const worlds: World[] = [];
    for (let made = 0; made < 30; made += 1) worlds.push(await createWorld(opened));
    const tidied = () => seen.filter((statement) => statement.startsWith('vacuum')).length;
    for (const each of worlds) await each.store.decks.apply(each.workspace, aChange(ids), NOW);
    expect(tidied()).toBeGreaterThan(0);
    seen.length = 0;
    const again = aChange(ids, { baseVersion: 1 });
    for (const each of worlds) await each.store.decks.apply(each.workspace, again, minutesAfter(1));
    expect(tidied()).toBeLessThanOrEqual(2);
  });
});
