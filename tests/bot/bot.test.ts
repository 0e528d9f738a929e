import { beforeEach, describe, expect, it } from 'vitest';
import { parseDestination, type View } from '../../src/chat/port.js';
import { deckId } from '../../src/core/ids.js';
import { StoreUnavailable } from '../../src/tutor/errors.js';
import { zipOf } from '../formats/support.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { openForm, valuesOf } from '../support/open-form.js';
import { createWorld, DAY, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let ana: BotUser;
const clock = { now: MONDAY_NOON };

beforeEach(async () => {
  clock.now = MONDAY_NOON;
  world = await createWorld();
  ana = botUser(world, 'Ana', ['es-AR', 'en'], clock);
});

describe('/explain', () => {
  it('answers with the notes’ own words, their source and where to go from here', async () => {
    const view = await ana.command('explain', { concept: 'imagenes' });
    expect(view.title).toBe('Imágenes');
    expect(text(view)).toContain('Las imágenes son inmutables');
    expect(text(view)).toContain('Docker › Imágenes · docker.md, línea 3');
    expect(text(view)).toContain('3 tarjetas sobre esto; aún no están en tus repasos.');
    expect(labels(view).slice(0, 3)).toEqual(['Añadir a mis repasos', 'Pregúntame esto', 'Compartir con todos']);
  });

  it('adds the section to the reviews and then remembers what the learner knows of it', async () => {
    const added = await ana.pressLabel(await ana.command('explain', { concept: 'imagenes' }), /Añadir/);
    expect(text(added)).toContain('Añadidas 3 tarjetas');
    const card = await ana.pressLabel(added, /Empezar/);
    await ana.pressLabel(await ana.pressLabel(card, /Mostrar/), /Bien/);
    clock.now += DAY / 2;
    expect(text(await ana.command('explain', { concept: 'imagenes' }))).toContain('Lo repasaste hoy; vuelve mañana.');
    clock.now += 3 * DAY;
    expect(text(await ana.command('explain', { concept: 'imagenes' }))).toContain(
      'Lo repasaste hace 3 días; toca ahora.',
    );
  });

  it('says so when the notes do not know, and what is near', async () => {
    const view = await ana.command('explain', { concept: 'banana' });
    expect(text(view)).toContain('No encuentro «banana» en los apuntes.');
    expect(view.controls?.length).toBeGreaterThan(0);
  });

  it.each(['', '   '])('asks which concept for %j', async (concept) => {
    expect(text(await ana.command('explain', { concept }))).toContain('Dime qué concepto');
  });

  it.each([
    '*[x](javascript:alert(1))*',
    '@everyone',
    'a'.repeat(5000),
    '🚀',
    '`<b>`',
  ])('shows %j as text only', async (concept) => {
    const view = await ana.command('explain', { concept });
    const [block] = view.body;
    if (block?.kind !== 'text') throw new Error('expected a text');
    expect(block.markdown).not.toMatch(/(^|[^\\])\[x\]\(/);
    expect(block.markdown.length).toBeLessThan(600);
  });

  it('shares a passage without what the sharer knows of it', async () => {
    const shared = await ana.pressLabel(await ana.command('explain', { concept: 'imagenes' }), /Compartir/);
    expect(text(shared)).toContain('Ana ha compartido esto de los apuntes.');
    expect(text(shared)).not.toContain('repasos');
    // Everybody reads the notes, not everybody the sharer's language.
    const luis = botUser(world, 'Luis', ['en'], clock);
    const bySomebodyElse = await luis.pressLabel(await luis.command('explain', { concept: 'imagenes' }), /Share/);
    expect(text(bySomebodyElse)).toContain('Luis ha compartido esto de los apuntes.');
  });
});

describe('/review', () => {
  it('shows a card, hints, reveals, and says when each grade brings it back', async () => {
    const front = await ana.command('review');
    expect(front.body.slice(0, 2)).toEqual([
      { kind: 'headline', markdown: 'Las imágenes son […].' },
      { kind: 'caption', text: 'Docker · 1 de 3', bar: { value: 1, max: 3 } },
    ]);
    // How it was found often gives the answer away.
    expect(text(front)).not.toContain('Imágenes');
    const hinted = await ana.pressLabel(front, /Pista/);
    expect(text(hinted)).toContain('Pista: i·········');
    const back = await ana.pressLabel(hinted, /Mostrar/);
    expect(text(back)).toContain('Las imágenes son inmutables.');
    expect(labels(back)).toEqual([
      'Otra vez · hoy',
      'Difícil · 1 d',
      'Bien · 1 d',
      'Fácil · 1 d',
      'En los apuntes',
      'Más',
    ]);
    expect(text(back)).toContain('Docker › Imágenes · docker.md');
    expect(text(back)).toContain('Primera vez: vuelve mañana y después a los 6 días.');
    expect(back.controls?.filter((control) => control.kind === 'button' && control.style === 'primary')).toEqual([]);
  });

  it('ends with what was done and what waits', async () => {
    let view = await ana.command('review');
    for (const grade of [/Bien/, /Otra vez/, /Fácil/, /Bien/])
      view = await ana.pressLabel(await ana.pressLabel(view, /Mostrar/), grade);
    expect(view.title).toBe('Hecho');
    expect(text(view)).toContain('3 tarjetas, 2 a la primera, 1 min.');
    expect(text(view)).toContain('Has visto las 3 tarjetas. Las próximas 3 tocan mañana.');
    expect(text(view)).toContain('Se te ha resistido: ¿Qué es un layer?');
  });

  it('answers an old button kindly', async () => {
    const front = await ana.command('review');
    const back = await ana.pressLabel(front, /Mostrar/);
    await ana.pressLabel(back, /Bien/);
    expect(text(await ana.pressLabel(back, /Fácil/))).toContain('Esa respuesta ya estaba contada.');
    expect(text(await ana.pressLabel(front, /Mostrar/))).toContain('Has avanzado desde entonces');
    expect(text(await ana.press({ action: 'review.show', args: ['lost', '1'] }))).toContain('Ya no conozco ese repaso');
  });

  it('lets nobody press another person’s card', async () => {
    const front = await ana.command('review');
    const luis = botUser(world, 'Luis', ['en'], clock);
    expect(text(await luis.pressLabel(front, /Mostrar/))).toContain('That card belongs to somebody else.');
  });

  it('pauses and goes on', async () => {
    const paused = await ana.pressLabel(await ana.command('review'), /Parar/);
    expect(text(paused)).toContain('Todo está guardado');
    expect(text(await ana.pressLabel(paused, /Seguir/))).toContain('Docker · 1 de 3');
  });

  it('refuses a deck it does not have with those it has', async () => {
    const view = await ana.command('review', { deck: 'istio' });
    expect(text(view)).toContain('No tengo ningún mazo llamado «istio».');
    expect(labels(view)).toEqual(['Elige uno']);
    expect(text(await ana.press({ action: 'review.deck', args: [] }, 'Docker'))).toContain('1 de 3');
  });
});

describe('the other commands', () => {
  it('/deck shows what there is and what is due', async () => {
    const view = await ana.command('deck');
    expect(text(view)).toContain('Docker');
    expect(text(view)).toContain('3 nuevas hoy · 3 en total');
    expect(text(await ana.pressLabel(view, /^Repasar$/, /Docker/))).toContain('1 de 3');
  });

  it('/settings changes language and time zone', async () => {
    const view = await ana.command('settings');
    expect(text(view)).toContain('Madrid, España, donde son las 13:00');
    expect((await ana.press({ action: 'settings.language', args: [] }, 'en')).title).toBe('Your settings');
    const form = await ana.form({ action: 'settings.zone-form', args: [] });
    expect(text(await ana.submit(form, { zone: 'tokyo' }))).toContain('Tokyo, Japan, where it is 21:00');
    expect(text(await ana.submit(form, { zone: 'qwertyuiop' }))).toContain('Nothing was changed');
  });

  it('/daily keeps where the learner can be written to', async () => {
    await ana.command('daily', { switch: 'on' });
    const learner = await world.opened.store.learners.get(world.team, (await world.person('Ana')).id);
    expect(parseDestination(learner?.destination)).toEqual(ana.place.direct);
  });

  it('/leaderboard counts the week, in public', async () => {
    expect(text(await ana.command('leaderboard'))).toContain('Nadie ha repasado todavía esta semana.');
    await ana.pressLabel(await ana.pressLabel(await ana.command('review'), /Mostrar/), /Bien/);
    const view = await ana.command('leaderboard');
    expect(view.title).toBe('Semana 48');
    expect(text(view)).toContain('1. Ana');
    expect(text(view)).toContain('un repaso · 100');
    expect(ana.app.route({ kind: 'command', person: ana.person, command: 'leaderboard', options: {} })?.answer).toBe(
      'public',
    );
  });

  it('/help names every command once, what is for every day first', async () => {
    const daily = await ana.command('help');
    const care = await ana.pressLabel(daily, /Cuidar los apuntes/);
    const words = `${text(daily)}\n${text(care)}`;
    for (const { names } of ana.app.commands) {
      expect(words.split('\n').filter((line) => new RegExp(`^• /${names.es}[ :]`).test(line))).toHaveLength(1);
    }
    expect(text(daily)).not.toContain('/importar');
    expect(text(await ana.pressLabel(care, /Volver/))).toBe(text(daily));
  });

  it('greets a newcomer in their language with something to try, and remembers nothing of it', async () => {
    const view = await ana.app.welcome(ana.person, ana.place);
    expect(view.title).toBe('Hola, Ana');
    expect(text(view)).toContain('Hay 3 tarjetas listas en el mazo Docker.');
    expect(labels(view)).toEqual(['Empezar a repasar', '¿Qué es layer?', 'Ver los mazos']);
    const english = await ana.app.welcome({ ...ana.person, languages: ['en-US'] }, ana.place);
    expect(english.title).toBe('Hello, Ana');
  });
});

describe('what goes wrong', () => {
  it('is said calmly in the person’s language, with an id', () => {
    const failure = (error: unknown) => text(ana.app.failure(ana.person, { kind: 'error', error, ref: '7F3K' }));
    expect(failure(new StoreUnavailable('down'))).toContain('Ahora mismo no llego a mi base de datos.');
    expect(failure(new StoreUnavailable('down'))).toContain('7F3K');
    expect(failure(new Error('secret detail'))).not.toContain('secret detail');
    expect(text(ana.app.failure(ana.person, { kind: 'unknown-route', name: 'old.button' }))).toContain(
      'Eso ya no lo conozco: es de otra versión mía.',
    );
  });

  it.each([
    { action: 'review.grade', args: ['s', '1', 'perfect'] },
    { action: 'review.grade', args: ['s', 'one', 'good'] },
    { action: 'review.show', args: [] },
    { action: 'explain.open', args: ['', ''] },
  ])('a button with arguments nobody wrote is not obeyed: %j', async (ref) => {
    await expect(ana.press(ref)).rejects.toMatchObject({ name: 'UnreadableAction' });
  });
});

describe('cards from the chat', () => {
  async function make(who: BotUser, front: string, back: string) {
    const route = who.app.route({
      kind: 'command',
      person: who.person,
      command: 'card',
      options: {},
    });
    if (route?.answer !== 'form') throw new Error('expected a form');
    return who.submit(await route.open(who.place), { front, back });
  }

  it('are there for everybody at once, to be reviewed and to be asked for', async () => {
    expect(text(await make(ana, 'What is a *pod*?', 'The smallest thing that Kubernetes runs.'))).toContain(
      'Guardada en «Tarjetas del chat»',
    );
    const luis = botUser(world, 'Luis', ['es'], clock);
    expect(text(await luis.command('explain', { concept: 'what is a pod' }))).toContain('The smallest thing');
    expect(text(await make(ana, 'what is a *POD*?', 'Something else'))).toContain('El mazo ya pregunta esto.');
  });

  it('wait for those who manage the place when somebody else makes them', async () => {
    const luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
    expect(text(await make(luis, 'What is a node?', 'A machine of the cluster.'))).toContain('Gracias.');
    expect(text(await luis.command('queue'))).toContain('Solo quienes administran este lugar');

    const waiting = await ana.command('queue');
    expect(text(waiting)).toMatch(/Una propuesta[\s\S]*Luis propone:[\s\S]*What is a node\?[\s\S]*A machine/);
    expect(text(await ana.pressLabel(waiting, /Aceptar/))).toContain('Aceptada.');
    expect(text(await luis.command('explain', { concept: 'what is a node' }))).toContain('A machine of the cluster.');
    expect(text(await ana.pressLabel(waiting, /Aceptar/))).toContain('Alguien ya ha decidido esto');
  });

  it('can be edited before they are accepted, and dropped', async () => {
    const luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
    await make(luis, '**one**?', 'first');
    clock.now += 1;
    await make(luis, 'two?', 'second');
    const waiting = await ana.command('queue');
    const form = await openForm(ana, waiting, /^Editar$/);
    expect(form.title).toBe('Editar la propuesta');
    expect(valuesOf(form)).toEqual(['one?', 'first']);
    const next = await ana.submit(form, { front: 'one, really?', back: 'first' });
    expect(text(next)).toContain('two?');
    const chat = await world.opened.store.decks.cards(world.team, deckId('@chat'));
    expect(chat.map(({ front }) => front)).toEqual(['**one**, really?']);
    expect(text(await ana.pressLabel(next, /Descartar/))).toContain('No espera ninguna propuesta.');
  });

  it('wait again when they were dropped by mistake', async () => {
    const luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
    await make(luis, 'one?', 'first');
    const dropped = await ana.pressLabel(await ana.command('queue'), /^Descartar$/);
    expect(text(dropped)).toMatch(/Descartada\.[\s\S]*No espera ninguna propuesta/);
    expect(text(await luis.pressLabel(dropped, /^Restaurar$/))).toContain('Solo quienes administran');
    const back = await ana.pressLabel(dropped, /^Restaurar$/);
    expect(text(back)).toMatch(/espera otra vez[\s\S]*Luis propone:[\s\S]*one\?/);
    await ana.pressLabel(back, /^Aceptar$/);
    expect(text(await ana.pressLabel(dropped, /^Restaurar$/))).toContain('Alguien ya ha decidido esto');
  });
});

describe('/import', () => {
  async function open(who: BotUser) {
    const route = who.app.route({
      kind: 'command',
      person: who.person,
      command: 'import',
      options: {},
    });
    if (route?.answer !== 'form') throw new Error('expected a form');
    return route.open(who.place);
  }
  const NOTES =
    '# Redes\n\n- **IP**: número que identifica una máquina en una red.\n- **Puerto**: número de un servicio en una máquina.\n';

  it('shows what notes would become before anything changes, and applies it when asked', async () => {
    const looked = await ana.submit(await open(ana), { text: NOTES, name: 'redes' });
    expect(text(looked)).toMatch(/^2 nuevas\.$/m);
    expect(text(looked)).toContain('IP');
    expect(text(await ana.command('explain', { concept: 'puerto' }))).not.toContain('número de un servicio');
    expect(text(await ana.pressLabel(looked, /Aplicar/))).toContain('Hecho: ');
    expect(text(await ana.command('explain', { concept: 'puerto' }))).toContain('número de un servicio');
    expect(text(await ana.pressLabel(looked, /Aplicar/))).toContain('Alguien ya ha decidido esto');
    expect(text(await ana.submit(await open(ana), { text: NOTES, name: 'redes' }))).toContain(
      'El mazo ya tiene todo esto.',
    );
  });

  it('keeps notes of others until somebody who may applies them', async () => {
    const luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
    const looked = await luis.submit(await open(luis), { text: NOTES, name: 'redes' });
    expect(labels(looked)).toEqual(['Cancelar']);
    expect(text(looked)).toContain('Aún no ha cambiado nada');
    const shown = await ana.pressLabel(await ana.command('queue'), /Apuntes: redes\.md/);
    expect(text(await ana.pressLabel(shown, /Aplicar/))).toContain('Hecho: ');
  });

  it.each([
    [{}, 'Envía un archivo'],
    [{ text: '# Solo un título' }, 'No encuentro ninguna tarjeta'],
  ])('says what is wrong with %j', async (values, words) => {
    expect(text(await ana.submit(await open(ana), values))).toContain(words);
  });

  it('takes a file, and refuses what is none of notes or too large', async () => {
    const form = await open(ana);
    const file = (name: string, size: number) => ({
      file: { name, size, read: async () => new TextEncoder().encode(NOTES) },
    });
    expect(text(await ana.submit(form, {}, file('redes.md', 10)))).toMatch(/2 nuevas/);
    expect(text(await ana.submit(form, {}, file('photo.png', 10)))).toContain('.md, .markdown, .txt');
    expect(text(await ana.submit(form, {}, file('redes.md', 11 * 1024 * 1024)))).toContain('10 MB');
  });

  const files = (name: string, content: string | Uint8Array) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return { file: { name, size: bytes.length, read: async () => bytes } };
  };

  it('takes files of cards and zips, shown as a difference and applied when asked', async () => {
    const form = await open(ana);
    const looked = await ana.submit(form, {}, files('numeros.csv', 'front,back\nuno,one\ndos,two\n'));
    expect(text(looked)).toMatch(/Vista previa: numeros.csv[\s\S]*numeros: 2 nuevas\.[\s\S]*uno → one/);
    const done = await ana.pressLabel(looked, /Aplicar/);
    expect(text(done)).toMatch(/Hecho: numeros\.csv\.[\s\S]*2 nuevas/);
    expect(labels(done).some((label) => label.startsWith('Deshacer'))).toBe(true);
    const zip = zipOf({ 'redes.md': NOTES, 'numeros.csv': 'front,back\nuno,one\ntres,three\n' });
    const both = await ana.submit(form, {}, files('todo.zip', zip));
    expect(text(both)).toMatch(/2 nuevas\.[\s\S]*numeros: 1 nueva, 1 sin cambios\./);
    expect(text(await ana.pressLabel(both, /Cancelar/))).toContain('Cancelado. No ha cambiado nada.');
  });

  it('keeps files of others until somebody who may applies them', async () => {
    const luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
    const sent = await luis.submit(await open(luis), {}, files('letras.csv', 'front,back\nalfa,α\n'));
    expect(labels(sent)).toEqual(['Cancelar']);
    expect(text(sent)).toContain('Aún no ha cambiado nada');
    const shown = await ana.pressLabel(await ana.command('queue'), /Apuntes: letras\.csv/);
    expect(text(shown)).toContain('alfa → α');
    expect(text(await ana.pressLabel(shown, /Aplicar/))).toContain('Hecho: letras.csv.');
  });

  it.each([
    ['a.apkg', 'x', 'a.apkg está dañado'],
    ['a.json', '{}', 'a.json no trae tarjetas'],
    ['a.zip', zipOf({ 'a.png': 'x' }), 'En a.zip no hay ninguna tarjeta.'],
    ['a.zip', zipOf({ '../a.md': 'x' }), 'no lo he abierto'],
  ])('says why %s is not taken', async (name, content, words) => {
    expect(text(await ana.submit(await open(ana), {}, files(name, content)))).toContain(words);
  });
});

describe('/export', () => {
  const content = (view: View) => new TextDecoder().decode(view.file?.bytes);

  it('asks which kind of file, and gives it with the words of what it holds', async () => {
    const asked = await ana.command('export');
    expect(labels(asked)).toEqual(['JSON', 'CSV', 'Anki', 'Markdown']);
    const given = await ana.pressLabel(asked, /CSV/);
    expect(text(given)).toContain('Aquí está repaso.csv: 3 tarjetas de un mazo.');
    expect(given.file?.name).toBe('repaso.csv');
    expect(content(given)).toContain('¿Qué es un **layer**?');
    const deck = await ana.command('export', { deck: 'docker' });
    expect((await ana.pressLabel(deck, /Anki/)).file?.name).toBe('docker.apkg');
  });

  it.each(['apkg', 'csv', 'json', 'zip'])('gives one deck as %s at once', async (format) => {
    const given = await ana.command('export', { deck: 'Docker', format });
    expect(given.file?.name).toBe(`docker.${format}`);
    expect(given.file?.bytes.length).toBeGreaterThan(50);
  });

  it('holds the progress of who asks, and of nobody else', async () => {
    const luis = botUser(world, 'Luis', ['es'], clock);
    for (const who of [ana, luis]) {
      const shown = await who.pressLabel(await who.command('review', { deck: 'docker' }), /Mostrar/);
      await who.pressLabel(shown, /Bien/);
    }
    const given = await ana.command('export', { format: 'json' });
    expect(text(given)).toContain('Lleva tu progreso, y el de nadie más.');
    expect(content(given)).toContain(
      `"id":"${ana.person.id}"`.replace(':', content(given).includes('"id": "') ? ': ' : ':'),
    );
    expect(content(given)).not.toContain(luis.person.id);
    expect(content(given)).not.toContain('Luis');
  });

  it('says so where there is no such deck', async () => {
    expect(text(await ana.command('export', { deck: 'zeppelin', format: 'csv' }))).toContain('zeppelin');
    expect((await ana.command('export', { deck: 'zeppelin' })).file).toBeUndefined();
  });

  it('comes back by /import as it was', async () => {
    const { file } = await ana.command('export', { format: 'apkg' });
    const route = ana.app.route({
      kind: 'command',
      person: ana.person,
      command: 'import',
      options: {},
    });
    if (route?.answer !== 'form' || file === undefined) throw new Error('expected a form and a file');
    const sent = { file: { name: file.name, size: file.bytes.length, read: async () => file.bytes } };
    expect(text(await ana.submit(await route.open(ana.place), {}, sent))).toContain('El mazo ya tiene todo esto.');
  });
});
