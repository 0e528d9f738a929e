import { PEOPLE } from './round-trips.js';
import { EXPLAINED, type Stage } from './stage.js';
import type { Trip } from './stopwatch.js';

/** Times in milliseconds since the first command went out; `null` where one never came. */
export type Burst = {
  readonly commands: number;
  readonly acknowledgedWithin: number | null;
  readonly answeredWithin: number | null;
  /** How many people read what the notes say. */
  readonly right: number;
  /** What happened to those who got no answer. */
  readonly failures: readonly string[];
};

/** As many people as `commands` ask the same at once, for the first time today. */
export async function measureBurst(stage: Stage, commands: number): Promise<Burst> {
  const people = Array.from({ length: commands }, (_, index) => PEOPLE + index);
  const begun = performance.now();
  // A trip's own time begins when its command goes out; the burst's when the first does.
  const asked = people.map(async (person) => {
    const late = performance.now() - begun;
    const trip = await stage.explain(person);
    return { acknowledged: late + trip.acknowledged, answered: late + trip.answered };
  });
  const ended = await Promise.allSettled(asked);
  const trips = ended.filter((end) => end.status === 'fulfilled').map((end) => end.value);
  const longest = (of: (trip: Pick<Trip, 'acknowledged' | 'answered'>) => number): number | null =>
    trips.length < commands ? null : Math.max(0, ...trips.map(of));
  const read = await Promise.all(people.map((person) => stage.reads(person)));
  return {
    commands,
    acknowledgedWithin: longest((trip) => trip.acknowledged),
    answeredWithin: longest((trip) => trip.answered),
    right: read.filter((text) => text.includes(EXPLAINED)).length,
    failures: ended.filter((end) => end.status === 'rejected').map((end) => String(end.reason)),
  };
}
