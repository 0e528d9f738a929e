import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { lockDataFolder } from '../../src/store/open/data-lock.js';
import { createEmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { makeDatabase, startEngineSession } from '../../src/store/open/engine-session.js';
import { describeDatabase } from '../contracts/database.js';

const noOther = () => Promise.reject(new Error('the test database has failed'));

const made = mkdtemp(join(tmpdir(), 'repaso-engine-')).then(async (folder) => {
  await makeDatabase(join(folder, 'db'));
  return folder;
});
afterAll(async () => rm(await made, { recursive: true, force: true }));

describeDatabase('PGlite by the messages of its thread', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'repaso-engine-'));
  await cp(join(await made, 'db'), join(folder, 'db'), { recursive: true });
  const lock = await lockDataFolder(folder);
  const database = createEmbeddedDatabase(await startEngineSession(join(folder, 'db'), lock.fence), noOther);
  const close = async () => {
    await database.close();
    await lock.release();
    await rm(folder, { recursive: true, force: true });
  };
  return { database, close };
});
