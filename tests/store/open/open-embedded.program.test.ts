import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replay } from '../../../src/core/progress.js';
import { type OpenStore, openStore, type StoreStep } from '../../../src/store/open/open.js';
import { ANA, createWorld } from '../../contracts/store/world.js';
import { compileChildren } from '../children.js';

/** With the programs of `children/`, and `made`, a data folder to copy from, because making one takes seconds. */
let children: Awaited<ReturnType<typeof compileChildren>>;
let folder: string;
let made: string;
const madeSteps: string[] = [];
beforeAll(async () => {
  children = await compileChildren();
  folder = await mkdtemp(join(tmpdir(), 'repaso-open-'));
  made = join(folder, 'made', 'data');
  await (await openStore({ databaseUrl: null, dataDir: made, onStep: ({ kind }) => madeSteps.push(kind) })).close();
});
afterAll(async () => {
  await children?.remove();
  await rm(folder, { recursive: true, force: true });
});

let dataDir: string;
let opened: OpenStore[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(folder, 'data-'));
  opened = [];
});
afterEach(() => Promise.all(opened.map((one) => one.close())));

const copy = () => cp(made, dataDir, { recursive: true });

async function open(onStep: (step: StoreStep) => void = () => {}): Promise<OpenStore> {
  const store = await openStore({ databaseUrl: null, dataDir, onStep });
  opened.push(store);
  return store;
}

describe('an embedded database', () => {
  it('is made once, telling each step, and is there the next time', async () => {
    await copy();
    const steps: string[] = [];
    const first = await open((step) => steps.push(step.kind));
    expect(madeSteps).toEqual(['creating', 'opening', 'migrating']);
    expect(steps).toEqual(['opening']);
    expect(first).toMatchObject({ kind: 'embedded', migration: { from: first.migration.to, applied: 0 } });
    const { workspace } = await createWorld(first);
    await first.close();
    expect(await (await open()).store.workspaces.list()).toEqual([{ id: workspace, platform: 'web' }]);
  });

  it('says that it is away once it is closed', async () => {
    await copy();
    const store = await open();
    await store.ping();
    await store.close();
    await store.close();
    await expect(store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(store.store.workspaces.list()).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('opens only once in a process', async () => {
    await copy();
    const first = await open();
    await expect(open()).rejects.toMatchObject({
      code: 'data-folder-locked',
      folder: dataDir,
      holder: { pid: process.pid },
    });
    await first.ping();
    await first.close();
    await (await open()).ping();
  });

  it('is refused while another process has it, and free at once when that one is killed', async () => {
    await copy();
    const child = children.start('open', dataDir);
    while ((await child.line()) !== 'open');
    await expect(open()).rejects.toMatchObject({ code: 'data-folder-locked', holder: { pid: child.process.pid } });
    await child.kill();
    await (await open()).ping();
  });

  it('is whole after its maker was killed at any moment', { timeout: 60_000 }, async () => {
    for (const delay of [0, 300, 700, 1_100]) {
      const child = children.start('open', dataDir);
      await child.line();
      await sleep(delay);
      await child.kill();
    }
    await (await open()).ping();
    expect((await readdir(dataDir)).filter((name) => !name.startsWith('lock-'))).toEqual(['db']);
  });

  it('keeps every review it has acknowledged when it is killed', { timeout: 60_000 }, async () => {
    await copy();
    const acknowledged = new Map<string, number>();
    for (const reviews of [1, 20, 60]) {
      const child = children.start('review', dataDir);
      for (let last: string | null = ''; Number(last) < reviews; last = await child.line()) {
        acknowledged.set(`session-${child.process.pid}`, Number(last));
      }
      await child.kill();
    }
    const { store } = await open();
    const [workspace] = await store.workspaces.list();
    const log = await store.reviews.history(workspace!.id, ANA);
    for (const [session, turn] of acknowledged) {
      const turns = log.filter((review) => review.sessionId === session).map((review) => review.turn);
      expect(turns).toEqual(Array.from({ length: turns.length }, (_, index) => index + 1));
      expect(turns.length).toBeGreaterThanOrEqual(turn);
    }
    const cards = [...new Set(log.map((review) => review.cardId))];
    for (const [card, progress] of await store.progress.ofCards(workspace!.id, ANA, cards)) {
      expect(progress).toEqual(replay(log.filter((review) => review.cardId === card)));
    }
  });

  it('that cannot be started is named, and left as it is', async () => {
    await copy();
    await (await open()).close();
    await writeFile(join(dataDir, 'db/PG_VERSION'), '12\n');
    await expect(open()).rejects.toMatchObject({ code: 'data-folder-unreadable', folder: join(dataDir, 'db') });
    await writeFile(join(dataDir, 'db/PG_VERSION'), '18\n');
    await (await open()).ping();
  });
});
