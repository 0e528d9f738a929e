import { beforeEach, describe, expect, it } from 'vitest';
import { deckId } from '../../../src/core/ids.js';
import { readDeck } from '../../../src/notes/read-deck.js';
import { readFolderNews } from '../../../src/tutor/decks/folder-news.js';
import { decideImport, lookAtImport, proposeImport } from '../../../src/tutor/decks/propose-import.js';
import { type FolderNews, syncFolder } from '../../../src/tutor/decks/sync-folder.js';
import { undoChange } from '../../../src/tutor/decks/undo-change.js';
import type { Learner } from '../../../src/tutor/people/meet-learner.js';
import { DNS_REWRITTEN, networkNotes, ROUTER_RENAMED, TERMS, type Term, termOf } from '../../support/network-notes.js';
import { createWorld, MONDAY_NOON, type World } from '../../support/world.js';

let world: World;
let ana: Learner;
let now: number;
beforeEach(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  now = MONDAY_NOON;
});

const MANAGES = { manages: true };
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Reads a folder that holds these files; `unread` are there too. */
async function sync(files: Readonly<Record<string, string>>, unread: readonly string[] = []) {
  now += 60_000;
  const heard: FolderNews[] = [];
  const notes = Object.entries(files).map(([file, text]) => {
    return { file, bytes: bytesOf(text), read: readDeck(file, bytesOf(text)) };
  });
  const listing = { notes, files: new Set([...Object.keys(files), ...unread]) };
  await syncFolder(world.at(now), world.team, listing, {
    onNews: (news) => void heard.push(news),
    onError: (_, error) => {
      throw error;
    },
  });
  return heard;
}

async function deckOf(id: string) {
  const cards = await world.opened.store.decks.cards(world.team, deckId(id));
  return cards.map(({ front, paused }) => (paused ? `(${termOf(front)})` : termOf(front)));
}

const kinds = (heard: readonly FolderNews[]) => heard.map(({ kind }) => kind);
const news = () => readFolderNews(world.at(now), ana, MANAGES);

function decide(id: string, decision: 'accepted' | 'dropped') {
  return decideImport(world.at(now), ana, id, decision, true);
}

async function waiting() {
  const [first] = (await news()).waiting;
  if (first === undefined) throw new Error('nothing waits');
  return first;
}

const ALL = networkNotes(TERMS);
const without = (...gone: readonly Term[]) => TERMS.filter((term) => !gone.includes(term));

describe('the notes of the folder', () => {
  it('are applied where they are clear, and told once to those who may change decks', async () => {
    expect(kinds(await sync({ 'redes.md': ALL }))).toEqual(['applied']);
    expect(await news()).toEqual({ applied: [], waiting: [] });
    expect(kinds(await sync({ 'redes.md': ALL }))).toEqual(['unchanged']);
    expect(kinds(await sync({ 'redes.md': networkNotes(without('TTL')) }))).toEqual(['applied']);
    expect(await readFolderNews(world.at(now), ana, { manages: false })).toEqual({ applied: [], waiting: [] });
    expect((await news()).applied).toEqual([
      { deckId: 'redes', name: 'Redes', version: 2, counts: { added: 0, changed: 0, removed: 1 } },
    ]);
    expect(await news()).toEqual({ applied: [], waiting: [] });
  });

  it.each([
    ['what is unclear', networkNotes(without('Router'), [ROUTER_RENAMED]), 'unclear'],
    ['more than a third of the cards gone', networkNotes(without('TTL', 'IP', 'DNS')), 'many-gone'],
    ['all cards gone', '# Redes\n', 'many-gone'],
  ])('wait for a yes: %s', async (_, text, why) => {
    await sync({ 'redes.md': ALL });
    expect(await sync({ 'redes.md': text })).toMatchObject([{ kind: 'waiting', why }]);
    expect(await deckOf('redes')).toEqual(TERMS);
    expect(kinds(await sync({ 'redes.md': text }))).toEqual(['kept']);
    const { draft } = await waiting();
    expect(await decide(draft, 'accepted')).toMatchObject({ kind: 'applied', made: [{ version: 2 }] });
    expect((await deckOf('redes')).filter((card) => !card.startsWith('('))).not.toEqual(TERMS);
    expect((await news()).waiting).toEqual([]);
    expect(kinds(await sync({ 'redes.md': text }))).toEqual(['unchanged']);
  });

  it('are left when somebody says so, until the file says something else', async () => {
    const half = networkNotes(['IP']);
    await sync({ 'redes.md': ALL });
    await sync({ 'redes.md': half });
    expect(await decide((await waiting()).draft, 'dropped')).toEqual({ kind: 'dropped' });
    expect(await sync({ 'redes.md': half })).toMatchObject([{ kind: 'kept', isWaiting: false }]);
    expect(await deckOf('redes')).toEqual(TERMS);
    expect(kinds(await sync({ 'redes.md': networkNotes(without('TTL')) }))).toEqual(['applied']);
  });

  it('that were undone are not brought back by the next start', async () => {
    await sync({ 'redes.md': ALL });
    const edited = networkNotes(without('TTL'));
    await sync({ 'redes.md': edited });
    const change = { deck: 'redes', version: 2 };
    expect((await undoChange(world.at(now), ana, MANAGES, change)).status).toBe('undone');
    expect(kinds(await sync({ 'redes.md': edited }))).toEqual(['kept']);
    expect(await deckOf('redes')).toEqual(TERMS);
    expect(await news()).toEqual({ applied: [], waiting: [] });
  });

  it('do not overrule notes that somebody imported since', async () => {
    await sync({ 'redes.md': ALL });
    const note = { file: 'redes.md', bytes: bytesOf(networkNotes(without('IP'))) };
    const drafted = await proposeImport(world.at(now), ana, note);
    if (drafted.kind !== 'proposed') throw new Error(drafted.kind);
    await decide(drafted.id, 'accepted');
    expect(kinds(await sync({ 'redes.md': ALL }))).toEqual(['kept']);
    expect(await deckOf('redes')).toContain('(IP)');
  });

  it('that wait are withdrawn when the file is as it was, or says something else', async () => {
    await sync({ 'redes.md': ALL });
    await sync({ 'redes.md': networkNotes(['IP']) });
    const first = await waiting();
    await sync({ 'redes.md': networkNotes(['DNS']) });
    const second = await waiting();
    expect(second.draft).not.toBe(first.draft);
    expect(await decide(first.draft, 'accepted')).toEqual({ kind: 'known' });
    expect(kinds(await sync({ 'redes.md': ALL }))).toEqual(['unchanged']);
    expect((await news()).waiting).toEqual([]);
    expect(await decide(second.draft, 'accepted')).toEqual({ kind: 'known' });
  });

  it('that cannot be read change nothing', async () => {
    await sync({ 'redes.md': ALL });
    expect(kinds(await sync({ 'redes.md': '\0\0\0\u0001\u0002' }))).not.toContain('applied');
    expect(await sync({}, ['redes.md'])).toEqual([]);
    expect(await deckOf('redes')).toEqual(TERMS);
  });

  it('are one file a deck: the second of a name is told', async () => {
    const heard = await sync({ 'a/redes.md': ALL, 'b/redes.md': networkNotes(['IP']) });
    expect(heard).toMatchObject([{ kind: 'twice', file: 'b/redes.md', other: 'a/redes.md' }, { kind: 'applied' }]);
    expect(kinds(await sync({ 'b/redes.md': networkNotes(['DNS']) }, ['a/redes.md']))).toEqual(['twice']);
    expect(await deckOf('redes')).toEqual(TERMS);
  });
});

