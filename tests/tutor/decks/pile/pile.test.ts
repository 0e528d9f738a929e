import { beforeEach, describe, expect, it } from 'vitest';
import { cardId, deckId, learnerId } from '../../../../src/core/ids.js';
import { readNote } from '../../../../src/formats/read-source.js';
import { pauseCard } from '../../../../src/tutor/decks/edit-card.js';
import { writeExport } from '../../../../src/tutor/decks/export-deck.js';
import { changeSureness } from '../../../../src/tutor/decks/pile/change-sureness.js';
import { reconsiderCards, refuseCards, takeCards } from '../../../../src/tutor/decks/pile/decide-pile.js';
import { countPile, readPile, readRefused } from '../../../../src/tutor/decks/pile/read-pile.js';
import type { PlanOptions } from '../../../../src/tutor/decks/plan-decks.js';
import { planDecks, planGone } from '../../../../src/tutor/decks/plan-decks.js';
import { applyPlan, syncDecks } from '../../../../src/tutor/decks/sync-deck.js';
import type { Learner } from '../../../../src/tutor/people/meet-learner.js';
import { noteFile } from '../../../support/add-notes.js';
import { doubtedNote } from '../../../support/doubting-reader.js';
import { createWorld, MONDAY_NOON, type World } from '../../../support/world.js';

const REDES = deckId('redes');
const ALL = { deck: null, page: 0, size: 50 };
const CLI = { kind: 'cli' } as const;

let world: World;
let ana: Learner;
let now: number;
beforeEach(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  now = MONDAY_NOON;
});

const context = () => world.at(now);
const IP = '- **IP**: número que identifica una máquina en una red.';
const DNS = '- **DNS**: servicio que traduce nombres a direcciones.';
const PROXY = '- **Proxy**: programa que pide páginas en lugar de otro.';
const notes = (...lines: readonly string[]) => `# Redes\n\n${lines.join('\n')}\n`;

async function read(text: string, file = 'redes.md') {
  return doubtedNote(await readNote(noteFile(file, text)));
}

async function sync(text: string, options: PlanOptions = {}, file = 'redes.md') {
  now += 60_000;
  const [synced] = await syncDecks(context(), world.team, [await read(text, file)], options);
  if (synced === undefined) throw new Error('no plan');
  return synced;
}

const nameOf = (front: string) => /IP|DNS|Proxy|Router/u.exec(front)?.[0] ?? front;
async function deck(id = REDES) {
  const cards = await world.opened.store.decks.cards(world.team, id);
  return cards.map(({ front, paused }) => (paused ? `(${nameOf(front)})` : nameOf(front)));
}
async function waiting() {
  return (await readPile(context(), ana, ALL)).cards.map(({ front }) => nameOf(front));
}
async function refused() {
  return (await readRefused(context(), ana, ALL)).cards.map(({ front }) => nameOf(front));
}
async function idOf(name: string, id = REDES) {
  const cards = [
    ...(await world.opened.store.decks.cards(world.team, id)),
    ...(await readPile(context(), ana, ALL)).cards,
  ];
  const found = cards.find(({ front }) => nameOf(front) === name);
  if (found === undefined) throw new Error(`no card of ${name}`);
  return found.id;
}

/** Somebody reviews a card. */
async function learn(name: string, deckOf = REDES) {
  const { store } = world.opened;
  const id = await idOf(name, deckOf);
  await store.agenda.pick(world.team, ana.id, [id], context().now);
  return id;
}

describe('notes with cards that are not sure', () => {
  it('give a deck without them, and keep them with reason, score and line, the surest first', async () => {
    const { plan } = await sync(notes(IP, `${DNS} {gap 0.2}`, `${PROXY} {worth 0.4}`));
    expect(plan.outcome).toMatchObject({ kind: 'change', diff: { added: [{}] }, waiting: [{}, {}], piled: [] });
    expect(await deck()).toEqual(['IP']);
    const { cards, total } = await readPile(context(), ana, ALL);
    expect(total).toBe(2);
    expect(cards).toMatchObject([
      { deckName: 'Redes', doubt: { reason: 'worth', score: 0.4 }, source: { file: 'redes.md', line: 5 } },
      { deckName: 'Redes', doubt: { reason: 'gap', score: 0.2 }, source: { file: 'redes.md', line: 4 } },
    ]);
    expect(await countPile(context(), ana)).toBe(2);
  });

  it('change nothing when they are read again as they are', async () => {
    const text = notes(IP, `${DNS} {gap 0.2}`);
    await sync(text);
    expect((await sync(text)).plan.outcome).toMatchObject({ kind: 'unchanged', cards: 1, waiting: [{}] });
  });

  it('are a change where only what is not sure is another', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    const { store } = world.opened;
    const stored = await store.decks.get(world.team, REDES);
    const again = await read(notes(IP, `${DNS} {gap 0.3}`));
    const same = { ...again, read: { ...again.read, contentHash: stored?.contentHash ?? '' } };
    const [synced] = await syncDecks(context(), world.team, [same], {});
    expect(synced?.version).toBe(2);
    expect((await store.pile.ofDeck(world.team, REDES))[0]?.doubt.score).toBe(0.3);
  });

  it('are exported without them', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    const asked = { format: 'json', deck: REDES, learner: null, findMedia: async () => null } as const;
    expect(await writeExport(context(), world.team, asked)).toMatchObject({ kind: 'exported', cards: 1 });
  });

  it('leave none waiting when their file is gone', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    const stored = await world.opened.store.decks.get(world.team, REDES);
    if (stored === null) throw new Error('no deck');
    await applyPlan(context(), world.team, await planGone(context(), world.team, stored));
    expect(await waiting()).toEqual([]);
  });
});

