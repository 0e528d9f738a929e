import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open/open.js';
import { copyDataFolder } from '../../support/data-folder.js';
import { compileChildren } from '../children.js';
import { expectNothingLost } from '../nothing-lost.js';
import { pauseOne, type Round } from '../pauses.js';

let children: Awaited<ReturnType<typeof compileChildren>>;
let folder: string;
beforeAll(async () => {
  children = await compileChildren();
  folder = await mkdtemp(join(tmpdir(), 'repaso-paused-'));
  await copyDataFolder(folder);
}, 180_000);
afterAll(async () => {
  await children?.remove();
  await rm(folder, { recursive: true, force: true });
});

it('one that was paused while another took its folder ends at once, and nothing acknowledged is lost', {
  timeout: 300_000,
}, async () => {
  const rounds: Round[] = [];
  for (const moment of [0.1, 0.77]) rounds.push(await pauseOne(children, folder, moment));
  for (const { paused, toldAfter, goneAfter, exitCode } of rounds) {
    expect(paused.lostTo()).toBe('other');
    expect(exitCode).toBe(3);
    // A second where nothing else runs (`npm run test:crash` asks for that); other tests may take the machine meanwhile.
    expect(toldAfter).toBeLessThan(5_000);
    expect(goneAfter).toBeLessThan(20_000);
  }
  const opened = await openStore({ databaseUrl: null, dataDir: folder });
  await expectNothingLost(opened, rounds);
  await opened.close();
});
