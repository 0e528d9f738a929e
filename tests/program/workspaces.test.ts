import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type WorkspaceId, workspaceId } from '../../src/core/ids.js';
import { instant } from '../../src/core/local-date.js';
import { createLogger } from '../../src/program/log.js';
import { createWorkspaceNotes, type WorkspaceNotes } from '../../src/program/workspaces.js';
import type { Decks } from '../../src/store/interfaces/decks.js';
import { StoreUnavailable } from '../../src/store/interfaces/store.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

const NOTES =
  '# Redes\n\n* **IP**: la dirección de una máquina en la red.\n* **DNS**: el servicio que da nombre a las direcciones.\n';
const OTHERS = ['web:one', 'web:two', 'web:three'].map(workspaceId);

let world: World;
let folder: string;
let workspaces: WorkspaceNotes;
let apply: Decks['apply'];

beforeEach(async () => {
  world = await createWorld({ alone: true });
  folder = await mkdtemp(join(tmpdir(), 'repaso-workspaces-'));
  await writeFile(join(folder, 'redes.md'), NOTES);
  const { store } = world.opened;
  for (const id of OTHERS) await store.workspaces.ensure(id, 'web', instant(MONDAY_NOON));
  apply = store.decks.apply;
  const decks: Decks = { ...store.decks, apply: (...change) => apply(...change) };
  const context = () => ({ ...world.at(MONDAY_NOON), store: { ...store, decks } });
  workspaces = createWorkspaceNotes({
    context,
    flashcardsDir: folder,
    logger: createLogger('silent', 'stderr'),
    retryMs: 5,
  });
});
afterEach(async () => {
  await workspaces.stop();
  await rm(folder, { recursive: true });
});

const has = async (id: WorkspaceId) =>
  (await world.opened.store.decks.list(id)).some(({ source }) => source === 'redes.md');
const having = async () => (await Promise.all(OTHERS.map(has))).filter(Boolean).length;

/** Holds what is stored in workspaces that are not shown until it is called. */
function gate(): () => void {
  const { promise, open } = opening();
  const real = apply;
  apply = async (workspace, ...rest) => {
    if (workspace !== world.team) await promise;
    return real(workspace, ...rest);
  };
  return open;
}

function opening() {
  let open = (): void => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

it('is done when the workspace that is shown has the notes; the others get them afterwards', async () => {
  const open = gate();
  await workspaces.syncAll(world.team, () => {});
  expect([await has(world.team), await having()]).toEqual([true, 0]);
  await workspaces.prepare('web:one');
  open();
  await workspaces.rescan(world.team, () => {});
  expect(await having()).toBe(3);
});

it('brings no older notes over what has changed meanwhile', async () => {
  const open = gate();
  await workspaces.syncAll(world.team, () => {});
  await writeFile(join(folder, 'redes.md'), `${NOTES}* **TCP**: el protocolo que entrega los datos en orden.\n`);
  const rescanned = workspaces.rescan(world.team, () => {});
  open();
  await rescanned;
  for (const id of [world.team, ...OTHERS]) {
    const deck = (await world.opened.store.decks.list(id)).find(({ source }) => source === 'redes.md');
    expect(deck === undefined ? '' : await world.opened.store.decks.text(id, deck.id)).toContain('TCP');
  }
});

it('ends after the workspace that has its turn', async () => {
  const open = gate();
  await workspaces.syncAll(world.team, () => {});
  const stopped = workspaces.stop();
  open();
  await stopped;
  expect(await having()).toBeLessThanOrEqual(1);
});

it('tries the others again where the database was away', async () => {
  const real = apply;
  let failures = 2;
  apply = async (workspace, ...rest) => {
    if (workspace !== world.team && failures > 0) {
      failures -= 1;
      throw new StoreUnavailable('the database cannot be reached');
    }
    return real(workspace, ...rest);
  };
  await workspaces.syncAll(world.team, () => {});
  await workspaces.rescan(world.team, () => {});
  expect([failures, await having()]).toEqual([0, 3]);
});
