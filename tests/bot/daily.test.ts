import { beforeEach, describe, expect, it } from 'vitest';
import { commandWords } from '../../src/bot/slack-words.js';
import { parseCommand } from '../../src/chat/parse-command.js';
import type { Control, View } from '../../src/chat/port.js';
import { sessionId } from '../../src/core/ids.js';
import { localDate } from '../../src/core/local-date.js';
import { type BotUser, botUser, type Clock, labels, text } from '../support/bot-user.js';
import { createWorld, HOUR, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let clock: Clock;
let ana: BotUser;
beforeEach(async () => {
  world = await createWorld();
  clock = { now: MONDAY_NOON };
  ana = botUser(world, 'Ana', ['es'], clock);
});

function selectOf(view: View): Extract<Control, { kind: 'select' }> {
  const found = view.controls?.find((control) => control.kind === 'select');
  if (found?.kind !== 'select') throw new Error('no select');
  return found;
}

describe('/daily', () => {
  it.each([
    [{}, 'Desactivado.'],
    [{ switch: 'on' }, 'Activado, cada día a las 09:00 (Madrid, España). El primero llega mañana a las 09:00.'],
    [{ switch: 'on', hour: '7' }, 'El primero llega mañana a las 07:00.'],
    [{ switch: 'on', hour: '21' }, 'El primero llega hoy a las 21:00.'],
    [{ hour: '22:15' }, 'Activado, cada día a las 22:15'],
    [{ switch: 'on 9:30' }, 'Activado, cada día a las 09:30'],
    [{ switch: '9am' }, 'Activado, cada día a las 09:00'],
    [{ switch: 'sí', hour: 'a las 20' }, 'Activado, cada día a las 20:00'],
    [{ switch: 'las 9 y media' }, 'Activado, cada día a las 09:30'],
    [{ switch: 'no' }, 'Desactivado.'],
    [{ switch: 'apagar' }, 'Desactivado.'],
    [{ switch: 'on', hour: '24:30' }, 'No sé qué significa «24:30» aquí. No he cambiado nada.'],
    [{ switch: 'on', hour: 'nein' }, 'No sé qué significa «nein» aquí.'],
    [{ switch: 'maybe' }, 'No sé qué significa «maybe» aquí.'],
  ])('%j says %j', async (options, expected) => {
    expect(text(await ana.command('daily', options))).toContain(expected);
  });

  it.each([
    ['on 9:30', '09:30'],
    ['9:30', '09:30'],
    ['9:30pm', '21:30'],
    ['9:05 pm', '21:05'],
    ['on 9', '09:00'],
    ['on at 9', '09:00'],
    ['las 9 y media', '09:30'],
    ['sí a las 20:45', '20:45'],
    ['half past nine', '09:30'],
    ['12:00', '12:00'],
    ['"9 pm"', '21:00'],
    ['hour:8', '08:00'],
    ['hora: 8:15', '08:15'],
    ['switch:on hour:8:15', '08:15'],
    ['estado = activado hora = 7', '07:00'],
  ])('the line /daily %s is for %s', async (line, time) => {
    const spec = ana.app.commands.find(({ name }) => name === 'daily');
    if (spec === undefined) throw new Error('no /daily');
    const parsed = parseCommand(spec, line, commandWords(['es']));
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(text(await ana.command('daily', parsed.options))).toContain(`cada día a las ${time}`);
  });

  it('keeps the minutes, and takes them from a select and a form', async () => {
    const view = await ana.command('daily', { hour: '9:30' });
    const times = selectOf(view);
    expect(times.options).toHaveLength(25);
    expect(times.options.find(({ selected }) => selected)?.label).toBe('09:30');
    expect(text(await ana.press(times.action, '21:00'))).toContain('cada día a las 21:00');
    expect(labels(view)).toContain('Otra hora');
    const form = await ana.form({ action: 'daily.time-form', args: [] });
    expect(text(await ana.submit(form, { time: 'las 8 y cuarto de la tarde' }))).toContain('cada día a las 20:15');
    const refused = await ana.submit(form, { time: 'pronto' });
    expect(text(refused)).toContain('No sé qué significa «pronto» aquí.');
    expect(text(await ana.pressLabel(refused, /Mensaje diario/))).toContain('cada día a las 20:15');
  });

  it('turns on again at the time that was set', async () => {
    await ana.command('daily', { hour: '7:45' });
    const off = await ana.pressLabel(await ana.command('daily'), /Desactivar/);
    expect(text(off)).toContain('Desactivado.');
    expect(text(off)).not.toContain('llega');
    expect(text(await ana.pressLabel(off, /Activar/))).toContain('cada día a las 09:00');
  });

  it('says when the next one comes once there was one', async () => {
    await ana.command('daily', { hour: '21' });
    const learner = await world.person('Ana');
    const { deliveries } = world.opened.store;
    const on = localDate('2026-11-23');
    await deliveries.claim(
      { workspaceId: world.team, learnerId: learner.id, on, sessionId: sessionId('s') },
      world.at(clock.now).now,
      world.at(clock.now + HOUR).now,
    );
    expect(text(await ana.command('daily'))).toContain('El próximo llega mañana a las 21:00.');
    expect(text(await ana.command('daily', { hour: '22' }))).toContain('El próximo llega mañana a las 22:00.');
  });

  it('goes on at another clock where the person moves', async () => {
    await ana.command('daily', { hour: '14' });
    const form = await ana.form({ action: 'settings.zone-form', args: [] });
    expect(text(await ana.submit(form, { zone: 'Tokio' }))).toContain('Activado, cada día a las 14:00 (Tokio, Japón).');
    expect(text(await ana.command('daily'))).toContain('El primero llega mañana a las 14:00.');
  });

  it.each([
    ['switch', '', ['activado', 'desactivado']],
    ['switch', 'o', ['activado', 'desactivado']],
    ['switch', 'des', ['desactivado']],
    ['switch', 'sí', ['activado']],
    ['switch', 'on 9:30', ['Activado, cada día a las 09:30']],
    ['switch', '9 pm', ['Activado, cada día a las 21:00']],
    ['switch', 'xyz', []],
    ['hour', '9:4', []],
    ['hour', '21:15', ['21:15']],
    ['hour', '2', ['02:00']],
    ['hour', '1x', []],
    ['hour', 'noon', ['12:00']],
  ])('offers for the %s %j: %j', async (option, typed, offered) => {
    const { person, place } = ana;
    const found = await ana.app.suggest({ person, place, command: 'daily', option, typed });
    expect(found.map(({ label }) => label)).toEqual(offered);
    for (const { value } of found) {
      expect(text(await ana.command('daily', { [option]: value }))).not.toContain('No sé qué significa');
    }
  });
});

describe('the time zone', () => {
  const type = async (zone: string) => ana.submit(await ana.form({ action: 'settings.zone-form', args: [] }), { zone });

  it('is asked with each place’s time beside it, and taken by the choice', async () => {
    const view = await type('Guadalajara');
    expect(text(view)).toContain('«Guadalajara» puede ser más de una zona horaria. ¿Cuál es la tuya?');
    const { options, action } = selectOf(view);
    expect(options.map(({ label }) => label)).toEqual(['Guadalajara, México · 06:00', 'Guadalajara, España · 13:00']);
    expect(options.map(({ value }) => value)).toEqual(['America/Mexico_City', 'Europe/Madrid']);
    expect(text(await ana.press(action, 'America/Mexico_City'))).toContain(
      'Ciudad de México, México, donde son las 06:00',
    );
  });

  it('says so where it is the one that is set', async () => {
    expect(text(await type('Bilbao'))).toContain('Esa ya es tu zona horaria.');
  });

  it('is no more than a question after a slip of the finger', async () => {
    const view = await type('Mardid');
    expect(text(view)).toContain('No conozco ningún lugar llamado «Mardid». No he cambiado nada.');
    expect(selectOf(view).options[0]).toEqual({ label: 'Madrid, España · 13:00', value: 'Europe/Madrid' });
    expect(labels(await type('qwertyuiop'))).toEqual(['Cambiar la zona horaria']);
  });

  it('is written by nobody’s markup', async () => {
    expect(text(await type('<@U1> *x*'))).toContain('<@U1> *x*');
  });
});
