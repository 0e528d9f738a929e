import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { history, undoImport } from '../../src/cli/history.js';
import { type ImportOptions, importNotes } from '../../src/cli/import.js';
import { copyDataFolder } from '../support/data-folder.js';
import { type FakeIo, fakeIo } from '../support/fake-io.js';
import { DNS_REWRITTEN, networkNotes, ROUTER_RENAMED, type Term } from '../support/network-notes.js';

let prepared: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-import-'));
  prepared = folder;
  await copyDataFolder(path.join(folder, 'data'));
  await bring(networkNotes(FOUR));
});
afterAll(() => rm(prepared, { recursive: true }));
// Each test begins with the deck of four cards; a copy of the database is made sooner than a database.
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-import-'));
  await cp(prepared, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const FOUR: readonly Term[] = ['IP', 'Puerto', 'DNS', 'Router'];
const UNCLEAR = networkNotes(['IP', 'Puerto'], [DNS_REWRITTEN, ROUTER_RENAMED]);
const OPTIONS = { dryRun: false, workspace: 'web:local', json: false } as const;

function io(answers?: readonly string[]): FakeIo {
  const env = { REPASO_DATA: path.join(folder, 'data'), FLASHCARDS_DIR: folder, PORT: '0' };
  return fakeIo(answers === undefined ? { env } : { env, answers });
}

/** Imports notes under one name; `answers` are given where a terminal asks. */
async function bring(notes: string, options: Partial<ImportOptions> = {}, answers?: readonly string[]) {
  const file = path.join(folder, 'redes.md');
  await writeFile(file, notes);
  const given = io(answers);
  const exit = await importNotes(given, [file], { ...OPTIONS, ...options });
  return { exit, out: given.stdout.join('\n'), err: given.stderr.join('\n'), json: given.json };
}

async function counts() {
  const { json } = await bring(networkNotes(FOUR), { json: true, dryRun: true });
  const { added, changed, removed, unchanged } = json();
  return { added, changed, removed, unchanged };
}

const SAME = { added: 0, changed: 0, removed: 0, unchanged: 4 };

describe('repaso import', () => {
  it('shows the difference in words and card by card', async () => {
    const { out } = await bring(
      networkNotes(['IP', 'DNS'], ['- **Puerto**: número de un programa dentro de una máquina.', ROUTER_RENAMED]),
    );
    expect(out).toContain('Redes: 1 edited (progress kept), 1 moved, 1 unclear, ');
    expect(out).toMatch(/~ .*Puerto.*: Número de un servicio.* → Número de un programa/);
    expect(out).toMatch(/\? .*Encaminador.*\(unclear: counts as the same card, progress kept\)\n\s+1\. .*Router/);
    expect(out).toContain('repaso import --undo redes');
  });

  it('asks nothing where nobody is in front of it, and nothing with --yes', async () => {
    expect(await bring(networkNotes(['IP', 'Puerto', 'DNS']))).toMatchObject({ exit: 0, err: '' });
    const { err } = await bring(networkNotes(['IP', 'Puerto']), { yes: true }, []);
    expect(err).toBe('');
    expect((await counts()).changed).toBe(2);
  });

  it('in a terminal stores nothing without a yes', async () => {
    for (const answers of [['n'], []]) {
      const { out, err, exit } = await bring(networkNotes(['IP']), {}, answers);
      expect([exit, err]).toEqual([0, 'Apply this? [y/N] ']);
      expect(out).toContain('Nothing was changed.');
    }
    expect(await counts()).toEqual(SAME);
  });

  it('in a terminal asks which unclear card is which, again where the answer says nothing', async () => {
    const { out, err } = await bring(UNCLEAR, {}, ['7', '1', 'n', 'y']);
    expect(err).toContain('Is it that card?');
    expect(out).toContain('Redes: 1 new, 1 edited (progress kept), 1 gone (paused), 2 unchanged.');
    expect((await bring(UNCLEAR, { json: true })).json()).toMatchObject({ added: 0, changed: 0, unclear: [] });
  });

  it('asks nothing where nothing changes', async () => {
    expect((await bring(networkNotes(FOUR), {}, [])).err).toBe('');
  });

  it('tells programs what is unclear, and takes their decisions', async () => {
    const told = (await bring(UNCLEAR, { json: true, dryRun: true })).json();
    expect(told).toMatchObject({ added: 1, changed: 1, removed: 1, applied: false });
    const [resolver, encaminador] = told.unclear;
    expect(resolver).toMatchObject({
      deck: 'redes',
      keeps: null,
      candidates: [{ front: expect.stringContaining('DNS') }],
    });
    expect(encaminador.keeps).toBe(encaminador.card);
    const decide = path.join(folder, 'decide.json');
    await writeFile(decide, JSON.stringify({ [resolver.card]: resolver.candidates[0].id, [encaminador.card]: 'new' }));
    const done = (await bring(UNCLEAR, { json: true, decide })).json();
    expect(done).toMatchObject({ added: 1, changed: 1, removed: 1, applied: true, unclear: [] });
  });

  it.each(['nothing', '{"a": 1}', '[]'])('refuses decisions that are none: %s', async (text) => {
    const decide = path.join(folder, 'decide.json');
    await writeFile(decide, text);
    await expect(bring(UNCLEAR, { decide })).rejects.toThrow('decide.json is no JSON of the form');
  });
});

describe('repaso import --undo and repaso history', () => {
  const options = { workspace: 'web:local', json: false };

  it('take the last change back, by id or name, and tell of both', async () => {
    await bring(networkNotes(['IP', 'Puerto', 'DNS']));
    const undone = io();
    expect(await undoImport(undone, 'Redes', options)).toBe(0);
    expect(undone.stdout.join()).toContain(
      'Redes: change 2 taken back. One card is asked again. Nobody lost progress.',
    );
    expect(await counts()).toEqual(SAME);
    const told = io();
    expect(await history(told, 'redes', options)).toBe(0);
    expect(told.stdout).toEqual([
      expect.stringMatching(/^3 · .* · the command line · 1 new \(an undo\)$/),
      expect.stringMatching(/^2 · .* · 1 paused \(undone\)$/),
      expect.stringMatching(/^1 · .* · 4 new$/),
    ]);
    const json = io();
    await history(json, 'redes', { ...options, json: true });
    expect(json.json().changes[1]).toMatchObject({ version: 2, kind: 'change', by: 'cli', removed: 1, undone: true });
  });

  it('fail where there is nothing to take back, and where there is no such deck', async () => {
    expect(await undoImport(io(), 'redes', options)).toBe(0);
    const again = io();
    expect(await undoImport(again, 'redes', options)).toBe(1);
    expect(again.stderr.join()).toContain('there is no change that could be taken back');
    await expect(history(io(), 'nobody', options)).rejects.toThrow('there is no deck “nobody”. Known: redes');
  });
});
