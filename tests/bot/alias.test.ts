import { beforeEach, describe, expect, it } from 'vitest';
import { createLookups } from '../../src/tutor/ask/lookups.js';
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
    expect(labels(await luis.command('alias'))).toEqual(['Enseñar otro nombre']);
    const list = await ana.command('alias');
    expect(text(list)).toContain('Luis propone: capota = layer');
    const accepted = await ana.pressLabel(list, /^Aceptar$/, /capota/);
    expect(text(accepted)).toMatch(/Aceptada\.[\s\S]*capota = layer/);
    expect(text(await ana.pressLabel(list, /Descartar/))).toContain('Alguien ya ha decidido esto');
    expect((await ana.command('explain', { concept: 'capota' })).title).toBe('layer');
  });

  it('lets a suggestion wait again that was dropped by mistake', async () => {
    await luis.command('alias', { alias: 'capota', meaning: 'layer' });
    const dropped = await ana.pressLabel(await ana.command('alias'), /^Descartar$/);
    expect(text(dropped)).toContain('Descartada.');
    expect(text(await luis.pressLabel(dropped, /^Restaurar$/))).toContain('Solo quienes administran');
    const back = await ana.pressLabel(dropped, /^Restaurar$/);
    expect(text(back)).toMatch(/espera otra vez[\s\S]*Luis propone: capota = layer/);
    await ana.pressLabel(back, /^Aceptar$/);
    expect(text(await ana.pressLabel(dropped, /^Restaurar$/))).toContain('Alguien ya ha decidido esto');
  });

  it('takes one back after a question, and puts it back', async () => {
    await ana.command('alias', { alias: 'capota', meaning: 'layer' });
    const list = await ana.command('alias');
    expect(labels(await luis.command('alias'))).toEqual(['Enseñar otro nombre']);
    const asked = await ana.pressLabel(list, /^Quitar$/, /capota/);
    expect(text(asked)).toContain('¿Quitar «capota»? Quien pregunte por él ya no encuentra «layer».');
    expect(text(await ana.pressLabel(asked, /^Cancelar$/))).toContain('capota = layer');
    for (const view of [list, asked]) {
      expect(text(await luis.pressLabel(view, /^Quitar$/))).toContain('Solo quienes administran');
    }
    const removed = await ana.pressLabel(asked, /^Quitar$/);
    expect(text(removed)).toContain('Quitado: «capota».');
    expect(text(await ana.command('explain', { concept: 'capota' }))).toContain('No encuentro');
    expect(text(await ana.pressLabel(asked, /^Quitar$/))).toContain('Alguien ya ha decidido esto');
    expect(text(await ana.pressLabel(removed, /^Restaurar$/))).toMatch(/Restaurado[\s\S]*capota = layer/);
    expect((await ana.command('explain', { concept: 'capota' })).title).toBe('layer');
    expect(text(await ana.pressLabel(removed, /^Restaurar$/))).toContain('Ya no conozco ese nombre.');
  });

  it('shows six names a page and two suggestions above them, whatever alphabet a name has', async () => {
    const names = ['α', 'контейнер-с-приложением', 'コンテナ仮想化技術の概要', 'd', 'e', 'f', 'g', 'z'.repeat(60)];
    for (const name of names) await ana.command('alias', { alias: name, meaning: 'layer' });
    for (const name of ['uno', 'dos', 'tres']) await luis.command('alias', { alias: name, meaning: 'layer' });
    const first = await ana.command('alias');
    expect(labels(first).filter((label) => label === 'Quitar')).toHaveLength(6);
    expect(labels(first).filter((label) => label === 'Aceptar')).toHaveLength(2);
    expect(text(first)).toMatch(/Espera una propuesta más\.[\s\S]*1–6 de 8/);
    const second = await ana.pressLabel(first, /^Siguiente$/);
    const asked = await ana.pressLabel(second, /^Quitar$/, /コンテナ/);
    const removed = await ana.pressLabel(asked, /^Quitar$/);
    expect(text(removed)).toContain('7 de 7');
    expect(text(await ana.pressLabel(removed, /^Restaurar$/))).toContain('7–8 de 8');
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
