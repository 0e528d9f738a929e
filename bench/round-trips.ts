import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from './stage.js';
import { minus, type Spread, spreadOf } from './statistics.js';
import type { Trip } from './stopwatch.js';

/** The people of the round trips; those of the burst are others. */
export const PEOPLE = 40;
/** Between two things that are timed, so that what the first leaves to do is over. In milliseconds. */
const PAUSE_MS = 4;

export type Comparison = {
  readonly floor: Spread;
  readonly ours: Spread;
  readonly difference: Spread;
  /** The same until the acknowledgement. */
  readonly acknowledged: { readonly floor: Spread; readonly ours: Spread };
};

export type RoundTrips = {
  readonly explain: Comparison;
  readonly grade: Comparison;
  /** One commit of a small row, taken in between. */
  readonly commit: Spread;
};

/** Each of the acts, with what has to be done before it and is not timed. */
const KINDS = {
  explain: { before: async () => {}, act: (stage: Stage, person: number) => stage.explain(person) },
  grade: {
    before: (stage: Stage, person: number) => stage.toGrade(person),
    act: (stage: Stage, person: number) => stage.grade(person),
  },
} as const;

type Kind = keyof typeof KINDS;
type Taken = Record<Kind, { floor: Trip[]; ours: Trip[] }>;

/** One act on the floor, then the same on ours. */
async function both(kind: Kind, person: number, stages: Stages): Promise<{ floor: Trip; ours: Trip }> {
  const { before, act } = KINDS[kind];
  const timed = async (stage: Stage): Promise<Trip> => {
    await before(stage, person);
    await pause(PAUSE_MS);
    return act(stage, person);
  };
  return { floor: await timed(stages.floor), ours: await timed(stages.ours) };
}

function compare({ floor, ours }: Taken[Kind]): Comparison {
  const answered = (trips: readonly Trip[]) => spreadOf(trips.map((trip) => trip.answered));
  const acknowledged = (trips: readonly Trip[]) => spreadOf(trips.map((trip) => trip.acknowledged));
  return {
    floor: answered(floor),
    ours: answered(ours),
    difference: minus(answered(ours), answered(floor)),
    acknowledged: { floor: acknowledged(floor), ours: acknowledged(ours) },
  };
}

export type Stages = { readonly floor: Stage; readonly ours: Stage };

async function timeOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Takes floor and ours by turns, so that whatever else the machine does meets both. */
export async function measureRoundTrips(
  stages: Stages,
  commit: () => Promise<void>,
  { warmUp, samples }: { readonly warmUp: number; readonly samples: number },
): Promise<RoundTrips> {
  const taken: Taken = { explain: { floor: [], ours: [] }, grade: { floor: [], ours: [] } };
  const commits: number[] = [];
  for (let round = 0; round < warmUp + samples; round += 1) {
    for (const kind of ['explain', 'grade'] as const) {
      const { floor, ours } = await both(kind, round % PEOPLE, stages);
      if (round < warmUp) continue;
      taken[kind].floor.push(floor);
      taken[kind].ours.push(ours);
    }
    const committed = await timeOf(commit);
    if (round >= warmUp) commits.push(committed);
  }
  return { explain: compare(taken.explain), grade: compare(taken.grade), commit: spreadOf(commits) };
}
