import { beforeEach, describe, expect, it } from 'vitest';
import { askNotes } from '../../../../src/tutor/ask/ask-notes.js';
import { aPassage } from '../../../contracts/store/world.js';
import { contextWith, type ModelWorld, teachPassages, withModel } from '../../../support/model-world.js';
import { createWorld, type World } from '../../../support/world.js';

const LIGHT = 'El faro de Punta Vela lo construyó Elena Duarte en 1871 con piedra de la isla.';
const CHART = 'La carta náutica indica la profundidad y los peligros de la costa.';

const ANSWERED = [
  ['¿Quién construyó el faro de Punta Vela?', LIGHT],
  ['¿Con qué piedra se construyó el faro?', LIGHT],
  ['¿Qué indica la carta náutica de la costa?', CHART],
] as const;

/** On the topic, and the notes do not say it. */
const UNANSWERED = [
  ['¿Quién construyó el faro de Cabo Norte?', LIGHT],
  ['¿Qué construyó Elena Duarte en 1950?', LIGHT],
  ['¿Qué faro construyó Marta Soler con piedra?', LIGHT],
  ['¿Qué peligros de la costa indica la carta de Neptuno?', CHART],
] as const;

let world: World;
let model: ModelWorld;
beforeEach(async () => {
  world = await createWorld();
  await teachPassages(world, [
    aPassage('light', { title: 'Señales', headings: ['More', 'Señales'], body: LIGHT }),
    aPassage('chart', { title: 'Papeles', headings: ['More', 'Papeles'], body: CHART }),
  ]);
  model = await withModel();
});

/** Asks a model that answers whatever it is asked, with words that stand in the notes. */
async function ask(question: string, sentence: string): Promise<string> {
  model.fake.replies({ kind: 'text', text: sentence.replace(/\.$/, ' [1].') });
  const learner = await world.person('Ana');
  return (await askNotes(contextWith(world, { answering: model.answering }), learner, question)).kind;
}

describe('a model that always answers', () => {
  it.each(ANSWERED)('is believed where the notes say it: %s', async (question, sentence) => {
    expect(await ask(question, sentence)).toBe('grounded');
  });

  it.each(UNANSWERED)('is not where they only come close: %s', async (question, sentence) => {
    expect(await ask(question, sentence)).toBe('near');
  });

  it('is not asked at all about what is not in the notes', async () => {
    expect(await ask('¿Cuántas ruedas tiene un camión?', LIGHT)).toBe('not-found');
    expect(model.fake.requests).toBe(0);
  });

  it('leaves what the notes only come close to a gap', async () => {
    await ask(UNANSWERED[0][0], LIGHT);
    expect(await world.opened.store.gaps.open(world.team, 10)).toMatchObject([{ text: UNANSWERED[0][0] }]);
  });
});
