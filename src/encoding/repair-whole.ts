import { type DamageSite, type RepairCandidate, toEdit } from './candidates.js';
import { STRONG_GAIN } from './gain.js';
import type { RepairPlan } from './repair-clusters.js';

/** The evidence for a path that may cover every cluster. */
type PathTally = { covered: number; total: number; best: number; beaten: number; readonly kinds: Map<string, number> };

/** How many different weak signs, and with what total, are enough; a repeated sign counts once. */
const MIN_WEAK_TOTAL = 4;
const MIN_WEAK_KINDS = 3;
/** A cluster for which another path has this much more gain was not misread through this one. */
const BEATEN_BY = 1.5;
/** A few such clusters may be accidents, such as a word of one letter in another script. */
const MAX_BEATEN_SHARE = 0.1;

function addToTally(
  tallies: Map<string, PathTally>,
  site: DamageSite,
  candidate: RepairCandidate,
  bestGain: number,
): void {
  const tally = tallies.get(candidate.path) ?? { covered: 0, total: 0, best: 0, beaten: 0, kinds: new Map() };
  tally.covered += 1;
  tally.total += candidate.gain;
  tally.best = Math.max(tally.best, candidate.gain);
  if (bestGain >= STRONG_GAIN && bestGain - candidate.gain >= BEATEN_BY) tally.beaten += 1;
  const { units } = site.cluster;
  tally.kinds.set(units, Math.max(tally.kinds.get(units) ?? 0, candidate.gain));
  tallies.set(candidate.path, tally);
}

function isConvincing({ covered, total, best, beaten, kinds }: PathTally): boolean {
  if (total <= 0 || beaten > MAX_BEATEN_SHARE * covered) return false;
  if (best >= STRONG_GAIN) return true;
  const sum = [...kinds.values()].reduce((all, gain) => all + gain, 0);
  return kinds.size >= MIN_WEAK_KINDS && sum >= MIN_WEAK_TOTAL;
}

/** Repairs a text of which one path explains every character beyond ASCII; `null` where none does. */
export function repairWhole(sites: readonly DamageSite[]): RepairPlan | null {
  const tallies = new Map<string, PathTally>();
  for (const site of sites) {
    const complete = site.candidates.filter((one) => one.coversCluster);
    const best = Math.max(...complete.map((one) => one.gain));
    for (const one of complete) addToTally(tallies, site, one, best);
  }
  const paths = [...tallies].filter(([, tally]) => tally.covered === sites.length && isConvincing(tally));
  const [best] = paths.sort(([, a], [, b]) => b.total - a.total);
  if (!best) return null;
  const [path] = best;
  const edits = sites.flatMap((site) => {
    const one = site.candidates.find((candidate) => candidate.coversCluster && candidate.path === path);
    return one ? [toEdit(site, one)] : [];
  });
  return { edits, paths: new Set([path]), everywhere: false };
}