describe('a file that is gone', () => {
  it('is paused only after a yes', async () => {
    await sync({ 'redes.md': ALL, 'otra.md': networkNotes(['IP']).replace('Redes', 'Otra') });
    expect(await sync({}, ['otra.md'])).toMatchObject([{ kind: 'waiting', why: 'file-gone' }]);
    expect(await deckOf('redes')).toEqual(TERMS);
    expect(await sync({}, ['otra.md'])).toEqual([]);
    const { draft, file } = await waiting();
    expect(file).toBe('redes.md');
    const looked = await lookAtImport(world.at(now), ana, draft);
    expect(looked).toMatchObject({ isFromFolder: true, plan: { notes: [{ isGone: true, name: 'Redes' }] } });
    await decide(draft, 'accepted');
    expect(await deckOf('redes')).toEqual(TERMS.map((term) => `(${term})`));
    expect(kinds(await sync({ 'redes.md': ALL }, ['otra.md']))).toEqual(['applied']);
    expect(await deckOf('redes')).toEqual(TERMS);
  });

  it('that comes back withdraws the question', async () => {
    await sync({ 'redes.md': ALL });
    await sync({});
    expect(kinds(await sync({ 'redes.md': ALL }))).toEqual(['unchanged']);
    expect((await news()).waiting).toEqual([]);
    expect(await deckOf('redes')).toEqual(TERMS);
  });

  it('and is there under another name is the same deck: no card is new, and nothing is asked', async () => {
    await sync({ 'redes.md': ALL });
    const before = await world.opened.store.decks.cards(world.team, deckId('redes'));
    const edited = ALL.replace('número de un servicio', 'numero de un servicio');
    expect(kinds(await sync({ 'internet.md': edited }))).toEqual(['applied']);
    const after = await world.opened.store.decks.cards(world.team, deckId('internet'));
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(await deckOf('redes')).toEqual([]);
    expect(await sync({}, ['internet.md'])).toEqual([]);
  });

  it('and is there under another name with much gone waits as one question', async () => {
    await sync({ 'redes.md': ALL });
    const half = networkNotes(['IP', 'DNS'], [DNS_REWRITTEN]);
    expect(kinds(await sync({ 'internet.md': half }))).toEqual(['waiting']);
    expect(kinds(await sync({ 'internet.md': half }))).toEqual(['kept']);
    const { draft, file } = await waiting();
    expect([file, (await news()).waiting]).toMatchObject(['internet.md', [{ draft }]]);
    expect(await deckOf('redes')).toEqual(TERMS);
    await decide(draft, 'accepted');
    expect((await deckOf('internet')).slice(0, 2)).toEqual(['IP', 'DNS']);
    expect(await deckOf('redes')).toEqual(['(Puerto)', '(Router)', '(Proxy)', '(TTL)']);
  });

  it('and was moved to another folder is the same file', async () => {
    await sync({ 'redes.md': ALL });
    expect(await sync({ 'curso/redes.md': ALL })).toMatchObject([
      { kind: 'applied', plan: { file: 'curso/redes.md' } },
    ]);
    expect((await news()).applied).toEqual([]);
    expect(await deckOf('redes')).toEqual(TERMS);
  });
});
