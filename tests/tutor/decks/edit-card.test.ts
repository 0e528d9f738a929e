import { beforeEach, describe, expect, it } from 'vitest';
import { deckId } from '../../../src/core/ids.js';
import { readCardFile } from '../../../src/formats/read-card-file.js';
import type { Learner } from '../../../src/store/interfaces/learners.js';
import { editCard, pauseCard, restoreText, resumeCard } from '../../../src/tutor/decks/edit-card.js';
import { writeExport } from '../../../src/tutor/decks/export-deck.js';
import { findCards } from '../../../src/tutor/decks/find-cards.js';
import { importCards } from '../../../src/tutor/decks/import-cards.js';
import { planDeck, syncDeck } from '../../support/add-notes.js';
import { createWorld, HOUR, MONDAY_NOON, type World } from '../../support/world.js';

const DECK = deckId('redes');
const NOTES = ['# Redes', '', '- **Router**: une dos redes.', '- **Switch**: une equipos de una red.'].join('\n');

let world: World;
let ana: Learner;
beforeEach(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  await sync(NOTES);
});

const later = () => world.at(MONDAY_NOON + HOUR);

function sync(text: string) {
  return syncDeck(world.at(MONDAY_NOON), world.team, { file: 'redes.md', bytes: new TextEncoder().encode(text) });
}

function plan(text: string) {
  return planDeck(later(), world.team, { file: 'redes.md', bytes: new TextEncoder().encode(text) });
}

async function card(word: string) {
  const cards = await world.opened.store.decks.cards(world.team, DECK);
  const found = cards.find(({ front, back }) => `${front} ${back}`.includes(word));
  if (found === undefined) throw new Error(`no card says ${word}`);
  return found;
}

async function cards() {
  return world.opened.store.decks.cards(world.team, DECK);
}

/** Gives the router's card another answer. */
async function edit(back = 'Une redes distintas.') {
  const { id, front } = await card('Router');
  return { id, edited: await editCard(later(), ana, id, { front, back }) };
}

describe('a card of notes that somebody edits', () => {
  it('has the new words, and tells who changed it, when, and what the notes said', async () => {
    const before = await card('Router');
    await edit();
    expect(await card('distintas')).toEqual({
      ...before,
      back: 'Une redes distintas.',
      edit: {
        by: ana.id,
        at: MONDAY_NOON + HOUR,
        notes: { kind: before.kind, front: before.front, back: before.back },
      },
    });
    expect(await world.opened.store.deckChanges.history(world.team, DECK)).toMatchObject([
      { by: { kind: 'learner', id: ana.id }, counts: { added: 0, changed: 1, removed: 0 } },
      { counts: { added: 2 } },
    ]);
  });

  it('keeps them while the notes say the same, wherever they say it', async () => {
    const { id } = await edit();
    expect((await plan(NOTES)).outcome.kind).toBe('unchanged');
    const moved = ['# Redes', '', '- **Switch**: une equipos de una red.', '- **Router**: une dos redes.', ''].join(
      '\n',
    );
    const {
      plan: { outcome },
    } = await sync(moved);
    expect(outcome).toMatchObject({ kind: 'change', superseded: [], diff: { changed: [], removed: [], added: [] } });
    expect(await card('distintas')).toMatchObject({ id, edit: { by: ana.id } });
  });

  it('gives way when the notes themselves change, which the difference tells', async () => {
    const { id } = await edit();
    const {
      plan: { outcome },
    } = await sync(NOTES.replace('dos redes', 'dos o más redes'));
    if (outcome.kind !== 'change') throw new Error('nothing changed');
    expect(outcome.superseded.map(({ before, after }) => [before.back, after.back])).toEqual([
      ['Une redes distintas.', expect.stringContaining('dos o más redes')],
    ]);
    const now = await card('dos o más');
    expect([now.id, now.edit]).toEqual([id, undefined]);
  });

  it('is the notes’ own again when they take its words over', async () => {
    const back = 'Conecta una red de equipos con la siguiente.';
    const { id } = await edit(back);
    const {
      plan: { outcome },
    } = await sync(NOTES.replace('une dos redes.', back));
    expect(outcome).toMatchObject({ kind: 'change', superseded: [], diff: { changed: [], added: [], removed: [] } });
    const now = await card('con la siguiente');
    expect([now.id, now.edit]).toEqual([id, undefined]);
  });

  it('is the notes’ own again when it is edited back', async () => {
    const before = await card('Router');
    await edit();
    await editCard(later(), ana, before.id, before);
    expect(await card('Router')).toEqual(before);
  });

  it('can be edited twice, and remembers the words of the notes', async () => {
    const before = await card('Router');
    await edit();
    await edit('Otra cosa.');
    expect((await card('Otra cosa')).edit?.notes.back).toBe(before.back);
    expect((await plan(NOTES)).outcome.kind).toBe('unchanged');
  });

  it('gets back what it was when the edit is undone', async () => {
    const before = await cards();
    await edit();
    const undo = { by: { kind: 'learner', id: ana.id }, at: later().now } as const;
    expect(await world.opened.store.deckChanges.undo(world.team, DECK, undo)).toMatchObject({ status: 'undone' });
    expect(await cards()).toEqual(before);
    expect((await plan(NOTES)).outcome.kind).toBe('unchanged');
  });

  it('gets its edit back when the notes that took it are undone', async () => {
    await edit();
    const before = await cards();
    await sync(NOTES.replace('dos redes', 'dos o más redes'));
    await world.opened.store.deckChanges.undo(world.team, DECK, { by: { kind: 'cli' }, at: later().now });
    expect(await cards()).toEqual(before);
    expect((await plan(NOTES)).outcome.kind).toBe('unchanged');
  });

  it('leaves the passages and the text of the notes as they are', async () => {
    const { decks } = world.opened.store;
    const before = [await decks.passages(world.team), await decks.text(world.team, DECK)];
    await edit();
    expect([await decks.passages(world.team), await decks.text(world.team, DECK)]).toEqual(before);
  });

  it('stays a question that can be asked when its gap goes', async () => {
    const before = await world.opened.store.decks.cards(world.team, deckId('docker'));
    const cloze = before.find(({ kind }) => kind === 'cloze');
    if (cloze === undefined) throw new Error('no cloze card');
    const edited = await editCard(later(), ana, cloze.id, { front: '¿Qué son las imágenes?', back: 'inmutables' });
    expect(edited).toMatchObject({ kind: 'changed', card: { kind: 'basic' } });
  });
});

