import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../../src/cli/backup.js';
import { restore } from '../../src/cli/restore.js';
import type { Connection } from '../../src/store/open/connection.js';
import { openEmbedded } from '../../src/store/open/open-embedded.js';
import { copyDataFolder } from '../support/data-folder.js';
import { fakeIo } from '../support/fake-io.js';
import { addReview, fillEveryTable } from '../support/full-database.js';

let folder: string;
let running: Connection;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repaso-backup-'));
  env = { REPASO_DATA: file('data') };
  await copyDataFolder(file('data'));
  running = await openEmbedded(file('data'), () => {});
  await fillEveryTable(running.database);
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

function file(name: string): string {
  return join(folder, name);
}

async function make(name: string, more: Parameters<typeof fakeIo>[0] = {}) {
  const io = fakeIo({ env, ...more });
  const exit = await backup(io, name, { json: true });
  return { exit, io };
}

describe('repaso backup', () => {
  it('asks the Repaso that has the data folder open, while people review', { timeout: 180_000 }, async () => {
    let number = 3;
    let isDone = false;
    const reviewing = (async () => {
      while (!isDone) {
        number += 1;
        await addReview(running.database, number);
        await sleep(5);
      }
    })();
    const before = number;
    const { exit, io } = await make(file('busy.gz'));
    isDone = true;
    await reviewing;
    expect(io.stderr).toEqual([]);
    expect(exit).toBe(0);
    const { reviews, bytes } = io.json();
    expect(reviews).toBeGreaterThan(before);
    expect(reviews).toBeLessThanOrEqual(number);
    expect((await stat(file('busy.gz'))).size).toBe(bytes);
    expect((await readdir(file('data'))).filter((name) => name.startsWith('copy-'))).toEqual([]);

    const restored = fakeIo({ env: { REPASO_DATA: file('restored') } });
    expect(await restore(restored, file('busy.gz'), { json: true, replace: false })).toBe(0);
    expect(restored.json()).toMatchObject({ reviews, people: 1, workspaces: 1, checked: { cards: 1, differing: 0 } });
    const again = fakeIo({ env: { REPASO_DATA: file('restored') } });
    expect(await restore(again, file('busy.gz'), { json: false, replace: false })).toBe(1);
    expect(again.stderr.join()).toContain('--replace');
  });

  it('is read by nobody else', async () => {
    expect((await stat(file('busy.gz'))).mode & 0o077).toBe(0);
  });

  it.runIf(existsSync('/dev/full'))('says so where the disk is full, and leaves no half file', async () => {
    const { exit, io } = await make('/dev/full');
    expect(exit).toBe(1);
    expect(io.stderr.join()).toBe('/dev/full cannot be written: the disk is full. No backup was made.');
    expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('keeps the last backup where the next one fails', async () => {
    await writeFile(file('old.gz'), 'old');
    const { exit, io } = await make(file('no-such-folder/old.gz'), { language: 'es' });
    expect(exit).toBe(1);
    expect(io.stderr.join()).toContain('no existe esa carpeta. No se ha hecho ninguna copia.');
    const none = fakeIo({ env: { REPASO_DATA: file('nowhere') } });
    expect(await backup(none, file('old.gz'), { json: false })).toBe(1);
    expect(none.stderr.join()).toContain('There is no database yet');
    expect(await readFile(file('old.gz'), 'utf8')).toBe('old');
    expect(existsSync(file('nowhere'))).toBe(false);
  });

  it('that cannot be restored says why, and the database stays as it was', async () => {
    const whole = await readFile(file('busy.gz'));
    await writeFile(file('cut.gz'), whole.subarray(0, whole.length - 9));
    const io = fakeIo({ env: { REPASO_DATA: file('restored') } });
    expect(await restore(io, file('cut.gz'), { json: false, replace: true })).toBe(1);
    expect(io.stderr.join()).toContain('it was cut');
    await make(file('after.gz'), { env: { REPASO_DATA: file('restored') } });
    const lines = (bytes: Buffer) => gunzipSync(bytes).toString('utf8').split('\n').slice(1);
    const headless = (text: string[]) => text.filter((line) => !line.startsWith('{"end"'));
    expect(headless(lines(await readFile(file('after.gz'))))).toEqual(headless(lines(whole)));
    await expect(restore(io, file('missing.gz'), { json: false, replace: false })).rejects.toThrow('cannot be read');
  });
});
