import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { deckId } from '../../src/core/ids.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { networkNotes, type Term, termOf } from '../support/network-notes.js';
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

const FOUR: readonly Term[] = ['IP', 'Puerto', 'DNS', 'Router'];

/** Notes that somebody sends and applies, a minute after what was before. */
async function imported(notes: string, name = 'redes'): Promise<View> {
  clock.now += 60_000;
  const looked = await ana.submit(await commandForm(ana, 'import'), { text: notes, name });
  return ana.pressLabel(looked, /^Aplicar$/);
}

async function asked(deck = 'redes'): Promise<readonly string[]> {
  const cards = await world.opened.store.decks.cards(world.team, deckId(deck));
  return cards.filter(({ paused }) => !paused).map(({ front }) => termOf(front));
}

function rowsOf(view: View): readonly string[] {
  return view.body.flatMap((block) => (block.kind === 'rows' ? block.rows.map(({ markdown }) => markdown) : []));
}

async function changes(who = ana): Promise<View> {
  return who.pressLabel(await who.command('deck'), /^Cambios$/);
}

describe('the undo of an import', () => {
  it('asks what everybody would see of it, and does nothing when it is cancelled', async () => {
    await imported(networkNotes(FOUR));
    const applied = await imported(networkNotes(['IP', 'Puerto', 'DNS']));
    const question = await ana.pressLabel(applied, /^Deshacer$/);
    expect(text(question)).toContain(
      '¿Deshacer la versión 2 de Redes (de Ana, hoy 13:02)? 1 tarjeta vuelve. Todos conservan su progreso.',
    );
    expect(labels(question)).toEqual(['Deshacerla', 'Cancelar']);
    const left = await ana.pressLabel(question, /^Cancelar$/);
    expect(text(left)).toContain('No ha cambiado nada.');
    expect(labels(left)).toEqual(['Mazos']);
    expect(await asked()).toHaveLength(3);
  });

  it('is done when it is meant, once, and can be put back', async () => {
    await imported(networkNotes(FOUR));
    const applied = await imported(networkNotes(['IP', 'Puerto', 'DNS']));
    const question = await ana.pressLabel(applied, /^Deshacer$/);
    const undone = await ana.pressLabel(question, /^Deshacerla$/);
    expect(text(undone)).toContain(
      'La versión 2 de Redes está deshecha. 1 tarjeta vuelve. Todos conservan su progreso.',
    );
    expect(await asked()).toHaveLength(4);
    expect(text(await ana.pressLabel(question, /^Deshacerla$/))).toContain('Redes ha cambiado desde entonces.');
    const back = await ana.pressLabel(undone, /^Restaurar$/);
    expect(text(back)).toContain('La versión 2 de Redes está de vuelta. 1 tarjeta queda en pausa.');
    expect(await asked()).toHaveLength(3);
    expect(text(await ana.pressLabel(undone, /^Restaurar$/))).toContain('ya no hay nada que deshacer ni restaurar');
    expect(await asked()).toHaveLength(3);
  });

  it('is not for those who may not, who are told what they can do', async () => {
    await imported(networkNotes(FOUR));
    const applied = await imported(networkNotes(['IP', 'Puerto', 'DNS']));
    const question = await ana.pressLabel(applied, /^Deshacer$/);
    const undone = await ana.pressLabel(question, /^Deshacerla$/);
    for (const [view, label] of [
      [applied, /^Deshacer$/],
      [question, /^Deshacerla$/],
      [undone, /^Restaurar$/],
    ] as const) {
      const refused = await luis.pressLabel(view, label);
      expect(text(refused)).toContain('Solo quienes administran');
      expect(labels(refused)).toEqual(['Proponer una tarjeta']);
    }
    expect(await asked()).toHaveLength(4);
  });

  it('leaves what has changed since, and shows what did', async () => {
    await imported(networkNotes(FOUR));
    const applied = await imported(networkNotes(['IP', 'Puerto', 'DNS']));
    const question = await ana.pressLabel(applied, /^Deshacer$/);
    await imported(networkNotes(['IP', 'Puerto', 'DNS', 'Proxy']));
    for (const pressed of [
      await ana.pressLabel(applied, /^Deshacer$/),
      await ana.pressLabel(question, /^Deshacerla$/),
    ]) {
      expect(text(pressed)).toContain('Redes ha cambiado desde entonces. No he tocado nada');
      expect(pressed.title).toBe('Últimos cambios');
    }
    expect(await asked()).toHaveLength(4);
  });
});

