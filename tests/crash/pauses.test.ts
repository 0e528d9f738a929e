import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open/open.js';
import { compileChildren } from '../store/children.js';
import { expectNothingLost } from '../store/nothing-lost.js';
import { pauseOne, type Round } from '../store/pauses.js';
import { copyDataFolder } from '../support/data-folder.js';

/** How often one of two is paused for 25 s. The whole run is 50. */
const PAUSES = Number(process.env.PAUSES ?? 6);

let children: Awaited<ReturnType<typeof compileChildren>>;
let folder: string;
beforeAll(async () => {
  children = await compileChildren();
  folder = await mkdtemp(join(tmpdir(), 'repaso-pauses-'));
  await copyDataFolder(folder);
}, 180_000);
afterAll(async () => {
  await children?.remove();
  await rm(folder, { recursive: true, force: true });
});

it(
  `loses nothing in ${PAUSES} pauses of one of two processes on one folder`,
  async () => {
    const rounds: Round[] = [];
    for (let pause = 0; pause < PAUSES; pause += 1) rounds.push(await pauseOne(children, folder, Math.random()));
    const longest = Math.max(...rounds.map(({ goneAfter }) => goneAfter));
    for (const { paused } of rounds) expect(paused.lostTo()).toBe('other');
    const opened = await openStore({ databaseUrl: null, dataDir: folder });
    const total = await expectNothingLost(opened, rounds);
    await opened.close();
    process.stdout.write(`${PAUSES} pauses, ${total} reviews in the log, gone within ${longest} ms of waking\n`);
    expect(longest).toBeLessThan(1_000);
  },
  Math.max(10, PAUSES) * 120_000,
);
