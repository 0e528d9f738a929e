import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { qualityOf } from '../../src/core/grade.js';
import { localDate } from '../../src/core/local-date.js';
import { replay } from '../../src/core/progress.js';
import { openStore } from '../../src/store/open/open.js';
import { newDataFolder, spawnProgram } from '../support/program.js';
import { createReviewer, type Reviewer } from './reviewer.js';

/** How often the program is killed. The whole run is 200; fewer are enough to notice a slip in every change. */
const KILLS = Number(process.env.KILLS ?? 40);
/** Names the run, so that a failure can be had again: it decides when each kill comes and what each person presses. */
const SEED = Number(process.env.SEED ?? 1);
/**
 * In milliseconds: after the program is ready (a busy machine needs more to get anywhere), and, for the kills that fall
 * into its start, after it was called.
 */
const LONGEST_REVIEWING_MS = Number(process.env.REVIEWING_MS ?? 2_000);
const LONGEST_STARTING_MS = 1_500;
/** This share of the kills falls into the start. */
const STARTING = 0.25;

const SECTIONS = 60;
const TERMS = 10;

/** mulberry32, a small generator whose numbers follow from its seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function notes(): string {
  const section = (number: number): string => {
    const terms = Array.from(
      { length: TERMS },
      (_, term) => `* **Pieza${number}x${term}** => Sirve para el paso ${term} de la fase ${number}.`,
    );
    return [`## Fase ${number}`, '', ...terms].join('\n');
  };
  return `# Fábrica\n\n${Array.from({ length: SECTIONS }, (_, number) => section(number)).join('\n\n')}\n`;
}

let folder: string;

beforeAll(async () => {
  folder = await newDataFolder();
  await mkdir(path.join(folder, 'notes'));
  await writeFile(path.join(folder, 'notes', 'fabrica.md'), notes());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** One life of the program, from its start to its kill. The first one is whole: a database must be made at all. */
async function live(people: readonly Reviewer[], random: () => number, isFirst: boolean): Promise<void> {
  const program = spawnProgram({ REPASO_DATA: path.join(folder, 'data'), FLASHCARDS_DIR: path.join(folder, 'notes') });
  if (!isFirst && random() < STARTING) {
    await pause(random() * LONGEST_STARTING_MS);
    await program.kill();
    return;
  }
  const url = await program.ready;
  const reviewing = Promise.all(people.map((person) => person.review(url)));
  await pause(random() * LONGEST_REVIEWING_MS);
  await program.kill();
  await reviewing;
}

it(`loses and doubles nothing in ${KILLS} kills while four people review`, async () => {
  const random = generator(SEED);
  const concepts = Array.from({ length: SECTIONS }, (_, number) => `Fase ${number}`);
  const people = ['Ana', 'Luis', 'Sam', 'Eva'].map((name) => createReviewer(name, concepts, random));
  for (let kill = 0; kill < KILLS; kill += 1) await live(people, random, kill === 0);

  const opened = await openStore({ databaseUrl: null, dataDir: path.join(folder, 'data') });
  const { store } = opened;
  const [workspace] = await store.workspaces.list();
  const board = await store.boards.countByLearner(workspace!.id, localDate('2000-01-01'), localDate('2100-01-01'));
  let total = 0;
  let undone = 0;
  for (const { learnerId, name } of board) {
    const person = people.find((candidate) => candidate.name === name)!;
    const log = await store.reviews.history(workspace!.id, learnerId);
    total += log.length;
    const rows = new Map(log.map((review) => [`${review.sessionId}/${review.turn}`, review]));
    expect(rows.size, `${name}: a turn was counted twice`).toBe(log.length);
    const takenBack = new Set(log.map((entry) => (entry.purpose === 'undo' ? entry.takesBack : 0)));
    for (const told of person.acknowledged) {
      const place = `${told.session}/${told.turn}`;
      const row = rows.get(place);
      const expected = told.kind === 'grade' ? { quality: qualityOf(told.grade) } : { number: expect.any(Number) };
      expect(row, `${name} lost ${place}`).toMatchObject(expected);
      if (told.kind === 'undo') {
        undone += 1;
        expect(takenBack.has(row?.number ?? 0), `${name}: ${place} was not taken back`).toBe(true);
      }
    }
    expect(log.length, `${name}: more reviews than presses`).toBeLessThanOrEqual(
      person.acknowledged.length + person.inDoubt(),
    );
    const cards = [...new Set(log.map((review) => review.cardId))];
    const stored = await store.progress.ofCards(workspace!.id, learnerId, cards);
    for (const card of cards) {
      expect(replay(log.filter((review) => review.cardId === card)), `${name}: ${card}`).toEqual(stored.get(card));
    }
  }
  await opened.close();
  const acknowledged = people.reduce((sum, person) => sum + person.acknowledged.length, 0);
  process.stdout.write(
    `${KILLS} kills, ${acknowledged} reviews acknowledged, ${undone} of them taken back, ${total} in the log, seed ${SEED}\n`,
  );
  expect(board).toHaveLength(people.length);
  expect(acknowledged).toBeGreaterThan(KILLS);
  expect(undone).toBeGreaterThan(0);
});
