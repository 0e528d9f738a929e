import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../../../src/store/interfaces/store.js';
import { type OpenStore, openStore } from '../../../src/store/open/open.js';
import { ANA, createWorld, type World } from '../../contracts/store/world.js';
import { copyDataFolder } from '../../support/data-folder.js';

const { fsyncSync } = vi.hoisted(() => ({ fsyncSync: vi.fn() }));
vi.mock('node:fs', async (original) => ({ ...(await original<typeof import('node:fs')>()), fsyncSync }));

let dataDir: string;
let opened: OpenStore;
let world: World;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'repaso-synced-'));
  await copyDataFolder(dataDir);
  opened = await openStore({ databaseUrl: null, dataDir });
  world = await createWorld(opened);
  await world.teach('a');
});
afterAll(async () => {
  await opened?.close();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  fsyncSync.mockReset();
});

describe('the embedded database', () => {
  it('has a review on the disk before it says that it is recorded', async () => {
    await world.review('a', 1);
    expect(fsyncSync).toHaveBeenCalled();
  });

  it('does not touch the disk for a question', async () => {
    await world.store.reviews.history(world.workspace, ANA);
    expect(fsyncSync).not.toHaveBeenCalled();
  });

  it.each([
    ['a transaction', () => world.review('a', 2)],
    ['a statement', () => world.store.learners.update(world.workspace, ANA, { name: 'Anna' })],
  ])('is away when the disk fails under %s, and recovers by itself', async (_, write) => {
    fsyncSync.mockImplementationOnce(() => {
      throw Object.assign(new Error('disk'), { code: 'EIO' });
    });
    await expect(write()).rejects.toBeInstanceOf(StoreUnavailable);
    await opened.ping();
    await write();
    expect((await world.store.learners.get(world.workspace, ANA))?.name).toMatch(/^(ana|Anna)$/);
    const log = await world.store.reviews.history(world.workspace, ANA);
    expect(log.map((review) => review.turn)).toEqual([1, 2]);
  });
});