describe('a yes', () => {
  it('puts the card into the deck, where its notes have it, and keeps it there when they are read again', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`, PROXY));
    const done = await takeCards(context(), ana, [await idOf('DNS')]);
    expect(done).toMatchObject({ cards: [{}], made: [{ deckId: REDES, version: 2 }] });
    expect(await deck()).toEqual(['IP', 'DNS', 'Proxy']);
    expect(await waiting()).toEqual([]);
    await sync(notes(IP, PROXY, `${DNS} {gap 0.1}`, '', 'Más texto.'));
    expect(await deck()).toEqual(['IP', 'Proxy', 'DNS']);
    const cards = await world.opened.store.decks.cards(world.team, REDES);
    expect(cards.find(({ front }) => front.includes('DNS'))?.takenBy).toMatchObject({ by: 'ana' });
  });

  it('holds where the card was away for a while', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    await takeCards(context(), ana, [await idOf('DNS')]);
    await sync(notes(IP));
    expect(await deck()).toEqual(['IP', '(DNS)']);
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    expect(await deck()).toEqual(['IP', 'DNS']);
  });

  it('takes several of several decks, one change a deck', async () => {
    await sync(notes(`${IP} {gap 0.3}`, `${DNS} {gap 0.2}`));
    await sync(notes(`${PROXY} {gap 0.1}`), {}, 'otras.md');
    const ids = [await idOf('IP'), await idOf('DNS'), await idOf('Proxy')];
    const { cards, made } = await takeCards(context(), ana, ids);
    expect([cards.length, made.map(({ deckId: id, version }) => `${id} ${version}`)]).toEqual([
      3,
      ['redes 2', 'otras 2'],
    ]);
  });

  it('is said once: who comes second changes nothing', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    const id = await idOf('DNS');
    const both = await Promise.all([takeCards(context(), ana, [id]), takeCards(context(), ana, [id])]);
    expect(both.map(({ cards }) => cards.length).sort()).toEqual([0, 1]);
    expect((await world.opened.store.decks.get(world.team, REDES))?.version).toBe(2);
  });

  it('with other words keeps those as long as the notes say the same', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    const id = await idOf('DNS');
    await takeCards(context(), ana, [id], { front: '¿Qué traduce el DNS?', back: 'Nombres a direcciones.' });
    const cardOf = async () => (await world.opened.store.decks.cardsById(world.team, [id]))[0];
    expect(await cardOf()).toMatchObject({
      front: '¿Qué traduce el **DNS**?',
      edit: { by: 'ana' },
      takenBy: { by: 'ana' },
    });
    await sync(notes(IP, PROXY, `${DNS} {gap 0.2}`));
    expect(await cardOf()).toMatchObject({ front: '¿Qué traduce el **DNS**?', paused: false });
    expect(await waiting()).toEqual([]);
  });

  it('brings a card back with the progress that it had', async () => {
    await sync(notes(IP, DNS));
    await sync(notes(IP));
    const id = (await world.opened.store.decks.cards(world.team, REDES))[1]?.id;
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    expect([await deck(), await waiting()]).toEqual([['IP', '(DNS)'], ['DNS']]);
    await takeCards(context(), ana, [await idOf('DNS')]);
    expect(await deck()).toEqual(['IP', 'DNS']);
    expect(await idOf('DNS')).toBe(id);
  });
});

describe('a no', () => {
  it.each([
    ['the line moves', notes('', 'Un párrafo.', IP, '', `${DNS} {gap 0.2}`)],
    ['the heading has another name', `# Redes\n\n## Servicios\n\n${DNS} {gap 0.2}\n`],
    ['the title has another name', `# Las redes\n\n${IP}\n${DNS} {gap 0.3}\n`],
    ['it scores enough by now', notes(IP, `${DNS} {gap 0.9}`)],
    ['it is sure by now, and says the same', notes(IP, DNS)],
  ])('holds where %s', async (_, text) => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    await refuseCards(context(), ana, [await idOf('DNS')]);
    expect([await waiting(), await refused()]).toEqual([[], ['DNS']]);
    await sync(text);
    expect([await waiting(), await refused()]).toEqual([[], ['DNS']]);
    expect(await deck()).not.toContain('DNS');
  });

  it('holds where the file has another name', async () => {
    await sync(notes(IP, PROXY, `${DNS} {gap 0.2}`));
    await refuseCards(context(), ana, [await idOf('DNS')]);
    const old = await world.opened.store.decks.get(world.team, REDES);
    if (old === null) throw new Error('no deck');
    await sync(notes(IP, PROXY, `${DNS} {gap 0.2}`), { gone: [old] }, 'protocolos.md');
    expect(await waiting()).toEqual([]);
    expect(await deck(deckId('protocolos'))).toEqual(['IP', 'Proxy']);
  });

  it('is not said to a card that is sure by now and says something else', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    await refuseCards(context(), ana, [await idOf('DNS')]);
    await sync(notes(IP, '- **DNS**: libro de direcciones de la red entera.'));
    expect(await deck()).toEqual(['IP', 'DNS']);
  });

  it('can be taken back, and tells who said it and when', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    const id = await idOf('DNS');
    await refuseCards(context(), ana, [id]);
    const { cards, names } = await readRefused(context(), ana, ALL);
    expect(cards[0]?.refused).toEqual({ by: 'ana', at: now });
    expect(names.get(learnerId('ana'))).toBe('Ana');
    expect(await reconsiderCards(context(), ana, [id])).toEqual([id]);
    expect([await waiting(), await refused()]).toEqual([['DNS'], []]);
  });

  it('changes no deck', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    expect((await refuseCards(context(), ana, [await idOf('DNS')])).made).toEqual([]);
    expect((await world.opened.store.decks.get(world.team, REDES))?.version).toBe(1);
  });
});

