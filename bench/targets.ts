import type { Measured } from './measure-client.js';

/** In milliseconds: ours minus the floor, and the time until the last of the burst is acknowledged. */
export const TARGETS = { differenceP50: 5, differenceP99: 25, acknowledgedWithin: 3_000 } as const;

/** Every target that was missed, as a sentence. */
export function missedBy({ title, roundTrips, burst }: Measured): readonly string[] {
  const missed: string[] = [];
  const expectAtMost = (what: string, found: number | null, target: number): void => {
    if (found === null) missed.push(`${title}: ${what} never came, the target is ${target} ms`);
    else if (found > target) missed.push(`${title}: ${what} took ${found.toFixed(1)} ms, the target is ${target} ms`);
  };
  for (const kind of ['explain', 'grade'] as const) {
    const { difference } = roundTrips[kind];
    expectAtMost(`ours minus the floor for ${kind} at p50`, difference.p50, TARGETS.differenceP50);
    expectAtMost(`ours minus the floor for ${kind} at p99`, difference.p99, TARGETS.differenceP99);
  }
  const { ours } = burst;
  expectAtMost(`the last of ${ours.commands} acknowledgements`, ours.acknowledgedWithin, TARGETS.acknowledgedWithin);
  if (ours.right < ours.commands) missed.push(`${title}: ${ours.right} of ${ours.commands} answers are right`);
  return missed;
}
