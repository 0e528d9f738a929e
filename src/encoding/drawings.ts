import type { DamageSite, RepairCandidate } from './candidates.js';
import { CLASS, classOf } from './char-class.js';
import { unexplainedUnits } from './pick-candidates.js';

/** The highest gain of a candidate that replaces nothing but boxes in a drawing. */
const MAX_BOX_GAIN = 1;

function isBox(char: string): boolean {
  return classOf(char.codePointAt(0) ?? 0) === CLASS.box;
}

function limitBoxGain(units: string, candidates: readonly RepairCandidate[]): readonly RepairCandidate[] {
  return candidates.map((one) => {
    const onlyBoxes = [...units.slice(one.start, one.end)].every(isBox);
    return onlyBoxes ? { ...one, gain: Math.min(one.gain, MAX_BOX_GAIN) } : one;
  });
}

/**
 * Limits the gain of box characters in drawings: in a line with boxes that no candidate explains, boxes that could be a
 * letter prove nothing.
 *
 * @param lineOf the line of each site
 */
export function discountDrawings(sites: readonly DamageSite[], lineOf: readonly number[]): readonly DamageSite[] {
  const drawn = new Set<number>();
  sites.forEach(({ cluster, candidates }, i) => {
    if ([...unexplainedUnits(cluster.units, candidates)].some(isBox)) drawn.add(lineOf[i] ?? 0);
  });
  if (drawn.size === 0) return sites;
  return sites.map((site, i) => {
    if (site.candidates.length === 0 || !drawn.has(lineOf[i] ?? 0)) return site;
    return { ...site, candidates: limitBoxGain(site.cluster.units, site.candidates) };
  });
}
