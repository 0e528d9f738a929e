import { beforeEach, describe, expect, it } from 'vitest';
import type { SentFile } from '../../../src/chat/port.js';
import { type BotUser, botUser, labels, text } from '../../support/bot-user.js';
import { createWorld, type World } from '../../support/world.js';

const NOTES = '# Redes\n\n- **IP**: número que identifica una máquina.\n- **Puerto**: número de un servicio.\n';

function file(name: string, content = NOTES): SentFile {
  const bytes = new TextEncoder().encode(content);
  return { name, size: bytes.length, read: async () => bytes };
}

let world: World;
let ana: BotUser;
let luis: BotUser;
beforeEach(async () => {
  world = await createWorld();
  ana = botUser(world, 'Ana', ['es']);
  luis = botUser(world, 'Luis', ['es'], undefined, { manages: false });
});

describe('a file of notes in a direct message', () => {
  it.each([
    '',
    'importar',
    'aquí van mis apuntes',
    'hola',
  ])('is looked at as /import does, and nothing more: %j', async (words) => {
    const view = await ana.ask(words, false, [file('redes.md')]);
    expect(view.title).toBe('Vista previa: Redes');
    expect(text(await ana.command('explain', { concept: 'puerto' }))).not.toContain('número de un servicio');
    expect(text(await ana.pressLabel(view, /Aplicar/))).toContain('Hecho: ');
    expect(text(await ana.command('explain', { concept: 'puerto' }))).toContain('número de un servicio');
  });

  it('with a question: the answer, and the file behind a button', async () => {
    const view = await ana.ask('¿qué es un layer?', false, [file('redes.md')]);
    expect(text(view)).toContain('Una capa de la imagen');
    const looked = await ana.pressLabel(view, /^Ver redes\.md$/);
    expect(labels(looked)).toContain('Aplicar');
  });

  it('waits for those who may, where the sender may not', async () => {
    const view = await luis.ask('¿qué es un layer?', false, [file('redes.md')]);
    expect(text(view)).toMatch(/Una capa de la imagen[\s\S]*Aún no ha cambiado nada/);
    expect(labels(view).filter((label) => label.startsWith('Ver'))).toEqual([]);
    expect(labels(await ana.command('queue'))).toContain('Apuntes: redes.md');
  });

  it('is told of where it holds no card, beside the answer', async () => {
    const view = await ana.ask('¿qué es un layer?', false, [file('vacío.md', '# Nada')]);
    expect(text(view)).toMatch(/Una capa de la imagen[\s\S]*No encuentro ninguna tarjeta/);
  });

  it('of cards too, and several at once', async () => {
    const cards = file('numeros.csv', 'front,back\nuno,one\n');
    const view = await ana.ask('', false, [cards, file('redes.md')]);
    expect(view.title).toContain('numeros.csv');
    expect(labels(await ana.pressLabel(view, /^Ver redes\.md$/))).toContain('Aplicar');
  });
});

describe('any other file', () => {
  it('leaves the words to be answered, and says which files are read', async () => {
    const view = await ana.ask('¿qué es un layer?', false, [file('foto.png')]);
    expect(text(view)).toMatch(/Una capa de la imagen[\s\S]*Leo apuntes \(\.md/);
    expect(text(await ana.ask('', false, [file('foto.png')]))).toMatch(/^Leo apuntes \(\.md/);
  });

  it('beside notes leaves the notes to be looked at', async () => {
    const view = await ana.ask('', false, [file('foto.png'), file('redes.md')]);
    expect(view.title).toBe('Vista previa: Redes');
    expect(text(view)).toContain('Leo apuntes (.md');
  });
});

describe('a file where others read along', () => {
  it('is not looked at: it is said where it is', async () => {
    const view = await ana.ask('¿qué es un layer?', true, [file('redes.md')]);
    expect(text(view)).toMatch(/Una capa de la imagen[\s\S]*en un mensaje directo, o aquí con \/importar/);
    expect(text(await ana.ask('', true, [file('redes.md')]))).toContain('en un mensaje directo');
    expect(await world.opened.store.drafts.waiting(world.team, 'import', 5)).toEqual([]);
  });
});

it('is read by nobody where it is too large', async () => {
  const huge: SentFile = { name: 'a.md', size: 11 * 1024 * 1024, read: () => Promise.reject(new Error('read')) };
  expect(text(await ana.ask('', false, [huge]))).toContain('10 MB');
});
