import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { cardId, deckId } from '../../src/core/ids.js';
import { instant } from '../../src/core/local-date.js';
import { addNotes, writtenCard } from '../support/add-notes.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { commandForm, openForm, valuesOf } from '../support/open-form.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let clock: { now: number };
let ana: BotUser;
let luis: BotUser;
beforeEach(async () => {
  world = await createWorld();
  clock = { now: MONDAY_NOON };
  ana = botUser(world, 'Ana', ['es'], clock);
  luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
});

async function make(front: string, back: string): Promise<void> {
  clock.now += 1;
  await ana.submit(await commandForm(ana, 'card'), { front, back });
}

function rowsOf(view: View): readonly string[] {
  return view.body.flatMap((block) => (block.kind === 'rows' ? block.rows.map(({ markdown }) => markdown) : []));
}

/** The rows that have buttons of cards: what is said above them has others. */
function cardsOn(view: View): readonly string[] {
  return rowsOf(view).filter((row) => row.includes('→'));
}

/** Notes with twelve cards, each with these words. */
function nodes(words: string): string {
  const cards = Array.from({ length: 12 }, (_, index) =>
    writtenCard(`¿Qué es el Nodo ${index}?`, `Usa ${words} (número ${index}).`),
  );
  return ['# Nodos', ...cards].join('\n\n');
}

describe('/cards', () => {
  it('has two buttons on each card, which say what they do', async () => {
    const list = await ana.command('cards', { words: 'layer' });
    expect(list.title).toBe('Una tarjeta con «layer»');
    expect(rowsOf(list)).toEqual(['**¿Qué es un layer?** → Una capa de la imagen · Docker']);
    expect(labels(list)).toEqual(['Editar', 'Pausar', 'Propuestas']);
  });

  it('shows cards to those who may not change them, and how to suggest one', async () => {
    const list = await luis.command('cards', { words: 'layer' });
    expect(rowsOf(list)).toHaveLength(1);
    expect(labels(list)).toEqual(['Proponer una tarjeta']);
    const form = await openForm(luis, list, /^Proponer/);
    expect(text(await luis.submit(form, { front: 'one?', back: 'first' }))).toContain('verá tu tarjeta y decidirá');
  });

  it('says so where there is none', async () => {
    expect(text(await ana.command('cards'))).toContain('Aún nadie ha hecho ni cambiado una tarjeta aquí.');
    expect(text(await ana.command('cards', { words: 'zeppelin' }))).toContain('Ninguna tarjeta dice «zeppelin».');
  });

  it.each([
    'una',
    'protocolo de comunicaciones interno de la red',
    'протокол коммуникации',
    'プロトコルの通信',
  ])('goes through all that say “%s”, page by page, and comes back', async (words) => {
    await addNotes(world, 'nodos.md', `${nodes(words)}\n${writtenCard('¿Y otro?', 'Usa algo.')}`);
    const first = await ana.command('cards', { words: `Nodo usa ${words}` });
    expect(first.title).toMatch(/^12 tarjetas con «Nodo usa/);
    expect(text(first)).toContain('1–5 de 12');
    const second = await ana.pressLabel(first, /^Siguiente$/);
    expect(text(second)).toContain('6–10 de 12');
    const third = await ana.pressLabel(second, /^Siguiente$/);
    expect(text(third)).toContain('11–12 de 12');
    expect(labels(third)).not.toContain('Siguiente');
    expect(new Set([first, second, third].flatMap(cardsOn)).size).toBe(12);
    expect(cardsOn(await ana.pressLabel(third, /^Anterior$/))).toEqual(cardsOn(second));
  });

  it('keeps the page and the words while cards are changed on it', async () => {
    await addNotes(world, 'nodos.md', nodes('la red'));
    const second = await ana.pressLabel(await ana.command('cards', { words: 'nodo red' }), /^Siguiente$/);
    const form = await openForm(ana, second, /^Editar$/, /Nodo 7/);
    const [front = '', back = ''] = valuesOf(form);
    const changed = await ana.submit(form, { front, back: `${back} Sí.` });
    expect(text(changed)).toMatch(/Cambiada: .*Nodo 7/);
    expect(text(changed)).toContain('6–10 de 12');
    expect(changed.title).toBe('12 tarjetas con «nodo red»');
    const asked = await ana.pressLabel(changed, /^Pausar$/, /Nodo 8/);
    const cancelled = await ana.pressLabel(asked, /^Cancelar$/);
    expect(cardsOn(cancelled)).toEqual(cardsOn(changed));
    const paused = await ana.pressLabel(asked, /^Pausarla$/);
    expect(text(paused)).toContain('6–10 de 12');
    expect(cardsOn(paused).find((row) => row.includes('Nodo 8'))).toContain('la pausó Ana, 23 de noviembre');
  });
});

