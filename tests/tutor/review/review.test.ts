import { beforeEach, describe, expect, it } from 'vitest';
import type { Grade } from '../../../src/core/grade.js';
import { replay } from '../../../src/core/progress.js';
import type { Learner } from '../../../src/tutor/people/meet-learner.js';
import { addToReviews } from '../../../src/tutor/review/add-to-reviews.js';
import { gradeCard } from '../../../src/tutor/review/grade-card.js';
import { quizPassage } from '../../../src/tutor/review/quiz-passage.js';
import { revealCard } from '../../../src/tutor/review/reveal-card.js';
import type { ReviewQuestion, ReviewStep } from '../../../src/tutor/review/review-step.js';
import { startReview } from '../../../src/tutor/review/start-review.js';
import { CARDS, createWorld, DAY, MONDAY_NOON, PASSAGES, type World } from '../../support/world.js';

let world: World;
let ana: Learner;

beforeEach(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
});

function question(step: ReviewStep | undefined): ReviewQuestion {
  if (step?.kind !== 'question') throw new Error(`expected a question, got ${step?.kind}`);
  return step;
}

async function begin(learner: Learner, now = MONDAY_NOON): Promise<ReviewQuestion> {
  const started = await startReview(world.at(now), learner, null);
  return question('step' in started ? started.step : undefined);
}

function press(learner: Learner, of: ReviewQuestion, grade: Grade, now = MONDAY_NOON) {
  return gradeCard(world.at(now), learner, { session: of.session.id, turn: of.turn, grade });
}

/** Answers until the session ends, taking the grades in turn and `good` from then on. */
async function finish(learner: Learner, grades: readonly Grade[], now = MONDAY_NOON): Promise<ReviewStep> {
  let step: ReviewStep = await begin(learner, now);
  for (let index = 0; step.kind === 'question'; index += 1) {
    const graded = await press(learner, step, grades[index] ?? 'good', now);
    if (graded.kind === 'stale') throw new Error('stale');
    step = graded.step;
  }
  return step;
}

