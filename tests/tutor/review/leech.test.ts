import { beforeEach, expect, it } from 'vitest';
import type { Grade } from '../../../src/core/grade.js';
import type { Learner } from '../../../src/tutor/people/meet-learner.js';
import { gradeCard } from '../../../src/tutor/review/grade-card.js';
import { ownPaused } from '../../../src/tutor/review/put-aside.js';
import { startReview } from '../../../src/tutor/review/start-review.js';
import { undoGrade } from '../../../src/tutor/review/undo-grade.js';
import { teachDeck } from '../../support/teach.js';
import { createWorld, DAY, MONDAY_NOON, type World } from '../../support/world.js';

const LAPSES = 8;

let world: World;
let ana: Learner;

beforeEach(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  await teachDeck(world, 'Git', 1);
});

/** Answers the deck's one card on a day, `null` where it is not asked. */
async function answer(day: number, grade: Grade) {
  const context = world.at(MONDAY_NOON + day * DAY);
  const started = await startReview(context, ana, 'Git');
  if (!('step' in started) || started.step.kind !== 'question') return null;
  const { session, turn } = started.step;
  const graded = await gradeCard(context, ana, { session: session.id, turn, grade });
  if (graded.kind === 'stale') throw new Error('stale');
  return { graded, session: session.id, turn, context };
}

/** Learns and forgets the card so many times; the last answer. */
async function forget(times: number) {
  let last: Awaited<ReturnType<typeof answer>> = null;
  for (let at = 0; at < times; at += 1) {
    await answer(at * 2, 'good');
    last = await answer(at * 2 + 1, 'again');
    // A missed card is asked again before the session ends.
    if (at < times - 1) await answer(at * 2 + 1, 'good');
  }
  return last;
}

it('a card that was forgotten eight times is paused for that person, and said', async () => {
  const before = await forget(LAPSES - 1);
  expect(before?.graded.leech).toBeNull();
  expect(await ownPaused(world.at(MONDAY_NOON), ana)).toEqual([]);
  await answer(LAPSES * 2 - 3, 'good');
  await answer(LAPSES * 2 - 2, 'good');
  const last = await answer(LAPSES * 2 - 1, 'again');
  expect(last?.graded).toMatchObject({ leech: { id: 'git-1' }, step: { kind: 'done' } });
  expect((await ownPaused(world.at(MONDAY_NOON), ana)).map(({ card }) => card.id)).toEqual(['git-1']);
  expect(await answer(LAPSES * 2, 'good')).toBeNull();
});

it('is asked again when the grade is taken back', async () => {
  const last = await forget(LAPSES);
  expect(last?.graded.leech).not.toBeNull();
  if (last === null) throw new Error('it was not asked');
  const undone = await undoGrade(last.context, ana, { session: last.session, turn: last.turn });
  expect(undone).toMatchObject({ kind: 'undone', step: { kind: 'question', card: { id: 'git-1' } } });
  expect(await ownPaused(last.context, ana)).toEqual([]);
});