describe('the changes of decks', () => {
  it('are behind a button: when, who and what, with one way back a deck', async () => {
    await imported(networkNotes(FOUR));
    await imported(networkNotes(['IP', 'Puerto', 'DNS', 'Proxy']));
    const decks = await ana.command('deck');
    expect(text(decks)).not.toMatch(/Deshacer|nuevas,/);
    const list = await ana.pressLabel(decks, /^Cambios$/);
    expect(rowsOf(list).slice(0, 2)).toEqual([
      '**Redes** · hoy 13:02 · Ana: 1 nueva, 1 en pausa',
      '**Redes** · hoy 13:01 · Ana: 4 nuevas',
    ]);
    expect(labels(list)).toEqual(['Deshacer', 'Deshacer', 'Mazos']);
    expect((await ana.pressLabel(list, /^Mazos$/)).title).toBe('Mazos');
  });

  it('say what was taken back and put back, and lead back to the list from every question', async () => {
    await imported(networkNotes(FOUR));
    await imported(networkNotes(['IP', 'Puerto', 'DNS']));
    const list = await changes();
    const question = await ana.pressLabel(list, /^Deshacer$/, /Redes/);
    expect(rowsOf(await ana.pressLabel(question, /^Cancelar$/))).toEqual(rowsOf(list));
    await ana.pressLabel(question, /^Deshacerla$/);
    clock.now += 60_000;
    const sam = botUser(world, 'Sam', ['en'], clock);
    const undone = await sam.pressLabel(await sam.command('deck'), /^Changes$/);
    expect(rowsOf(undone).slice(0, 3)).toEqual([
      '**Redes** · today 13:02 · Ana: took a change back',
      '**Redes** · today 13:02 · Ana: 1 paused (taken back)',
      '**Redes** · today 13:01 · Ana: 4 new',
    ]);
    const again = await sam.pressLabel(undone, /^Put back$/, /took a change back/);
    expect(text(again)).toContain(
      'Put back version 2 of Redes? It was taken back by Ana, today 13:02. 1 card is paused. Everybody keeps their',
    );
    const redone = await sam.pressLabel(again, /^Put it back$/);
    expect(rowsOf(redone).slice(0, 2)).toEqual([
      '**Redes** · today 13:03 · Sam: put a change back',
      '**Redes** · today 13:02 · Ana: took a change back',
    ]);
    expect(await asked()).toHaveLength(3);
    await sam.pressLabel(await sam.pressLabel(redone, /^Undo$/, /1 paused/), /^Take it back$/);
    expect(await asked()).toHaveLength(4);
  });

  it('tell all that taking one back does', async () => {
    await imported(networkNotes(FOUR));
    await imported(networkNotes(['IP', 'DNS', 'Proxy']));
    const question = await ana.pressLabel(await changes(), /^Deshacer$/, /Redes/);
    expect(text(question)).toContain('2 tarjetas vuelven, 1 queda en pausa. Todos conservan su progreso.');
  });

  it('hold what somebody did to one card, which comes back like any other', async () => {
    const list = await ana.command('cards', { words: 'layer' });
    const form = await openForm(ana, list, /^Editar$/);
    await ana.submit(form, { front: valuesOf(form)[0] ?? '', back: 'Otra cosa' });
    expect(text(await ana.pressLabel(await changes(), /^Deshacer$/))).toContain('1 tarjeta recupera sus palabras.');
    await ana.pressLabel(await ana.pressLabel(list, /^Pausar$/), /^Pausarla$/);
    expect(text(await ana.pressLabel(await changes(), /^Deshacer$/))).toContain('1 tarjeta vuelve.');
  });

  it('are shown five a page, and pressed on the page on which they stand', async () => {
    for (let n = 1; n <= 6; n += 1) {
      await imported(`# Mazo ${n}\n\n- **Cosa ${n}**: una cosa.`, `mazo-${n}`);
    }
    const first = await changes();
    expect(rowsOf(first)).toHaveLength(5);
    expect(text(first)).toMatch(/1–5 de [67]/);
    const second = await ana.pressLabel(first, /^Siguiente$/);
    const question = await ana.pressLabel(second, /^Deshacer$/, /Mazo 1/);
    expect(rowsOf(await ana.pressLabel(question, /^Cancelar$/))).toEqual(rowsOf(second));
    const undone = await ana.pressLabel(question, /^Deshacerla$/);
    expect(text(undone)).toMatch(/La versión 1 de Mazo 1 está deshecha[\s\S]*6–[78] de [78]/);
  });

  it('are not offered to those who may not, nor shown to them', async () => {
    await imported(networkNotes(FOUR));
    const list = await changes();
    expect(labels(await luis.command('deck'))).not.toContain('Cambios');
    expect(text(await luis.press({ action: 'deck.changes', args: ['0'] }))).toContain('Solo quienes administran');
    expect(text(await luis.pressLabel(list, /^Deshacer$/))).toContain('Solo quienes administran');
  });
});
