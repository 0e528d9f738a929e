import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openStore } from '../../src/store/open/open.js';
import { type Program, startProgram } from '../support/program.js';
import { createServerDatabase } from '../support/server-database.js';

let databaseUrl: string;
let drop: () => Promise<void>;
let programs: readonly Program[] = [];

beforeAll(async () => {
  const database = await createServerDatabase(inject('postgresUrl'));
  databaseUrl = database.url;
  drop = database.drop;
});
afterAll(async () => {
  await Promise.all(programs.map((program) => program.kill()));
  await drop();
});

it('three replicas that start at the same moment on an empty database end with one schema and one deck', async () => {
  programs = await Promise.all([1, 2, 3].map(() => startProgram({ DATABASE_URL: databaseUrl })));
  const opened = await openStore({ databaseUrl, dataDir: '' });
  const [workspace, ...others] = await opened.store.workspaces.list();
  expect(others).toEqual([]);
  const decks = await opened.store.decks.list(workspace!.id);
  expect(decks.map((deck) => [deck.id, deck.version])).toEqual([['docker', 1]]);
  expect(opened.migration.applied).toBe(0);
  await opened.close();
});

it('what is said at one replica is heard at another', async () => {
  const [first, second] = programs;
  const page = await fetch(first!.url);
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const headers = { 'content-type': 'application/json', cookie };
  const body = JSON.stringify({ key: 'replica-key-1', text: 'hola a todas' });
  await fetch(`${first!.url}/api/line`, { method: 'POST', headers, body });
  const stream = await fetch(`${second!.url}/events`, { headers: { cookie } });
  const reader = stream.body!.getReader();
  let heard = '';
  while (!heard.includes('hola a todas')) {
    const { value, done } = await reader.read();
    if (done) break;
    heard += new TextDecoder().decode(value);
  }
  await reader.cancel();
  expect(heard).toContain('hola a todas');
});
