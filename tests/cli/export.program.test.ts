import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../src/bot/messages/say.js';
import { type ExportOptions, exportCards } from '../../src/cli/export.js';
import { importNotes } from '../../src/cli/import.js';
import { LANGUAGES } from '../../src/core/language.js';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { REASON_CODES } from '../../src/formats/refused.js';
import { SKIP_CODES } from '../../src/formats/skipped.js';
import { writtenCard } from '../support/add-notes.js';
import { copyDataFolder } from '../support/data-folder.js';
import { fakeIo } from '../support/fake-io.js';

let folder: string;
let env: Record<string, string>;
const PICTURES = `# Aves\n\n${writtenCard('¿Qué es el cóndor?', '![foto](fotos/condor.png) El ave más grande de los Andes.')}`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-export-'));
  const notes = path.join(folder, 'notes');
  await mkdir(path.join(notes, 'fotos'), { recursive: true });
  env = { REPASO_DATA: path.join(folder, 'data'), FLASHCARDS_DIR: notes, PORT: '0' };
  await cp('flashcards/docker.md', path.join(notes, 'docker.md'));
  await writeFile(path.join(notes, 'aves.md'), PICTURES);
  await writeFile(path.join(notes, 'fotos/condor.png'), 'PNG');
  await copyDataFolder(path.join(folder, 'data'));
  const options = { dryRun: false, workspace: 'web:local', json: true };
  expect(await importNotes(fakeIo({ env }), [notes], options)).toBe(0);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const DEFAULTS: ExportOptions = { format: 'json', workspace: 'web:local', deck: null, learner: null, out: null };

async function exported(options: Partial<ExportOptions> = {}) {
  const io = fakeIo({ env });
  const exit = await exportCards(io, { ...DEFAULTS, ...options });
  return { io, exit };
}

const out = (name: string) => path.join(folder, name);

describe('repaso export', () => {
  it('prints every deck as JSON, and what it was on standard error', async () => {
    const { io, exit } = await exported();
    expect(exit).toBe(0);
    const read = await readCardFile('a.json', new TextEncoder().encode(io.stdout.join('\n')));
    expect(read.decks.map(({ id }) => id)).toEqual(['aves', 'docker']);
    expect(io.stderr.join('\n')).toMatch(/^2 decks, \d+ cards, without progress\.$/u);
  });

  it('prints one deck as CSV', async () => {
    const { io } = await exported({ format: 'csv', deck: 'docker' });
    const read = await readCardFile('a.csv', new TextEncoder().encode(io.stdout.join('\n')));
    expect(read.decks.map(({ id }) => id)).toEqual(['docker']);
    expect(read.decks[0]?.cards.length).toBeGreaterThan(30);
  });

  it('writes a package of Anki with the pictures beside the notes', async () => {
    const { io } = await exported({ format: 'apkg', out: out('a.apkg') });
    const read = await readCardFile('a.apkg', await readFile(out('a.apkg')));
    expect(io.stdout).toEqual([]);
    expect(read.decks.map(({ name }) => name).sort()).toEqual(['Aves', 'Docker']);
    expect(read.decks.flatMap(({ cards }) => cards.map(({ back }) => back)).join('\n')).toContain('condor.png');
    expect(read.media.map(({ name }) => name)).toEqual(['condor.png']);
  });

  it('takes no picture from outside the folder of notes', async () => {
    await writeFile(out('secret.png'), 'SECRET');
    const notes = path.join(folder, 'notes');
    await symlink(out('secret.png'), path.join(notes, 'fotos/link.png'));
    await writeFile(path.join(notes, 'malas.md'), 'Q: ¿Qué es ![a](../secret.png)?\nA: ![b](fotos/link.png) algo\n');
    const options = { dryRun: false, workspace: 'web:local', json: true };
    await importNotes(fakeIo({ env }), [notes], options);
    await exported({ format: 'apkg', deck: 'malas', out: out('m.apkg') });
    const read = await readCardFile('m.apkg', await readFile(out('m.apkg')));
    expect(read.media).toEqual([]);
  });

  it('writes a zip of the notes as they were read', async () => {
    await exported({ format: 'zip', deck: 'docker', out: out('a.zip') });
    const files = unzipSync(await readFile(out('a.zip')));
    const notes = await readFile('flashcards/docker.md', 'utf8');
    expect(Object.keys(files)).toEqual(['docker.md']);
    expect(new TextDecoder().decode(files['docker.md']).trim()).toBe(notes.trim());
  });

  it.each([
    [{ format: 'pdf' }, '--format takes json, csv, apkg, or zip, got “pdf”'],
    [{ format: 'apkg' }, 'apkg needs --out FILE'],
    [{ format: 'zip' }, 'zip needs --out FILE'],
    [{ deck: 'nada' }, 'there is no deck “nada”. Known: aves, docker'],
    [{ learner: 'nadie' }, 'there is no learner “nadie”'],
    [{ workspace: 'slack:T1' }, 'there is no workspace “slack:T1”. Known: web:local'],
    [{ out: '/nowhere/at/all.json' }, '/nowhere/at/all.json cannot be written'],
  ])('says what is wrong with %j', async (options, message) => {
    await expect(exported(options)).rejects.toThrow(message);
  });
});

