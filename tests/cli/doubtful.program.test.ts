import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ImportOptions, importNotes } from '../../src/cli/import.js';
import { copyDataFolder } from '../support/data-folder.js';
import { fakeIo } from '../support/fake-io.js';

// The verb reads what is typed with the program's rules; here it doubts what the notes mark.
vi.mock('../../src/tutor/decks/direct-reader.js', async () => ({
  directReader: (await import('../support/doubting-reader.js')).doubtingReader,
}));

const IP = '- **IP**: número que identifica una máquina en una red.';
const DNS = '- **DNS**: servicio que traduce nombres a direcciones. {gap 0.4}';
const PROXY = '- **Proxy**: programa que pide páginas en lugar de otro. {worth 0.2}';
const NOTES = `# Redes\n\n${[IP, DNS, PROXY].join('\n')}\n`;
const OPTIONS = { dryRun: false, workspace: 'web:local', json: false } as const;

let prepared: string;
let folder: string;
beforeAll(async () => {
  prepared = await mkdtemp(path.join(tmpdir(), 'repaso-doubtful-'));
  await copyDataFolder(path.join(prepared, 'data'));
});
afterAll(() => rm(prepared, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-doubtful-'));
  await cp(prepared, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function bring(options: Partial<ImportOptions> = {}, answers?: readonly string[]) {
  const file = path.join(folder, 'redes.md');
  await writeFile(file, NOTES);
  const env = { REPASO_DATA: path.join(folder, 'data'), FLASHCARDS_DIR: folder, PORT: '0' };
  const io = fakeIo(answers === undefined ? { env } : { env, answers });
  const exit = await importNotes(io, [file], { ...OPTIONS, ...options });
  return { exit, out: io.stdout.join('\n'), err: io.stderr.join('\n'), json: io.json };
}

/** What is in the deck, and what waits. */
async function counts(): Promise<readonly [number, number]> {
  const { unchanged, doubtfulCount } = (await bring({ json: true, dryRun: true })).json();
  return [unchanged, doubtfulCount];
}

describe('repaso import of notes with cards that are not sure', () => {
  it('keeps them waiting, and says how many and what can be done', async () => {
    const { out } = await bring();
    expect(out).toContain(
      'Redes: 1 new.\n  2 more to look at: in the chat with /deck, or with --doubtful yes, no or ask',
    );
    expect(await counts()).toEqual([1, 2]);
  });

  it('takes them all with yes, for good', async () => {
    expect((await bring({ doubtful: 'yes' })).out).toContain('Redes: 3 new.');
    expect(await counts()).toEqual([3, 0]);
  });

  it('takes those that wait since an import before', async () => {
    await bring();
    expect((await bring({ doubtful: 'yes', json: true })).json()).toMatchObject({ added: 2, doubtfulCount: 0 });
    expect(await counts()).toEqual([3, 0]);
  });

  it('declines them all with no, for good', async () => {
    await bring({ doubtful: 'no' });
    expect(await counts()).toEqual([1, 0]);
    expect((await bring({ doubtful: 'yes', json: true })).json()).toMatchObject({ added: 0 });
  });

  it('asks about each in a terminal, the surest first, again where the answer says nothing', async () => {
    const { err, out } = await bring({ doubtful: 'ask' }, ['perhaps', 'y', 'n', 'y']);
    expect(err).toMatch(/DNS[\s\S]*the gap may hide a word.*redes\.md:4[\s\S]*Proxy/);
    expect(out).toContain('Redes: 2 new.');
    expect(await counts()).toEqual([2, 0]);
  });

  it('lets wait what nobody decides on, and asks again another time', async () => {
    await bring();
    const { out } = await bring({ doubtful: 'ask' }, ['', 'n', 'y']);
    expect(out).not.toContain('Nothing was changed.');
    expect(await counts()).toEqual([1, 1]);
  });

  it('stores nothing of what was said without a yes at the end', async () => {
    expect((await bring({ doubtful: 'ask' }, ['y', 'n', 'n'])).out).toContain('Nothing was changed.');
    expect((await bring({ json: true })).json()).toMatchObject({ added: 1, doubtfulCount: 2 });
  });

  it('stores nothing in a dry run, whatever is said', async () => {
    expect((await bring({ doubtful: 'yes', dryRun: true, json: true })).json()).toMatchObject({
      added: 3,
      applied: false,
    });
    expect((await bring({ json: true })).json()).toMatchObject({ added: 1, doubtfulCount: 2 });
  });

  it.each([
    ['ask', { yes: true }],
    ['ask', { json: true }],
    ['perhaps', {}],
  ])('refuses %s with %j', async (doubtful, more) => {
    await expect(bring({ doubtful, ...more }, [])).rejects.toThrow('--doubtful');
  });
});
