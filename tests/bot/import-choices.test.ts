import { beforeEach, describe, expect, it } from 'vitest';
import type { Control, View } from '../../src/chat/port.js';
import { deckId } from '../../src/core/ids.js';
import { readDeck } from '../../src/notes/read-deck.js';
import { syncFolder } from '../../src/tutor/decks/sync-folder.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { DNS_REWRITTEN, networkNotes, ROUTER_RENAMED, TERMS, type Term, termOf } from '../support/network-notes.js';
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

async function send(who: BotUser, notes: string): Promise<View> {
  clock.now += 60_000;
  const { person, place } = who;
  const route = who.app.route({ kind: 'command', person, command: 'import', options: {} });
  if (route?.answer !== 'form') throw new Error('expected a form');
  return who.submit(await route.open(place), { text: notes, name: 'redes' });
}

async function imported(notes: string): Promise<View> {
  return ana.pressLabel(await send(ana, notes), /^Aplicar$/);
}

function selectOf(view: View): Extract<Control, { kind: 'select' }> {
  const found = (view.controls ?? []).find((control) => control.kind === 'select');
  if (found?.kind !== 'select') throw new Error(`no select among ${labels(view).join(', ')}`);
  return found;
}

function choose(who: BotUser, view: View, label: RegExp): Promise<View> {
  const select = selectOf(view);
  const option = select.options.find((each) => label.test(each.label));
  if (option === undefined) throw new Error(`no option like ${label}`);
  return who.press(select.action, option.value);
}

async function deck() {
  const cards = await world.opened.store.decks.cards(world.team, deckId('redes'));
  return cards.map(({ id, front, paused }) => ({ id, term: termOf(front), paused }));
}

describe('unclear cards of notes that were sent', () => {
  const UNCLEAR = networkNotes(['IP', 'Puerto'], [DNS_REWRITTEN, ROUTER_RENAMED]);

  it('are shown with what becomes of them as things stand', async () => {
    await imported(networkNotes(FOUR));
    const looked = await send(ana, UNCLEAR);
    expect(text(looked)).toContain('2 dudosas');
    expect(text(looked)).toContain('sin decidir: cuenta como nueva y la antigua queda en pausa');
    expect(text(looked)).toContain('sin decidir: cuenta como la misma tarjeta, con su progreso');
    expect(labels(looked)).toEqual(['Aplicar', 'Elegir (2 abiertas)', 'Cancelar']);
  });

  it('are chosen one by one, and applied as they were chosen, also after a restart', async () => {
    await imported(networkNotes(FOUR));
    const before = new Map((await deck()).map(({ term, id }) => [term, id]));
    const looked = await send(ana, UNCLEAR);
    const first = await ana.pressLabel(looked, /^Elegir/);
    expect(first.title).toBe('Tarjeta dudosa 1 de 2');
    const second = await choose(ana, first, /^1\. .*DNS/);
    expect(second.title).toBe('Tarjeta dudosa 2 de 2');
    const again = botUser(world, 'Ana', ['es'], clock);
    const all = await choose(again, second, /^Una tarjeta nueva$/);
    expect(text(all)).toContain('la misma tarjeta que la número 1, progreso conservado');
    expect(labels(all)).toEqual(['Aplicar', 'Decisiones', 'Cancelar']);
    await again.pressLabel(all, /^Aplicar$/);
    const after = await deck();
    expect(after.find(({ term }) => term === 'Resolutor')?.id).toBe(before.get('DNS'));
    expect(after.find(({ term }) => term === 'Encaminador')?.id).not.toBe(before.get('Router'));
    expect(after.find(({ term }) => term === 'Router')).toMatchObject({ id: before.get('Router'), paused: true });
  });

  it('can be left open again, and gone through in both directions', async () => {
    await imported(networkNotes(FOUR));
    const first = await ana.pressLabel(await send(ana, UNCLEAR), /^Elegir/);
    const second = await ana.pressLabel(first, /^Siguiente$/);
    const back = await ana.pressLabel(second, /^Anterior$/);
    expect(
      selectOf(back)
        .options.filter(({ selected }) => selected)
        .map(({ label }) => label),
    ).toEqual(['Decidirlo más tarde']);
    await choose(ana, back, /^Una tarjeta nueva$/);
    const there = await ana.pressLabel(second, /^Anterior$/);
    expect(there.footer).toBe('una tarjeta nueva');
    await choose(ana, there, /^Decidirlo más tarde$/);
    expect(text(await ana.pressLabel(there, /^Volver a la vista previa$/))).toContain('2 dudosas');
  });

  it('are chosen by those who may change decks alone', async () => {
    await imported(networkNotes(FOUR));
    const first = await ana.pressLabel(await send(ana, UNCLEAR), /^Elegir/);
    expect(text(await choose(luis, first, /^1\./))).toContain('Solo quienes administran');
    expect(text(await ana.pressLabel(first, /^Volver a la vista previa$/))).toContain('2 dudosas');
  });
});

describe('notes that changed on disk', () => {
  async function onDisk(notes: string) {
    clock.now += 60_000;
    const bytes = new TextEncoder().encode(notes);
    const note = { file: 'redes.md', bytes, read: readDeck('redes.md', bytes) };
    await syncFolder(
      world.at(clock.now),
      world.team,
      { notes: [note], files: new Set(['redes.md']) },
      {
        onNews: () => {},
        onError: (_, error) => {
          throw error;
        },
      },
    );
  }

  it.each([
    'today',
    'deck',
  ])('are told to who looks after the decks at the next /%s, with a way back', async (command) => {
    await onDisk(networkNotes(TERMS));
    await onDisk(networkNotes(TERMS.filter((term) => term !== 'TTL')));
    expect(text(await luis.command(command))).not.toContain('Los apuntes del disco han cambiado');
    const told = await ana.command(command);
    expect(text(told)).toContain('Los apuntes del disco han cambiado. Redes: 1 en pausa.');
    expect(text(await ana.command('today'))).not.toContain('Los apuntes del disco han cambiado');
    const changes = await ana.pressLabel(told, /^Cambios$/);
    await ana.pressLabel(await ana.pressLabel(changes, /^Deshacer$/, /Redes/), /^Deshacerla$/);
    expect((await deck()).some(({ paused }) => paused)).toBe(false);
  });

  it('that would pause much wait, and are applied or left from /deck', async () => {
    await onDisk(networkNotes(TERMS));
    await onDisk(networkNotes(['IP']));
    const told = await ana.command('deck');
    expect(text(told)).toContain('redes.md necesita tu aprobación');
    const looked = await ana.pressLabel(told, /^Apuntes: redes\.md$/);
    expect(text(looked)).toContain('redes.md ha cambiado en el disco');
    expect(labels(looked)).toEqual(['Aplicar', 'Cancelar']);
    await ana.pressLabel(looked, /^Cancelar$/);
    expect(text(await ana.command('deck'))).not.toContain('necesita tu aprobación');
    expect((await deck()).some(({ paused }) => paused)).toBe(false);
  });
});