describe('a card of notes that somebody pauses', () => {
  it('stays paused when the notes are read again, also with other words', async () => {
    const { id } = await card('Router');
    await pauseCard(later(), ana, id);
    expect((await plan(NOTES)).outcome.kind).toBe('unchanged');
    await sync(NOTES.replace('dos redes', 'dos o más redes'));
    expect(await card('dos o más')).toMatchObject({ id, paused: true, pausedBy: { by: ana.id } });
  });

  it('is asked again when somebody wakes it', async () => {
    const before = await cards();
    const { id } = await card('Router');
    await pauseCard(later(), ana, id);
    expect((await card('Router')).paused).toBe(true);
    await resumeCard(later(), ana, id);
    expect(await cards()).toEqual(before);
  });

  it('may leave the notes and come back, and is paused still', async () => {
    const { id } = await card('Router');
    await pauseCard(later(), ana, id);
    const without = NOTES.replace('- **Router**: une dos redes.\n', '');
    await sync(without);
    expect((await plan(without)).outcome.kind).toBe('unchanged');
    await sync(NOTES);
    expect(await card('Router')).toMatchObject({ id, paused: true });
  });

  it('counts as one that is gone, and the pause can be undone', async () => {
    const before = await cards();
    await pauseCard(later(), ana, (await card('Router')).id);
    const { deckChanges } = world.opened.store;
    expect((await deckChanges.history(world.team, DECK))[0]?.counts).toEqual({ added: 0, changed: 0, removed: 1 });
    await deckChanges.undo(world.team, DECK, { by: { kind: 'cli' }, at: later().now });
    expect(await cards()).toEqual(before);
  });
});

describe('a card of a file that somebody handled', () => {
  it('keeps its words and its rest when the file comes again', async () => {
    const csv = new TextEncoder().encode('front,back\nuno,one\ndos,two\n');
    const bring = async () =>
      importCards(later(), world.team, 'numbers.csv', await readCardFile('numbers.csv', csv), {
        kind: 'one',
        learner: ana.id,
      });
    await bring();
    const [first, second] = await world.opened.store.decks.cards(world.team, deckId('@numbers'));
    if (first === undefined || second === undefined) throw new Error('no cards');
    await editCard(later(), ana, first.id, { front: 'uno', back: 'one (1)' });
    await pauseCard(later(), ana, second.id);
    expect((await bring()).plans.map(({ outcome }) => outcome)).toEqual(['unchanged']);
    expect(await world.opened.store.decks.cards(world.team, deckId('@numbers'))).toMatchObject([
      { back: 'one (1)', paused: false },
      { back: 'two', paused: true },
    ]);
  });

  it('goes out with the words it has here', async () => {
    await edit();
    const findMedia = async () => null;
    const request = { format: 'csv', deck: DECK, learner: null, findMedia } as const;
    const exported = await writeExport(later(), world.team, request);
    if (exported.kind !== 'exported') throw new Error(exported.kind);
    expect(new TextDecoder().decode(exported.bytes)).toContain('Une redes distintas.');
  });
});

