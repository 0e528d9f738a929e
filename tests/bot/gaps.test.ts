import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { searchWords } from '../../src/language/search-words.js';
import { meaningOf } from '../../src/lookup/text/meaning.js';
import { CHAT_NOTES } from '../../src/tutor/decks/add-note.js';
import { type BotUser, botUser, labels, rowOf, text } from '../support/bot-user.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

const NONE = 'Hasta ahora los apuntes han respondido a todo.';

let world: World;
let ana: BotUser;
let luis: BotUser;
const clock = { now: MONDAY_NOON };

beforeEach(async () => {
  world = await createWorld();
  ana = botUser(world, 'Ana', ['es'], clock);
  luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
});

describe('a gap', () => {
  it.each([
    'torre',
    'tower',
    'mesa',
    'cancer',
    'I think the server is down again',
    'borra el mazo de docker',
    'delete the deck please',
    'hoy no puedo ir a la reunión',
    'my dog ate my homework',
  ])('is not made of “%s”, unless somebody wants to be told', async (said) => {
    const view = await luis.ask(said);
    await luis.command('explain', { concept: said });
    expect(text(await ana.command('gaps'))).toContain(NONE);
    if (!labels(view).includes('Avísame')) return;
    await luis.pressLabel(view, /^Avísame$/);
    expect(text(await ana.command('gaps'))).toContain('Luis quiere que le avise');
  });

  it.each([
    '¿qué es una torre?',
    'what is a tower?',
    'istio',
    'service mesh',
    'malla de servicios',
    'how do I delete the deck of a ship?',
    'explain raft to me',
    'cuándo conviene usar istio',
  ])('is made of “%s”', async (asked) => {
    await luis.ask(asked);
    expect((await ana.command('gaps')).title).toBe('Una pregunta sin respuesta');
  });

  it('is one for the words in another order, inflection, accents and language', async () => {
    for (const asked of ['service mesh?', 'mesh services', 'what is a service mesh?', '¿qué es un service mesh?']) {
      await luis.ask(asked);
    }
    for (const asked of ['how do I encrypt a password?', '¿cómo cifro una contraseña?', 'COMO CIFRO UNA CONTRASENA']) {
      await luis.ask(asked);
    }
    const view = await ana.command('gaps');
    expect(text(view)).toContain('preguntada 4 veces');
    expect(view.title).toMatch(/^[23] preguntas sin respuesta$/);
  });

  it('has one meaning whatever the order of its words, as a property', () => {
    const words = fc.constantFrom('etcd', 'quorum', 'leader', 'elección', 'nodos', 'archivo', 'file', 'password');
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 4 }), (some, by) => {
        const turned = [...some.slice(by % some.length), ...some.slice(0, by % some.length)];
        const key = (list: readonly string[]) => meaningOf(searchWords(list.join(' ')));
        expect(key(turned)).toBe(key(some));
        expect(key(turned.map((word) => word.toUpperCase()))).toBe(key(some));
      }),
    );
  });

  it.each([
    ['file', 'archivo'],
    ['fichero', 'archivo'],
    ['passwords', 'contraseñas'],
  ])('has one meaning in both languages: %s, %s', (one, other) => {
    expect(meaningOf(searchWords(one))).toBe(meaningOf(searchWords(other)));
  });

  it('names who asked to be told, four of them in short, and nothing of a name is markup', async () => {
    for (const name of ['Zoe *x*', 'Bea', 'Carl', 'Dani']) {
      const one = botUser(world, name, ['es'], clock, { manages: false });
      await one.pressLabel(await one.ask('¿qué es istio?'), /^Avísame$/);
    }
    const view = await ana.command('gaps');
    expect(text(view)).toContain('Bea, Carl, Dani y una persona más quieren que les avise');
    const rows = view.body.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
    expect(rows[0]?.controls.map(({ label }) => label)).toEqual(['Crear tarjeta', 'Escribir un apunte', 'Descartar']);
  });
});

describe('a note that answers a gap', () => {
  async function write(body: string, title = 'Istio') {
    const form = await ana.formOf(rowOf(await ana.command('gaps'), /istio/i), /apunte/);
    return ana.submit(form, { title, body });
  }

  it('is read as notes are, found, and told to whoever waits', async () => {
    await luis.pressLabel(await luis.ask('¿qué es istio?'), /^Avísame$/);
    const form = await ana.formOf(await ana.command('gaps'), /apunte/);
    expect(form.fields).toMatchObject([{ name: 'title', value: '¿qué es istio?' }, { name: 'body' }]);
    const written = await write('Istio es una malla de servicios.\n\n- Cifra el tráfico.');
    expect(text(written)).toMatch(/^Añadido a «Apuntes del chat»/);
    expect(text(await ana.pressLabel(written, /Ver el apunte/))).toContain('Istio es una malla de servicios.');
    expect(text(await luis.command('today'))).toContain('Preguntaste por «¿qué es istio?»');
    expect(text(await luis.ask('istio'))).toContain('malla de servicios');
  });

  it('stands beside those written before, of two people at once too', async () => {
    for (const asked of ['istio', 'linkerd']) await luis.ask(asked);
    const [one, other] = [
      await ana.formOf(rowOf(await ana.command('gaps'), /istio/), /apunte/),
      await ana.formOf(rowOf(await ana.command('gaps'), /linkerd/), /apunte/),
    ];
    await Promise.all([
      ana.submit(one, { title: 'Istio', body: 'Istio es una malla.' }),
      ana.submit(other, { title: 'Linkerd', body: 'Linkerd es otra malla.' }),
    ]);
    const { store } = world.opened;
    const deck = (await store.decks.list(world.team)).find(({ source }) => source === CHAT_NOTES);
    const kept = deck === undefined ? '' : await store.decks.text(world.team, deck.id);
    expect(kept).toContain('## Istio');
    expect(kept).toContain('## Linkerd');
    expect(text(await ana.command('gaps'))).toContain(NONE);
  });

  it('needs words, and leave', async () => {
    await luis.ask('istio');
    expect(text(await write('   '))).toContain('Un apunte necesita un título y algo de texto. No se ha guardado nada.');
    const form = await ana.formOf(await ana.command('gaps'), /apunte/);
    expect(text(await luis.submit(form, { title: 'Istio', body: 'x' }))).toContain('Esta lista es para');
    expect((await ana.command('gaps')).title).toBe('Una pregunta sin respuesta');
  });

  it('keeps its headings below its own', async () => {
    await luis.ask('istio');
    const written = await write('# Qué es\n\nIstio es una malla.\n\n## Para qué\n\nPara cifrar.', 'Istio\n# otra');
    expect(text(await ana.pressLabel(written, /Ver el apunte/))).not.toBe('');
    expect(text(await luis.ask('qué es istio'))).toContain('Istio es una malla');
  });
});
