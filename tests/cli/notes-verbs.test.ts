import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards } from '../../src/cli/cards.js';
import { explain } from '../../src/cli/explain.js';
import { fakeIo } from '../support/fake-io.js';

const DOCKER = 'flashcards/docker.md';
const DAMAGED = 'tests/notes/fixtures/docker-notes-damaged.md';

let folder: string;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-cli-'));
  await writeFile(at('good.md'), '# Redes\n\n* **DNS** => Traduce nombres a direcciones.\n');
  await writeFile(at('empty.md'), '');
  await writeFile(at('binary.md'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]));
  await writeFile(at('broken.md'), new Uint8Array([0x23, 0x20, 0x41, 0x0a, 0x0a, 0x62, 0x81, 0xff, 0x63]));
  await writeFile(at('huge.md'), 'palabra '.repeat(1_400_000));
  await symlink(at('nowhere.md'), at('dangling.md'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('cards', () => {
  it('prints what the contract promises', async () => {
    const io = fakeIo();
    expect(await cards(io, [DAMAGED], { json: true })).toBe(0);
    const { decks, problems, repairs } = io.json();
    expect(repairs).toEqual([
      { file: 'docker-notes-damaged.md', encoding: expect.stringContaining('Mac Roman'), changedLines: 4 },
    ]);
    expect(decks).toHaveLength(1);
    expect(decks[0]).toMatchObject({ name: 'Docker', language: 'es', source: 'docker-notes-damaged.md' });
    expect(decks[0].cards.length).toBeGreaterThanOrEqual(37);
    for (const card of decks[0].cards) {
      expect(card).toMatchObject({
        id: expect.stringMatching(/^[0-9a-z]{12}$/),
        kind: expect.stringMatching(/^(basic|reversed|cloze|choice)$/),
        front: expect.any(String),
        back: expect.any(String),
        context: expect.any(Array),
        source: { file: 'docker-notes-damaged.md', line: expect.any(Number) },
        tags: expect.any(Array),
      });
      if (card.kind === 'cloze') expect(card.front).toContain('[…]');
      expect(`${card.front} ${card.back} ${card.context.join(' ')}`).not.toMatch(/[√üÔ©�]/);
    }
    for (const problem of problems) expect(Object.keys(problem).sort()).toEqual(['code', 'file', 'line', 'message']);
  });

  it('reads a file of cards among the notes', async () => {
    await writeFile(at('verbos.txt'), '#separator:tab\n#html:true\n#guid column:1\ng1\tser\tto be\ng2\tir\t\n');
    const io = fakeIo();
    expect(await cards(io, [at('verbos.txt')], { json: true })).toBe(0);
    const { decks, problems } = io.json();
    expect(decks.map((deck: { name: string; source: string }) => [deck.name, deck.source])).toEqual([
      ['verbos', 'verbos.txt'],
    ]);
    expect(decks[0].cards).toMatchObject([{ front: 'ser', back: 'to be', source: { file: 'verbos.txt', line: 4 } }]);
    expect(problems).toMatchObject([{ file: 'verbos.txt', line: 5, code: 'no-back' }]);
    const found = fakeIo();
    await explain(found, ['ser'], { notes: [at('verbos.txt')], limit: 1, batch: null, json: true });
    expect(JSON.stringify(found.json())).toContain('to be');
  });

  it('refuses two files that would be one deck, and reads through links', async () => {
    await writeFile(at('good.txt'), '# Otra');
    await symlink(at('good.md'), at('linked.md'));
    const io = fakeIo();
    expect(await cards(io, [at('good.md'), at('good.txt'), at('linked.md')], { json: true })).toBe(1);
    expect(io.json().problems.map((problem: { code: string }) => problem.code)).toContain('twice');
    expect(io.json().decks.map((deck: { source: string }) => deck.source)).toEqual(['good.md', 'linked.md']);
  });

  it('reads standard input', async () => {
    const io = fakeIo({ stdin: '# Redes\n\n* **DNS** => Traduce nombres a direcciones.\n' });
    expect(await cards(io, ['-'], { json: true })).toBe(0);
    expect(io.json().decks[0].cards[0]).toMatchObject({ back: 'Traduce nombres a direcciones.', source: { line: 3 } });
  });

  it.each([
    ['missing.md', 'missing'],
    ['dangling.md', 'missing'],
    ['empty.md', 'empty'],
    ['binary.md', 'binary'],
    ['broken.md', 'invalid-utf8'],
    ['huge.md', 'too-large'],
  ])('refuses %s with the file, a line and a reason (%s), and still reads the others', async (name, code) => {
    const io = fakeIo();
    expect(await cards(io, [at(name), at('good.md')], { json: true })).toBe(1);
    const { decks, problems } = io.json();
    expect(problems).toContainEqual({
      file: expect.stringContaining(name),
      line: expect.any(Number),
      code,
      message: expect.any(String),
    });
    expect(decks.map((deck: { source: string }) => deck.source)).toEqual(['good.md']);
  });

  it('tells people what was made, repaired and skipped', async () => {
    const io = fakeIo({ language: 'es' });
    await cards(io, [DAMAGED], { json: false });
    expect(io.stdout.join('\n')).toMatch(/^\d+ tarjetas en un mazo\.$/m);
    expect(io.stderr[0]).toContain('4 líneas reparadas');
  });
});

describe('explain --notes', () => {
  const options = { notes: [DOCKER], limit: 5, batch: null, json: true };

  it.each([
    ['layers', 'Qué son los layers de las imagenes?'],
    ['layer', 'Qué son los layers de las imagenes?'],
    ['capas', 'Qué son los layers de las imagenes?'],
    ['dockerfile', 'Dockerfile'],
    ['cgroups', 'Containers'],
    ['promitius', 'Arquitectura Microservicios'],
    ['prometheus', 'Arquitectura Microservicios'],
    ['registry', 'Registrys'],
    ['maquina virtual', 'Docker vs Virtual Machine'],
    ['VM', 'Docker vs Virtual Machine'],
    ['que es docker', 'Qué es Docker?'],
    ['qué son los layers', 'Qué son los layers de las imagenes?'],
  ])('answers %s from “%s”', async (query, heading) => {
    const io = fakeIo();
    expect(await explain(io, [query], options)).toBe(0);
    const { answer, results } = io.json();
    expect(answer.sources[0]).toMatchObject({ file: 'docker.md', line: expect.any(Number) });
    expect(answer.sources[0].heading.split(' › ').at(-1)).toBe(heading);
    expect(results[0].source).toEqual(answer.sources[0]);
  });

  it('answers null for what the notes do not know, with what is near', async () => {
    const io = fakeIo();
    expect(await explain(io, ['banana'], options)).toBe(0);
    expect(io.json()).toMatchObject({ query: 'banana', answer: null, suggestions: [] });
    const near = fakeIo();
    expect(await explain(near, ['docker swarm'], options)).toBe(0);
    expect(near.json()).toMatchObject({ answer: null, suggestions: expect.arrayContaining(['Qué es Docker?']) });
  });

  it('answers a batch, a line a query, and goes on after a line that is no query', async () => {
    const io = fakeIo({ stdin: '{"id":"a","query":"layers"}\nnot json\n{"id":3,"query":"banana"}\n{"query":5}\n' });
    expect(await explain(io, [], { ...options, batch: '-' })).toBe(1);
    const lines = io.stdout.map((line) => JSON.parse(line));
    expect(lines.map(({ id, answer }) => [id, answer?.title ?? null])).toEqual([
      ['a', 'Qué son los layers de las imagenes?'],
      [3, null],
    ]);
    expect(io.stderr).toEqual(['-:2: not a JSON object', expect.stringMatching(/^-:4: query/)]);
  });

  it('takes the query behind --notes for the query', async () => {
    const io = fakeIo();
    expect(await explain(io, [], { ...options, notes: [DOCKER, 'layers'] })).toBe(0);
    expect(io.json().query).toBe('layers');
  });
});
