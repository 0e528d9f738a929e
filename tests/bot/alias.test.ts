import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLookups } from '../../src/tutor/lookups.js';
import { addNotes } from '../support/add-notes.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
let ana: BotUser;
let luis: BotUser;

beforeEach(async () => {
  world = await createWorld();
  ana = botUser(world, 'Ana', ['es']);
  luis = botUser(world, 'Luis', ['es'], undefined, { manages: false });
});
afterEach(() => world.close());

describe('/alias', () => {
  it('teaches another name, which the next question knows, on every replica', async () => {
    expect(text(await luis.command('explain', { concept: 'plantillas doradas' }))).toContain('No encuentro');
    const taught = await ana.command('alias', { alias: 'plantillas doradas', meaning: 'Imágenes' });
    expect(text(taught)).toContain('Aprendido: «plantillas doradas» encuentra ya «Imágenes».');
    // Each person of these tests has a bot of their own: Luis's is another replica.
    const found = await luis.command('explain', { concept: 'plantilla dorada' });
    expect(found.title).toBe('Imágenes');
    const who = { person: luis.person, place: luis.place };
    const suggested = await luis.app.suggest({ ...who, command: 'explain', option: 'concept', typed: 'plantillas d' });
    expect(suggested).toEqual([{ label: 'Imágenes', value: 'Imágenes' }]);
  });

  it('says when the notes have nothing by that name yet', async () => {
    const taught = await ana.command('alias', { alias: 'zyx', meaning: 'qwopfnord' });
    expect(text(taught)).toContain('Los apuntes aún no dicen nada de eso.');
  });

  it('keeps what others suggest until somebody who may decides', async () => {
    const offered = await luis.command('alias', { alias: 'capota', meaning: 'layer' });
    expect(text(offered)).toContain('Gracias. Quien cuida los mazos');
    expect(text(await ana.command('explain', { concept: 'capota' }))).toContain('No encuentro');
    expect(labels(await luis.command('alias'))).toEqual([]);
    const list = await ana.command('alias');
    expect(text(list)).toContain('Luis propone: capota = layer');
    const accepted = await ana.pressLabel(list, /Aceptar/);
    expect(text(accepted)).toMatch(/Aceptada\.[\s\S]*capota = layer/);
    expect(text(await ana.pressLabel(list, /Descartar/))).toContain('Alguien ya ha decidido esto');
    expect((await ana.command('explain', { concept: 'capota' })).title).toBe('layer');
  });

  it('takes one back', async () => {
    await ana.command('alias', { alias: 'capota', meaning: 'layer' });
    expect(text(await luis.press({ action: 'alias.remove', args: [] }, 'capota'))).toContain(
      'Solo quienes administran',
    );
    expect(text(await ana.press({ action: 'alias.remove', args: [] }, 'capota'))).toContain('Quitado.');
    expect(text(await ana.command('explain', { concept: 'capota' }))).toContain('No encuentro');
  });

  it.each([
    [{ alias: '🚀', meaning: 'layer' }],
    [{ alias: 'layer', meaning: 'Layer' }],
    [{ alias: 'a'.repeat(61), meaning: 'layer' }],
  ])('refuses %j kindly', async (options) => {
    expect(text(await ana.command('alias', options))).toContain('Un alias necesita dos nombres distintos');
  });
});

describe('what one replica learns', () => {
  it('is searchable on the other at once: notes, their aliases, and what they lose', async () => {
    const [here, there] = [createLookups(world.opened.store), createLookups(world.opened.store)];
    const titles = async (query: string) =>
      (await Promise.all([here, there].map((each) => each.of(world.team)))).map(
        (lookup) => lookup.find(query).answer?.passage.title ?? null,
      );
    expect(await titles('helm')).toEqual([null, null]);
    await addNotes(
      world,
      'helm.md',
      '---\naliases:\n  timonel: Helm\n---\n# Helm\n\n- **Helm**: gestor de paquetes.\n',
    );
    expect(await titles('helm')).toEqual(['Helm', 'Helm']);
    expect(await titles('timonel')).toEqual(['Helm', 'Helm']);
    await addNotes(world, 'helm.md', '# Paquetes\n\n- **Paquete**: conjunto de archivos.\n');
    expect(await titles('timonel')).toEqual([null, null]);
  });

  it('costs the memory of the workspaces used last only', async () => {
    const { store } = world.opened;
    let built = 0;
    const passages = (team: typeof world.team) => {
      built += 1;
      return store.decks.passages(team);
    };
    const decks = { ...store.decks, passages };
    const lookups = createLookups({ ...store, decks }, 1);
    const other = await createWorld();
    for (const team of [world.team, world.team, other.team, world.team]) await lookups.of(team);
    expect(built).toBe(3);
  });
});