describe('a card that is not sure any more', () => {
  it('waits where nobody learns it, and comes back by itself when it is sure again', async () => {
    await sync(notes(IP, DNS));
    const { plan } = await sync(notes(IP, `${DNS} {twice 0.1}`));
    expect(plan.outcome).toMatchObject({ kind: 'change', diff: { removed: [] }, piled: [{}], waiting: [{}] });
    expect([await deck(), await waiting()]).toEqual([['IP', '(DNS)'], ['DNS']]);
    await sync(notes(IP, DNS));
    expect([await deck(), await waiting()]).toEqual([['IP', 'DNS'], []]);
  });

  it('stays in the deck where somebody learns it', async () => {
    await sync(notes(IP, DNS));
    const id = await learn('DNS');
    await sync(notes(IP, `${DNS} {twice 0.1}`));
    expect([await deck(), await waiting(), await idOf('DNS')]).toEqual([['IP', 'DNS'], [], id]);
  });

  it('stays where a person has paused it', async () => {
    await sync(notes(IP, DNS));
    await pauseCard(context(), ana, await idOf('DNS'));
    await sync(notes(IP, `${DNS} {twice 0.1}`));
    const [, card] = await world.opened.store.decks.cards(world.team, REDES);
    expect([card?.pausedBy?.by, await waiting()]).toEqual(['ana', []]);
  });

  it('keeps its progress where it is made in other words, sure or not', async () => {
    await sync(notes(IP, DNS));
    const id = await learn('DNS');
    await sync(notes(IP, '- **DNS**: servicio que traduce los nombres a direcciones. {gap 0.2}'));
    expect([await deck(), await waiting(), await idOf('DNS')]).toEqual([['IP', 'DNS'], [], id]);
    await sync(notes(IP, '- **DNS**: el servicio que traduce los nombres a direcciones.'));
    expect([await deck(), await idOf('DNS')]).toEqual([['IP', 'DNS'], id]);
  });

  it('goes to another file with its progress, and waits there without', async () => {
    await sync(notes(IP, DNS, PROXY));
    const id = await learn('DNS');
    const files = [await read(notes(IP)), await read(notes(`${DNS} {gap 0.2}`, `${PROXY} {gap 0.3}`), 'otras.md')];
    for (const order of [files, [...files].reverse()]) {
      const plans = await planDecks(context(), world.team, order);
      const paused = plans.flatMap(({ outcome }) => (outcome.kind === 'change' ? outcome.change.paused : []));
      expect(paused).toHaveLength(1);
    }
    await syncDecks(context(), world.team, files);
    expect([await deck(), await deck(deckId('otras')), await waiting()]).toEqual([
      ['IP', '(Proxy)'],
      ['DNS'],
      ['Proxy'],
    ]);
    expect(await idOf('DNS', deckId('otras'))).toBe(id);
  });

  it('is brought back by an undo, and waits again after a redo', async () => {
    await sync(notes(IP, DNS));
    await sync(notes(IP, `${DNS} {twice 0.1}`));
    const { deckChanges } = world.opened.store;
    await deckChanges.undo(world.team, REDES, { by: CLI, at: context().now });
    expect([await deck(), await waiting()]).toEqual([['IP', 'DNS'], []]);
    await deckChanges.redo(world.team, REDES, { by: CLI, at: context().now });
    expect([await deck(), await waiting()]).toEqual([['IP', '(DNS)'], ['DNS']]);
  });
});

