import { beforeEach, describe, expect, it } from 'vitest';
import { askNotes } from '../../../../src/tutor/ask/ask-notes.js';
import { aPassage } from '../../../contracts/store/world.js';
import { contextWith, type ModelWorld, teachPassages, withModel } from '../../../support/model-world.js';
import { createWorld, type World } from '../../../support/world.js';

const QUESTION = '¿dónde se guardan los datos cuando se borra un contenedor?';
const BODY = 'Los datos de un contenedor se guardan en un volumen. El volumen sobrevive cuando se borra el contenedor.';

let world: World;
let model: ModelWorld;
beforeEach(async () => {
  world = await createWorld();
  await teachPassages(world, [aPassage('volumes', { title: 'Persistencia', headings: ['Persistencia'], body: BODY })]);
  model = await withModel();
});

async function ask(answering: ModelWorld['answering'] | null = model.answering) {
  const learner = await world.person('Ana');
  const asked = await askNotes(contextWith(world, { answering }), learner, QUESTION);
  return { asked, gaps: await world.opened.store.gaps.open(world.team, 10) };
}

describe('a question to the notes', () => {
  it('is answered in the model’s words where they hold', async () => {
    model.fake.replies({ kind: 'text', text: 'Los datos se guardan en un volumen [1].' });
    const { asked, gaps } = await ask();
    expect(asked).toMatchObject({ kind: 'grounded', sources: [{ id: 'volumes' }] });
    expect(gaps).toMatchObject([]);
  });

  it('is answered with quotations where they do not, and says why', async () => {
    model.fake.replies({ kind: 'text', text: 'The data lives in the cloud forever [1].' });
    const { asked } = await ask();
    expect(asked).toMatchObject({
      kind: 'answered',
      fallback: 'unsupported',
      quotes: [{ passage: { id: 'volumes' } }],
    });
    for (const { sentences } of asked.kind === 'answered' ? asked.quotes : []) {
      for (const sentence of sentences) expect(BODY).toContain(sentence);
    }
  });

  it('is answered with quotations where no model is asked', async () => {
    expect((await ask(null)).asked).toMatchObject({ kind: 'answered', fallback: null });
    expect(model.fake.asked).toEqual([]);
  });

  it('is a gap where the model says that the passages do not hold the answer', async () => {
    model.fake.replies({ kind: 'text', text: 'NO_ANSWER' });
    const { asked, gaps } = await ask();
    expect(asked).toMatchObject({ kind: 'near', quote: { passage: { id: 'volumes' } } });
    expect(JSON.stringify(gaps)).toContain(QUESTION);
  });
});
