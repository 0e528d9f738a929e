import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doctor } from '../../src/cli/doctor.js';
import { importNotes } from '../../src/cli/import.js';
import { migrate } from '../../src/cli/migrate.js';
import { openStore } from '../../src/store/open/open.js';
import { fakeIo } from '../support/fake-io.js';

let folder: string;
let env: Record<string, string>;
const options = { dryRun: false, workspace: 'web:local', json: true };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-verbs-'));
  env = { REPASO_DATA: path.join(folder, 'data'), FLASHCARDS_DIR: 'flashcards', PORT: '0' };
  await cp('flashcards/docker.md', path.join(folder, 'docker.md'));
});
afterAll(() => rm(folder, { recursive: true }));

const note = () => path.join(folder, 'docker.md');

async function imported(more: Partial<typeof options> = {}) {
  const io = fakeIo({ env });
  const exit = await importNotes(io, [note()], { ...options, ...more });
  return { exit, ...io.json() };
}

describe('the verbs over the store', () => {
  it('doctor makes no database by looking for one', async () => {
    const io = fakeIo({ env });
    expect(await doctor(io, { json: true })).toBe(0);
    expect(io.json().checks.map((check: { name: string; ok: boolean }) => check.ok)).not.toContain(false);
    const again = fakeIo({ env });
    await doctor(again, { json: false });
    expect(again.stdout.join('\n')).toContain('none yet in');
  });

  it('migrate brings a database to this version, once', async () => {
    const first = fakeIo({ env });
    expect(await migrate(first, { json: true })).toBe(0);
    expect(first.json()).toMatchObject({ from: 0, applied: first.json().to });
    const second = fakeIo({ env });
    await migrate(second, { json: true });
    expect(second.json()).toMatchObject({ from: first.json().to, applied: 0 });
  });

  it('doctor compares the clocks', async () => {
    const io = fakeIo({ env, now: 0 });
    expect(await doctor(io, { json: true })).toBe(1);
    expect(io.json().checks.find((check: { ok: boolean }) => !check.ok).mend).toContain('clock');
    const names = io.json().checks.map((check: { name: string }) => check.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('import shows the difference, then applies it, and the same notes again change nothing', async () => {
    const dry = await imported({ dryRun: true });
    const first = await imported();
    const second = await imported();
    expect(first).toMatchObject({ exit: 0, added: dry.added, changed: 0, removed: 0 });
    expect(first.added).toBeGreaterThanOrEqual(37);
    expect(second).toMatchObject({ added: 0, changed: 0, moved: 0, removed: 0, unchanged: first.added });
  });

  it('a mistake mended in the notes edits the card and makes no other', async () => {
    const { readFile } = await import('node:fs/promises');
    await writeFile(note(), (await readFile(note(), 'utf8')).replace('**Promitius**', '**Prometheus**'));
    expect(await imported()).toMatchObject({ exit: 0, added: 0, removed: 0, changed: expect.any(Number) });
  });

  it('one file with an error, and nothing is imported', async () => {
    await writeFile(path.join(folder, 'new.md'), '# Redes\n\n* **DNS** => Traduce nombres a direcciones.\n');
    const io = fakeIo({ env });
    const exit = await importNotes(io, [path.join(folder, 'new.md'), path.join(folder, 'lost.md')], {
      ...options,
      json: false,
    });
    expect(exit).toBe(1);
    expect(io.stderr.join('\n')).toContain('Nothing was imported');
    const opened = await openStore({ databaseUrl: null, dataDir: env.REPASO_DATA ?? '' });
    const [workspace] = await opened.store.workspaces.list();
    expect((await opened.store.decks.list(workspace!.id)).map((deck) => deck.id)).toEqual(['docker']);
    await opened.close();
  });

  it('a workspace that nobody has is a wrong usage', async () => {
    await expect(importNotes(fakeIo({ env }), [note()], { ...options, workspace: 'slack:T1' })).rejects.toThrow(
      'there is no workspace “slack:T1”. Known: web:local',
    );
  });

  it('doctor knows a database in use for what it is, and lists every wrong setting', async () => {
    const opened = await openStore({ databaseUrl: null, dataDir: env.REPASO_DATA ?? '' });
    const io = fakeIo({ env });
    expect(await doctor(io, { json: false })).toBe(0);
    expect(io.stdout.join('\n')).toContain(`in use by a running Repaso (process ${process.pid})`);
    await opened.close();
    const wrong = fakeIo({ env: { PORT: 'x', LOG_LEVEL: 'y' } });
    expect(await doctor(wrong, { json: true })).toBe(2);
    expect(wrong.json().checks.filter((check: { ok: boolean }) => !check.ok)).toHaveLength(2);
  });
});
