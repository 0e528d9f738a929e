import type { Candidate, Site } from './candidates.js';
import { CLASS, classOf } from './char-class.js';
import { unexplained } from './choose.js';

/** What a box that stands among other boxes is worth at most. */
const MOST_FOR_A_BOX = 1;

function isBox(char: string): boolean {
  return classOf(char.codePointAt(0) ?? 0) === CLASS.box;
}

function withoutBoxes(units: string, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((one) => {
    const onlyBoxes = [...units.slice(one.start, one.end)].every(isBox);
    return onlyBoxes ? { ...one, gain: Math.min(one.gain, MOST_FOR_A_BOX) } : one;
  });
}

/**
 * Boxes beside boxes are a drawing: in a line that has some which no reading explains, those that can be read as a
 * letter prove nothing.
 *
 * @param lineOf the line of each site
 */
export function withoutDrawings(sites: readonly Site[], lineOf: readonly number[]): readonly Site[] {
  const drawn = new Set<number>();
  sites.forEach(({ cluster, candidates }, i) => {
    if ([...unexplained(cluster.units, candidates)].some(isBox)) drawn.add(lineOf[i] ?? 0);
  });
  if (drawn.size === 0) return sites;
  return sites.map((site, i) => {
    if (site.candidates.length === 0 || !drawn.has(lineOf[i] ?? 0)) return site;
    return { ...site, candidates: withoutBoxes(site.cluster.units, site.candidates) };
  });
}
