import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { View } from '../../../src/chat/port.js';
import { importNotes } from '../../../src/cli/import.js';
import { workspaceId } from '../../../src/core/ids.js';
import { createLogger } from '../../../src/program/log.js';
import { createWorkspaceNotes } from '../../../src/program/workspaces.js';
import { decideImport, lookAtImport } from '../../../src/tutor/decks/propose-import.js';
import { zipOf } from '../../formats/support.js';
import { type BotUser, botUser, text } from '../../support/bot-user.js';
import { fakeIo } from '../../support/fake-io.js';
import { DNS_REWRITTEN, networkNotes, ROUTER_RENAMED } from '../../support/network-notes.js';
import { createWorld, MONDAY_NOON, type World } from '../../support/world.js';

const done = vi.hoisted(() => ({ decoded: [] as string[], parsed: 0 }));

vi.mock('../../../src/encoding/decode-notes.js', async (original) => {
  const real = await original<typeof import('../../../src/encoding/decode-notes.js')>();
  const decodeNotes: typeof real.decodeNotes = (file, bytes) => {
    done.decoded.push(file);
    return real.decodeNotes(file, bytes);
  };
  return { ...real, decodeNotes };
});
vi.mock('../../../src/notes/read/tree.js', async (original) => {
  const real = await original<typeof import('../../../src/notes/read/tree.js')>();
  const parseNotes: typeof real.parseNotes = (markdown) => {
    done.parsed += 1;
    return real.parseNotes(markdown);
  };
  return { ...real, parseNotes };
});

const FOUR = networkNotes(['IP', 'Puerto', 'DNS', 'Router']);
/** Two cards of it are unclear, and a line of it gives none. */
const UNCLEAR = `${networkNotes(['IP', 'Puerto'], [DNS_REWRITTEN, ROUTER_RENAMED])}\n- TODO: más\n`;

let world: World;
let ana: BotUser;
let folder: string;
const clock = { now: MONDAY_NOON };
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-once-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  world = await createWorld();
  ana = botUser(world, 'Ana', ['es'], clock);
  clock.now += 60_000;
});

function forget(): void {
  done.decoded = [];
  done.parsed = 0;
}

async function send(name: string, bytes: Uint8Array): Promise<View> {
  const { person, place } = ana;
  const route = ana.app.route({ kind: 'command', person, command: 'import', options: {} });
  if (route?.answer !== 'form') throw new Error('expected a form');
  const file = { name, size: bytes.length, read: async () => bytes };
  return ana.submit(await route.open(place), {}, { file });
}

const bytesOf = (notes: string) => new TextEncoder().encode(notes);

/** All that a person can press before they apply: choices, both ways, the lines without a card, and back. */
async function goThrough(looked: View): Promise<View> {
  let view = await ana.pressLabel(looked, /^Elegir/);
  for (let press = 0; press < 3; press += 1) {
    const select = (view.controls ?? []).find((control) => control.kind === 'select');
    if (select?.kind !== 'select') break;
    view = await ana.press(select.action, select.options[0]?.value);
  }
  view = await ana.pressLabel(looked, /^Líneas sin tarjeta/);
  return ana.pressLabel(view, /^Volver/);
}

describe('a source is decoded and parsed once, from sending to deciding', () => {
  it('where it is sent in the chat, choices included', async () => {
    await ana.pressLabel(await send('redes.md', bytesOf(FOUR)), /^Aplicar$/);
    forget();
    const view = await goThrough(await send('redes.md', bytesOf(UNCLEAR)));
    const applied = await ana.pressLabel(view, /^Aplicar$/);
    expect(text(applied)).toContain('Redes');
    expect([done.decoded, done.parsed]).toEqual([['redes.md'], 1]);
  });

  it('where a zip of several is sent in the chat', async () => {
    await ana.pressLabel(await send('redes.md', bytesOf(FOUR)), /^Aplicar$/);
    forget();
    const zip = zipOf({
      'redes.md': UNCLEAR,
      'otra.md': networkNotes(['IP']).replace('Redes', 'Otra'),
      'n.csv': 'a,b\nuno,one\n',
    });
    const view = await goThrough(await send('todo.zip', zip));
    await ana.pressLabel(view, /^Aplicar$/);
    expect([[...done.decoded].sort(), done.parsed]).toEqual([['n.csv', 'otra.md', 'redes.md'], 2]);
  });

  it('where it changes on disk, for all workspaces together', async () => {
    const notes = await mkdtemp(path.join(folder, 'notes-'));
    const other = workspaceId(`${world.team}-other`);
    const workspaces = createWorkspaceNotes({
      context: () => world.at(clock.now),
      flashcardsDir: notes,
      logger: createLogger('silent', 'stderr'),
    });
    await writeFile(path.join(notes, 'redes.md'), FOUR);
    await workspaces.prepare(other);
    await workspaces.syncAll(world.team, () => {});
    await writeFile(path.join(notes, 'redes.md'), UNCLEAR);
    forget();
    await workspaces.rescan(world.team, () => {});
    const person = await world.person('Ana');
    const [waiting] = await world.opened.store.drafts.waiting(world.team, 'import', 5);
    const looked = await lookAtImport(world.at(clock.now), person, waiting?.id ?? '');
    expect(looked?.plan.notes[0]?.outcome).toMatchObject({ kind: 'change' });
    await decideImport(world.at(clock.now), person, waiting?.id ?? '', 'accepted', true);
    expect([done.decoded, done.parsed]).toEqual([['redes.md'], 1]);
  });

  it('where it is named on the command line, and asked about', async () => {
    const env = { REPASO_DATA: path.join(folder, 'data'), FLASHCARDS_DIR: folder, PORT: '0' };
    const bring = async (notes: string, answers: readonly string[]) => {
      await writeFile(path.join(folder, 'redes.md'), notes);
      const io = fakeIo({ env, answers });
      return importNotes(io, [path.join(folder, 'redes.md')], { dryRun: false, workspace: 'web:local', json: false });
    };
    await bring(FOUR, ['y']);
    forget();
    expect(await bring(UNCLEAR, ['1', 'new', 'y'])).toBe(0);
    expect([done.decoded, done.parsed]).toEqual([['redes.md'], 1]);
  });
});
