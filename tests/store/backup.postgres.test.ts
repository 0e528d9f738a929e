import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { backup } from '../../src/cli/backup.js';
import { restore } from '../../src/cli/restore.js';
import { migrateDatabase } from '../../src/store/open/migrate.js';
import { openEmbedded } from '../../src/store/open/open-embedded.js';
import { openServer } from '../../src/store/open/open-server.js';
import { copyDataFolder } from '../support/data-folder.js';
import { fakeIo } from '../support/fake-io.js';
import { addReview, fillEveryTable } from '../support/full-database.js';
import { createServerDatabase } from '../support/server-database.js';

let folder: string;
let server: Awaited<ReturnType<typeof createServerDatabase>>;
let other: Awaited<ReturnType<typeof createServerDatabase>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repaso-backup-'));
  server = await createServerDatabase(inject('postgresUrl'));
  other = await createServerDatabase(inject('postgresUrl'));
});
afterAll(async () => {
  await server?.drop();
  await other?.drop();
  await rm(folder, { recursive: true, force: true });
});

const file = (name: string) => join(folder, name);
const ignore = () => {};

/** Sorted: two engines may put texts in another order. The header has the time. */
async function rowsOf(name: string): Promise<readonly string[]> {
  const lines = gunzipSync(await readFile(file(name)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return lines.slice(1, -1).sort();
}

async function run(verb: 'backup' | 'restore', name: string, env: Readonly<Record<string, string>>, replace = false) {
  const io = fakeIo({ env });
  const exit =
    verb === 'backup'
      ? await backup(io, file(name), { json: true })
      : await restore(io, file(name), { json: true, replace });
  expect(io.stderr).toEqual([]);
  expect(exit).toBe(0);
  return io.json();
}

describe('a backup goes from either engine into either', () => {
  it('and is equal row by row after the whole way round', { timeout: 180_000 }, async () => {
    await copyDataFolder(file('one'));
    const first = await openEmbedded(file('one'), ignore);
    await fillEveryTable(first.database);
    await first.close();

    const made = await run('backup', 'a.gz', { REPASO_DATA: file('one') });
    expect(made).toMatchObject({ workspaces: 1, people: 1, reviews: 3, file: file('a.gz') });
    await run('restore', 'a.gz', { DATABASE_URL: server.url });
    await run('backup', 'b.gz', { DATABASE_URL: server.url });
    await run('restore', 'b.gz', { REPASO_DATA: file('two') });
    await run('backup', 'c.gz', { REPASO_DATA: file('two') });
    await run('restore', 'c.gz', { DATABASE_URL: other.url });
    await run('backup', 'd.gz', { DATABASE_URL: other.url });
    const rows = await rowsOf('a.gz');
    expect(rows.length).toBeGreaterThan(50);
    for (const name of ['b.gz', 'c.gz', 'd.gz']) expect(await rowsOf(name)).toEqual(rows);
  });

  it('taken from a server while people review it, is of one moment', { timeout: 120_000 }, async () => {
    const { database, close } = await openServer(server.url, ignore);
    await migrateDatabase(database);
    let number = 3;
    let isDone = false;
    const reviewing = (async () => {
      while (!isDone) {
        number += 1;
        await addReview(database, number);
        await sleep(5);
      }
    })();
    while (number < 30) await sleep(5);
    const made = await run('backup', 'busy.gz', { DATABASE_URL: server.url });
    const after = number;
    isDone = true;
    await reviewing;
    await close();
    expect(after).toBeGreaterThan(30);
    const restored = await run('restore', 'busy.gz', { DATABASE_URL: other.url }, true);
    expect(restored).toMatchObject({ reviews: made.reviews, checked: { cards: 1, differing: 0 } });
    const numbers = (await rowsOf('busy.gz')).filter((line) => line.startsWith('["slack:T1", "ana", "')).length;
    expect(numbers).toBeGreaterThanOrEqual(made.reviews);
  });

  it('replaces no database that a Repaso works on', async () => {
    const { database, close } = await openServer(server.url, ignore);
    const io = fakeIo({ env: { DATABASE_URL: server.url } });
    expect(await restore(io, file('a.gz'), { json: false, replace: true })).toBe(1);
    expect(io.stderr.join()).toContain('Stop it');
    await database.run(async () => {});
    await close();
  });
});
