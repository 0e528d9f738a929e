import { beforeEach, describe, expect, it } from 'vitest';
import type { Passage } from '../../../../src/core/card.js';
import { localDate } from '../../../../src/core/local-date.js';
import { findPassages } from '../../../../src/tutor/ask/answering/find-passages.js';
import { explainConcept } from '../../../../src/tutor/ask/explain-concept.js';
import type { Nearness } from '../../../../src/tutor/context.js';
import { aPassage } from '../../../contracts/store/world.js';
import { contextWith, teachPassages, withEmbeddings, withModel } from '../../../support/model-world.js';
import { createWorld, MONDAY_NOON, type World } from '../../../support/world.js';

const MINUTE = 60_000;

/** Passages whose words say nothing of the questions below; their meanings do. */
const PASSAGES = [
  aPassage('volumes', { title: 'Persistencia', body: 'Un volumen sobrevive al contenedor.' }),
  aPassage('networks', { title: 'Redes', body: 'Una red puente une contenedores.' }),
  aPassage('limits', { title: 'Cgroups', body: 'Limitan la memoria de un contenedor.' }),
];

/** What each text is about, as one axis for each subject. */
function meaning(text: string): readonly number[] {
  const subjects = [/volumen|aguanta|survive/iu, /red |redes|charlar/iu, /cgroups|tope/iu];
  return [...subjects.map((subject) => (subject.test(text) ? 1 : 0)), 0.1];
}

let world: World;
let embeddings: Awaited<ReturnType<typeof withEmbeddings>>;
beforeEach(async () => {
  world = await createWorld();
  await teachPassages(world, PASSAGES);
  embeddings = await withEmbeddings();
  embeddings.fake.embeds(meaning);
});

async function find(question: string, nearness: Nearness | null = embeddings.nearness, later = 0) {
  const context = { ...world.at(MONDAY_NOON + later), nearness };
  const lookup = await context.lookups.of(world.team);
  return findPassages(context, world.team, lookup, question);
}

const ids = ({ results }: { readonly results: readonly { readonly passage: Passage }[] }) =>
  results.map(({ passage }) => passage.id);

const kept = () => world.opened.store.vectors.load(world.team, embeddings.embedder.name);

/** Asks until all five passages with a text have their vectors. */
async function warm(): Promise<void> {
  await find('hola qué tal');
  await expect.poll(async () => (await kept()).length).toBe(5);
}

describe('embeddings', () => {
  it('change nothing where there are none', async () => {
    const lookup = await world.at(0).lookups.of(world.team);
    for (const question of ['volumen contenedor', 'persistencia', 'qué aguanta', '']) {
      expect(await find(question, null)).toEqual({ ...lookup.find(question), isFused: false });
    }
  });

  it('are made beside the first question, which is answered by the words', async () => {
    expect(await find('¿qué limita la memoria?')).toMatchObject({ isFused: false, answer: { match: 'text' } });
    await expect.poll(async () => (await kept()).length).toBe(5);
    expect(await find('¿qué limita la memoria?')).toMatchObject({ isFused: true });
    expect(embeddings.reported).toEqual([]);
  });

  it('find what other words say', async () => {
    await warm();
    expect(ids(await find('¿qué aguanta si lo apago?'))[0]).toBe('volumes');
    expect(ids(await find('quiero charlar'))[0]).toBe('networks');
  });

  it('are no answer by themselves, but are near', async () => {
    await warm();
    const found = await explainConcept(contextWith(world, embeddings), await world.person('Ana'), 'quiero charlar');
    expect(found).toMatchObject({ kind: 'not-found', near: [{ title: 'Redes' }, {}, {}] });
  });

  it('let a language model answer what no word finds', async () => {
    await warm();
    const model = await withModel();
    model.fake.replies({ kind: 'text', text: 'Un volumen sobrevive al contenedor [1].' });
    const context = contextWith(world, { nearness: embeddings.nearness, answering: model.answering });
    expect(await explainConcept(context, await world.person('Ana'), 'what would survive a stop?')).toMatchObject({
      kind: 'grounded',
      sources: [{ id: 'volumes' }],
    });
    model.fake.replies({ kind: 'text', text: 'It lives in the cloud [1].' });
    expect((await explainConcept(context, await world.person('Ana'), 'what would survive a stop?')).kind).toBe(
      'not-found',
    );
  });

  it('never go before a name', async () => {
    await warm();
    const before = embeddings.fake.requests;
    for (const name of ['redes', 'Cgroups', 'imagenes', 'persistensia']) {
      expect((await find(name)).results[0]).toEqual((await find(name, null)).results[0]);
    }
    expect(embeddings.fake.requests).toBe(before);
  });

  it('are made once: for a text that stays, after a start, on another replica', async () => {
    await warm();
    const made = embeddings.fake.embedded.flat().filter((text) => text.includes('Persistencia'));
    expect(made).toHaveLength(1);
    const replica = embeddings.make();
    expect(await find('¿qué aguanta si lo apago?', replica)).toMatchObject({ isFused: true });
    await teachPassages(world, [...PASSAGES, aPassage('new', { title: 'Nuevo', body: 'Algo nuevo.' })]);
    await find('¿qué aguanta si lo apago?', replica);
    await expect.poll(async () => (await kept()).length).toBe(6);
    expect(embeddings.fake.embedded.flat().filter((text) => text.includes('Persistencia'))).toHaveLength(1);
  });

  it.each([
    ['an error', () => null],
    ['another size', () => [1, 1]],
  ])('leave the words alone at %s', async (_, vectorOf) => {
    await warm();
    embeddings.fake.embeds(vectorOf);
    expect(await find('¿qué limita la memoria?')).toMatchObject({ answer: { passage: { id: 'limits' } } });
  });

  it('are tried again a minute after they failed', async () => {
    embeddings.fake.embeds(() => null);
    expect(await find('¿qué limita la memoria?')).toMatchObject({ isFused: false });
    // A second try is made at once.
    await expect.poll(() => embeddings.fake.requests).toBe(2);
    await expect.poll(() => embeddings.fake.open).toBe(0);
    embeddings.fake.embeds(meaning);
    await find('¿qué limita la memoria?');
    expect(embeddings.fake.requests).toBe(2);
    await find('¿qué limita la memoria?', embeddings.nearness, 2 * MINUTE);
    await expect.poll(async () => (await kept()).length).toBe(5);
  });

  it('cost no more than a workspace may use in a day', async () => {
    const small = await withEmbeddings(150);
    small.fake.embeds(meaning);
    expect(await find('¿qué limita la memoria?', small.nearness)).toMatchObject({ isFused: false });
    expect(small.fake.requests).toBe(0);
    const budget = { workspaceId: world.team, purpose: 'embeddings', on: localDate('2026-11-23') } as const;
    expect((await world.opened.store.modelUsage.spending(budget)).reserved).toBe(0);
  });
});