describe('taking all with an import', () => {
  it('takes what waits, but not what was refused', async () => {
    await sync(notes(IP, `${DNS} {gap 0.2}`));
    await refuseCards(context(), ana, [await idOf('DNS')]);
    const mark = { by: ana.id, at: context().now };
    const text = notes(IP, `${DNS} {gap 0.2}`, `${PROXY} {gap 0.2}`);
    await sync(text, { takes: { mark, cards: 'all' } });
    expect([await deck(), await waiting(), await refused()]).toEqual([['IP', 'Proxy'], [], ['DNS']]);
    await sync(`${text}\nMás.\n`);
    expect(await deck()).toEqual(['IP', 'Proxy']);
  });
});

describe('a card that a model suggested', () => {
  const TEXT = notes(IP, DNS);
  const suggesting = async () => {
    const note = await read(TEXT);
    const [ip] = note.read.deck?.cards ?? [];
    if (note.read.deck === null || ip === undefined) throw new Error('no card');
    const words = { front: '¿Qué une máquina y red?', back: 'número que identifica una máquina' };
    const card = { ...ip, id: cardId('suggested'), ...words, doubt: { reason: 'model', score: 0.4 } } as const;
    return { ...note, read: { ...note.read, deck: { ...note.read.deck, doubtful: [card] } } };
  };
  const front = async () => (await readPile(context(), ana, ALL)).cards.map((card) => card.front);

  it('waits on, is asked on and stays refused though no reading makes it again, as long as the notes bear it out', async () => {
    await syncDecks(context(), world.team, [await suggesting()], {});
    await sync(`${TEXT}\nOtra frase.\n`);
    expect(await front()).toEqual(['¿Qué une máquina y red?']);
    await takeCards(context(), ana, ['suggested']);
    await sync(`${TEXT}\nOtra frase más.\n`);
    expect([(await deck()).length, await front()]).toEqual([3, []]);
    await sync(notes('- **IP**: un número cualquiera de la red.', DNS));
    expect((await deck()).filter((card) => !card.startsWith('('))).toEqual(['IP', 'DNS']);
  });
});

describe('how sure cards must be', () => {
  const TEXT = notes(IP, `${DNS} {gap 0.7}`, `${PROXY} {gap 0.2}`);

  it('moves cards by their score at once, and reading the notes again agrees', async () => {
    await sync(TEXT);
    expect(await deck()).toEqual(['IP', 'DNS']);
    expect(await changeSureness(context(), ana, 'sure')).toEqual({ joined: 0, left: 1 });
    expect([await deck(), await waiting()]).toEqual([
      ['IP', '(DNS)'],
      ['DNS', 'Proxy'],
    ]);
    expect((await sync(TEXT)).plan.outcome.kind).toBe('unchanged');
    expect(await changeSureness(context(), ana, 'all')).toEqual({ joined: 2, left: 0 });
    expect([await deck(), await waiting()]).toEqual([['IP', 'DNS', 'Proxy'], []]);
    expect((await sync(TEXT)).plan.outcome.kind).toBe('unchanged');
    expect(await changeSureness(context(), ana, 'likely')).toEqual({ joined: 0, left: 1 });
    expect([await deck(), await waiting()]).toEqual([['IP', 'DNS', '(Proxy)'], ['Proxy']]);
  });

  it('takes nothing away that somebody learns, took or refused', async () => {
    await sync(
      notes(IP, `${DNS} {gap 0.7}`, `${PROXY} {gap 0.2}`, '- **Router**: aparato que une dos redes. {gap 0.3}'),
    );
    await learn('DNS');
    await takeCards(context(), ana, [await idOf('Proxy')]);
    await refuseCards(context(), ana, [await idOf('Router')]);
    expect(await changeSureness(context(), ana, 'sure')).toEqual({ joined: 0, left: 0 });
    expect(await deck()).toEqual(['IP', 'DNS', 'Proxy']);
    expect(await changeSureness(context(), ana, 'all')).toEqual({ joined: 0, left: 0 });
    expect([await deck(), await refused()]).toEqual([['IP', 'DNS', 'Proxy'], ['Router']]);
  });

  it('holds for notes that come later', async () => {
    await changeSureness(context(), ana, 'sure');
    await sync(TEXT);
    expect(await deck()).toEqual(['IP']);
  });
});