describe('a review session', () => {
  it('asks the cards in the order of the notes, those of one passage apart, and ends with a summary', async () => {
    const end = await finish(ana, ['good', 'again', 'easy']);
    expect(end).toMatchObject({
      kind: 'done',
      summary: { cards: 3, firstTry: 2, hardest: ['c3'] },
      hardest: { id: 'c3' },
      minutes: 1,
      day: { next: { on: '2026-11-24', cards: 3 }, tomorrow: { due: 3, fresh: 0 } },
    });
  });

  it('goes on where it stopped when it is started again, and knows nothing to do when all is done', async () => {
    await press(ana, await begin(ana), 'good');
    const again = await startReview(world.at(MONDAY_NOON), ana, null);
    expect(again).toMatchObject({ kind: 'continued', step: { turn: 2, card: { id: 'c3' } } });
    await finish(ana, []);
    expect(await startReview(world.at(MONDAY_NOON), ana, null)).toMatchObject({
      kind: 'nothing-left',
      day: { cards: 3, counts: { due: 0, held: 0, fresh: 0, toCome: 0 }, next: { on: '2026-11-24', cards: 3 } },
    });
  });

  it('counts a grade pressed twice once, even at the same moment', async () => {
    const first = await begin(ana);
    const both = await Promise.all([press(ana, first, 'good'), press(ana, first, 'easy')]);
    expect(both.map((result) => result.kind === 'graded' && result.counted).sort()).toEqual([false, true]);
    const later = await press(ana, first, 'again');
    expect(later).toMatchObject({ kind: 'graded', counted: false, step: { turn: 2 } });
    expect(await world.opened.store.reviews.inSession(world.team, first.session.id)).toHaveLength(1);
  });

  it('tells what each button would do, and does it', async () => {
    const first = await begin(ana);
    const revealed = await revealCard(world.at(MONDAY_NOON), ana, { session: first.session.id, turn: 1 });
    expect(revealed).toMatchObject({ kind: 'revealed', previews: { again: 0, hard: 1, good: 1, easy: 1 } });
    await finish(ana, ['good']);
    const next = await begin(ana, MONDAY_NOON + DAY);
    const second = await revealCard(world.at(MONDAY_NOON + DAY), ana, { session: next.session.id, turn: next.turn });
    expect(second).toMatchObject({ previews: { again: 0, hard: 6, good: 6, easy: 6 } });
    await press(ana, next, 'good', MONDAY_NOON + DAY);
    expect(await world.opened.store.progress.of(world.team, ana.id, next.card.id)).toMatchObject({ due: '2026-11-30' });
  });

  it('leaves the schedule alone when a card comes again in the same session', async () => {
    const end = await finish(ana, ['again', 'good', 'good', 'easy']);
    expect(end.kind).toBe('done');
    expect(await world.opened.store.progress.of(world.team, ana.id, CARDS[0]!.id)).toMatchObject({
      plan: { repetitions: 0, easeHundredths: 250, intervalDays: 1 },
      reviews: 1,
    });
  });

  it('belongs to one person', async () => {
    const luis = await world.person('Luis');
    const mine = await begin(ana);
    expect(await press(luis, mine, 'good')).toEqual({ kind: 'stale', reason: 'not-yours' });
    expect(await gradeCard(world.at(MONDAY_NOON), luis, { session: 'nowhere', turn: 1, grade: 'good' })).toEqual({
      kind: 'stale',
      reason: 'unknown-session',
    });
  });

  it('logs enough to compute all progress again', async () => {
    await finish(ana, ['again', 'hard', 'easy', 'again', 'good']);
    await finish(ana, ['again', 'good'], MONDAY_NOON + DAY);
    await finish(ana, ['hard'], MONDAY_NOON + 9 * DAY);
    const log = await world.opened.store.reviews.history(world.team, ana.id);
    for (const card of CARDS) {
      const stored = await world.opened.store.progress.of(world.team, ana.id, card.id);
      expect(replay(log.filter((review) => review.cardId === card.id))).toEqual(stored);
    }
  });

  it('counts a review after midnight for the evening before', async () => {
    const lateNight = Date.parse('2026-11-24T01:30:00Z');
    await press(ana, await begin(ana, lateNight), 'good', lateNight);
    const [review] = await world.opened.store.reviews.history(world.team, ana.id);
    expect(review?.on).toBe('2026-11-23');
  });

  it('offers the decks there are for one it does not know', async () => {
    expect(await startReview(world.at(MONDAY_NOON), ana, 'kubernetes')).toEqual({
      kind: 'no-such-deck',
      asked: 'kubernetes',
      decks: [{ deckId: 'docker', name: 'Docker' }],
    });
    expect(await startReview(world.at(MONDAY_NOON), ana, 'DOCK')).toMatchObject({ kind: 'started' });
  });
});

describe('what the learner picks', () => {
  it('comes first in the next session, once', async () => {
    const layer = PASSAGES[1]!;
    expect(await addToReviews(world.at(MONDAY_NOON), ana, layer.id)).toMatchObject({ kind: 'added', added: 3 });
    expect(await addToReviews(world.at(MONDAY_NOON), ana, layer.id)).toMatchObject({ added: 0, already: 3 });
    expect((await begin(ana)).session.plan).toEqual(['c1', 'c3', 'c2']);
  });

  it('comes first even where today’s session had begun', async () => {
    const layer = PASSAGES[1]!;
    await press(ana, await begin(ana), 'good');
    await addToReviews(world.at(MONDAY_NOON), ana, layer.id);
    expect((await begin(ana)).session.plan).toEqual(['c2', 'c3']);
  });

  it('can be quizzed at once; a card that is not due is practice', async () => {
    await finish(ana, []);
    const before = await world.opened.store.progress.of(world.team, ana.id, CARDS[2]!.id);
    const quiz = await quizPassage(world.at(MONDAY_NOON), ana, PASSAGES[1]!.id);
    const asked = question('step' in quiz ? quiz.step : undefined);
    expect(asked.session.plan).toEqual(['c3']);
    const revealed = await revealCard(world.at(MONDAY_NOON), ana, { session: asked.session.id, turn: 1 });
    expect(revealed).toMatchObject({ previews: { again: 0, hard: 0, good: 1, easy: 1 } });
    await press(ana, asked, 'again');
    expect(await world.opened.store.progress.of(world.team, ana.id, CARDS[2]!.id)).toEqual(before);
  });

  it('an unfinished quiz does not stand in the way of the deck’s reviews', async () => {
    await quizPassage(world.at(MONDAY_NOON), ana, PASSAGES[1]!.id);
    const started = await startReview(world.at(MONDAY_NOON), ana, 'docker');
    expect(started).toMatchObject({ kind: 'started', step: { of: 3 } });
  });
});
