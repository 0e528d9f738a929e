import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeActionRef, MAX_ENCODED_LENGTH } from '../../../src/chat/action-ref.js';
import type { ChatRequest, Place, View } from '../../../src/chat/port.js';
import { addNotes } from '../../support/add-notes.js';
import { type BotUser, botUser, labels, text } from '../../support/bot-user.js';
import { createWorld, type World } from '../../support/world.js';

const LONG_NAME = 'Introducción a la administración de sistemas operativos y redes de área extensa';

let world: World;
let ana: BotUser;
let ben: BotUser;
beforeAll(async () => {
  world = await createWorld();
  await addNotes(world, 'docker.md', readFileSync('flashcards/docker.md', 'utf8'));
  await addNotes(world, 'largo.md', `# ${LONG_NAME}\n\n- **Nodo**: una máquina de la red.\n`);
  ana = botUser(world, 'Ana', ['es']);
  ben = botUser(world, 'Ben', ['en']);
});

async function gaps(): Promise<string> {
  return text(await ana.command('gaps'));
}

function buttonOf(view: View, label: RegExp) {
  const found = view.controls?.find((control) => label.test(control.label));
  if (found?.kind !== 'button') throw new Error(`no button ${label} among ${labels(view)}`);
  return found.action;
}

describe('small talk', () => {
  it.each([
    ['hola', 'Hola, Ana, qué bien verte'],
    ['Buenos días, Repaso', 'Hola, Ana, qué bien verte'],
    ['👋', 'Hola, Ana'],
    ['muchas gracias', 'De nada, Ana'],
    ['adiós', 'Hasta pronto, Ana'],
    ['vale', 'De acuerdo, Ana'],
    ['asdfghjkl', 'No te he entendido, Ana'],
    ['🐳', 'No te he entendido, Ana'],
    ['???', 'No te he entendido, Ana'],
  ])('%s is answered in a sentence with three things to try, alone and aloud, and is no gap', async (said, words) => {
    for (const view of [
      await ana.ask(said),
      await ana.ask(said, true),
      await ana.command('explain', { concept: said }),
      await ana.command('ask', { question: said }),
    ]) {
      expect(text(view)).toContain(words);
      expect(view.body).toHaveLength(1);
      expect(labels(view)).toEqual(['Empezar a repasar', '¿Qué es Rancher?', 'Ver los mazos']);
    }
    expect(await gaps()).toContain('los apuntes han respondido a todo');
  });

  it('speaks the person’s language, whatever they greet in', async () => {
    expect(text(await ben.ask('hola'))).toContain('Hello, Ben, good to see you');
  });

  it.each(['que es', 'what is', '¿por qué?'])('%s asks for nothing yet: the bot asks what', async (said) => {
    for (const aloud of [false, true]) {
      const view = await ana.ask(said, aloud);
      expect(text(view)).toContain('Dime qué concepto');
      expect(labels(view)).toEqual(['Temas de los apuntes (24)']);
    }
    expect(await gaps()).toContain('los apuntes han respondido a todo');
  });
});

describe('a command in plain words', () => {
  it.each([
    ['ayuda', 'Lo que puedo hacer'],
    ['help!', 'Lo que puedo hacer'],
    ['¿hoy?', 'Hoy'],
    ['clasificación', 'Semana'],
    ['mazos', 'Mazos'],
    ['diario activado 9', 'Mensaje diario'],
    ['repasar docker', '· 1 de'],
    ['por favor, repasar docker', '· 1 de'],
    ['exportar docker en csv', 'docker.csv'],
  ])('runs where nobody reads along: %s', async (said, words) => {
    expect(text(await ana.ask(said))).toContain(words);
  });

  it('that is for everyone is answered aloud', async () => {
    expect((await ana.ask('clasificación', true)).title).toMatch(/^Semana/);
  });

  it('that is for the person alone is behind a button, which gives it to whoever presses', async () => {
    const view = await ana.ask('Repaso, repasar docker', true);
    expect(text(view)).toContain('/repasar docker es solo para ti: pulsa, y nadie más lo ve.');
    const action = buttonOf(view, /Abrir para mí/);
    expect(action).toEqual({ action: 'command.run', args: ['review', 'deck', 'docker'] });
    const route = ben.app.route({ kind: 'action', person: ben.person, ...action });
    expect(route?.answer).toBe('private');
    expect(text(await ben.press(action))).toMatch(/· 1 of/);
  });

  it('that is too long for a button is shown as it is typed', async () => {
    const view = await ana.ask(`repasar ${LONG_NAME}`, true);
    expect(labels(view)).toEqual(['Lo que puedo hacer']);
    expect(text(view)).toContain(`/repasar ${LONG_NAME} es solo para ti: escríbelo`);
  });

  it.each([
    'importar',
    'tarjeta',
    'preguntar',
    'nueva tarjeta',
  ])('that needs a form has a button for it: %s', async (said) => {
    for (const aloud of [false, true]) {
      const action = buttonOf(await ana.ask(said, aloud), /Abrir el formulario/);
      expect((await ana.form(action)).fields.length).toBeGreaterThan(0);
    }
  });

  it('never changes how a question is answered', () => {
    for (const said of ['importar', 'repasar docker', 'clasificación', 'hola', 'qué es docker', '/nada']) {
      for (const aloud of [false, true]) {
        const event = {
          kind: 'question',
          person: ana.person,
          text: said,
          aloud,
          conversation: null,
          files: [],
        } as const;
        expect(ana.app.route(event)?.answer).toBe(aloud ? 'public' : 'private');
      }
    }
  });

  it('with a slash says what is wrong with its options', async () => {
    expect(text(await ana.ask('/hoy todo el día'))).toContain('Eso es más de lo que admite el comando. Así: /hoy');
  });

  it('that may be a question is one', async () => {
    expect(text(await ana.ask('review of the literature?'))).toContain('No encuentro «review of the literature?»');
  });
});

