import { beforeAll, expect, it } from 'vitest';
import { gradeCard } from '../../../src/tutor/review/grade-card.js';
import { rankTeam } from '../../../src/tutor/review/rank-team.js';
import { startReview } from '../../../src/tutor/review/start-review.js';
import { createWorld, DAY, MONDAY_NOON, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

async function review(name: string, now: number, grades: readonly ('again' | 'good')[]): Promise<void> {
  const learner = await world.person(name);
  const started = await startReview(world.at(now), learner, null);
  let step = 'step' in started ? started.step : undefined;
  for (const grade of grades) {
    if (step?.kind !== 'question') return;
    const graded = await gradeCard(world.at(now), learner, { session: step.session.id, turn: step.turn, grade });
    step = graded.kind === 'graded' ? graded.step : undefined;
  }
}

it('counts this week’s scheduled reviews from the log, and no repeats', async () => {
  await review('Ana', MONDAY_NOON, ['good', 'good', 'good']);
  await review('Luis', MONDAY_NOON, ['again', 'good', 'good', 'again', 'again', 'again', 'good']);
  await review('Sam', MONDAY_NOON - DAY, ['good']);
  const board = await rankTeam(world.at(MONDAY_NOON + 2 * DAY), await world.person('Ana'));
  expect(board).toMatchObject({ week: 48, from: '2026-11-23', to: '2026-11-29' });
  expect(board.standings).toMatchObject([
    { rank: 1, name: 'Ana', reviews: 3, known: 3 },
    { rank: 2, name: 'Luis', reviews: 3, known: 2 },
  ]);
});