it('has words for every reason why a file of cards, or a part of it, is not taken', () => {
  expect(REASON_CODES.length + SKIP_CODES.length).toBeGreaterThan(30);
  for (const language of LANGUAGES) {
    const lacking = [...REASON_CODES, ...SKIP_CODES].filter(
      (code) => !Object.hasOwn(CATALOGUES[language], `problem.code.${code}`),
    );
    expect(lacking).toEqual([]);
  }
});

describe('repaso import of what was exported', () => {
  async function imported(paths: readonly string[], more: { dryRun?: boolean; env?: Record<string, string> } = {}) {
    const io = fakeIo({ env: more.env ?? env });
    const exit = await importNotes(io, paths, { dryRun: more.dryRun ?? false, workspace: 'web:local', json: true });
    return { exit, counts: JSON.parse(io.stdout.join('\n')) };
  }

  it.each(['json', 'csv', 'apkg'] as const)('finds nothing new in the %s of the same decks', async (format) => {
    await exported({ format, out: out(`same.${format}`) });
    const { exit, counts } = await imported([out(`same.${format}`)]);
    expect(exit).toBe(0);
    expect(counts).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(counts.unchanged).toBeGreaterThan(30);
  });

  it('finds nothing new in the zip of the same notes', async () => {
    await exported({ format: 'zip', deck: 'docker', out: out('same.zip') });
    const { exit, counts } = await imported([out('same.zip')]);
    expect(exit).toBe(0);
    expect(counts).toMatchObject({ added: 0, changed: 0, moved: 0, removed: 0 });
    expect(counts.unchanged).toBeGreaterThan(20);
  });

  it('brings in an export of Notion', async () => {
    const id = '0123456789abcdef0123456789abcdef';
    const files = {
      [`Aves ${id}.md`]: `# Aves\n\n- **Kiwi**: un ave sin alas de [Oceanía](Oceania%20${id}.md).\n`,
      [`Picos ${id}_all.csv`]: 'Ave,Pico\nTucán,grande\nColibrí,fino y largo\n',
      [`Picos ${id}.csv`]: 'Ave,Pico\nTucán,grande\n',
      'foto.png': 'x',
    };
    const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
    await writeFile(out('notion.zip'), zipSync(bytes));
    const first = (await imported([out('notion.zip')])).counts;
    expect(first).toMatchObject({ changed: 0, problems: [] });
    expect(first.added).toBeGreaterThanOrEqual(3);
    const again = (await imported([out('notion.zip')])).counts;
    expect(again).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: first.added });
  });

  it('brings a table of two columns in, and only shows it in a dry run', async () => {
    await writeFile(out('aves-nuevas.csv'), 'front,back\nQuetzal,El ave de Guatemala\nTucán,Un ave de pico grande\n');
    expect((await imported([out('aves-nuevas.csv')], { dryRun: true })).counts).toMatchObject({ added: 2 });
    expect((await imported([out('aves-nuevas.csv')])).counts).toMatchObject({ added: 2 });
    expect((await imported([out('aves-nuevas.csv')])).counts).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('says what is wrong with a file that is none', async () => {
    await writeFile(out('broken.apkg'), 'no zip');
    const { exit, counts } = await imported([out('broken.apkg'), out('missing.csv')]);
    expect(exit).toBe(1);
    expect(counts.problems).toHaveLength(2);
  });
});