describe('a card that is edited', () => {
  const edited = async (values: { front: string; back: string }) =>
    ana.submit(await openForm(ana, await ana.command('cards', { words: 'layer' }), /^Editar$/), values);

  async function layer() {
    const [card] = await world.opened.store.decks.cardsById(world.team, [cardId('c3')]);
    if (card === undefined) throw new Error('no card');
    return card;
  }

  it('stands in its form without the noise of marks, under the right title, with a word on Markdown', async () => {
    const form = await openForm(ana, await ana.command('cards', { words: 'layer' }), /^Editar$/);
    expect(form.title).toBe('Editar la tarjeta');
    expect(valuesOf(form)).toEqual(['¿Qué es un layer?', 'Una capa de la imagen']);
    expect(form.fields.map((field) => (field.kind === 'text' ? field.hint : ''))).toEqual([
      undefined,
      'Admite Markdown: **negrita**, `código`, listas',
    ]);
  });

  it('says so on the page, keeps its marks, and gets its words back', async () => {
    const before = await layer();
    const changed = await edited({ front: '¿Qué es un layer?', back: 'Una capa' });
    expect(text(changed)).toContain(
      'Cambiada: «¿Qué es un layer?». Todos conservan su progreso. Así se queda hasta que docker.md',
    );
    expect(await layer()).toMatchObject({ front: '¿Qué es un **layer**?', back: 'Una capa' });
    const back = await ana.pressLabel(changed, /^Restaurar$/);
    expect(text(back)).toContain('Restaurada: «¿Qué es un layer?» dice lo que decía antes.');
    expect(await layer()).toEqual(before);
    expect(text(await ana.pressLabel(changed, /^Restaurar$/))).toContain('ha cambiado otra vez desde entonces');
  });

  it('is left as it is where nothing was changed', async () => {
    const { version } = (await world.opened.store.decks.get(world.team, deckId('docker'))) ?? { version: 0 };
    const same = await edited({ front: '¿Qué es un layer?', back: 'Una capa de la imagen' });
    expect(text(same)).toContain('Ya dice eso.');
    expect(labels(same)).not.toContain('Restaurar');
    expect((await world.opened.store.decks.get(world.team, deckId('docker')))?.version).toBe(version);
    expect(text(await edited({ front: ' ', back: 'x' }))).toContain('Una tarjeta necesita pregunta y respuesta.');
  });

  it('is not changed by those who may not', async () => {
    const list = await ana.command('cards', { words: 'layer' });
    const form = await openForm(ana, list, /^Editar$/);
    const before = await layer();
    const refused = await luis.submit(form, { front: 'x', back: 'y' });
    expect(text(refused)).toContain('Solo quienes administran este lugar');
    expect(labels(refused)).toEqual(['Proponer una tarjeta']);
    const asked = await ana.pressLabel(list, /^Pausar$/);
    expect(text(await luis.pressLabel(list, /^Pausar$/))).toContain('Solo quienes administran este lugar');
    expect(text(await luis.pressLabel(asked, /^Pausarla$/))).toContain('Solo quienes administran este lugar');
    expect(await layer()).toEqual(before);
  });
});

describe('a card that is paused', () => {
  it('is so only after a question, and is woken from the answer', async () => {
    await make('What is a layer of paint?', 'A coat');
    const list = await ana.command('cards');
    expect(rowsOf(list)).toEqual(['**What is a layer of paint?** → A coat · Tarjetas del chat · Ana']);
    const asked = await ana.pressLabel(list, /^Pausar$/);
    expect(text(asked)).toContain(
      '¿Pausar «What is a layer of paint?»? No se pregunta a nadie hasta que alguien la reanude.',
    );
    const asks = async () => text(await ana.command('explain', { concept: 'what is a layer of paint' }));
    expect(await asks()).toContain('A coat');
    const paused = await ana.pressLabel(asked, /^Pausarla$/);
    expect(text(paused)).toContain('En pausa: «What is a layer of paint?».');
    expect(await asks()).not.toContain('A coat');
    expect(text(await ana.pressLabel(asked, /^Pausarla$/))).toContain('En pausa: «What is a layer of paint?».');
    expect(text(await ana.pressLabel(paused, /^Reanudarla$/))).toContain('Reanudada: «What is a layer of paint?».');
    expect(await asks()).toContain('A coat');
  });

  it('is woken on its row by anybody who may', async () => {
    const asked = await ana.pressLabel(await ana.command('cards', { words: 'layer' }), /^Pausar$/);
    await ana.pressLabel(asked, /^Pausarla$/);
    const sam = botUser(world, 'Sam', ['en'], clock);
    const list = await sam.command('cards');
    expect(text(list)).toContain('paused by Ana, 23 November');
    expect(text(await sam.pressLabel(list, /^Resume$/))).toContain('Resumed: “¿Qué es un layer?”.');
  });
});

describe('ids that no button could carry', () => {
  const LONG = `tarjeta-${'ñ'.repeat(60)}`;

  beforeEach(async () => {
    const id = deckId('контейнеризация-и-виртуализация-приложений');
    const [card] = await world.opened.store.decks.cards(world.team, deckId('docker'));
    if (card === undefined) throw new Error('no card');
    const change = {
      deck: { id, name: 'Контейнеры', language: 'es', source: 'k.json', contentHash: 'h' },
      baseVersion: 0,
      text: '',
      cards: [{ ...card, id: cardId(LONG), front: '¿Larga?', back: 'Sí' }],
      paused: [],
      by: { kind: 'cli' },
    } as const;
    await world.opened.store.decks.apply(world.team, change, instant(clock.now));
  });

  it('are changed, paused and put back like any other', async () => {
    const list = await ana.command('cards', { words: 'larga' });
    const changed = await ana.submit(await openForm(ana, list, /^Editar$/), { front: '¿Larga?', back: 'No' });
    expect(text(await ana.pressLabel(changed, /^Restaurar$/))).toContain('Restaurada');
    const paused = await ana.pressLabel(await ana.pressLabel(list, /^Pausar$/), /^Pausarla$/);
    expect(text(paused)).toContain('En pausa: «¿Larga?»');
  });

  it('are reviewed from their deck, whose changes are taken back', async () => {
    const decks = await ana.command('deck');
    expect(text(await ana.pressLabel(decks, /^Repasar$/, /Контейнеры/))).toContain('¿Larga?');
    const changes = await ana.pressLabel(decks, /^Cambios$/);
    const undone = await ana.pressLabel(await ana.pressLabel(changes, /^Deshacer$/), /^Deshacerla$/);
    expect(text(undone)).toContain('La versión 1 de Контейнеры está deshecha. 1 tarjeta queda en pausa.');
  });
});
