import { beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '../../../../src/core/local-date.js';
import { explainConcept } from '../../../../src/tutor/ask/explain-concept.js';
import { aPassage } from '../../../contracts/store/world.js';
import type { Reply } from '../../../support/fake-model/index.js';
import { contextWith, type ModelWorld, teachPassages, withModel } from '../../../support/model-world.js';
import { createWorld, type World } from '../../../support/world.js';

const QUESTION = '¿dónde se guardan los datos cuando se borra un contenedor?';
const GOOD = 'Los datos se guardan en un volumen, que sobrevive al contenedor [1].';

const PASSAGES = [
  aPassage('volumes', {
    title: 'Persistencia',
    headings: ['More', 'Persistencia'],
    body: 'Los datos de un contenedor se guardan en un volumen. El volumen sobrevive cuando se borra el contenedor.',
  }),
  aPassage('networks', {
    title: 'Redes',
    headings: ['More', 'Redes'],
    body: 'Un contenedor se conecta a una red puente y no guarda datos.',
  }),
];

let world: World;
let model: ModelWorld;
beforeEach(async () => {
  world = await createWorld();
  await teachPassages(world, PASSAGES);
  model = await withModel();
});

async function ask(question = QUESTION, { answering } = model) {
  return explainConcept(contextWith(world, { answering }), await world.person('Ana'), question);
}

function spending() {
  const budget = { workspaceId: world.team, purpose: 'answers', on: localDate('2026-11-23') } as const;
  return world.opened.store.modelUsage.spending(budget);
}

describe('a question in plain words', () => {
  it('is answered by the model, each sentence with its source', async () => {
    model.fake.replies({ kind: 'text', text: GOOD });
    expect(await ask()).toMatchObject({
      kind: 'grounded',
      sentences: [{ text: 'Los datos se guardan en un volumen, que sobrevive al contenedor.', citations: [1] }],
      sources: [{ id: 'volumes' }],
    });
  });

  it('is asked with the passages that were found, the best first, in the language of the question', async () => {
    model.fake.replies({ kind: 'text', text: GOOD });
    await ask();
    const [asked] = model.fake.asked;
    expect(asked?.system).toContain('Write in Spanish');
    expect(asked?.user).toContain(`? ${QUESTION}`);
    expect(asked?.user.indexOf('Passage 1:\n| More › Persistencia')).toBeGreaterThan(0);
    await ask('where does a container keep its data, in which volume?');
    expect(model.fake.asked[1]?.system).toContain('Write in English');
  });

  it('numbers its sources in the order in which they are cited, and leaves out what is not borne out', async () => {
    model.fake.replies({
      kind: 'text',
      text: 'Un contenedor se conecta a una red puente [2]. Es cosa de Google [1]. El volumen sobrevive al contenedor [1].',
    });
    expect(await ask()).toMatchObject({
      sentences: [{ citations: [1] }, { citations: [2] }],
      sources: [{ id: 'networks' }, { id: 'volumes' }],
    });
  });

  it('is refused where the model says that the passages do not hold the answer', async () => {
    model.fake.replies({ kind: 'text', text: 'NO_ANSWER' });
    const refused = await ask();
    expect(refused).toMatchObject({ kind: 'near', query: QUESTION, quote: { passage: { title: 'Persistencia' } } });
  });

  it.each<[string, Reply, string]>([
    ['invents', { kind: 'text', text: 'Los datos viven en la nube de Google [1].' }, 'unsupported'],
    ['cites nothing', { kind: 'text', text: 'Los datos se guardan en un volumen.' }, 'unsupported'],
    ['cites what it was not given', { kind: 'text', text: 'Los datos se guardan en un volumen [7].' }, 'unsupported'],
    ['says nothing', { kind: 'text', text: ' ' }, 'unsupported'],
    ['is busy', { kind: 'status', status: 429 }, 'unavailable'],
    ['is down', { kind: 'status', status: 500 }, 'unavailable'],
    ['does not know the key', { kind: 'status', status: 401 }, 'unavailable'],
    ['never answers', { kind: 'hang' }, 'unavailable'],
    ['breaks off', { kind: 'drop', text: 'Los datos' }, 'unavailable'],
  ])('gets the notes’ own words where the model %s', async (_, reply, fallback) => {
    model.fake.replies(reply);
    expect(await ask()).toMatchObject({ kind: 'answered', quotes: [{ passage: { id: 'volumes' } }], fallback });
  });
});

describe('while the model writes', () => {
  it('each whole sentence that holds is told of, and none that does not', async () => {
    let letGo = (): void => {};
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const begin = 'Los datos se guardan en un volumen [1]. Los inventó Google [1]. El volumen sobrevive';
    model.fake.replies({ kind: 'paused', text: begin, until, rest: ' al contenedor [1].' });
    const parts: string[] = [];
    const context = contextWith(world, { answering: model.answering });
    const answering = explainConcept(context, await world.person('Ana'), QUESTION, ({ sentences }) =>
      parts.push(sentences.map(({ text }) => text).join(' ')),
    );
    await expect.poll(() => parts.length).toBeGreaterThan(0);
    await expect.poll(() => parts.at(-1)).toBe('Los datos se guardan en un volumen.');
    letGo();
    expect((await answering).kind).toBe('grounded');
    expect(parts.join()).not.toContain('Google');
  });

  it('nothing is told of an answer that is none', async () => {
    const parts: unknown[] = [];
    const tell = (part: unknown) => parts.push(part);
    const context = contextWith(world, { answering: model.answering });
    for (const text of ['NO_ANSWER. Los datos se guardan en un volumen [1]. Sí.', 'Los inventó Google [1]. Sí.']) {
      model.fake.replies({ kind: 'text', text });
      await explainConcept(context, await world.person('Ana'), QUESTION, tell);
    }
    expect(parts).toEqual([]);
  });
});

describe('nothing is asked of a model', () => {
  it.each([
    'persistencia',
    'layer',
    'imagenes',
    'persistensia',
  ])('about %j, which the notes have by name', async (name) => {
    expect(await ask(name)).toMatchObject({ kind: 'explained' });
    expect(model.fake.requests).toBe(0);
  });

  it('about what the notes have nothing of, nor about nothing', async () => {
    for (const query of ['¿quién ganó la liga de fútbol en 1987?', '', '🚀🚀']) {
      expect((await ask(query)).kind).toBe('not-found');
    }
    expect(model.fake.requests).toBe(0);
  });

  it('where none is configured', async () => {
    const found = await explainConcept(world.at(0), await world.person('Ana'), QUESTION);
    expect(found).toMatchObject({ kind: 'answered', quotes: [{ passage: { id: 'volumes' } }], fallback: null });
  });
});

describe('the budget of a workspace', () => {
  it('pays what the provider counts and gives the rest back', async () => {
    model.fake.replies({ kind: 'text', text: GOOD });
    await ask();
    const [asked] = model.fake.asked;
    const words = `${asked?.system} ${asked?.user} ${GOOD}`.split(/\s+/).length;
    expect(await spending()).toEqual({ used: words, reserved: 0 });
  });

  it('pays nothing for a provider that did nothing, and the most for one that does not say', async () => {
    model.fake.replies({ kind: 'status', status: 500 });
    await ask();
    expect(await spending()).toEqual({ used: 0, reserved: 0 });
    model.fake.replies({ kind: 'drop', text: 'Los' });
    await ask();
    const { used, reserved } = await spending();
    expect(reserved).toBe(0);
    expect(used).toBeGreaterThan(1_000);
  });

  it('asks nothing more when it is used up, and shows the notes’ own words', async () => {
    const small = await withModel(5_000);
    small.fake.replies({ kind: 'uncounted', text: GOOD });
    const kinds = [];
    for (let n = 0; n < 4; n += 1) kinds.push(await ask(QUESTION, small));
    expect(kinds[0]?.kind).toBe('grounded');
    expect(kinds.at(-1)).toMatchObject({ kind: 'answered', fallback: 'budget' });
    expect((await spending()).used).toBeLessThanOrEqual(5_000);
  });

  it('is never passed by those who ask at once', async () => {
    const small = await withModel(8_000);
    small.fake.replies({ kind: 'uncounted', text: GOOD });
    await Promise.all(Array.from({ length: 12 }, () => ask(QUESTION, small)));
    const { used, reserved } = await spending();
    expect(used).toBeLessThanOrEqual(8_000);
    expect(reserved).toBe(0);
    expect(small.fake.asked.length).toBeLessThan(12);
  });
});