describe('a card that is to say again what it said', () => {
  async function edited(back: string, at = HOUR) {
    const { id } = await card('Router');
    const changed = await editCard(world.at(MONDAY_NOON + at), ana, id, { front: (await card('Router')).front, back });
    if (changed.kind !== 'changed') throw new Error(changed.kind);
    return { id, version: changed.version };
  }

  it('does, as if nobody had touched it, whatever was done to other cards since', async () => {
    const before = await cards();
    const { id, version } = await edited('Otra cosa.');
    const other = (await card('Switch')).id;
    await pauseCard(world.at(MONDAY_NOON + 2 * HOUR), ana, other);
    expect(await restoreText(later(), ana, id, version)).toMatchObject({ kind: 'changed' });
    await resumeCard(later(), ana, other);
    expect(await cards()).toEqual(before);
    expect((await plan(NOTES)).outcome.kind).toBe('unchanged');
  });

  it('has the words of whoever changed it before, and stays paused where it is', async () => {
    await edited('Primera.');
    const before = await card('Primera');
    const { id, version } = await edited('Segunda.', 2 * HOUR);
    await pauseCard(world.at(MONDAY_NOON + 3 * HOUR), ana, id);
    await restoreText(world.at(MONDAY_NOON + 4 * HOUR), ana, id, version);
    const now = await card('Primera');
    expect({ ...now, paused: false, pausedBy: undefined }).toEqual({ ...before, pausedBy: undefined });
    expect(now.pausedBy?.by).toBe(ana.id);
  });

  it('keeps what somebody made of it since', async () => {
    const first = await edited('Primera.');
    await edited('Segunda.', 2 * HOUR);
    expect(await restoreText(later(), ana, first.id, first.version)).toMatchObject({ kind: 'changed-since' });
    expect((await card('Segunda')).back).toBe('Segunda.');
  });

  it('keeps what the notes say by now', async () => {
    const { id, version } = await edited('Primera.');
    await sync(NOTES.replace('dos redes', 'dos o más redes'));
    expect(await restoreText(later(), ana, id, version)).toMatchObject({ kind: 'changed-since' });
    expect((await card('dos o más')).edit).toBeUndefined();
    expect(await restoreText(later(), ana, id, 99)).toMatchObject({ kind: 'changed-since' });
    expect(await restoreText(later(), ana, 'nobody', version)).toEqual({ kind: 'gone' });
  });
});

describe('what somebody writes into a card’s form', () => {
  it('keeps what stands out, and changes nothing where the words are the same', async () => {
    const before = await card('Router');
    expect(before.front).toContain('**');
    const shown = before.front.replaceAll('**', '');
    expect(await editCard(later(), ana, before.id, { front: shown, back: before.back })).toMatchObject({
      kind: 'same',
    });
    await editCard(later(), ana, before.id, { front: `${shown} Di una cosa.`, back: before.back });
    expect((await card('Di una cosa')).front).toBe(`${before.front} Di una cosa.`);
  });
});

describe('looking for cards', () => {
  const look = (words: string, page = 0, size = 5) => findCards(later(), ana, words, { page, size });

  it('finds those of every deck by their words, accents and case aside', async () => {
    const { cards: found, total } = await look('UNE  router');
    expect([total, found.map(({ deckName }) => deckName)]).toEqual([1, ['Redes']]);
    expect((await look('imagenes')).total).toBe(1);
  });

  it('gives those that people handled where no words are given, with their names', async () => {
    expect((await look('')).total).toBe(0);
    await edit();
    await pauseCard(later(), ana, (await card('Switch')).id);
    const { cards: found, names } = await look('');
    expect(found).toHaveLength(2);
    expect([...names]).toEqual([[ana.id, 'Ana']]);
  });

  it('gives each of them once, page by page, and the last page where there are fewer by now', async () => {
    const all = (await look('una')).cards.map(({ id }) => id);
    const pages = await Promise.all(all.map((_, page) => look('una', page, 1)));
    expect(all.length).toBeGreaterThan(1);
    expect(pages.flatMap(({ cards: [one] }) => one?.id ?? [])).toEqual(all);
    expect(await look('una', 99, 1)).toMatchObject({ page: all.length - 1, total: all.length });
  });
});
