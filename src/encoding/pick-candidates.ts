import type { RepairCandidate } from './candidates.js';

/** Claims ranges of a cluster; a range that overlaps a claimed one is refused. */
function createClaims(length: number): (from: number, to: number) => boolean {
  const taken = new Uint8Array(length);
  return (from, to) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  };
}

/** The candidates of one cluster with the highest weights that do not overlap; among equals, those misread more often. */
export function pickNonOverlapping(
  candidates: readonly RepairCandidate[],
  weightOf: (one: RepairCandidate) => number,
): readonly RepairCandidate[] {
  if (candidates.length < 2) return candidates;
  const claim = createClaims(Math.max(...candidates.map((one) => one.end)));
  return candidates
    .toSorted((a, b) => weightOf(b) - weightOf(a) || b.intermediates.length - a.intermediates.length)
    .filter((one) => claim(one.start, one.end));
}

/** The units of a cluster that no candidate explains. */
export function unexplainedUnits(units: string, candidates: readonly RepairCandidate[]): string {
  if (candidates.length === 0) return units;
  if (candidates.some((one) => one.coversCluster)) return '';
  const explained = new Uint8Array(units.length);
  for (const { start, end } of candidates) explained.fill(1, start, end);
  return Array.from({ length: units.length }, (_, i) => (explained[i] ? '' : units.charAt(i))).join('');
}
