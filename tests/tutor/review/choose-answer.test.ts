import { beforeEach, describe, expect, it } from 'vitest';
import { changeQuestionKind } from '../../../src/tutor/people/change-settings.js';
import type { Learner } from '../../../src/tutor/people/meet-learner.js';
import { chooseAnswer } from '../../../src/tutor/review/choose-answer.js';
import type { ReviewQuestion } from '../../../src/tutor/review/review-step.js';
import { startReview } from '../../../src/tutor/review/start-review.js';
import { addNotes } from '../../support/add-notes.js';
import { LAND_NOTES } from '../../support/land-notes.js';
import { createWorld, MONDAY_NOON, type World } from '../../support/world.js';

let world: World;
let ana: Learner;

beforeEach(async () => {
  world = await createWorld();
  ana = await changeQuestionKind(world.at(MONDAY_NOON), await world.person('Ana'), 'choice');
  await addNotes(world, 'land.md', LAND_NOTES);
});

async function begin(who: Learner = ana): Promise<ReviewQuestion> {
  const started = await startReview(world.at(MONDAY_NOON), who, 'land');
  const step = 'step' in started ? started.step : null;
  if (step?.kind !== 'question') throw new Error(`expected a question, got ${started.kind}`);
  return step;
}

/** The keys of a question, the right one first. */
function keysOf({ asking }: ReviewQuestion): readonly [string, string] {
  if (asking.kind === 'claim') return asking.isTrue ? ['true', 'false'] : ['false', 'true'];
  if (asking.kind !== 'choice') throw new Error(`expected answers to choose from, got ${asking.kind}`);
  const wrong = asking.options.find(({ key }) => key !== asking.right);
  return [asking.right, wrong?.key ?? ''];
}

function choose(question: ReviewQuestion, key: string, who: Learner = ana) {
  const press = { session: question.session.id, turn: question.turn, key };
  return chooseAnswer(world.at(MONDAY_NOON), who, press);
}

async function logOf(who: Learner) {
  const entries = await world.opened.store.reviews.history(world.team, who.id);
  return entries.map((entry) => ('quality' in entry ? [entry.cardId, entry.quality, entry.proof] : null));
}

describe('a chosen answer', () => {
  it('is logged as chosen: Good where it is right, and the card comes back tomorrow', async () => {
    const question = await begin();
    const [right] = keysOf(question);
    expect(await choose(question, right)).toMatchObject({ kind: 'chosen', isRight: true, backIn: 1 });
    expect(await logOf(ana)).toEqual([[question.card.id, 4, 'chosen']]);
  });

  it('is Again where it is wrong, and the card is asked once more, plainly', async () => {
    const question = await begin();
    const [, wrong] = keysOf(question);
    expect(await choose(question, wrong)).toMatchObject({ kind: 'chosen', isRight: false, backIn: 0 });
    expect(await logOf(ana)).toEqual([[question.card.id, 1, 'chosen']]);
    let next = await begin();
    while (next.purpose === 'plan') {
      await choose(next, keysOf(next)[0]);
      next = await begin();
    }
    expect(next).toMatchObject({ card: { id: question.card.id }, asking: { kind: 'reveal' } });
  });

  it('counts once: a second press, of another option too, shows where one is', async () => {
    const question = await begin();
    const [right, wrong] = keysOf(question);
    await choose(question, wrong);
    expect(await choose(question, right)).toMatchObject({ kind: 'answered', step: { kind: 'question' } });
    const both = await begin();
    const twice = await Promise.all(keysOf(both).map((key) => choose(both, key)));
    expect(twice.map(({ kind }) => kind).sort()).toEqual(['answered', 'chosen']);
    expect(await logOf(ana)).toHaveLength(2);
  });

  it('is the learner’s own, and asked the same on every device of a day', async () => {
    const question = await begin();
    expect((await begin()).asking).toEqual(question.asking);
    const luis = await world.person('Luis');
    expect(await choose(question, keysOf(question)[0], luis)).toMatchObject({ kind: 'stale', reason: 'not-yours' });
    expect(await logOf(ana)).toEqual([]);
  });

  it('is not counted where the notes have changed and the option is gone', async () => {
    const question = await begin();
    expect(await choose(question, 'zzzzzz')).toMatchObject({ kind: 'changed', question: { turn: question.turn } });
    expect(await logOf(ana)).toEqual([]);
  });

  it('is new in what it offers after the notes have changed', async () => {
    const question = await begin();
    await addNotes(world, 'land.md', LAND_NOTES.replaceAll('narrow', 'slender'));
    const again = await begin();
    expect(JSON.stringify(again.asking)).not.toContain('narrow');
    expect(again.card.id).toBe(question.card.id);
  });
});