describe('a command that there is not', () => {
  it.each([
    ['/foo', 'There is no /foo.', ['What I can do']],
    ['/rev', 'There is no /rev. Did you mean /review?', ['/review', 'What I can do']],
    ['/rev docker', 'There is no /rev. Did you mean /review docker?', ['/review docker', 'What I can do']],
    ['/repasa', 'There is no /repasa. Did you mean /repasar?', ['/repasar', 'What I can do']],
    ['/stats', 'There is no /stats. Did you mean /today?', ['/today', 'What I can do']],
    ['/layers', 'There is no /layers.', ['Look up “layers”', 'What I can do']],
  ])('%s: %s', async (said, words, buttons) => {
    const view = await ben.ask(said);
    expect(text(view)).toContain(words);
    expect(labels(view)).toEqual(buttons);
  });

  it('is named as it is typed where names are shared', async () => {
    const place = { ...ben.place, lead: '/repaso ' };
    const view = await routed(ben, { kind: 'command', person: ben.person, command: 'rev', options: {} }, place);
    expect(text(view)).toContain('There is no /repaso rev. Did you mean /repaso review?');
  });

  it('leads to the nearest one, and to help', async () => {
    const view = await ben.ask('/rev docker');
    expect(text(await ben.pressLabel(view, /docker/))).toMatch(/· \d+ of/);
    expect((await ben.pressLabel(view, /What I can do/)).title).toBe('What I can do');
  });

  it('is asked back in plain words only where the notes do not know them', async () => {
    const view = await ben.ask('revew');
    expect(text(view)).toContain('I am not sure what “revew” means here. Did you mean /review?');
    expect(labels(view)).toEqual(['/review', 'Look up “revew”', 'What I can do']);
    expect(await gaps()).not.toContain('revew');
    await ben.pressLabel(view, /Look up/);
    expect(await gaps()).toContain('revew');
  });
});

async function routed(user: BotUser, request: ChatRequest, place: Place = user.place): Promise<View> {
  const route = user.app.route(request);
  if (route === null || route.answer === 'form') throw new Error('expected a view');
  return route.handle(place);
}

describe('what a command lacks', () => {
  it('is asked for by a form with what was given', async () => {
    const form = await ana.commandForm('alias', { alias: 'prom' });
    expect(form.title).toBe('Alias');
    expect(form.fields).toMatchObject([
      { name: 'alias', value: 'prom', required: true },
      { name: 'meaning', required: true },
    ]);
    const done = await ana.submit(form, { alias: 'prom', meaning: 'Promitius' });
    expect(text(done)).toContain('Aprendido: «prom» encuentra ya «Promitius».');
  });

  it('is asked for again where it is left out, with the rest kept', async () => {
    const form = await ana.commandForm('alias', { meaning: 'Promitius' });
    const again = await ana.submit(form, { alias: ' ', meaning: 'Promitius' });
    expect(text(again)).toContain('Falta alias. No ha cambiado nada');
    expect((await ana.form(buttonOf(again, /Abrir el formulario/))).fields).toMatchObject([
      { name: 'alias' },
      { name: 'meaning', value: 'Promitius' },
    ]);
  });

  it('is a question where /ask has none', async () => {
    const form = await ben.commandForm('ask');
    expect(form).toMatchObject({
      title: 'Ask',
      fields: [{ name: 'question', required: true, label: expect.stringContaining('light') }],
    });
    expect(text(await ben.submit(form, { question: 'what is a layer?' }))).toContain('docker.md');
  });

  it('is a topic to choose where /explain has none', async () => {
    expect(labels(await ben.command('explain'))).toEqual(['Topics in the notes (24)']);
  });

  it('is nothing where all may be left out', async () => {
    for (const command of ['alias', 'review', 'export', 'cards', 'daily']) {
      expect((await ben.command(command)).body.length).toBeGreaterThan(0);
    }
  });
});

describe('a button that runs a command', () => {
  it.each([
    { action: 'command.run', args: ['dance'] },
    { action: 'command.run', args: [] },
  ])('is unknown where there is no such command: %j', (ref) => {
    expect(ben.app.route({ kind: 'action', person: ben.person, ...ref })).toBeNull();
  });

  it('leaves out options that the command does not have', async () => {
    const view = await ben.press({ action: 'command.run', args: ['review', 'colour', 'red', 'deck'] });
    expect(text(view)).toMatch(/· \d+ of/);
  });

  it('fits wherever it is offered', async () => {
    for (const said of [`/rev ${LONG_NAME}`, LONG_NAME.slice(0, 50), `repasar ${LONG_NAME}`]) {
      for (const control of (await ana.ask(said, true)).controls ?? []) {
        if (control.kind === 'button')
          expect(encodeActionRef(control.action).length).toBeLessThanOrEqual(MAX_ENCODED_LENGTH);
      }
    }
  });
});
