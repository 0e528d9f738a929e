import type { Candidate } from './candidates.js';

/** Marks the places of a cluster that are taken. */
function claimer(length: number): (from: number, to: number) => boolean {
  const taken = new Uint8Array(length);
  return (from, to) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  };
}

/** The heaviest candidates of one cluster that do not overlap; of equals the one that was misread more often. */
export function choose(candidates: readonly Candidate[], weightOf: (one: Candidate) => number): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const claim = claimer(Math.max(...candidates.map((one) => one.end)));
  return candidates
    .toSorted((a, b) => weightOf(b) - weightOf(a) || b.between.length - a.between.length)
    .filter((one) => claim(one.start, one.end));
}

/** The units of a cluster that no candidate explains. */
export function unexplained(units: string, candidates: readonly Candidate[]): string {
  if (candidates.length === 0) return units;
  if (candidates.some((one) => one.solid)) return '';
  const explained = new Uint8Array(units.length);
  for (const { start, end } of candidates) explained.fill(1, start, end);
  return Array.from({ length: units.length }, (_, i) => (explained[i] ? '' : units.charAt(i))).join('');
}
