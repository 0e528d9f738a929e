import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { addNotes, writtenCard } from '../support/add-notes.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
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

function rowsOf(view: View): readonly string[] {
  return view.body.flatMap((block) => (block.kind === 'rows' ? block.rows.map(({ markdown }) => markdown) : []));
}

describe('/deck', () => {
  it('has a row for each deck with its bar and its button, eight a page', async () => {
    for (let n = 1; n <= 9; n += 1) {
      await addNotes(world, `mazo-${n}.md`, `# Mazo ${n}\n\n${writtenCard(`¿Qué es la cosa ${n}?`, 'Una cosa.')}`);
    }
    const first = await luis.command('deck');
    expect(rowsOf(first)).toHaveLength(8);
    expect(first.body.flatMap((block) => (block.kind === 'rows' ? block.rows.map(({ bar }) => bar) : []))[0]).toEqual({
      value: 0,
      max: 3,
    });
    expect(labels(first)).toEqual([...Array(8).fill('Repasar'), 'Siguiente', '¿Cuánto me costará un mazo?']);
    const second = await luis.pressLabel(first, /^Siguiente$/);
    expect(text(second)).toContain('9–10 de 10');
    expect(rowsOf(second)).toHaveLength(2);
    expect(text(await luis.pressLabel(second, /^Repasar$/, /Mazo 9/))).toContain('¿Qué es la cosa 9?');
  });

  it('leads to its changes those who may take them back, where there are any', async () => {
    expect(labels(await ana.command('deck'))).toEqual(['Repasar', 'Cambios', '¿Cuánto me costará un mazo?']);
    expect(labels(await luis.command('deck'))).toEqual(['Repasar', '¿Cuánto me costará un mazo?']);
  });
});

describe('/editors', () => {
  it('lets those who manage the place name who may change its decks, and take it back', async () => {
    expect(text(await luis.command('editors'))).toContain('Solo quienes administran este lugar');
    const people = await ana.command('editors');
    expect(rowsOf(people)).toEqual(['Luis']);
    const named = await ana.pressLabel(people, /^Nombrar$/, /Luis/);
    expect(text(named)).toContain('Luis ya puede cambiar los mazos.');
    expect(rowsOf(named)).toEqual(['**Luis** · puede cambiar los mazos']);
    expect(text(await luis.command('queue'))).toContain('No espera ninguna propuesta.');
    expect(text(await luis.pressLabel(people, /^Nombrar$/))).toContain('Solo quienes administran este lugar');
    const removed = await ana.pressLabel(named, /^Quitar$/, /Luis/);
    expect(text(removed)).toContain('Luis ya no puede cambiar los mazos.');
    expect(text(await luis.command('queue'))).toContain('Solo quienes administran este lugar');
  });

  it('lists those who are named first, eight people a page, and says so where nobody is there', async () => {
    expect(text(await ana.command('editors'))).toContain('Aún no ha aprendido nadie más aquí.');
    for (const name of ['Bea', 'Cai', 'Dan', 'Eva', 'Fer', 'Gil', 'Hugo', 'Iris', 'Zoe']) await world.person(name);
    const first = await ana.command('editors');
    expect(rowsOf(first)).toHaveLength(8);
    const second = await ana.pressLabel(first, /^Siguiente$/);
    expect(rowsOf(second)).toEqual(['Zoe']);
    await ana.pressLabel(second, /^Nombrar$/);
    expect(rowsOf(await ana.command('editors'))[0]).toBe('**Zoe** · puede cambiar los mazos');
  });
});
