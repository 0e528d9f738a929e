import { type Candidate, editOf, type Site } from './candidates.js';
import { STRONG } from './evidence.js';
import type { Believed } from './runs.js';

/** What speaks for one chain, where it covers every cluster. */
type Tally = { covered: number; total: number; best: number; beaten: number; readonly kinds: Map<string, number> };

/** Different weak signs that together convince; the same sign over and over is one. */
const WEAK_TOTAL = 4;
const WEAK_KINDS = 3;
/** A place that another chain reads so much better was not misread through this one. */
const BEATEN = 1.5;
/** A single one of many may be an accident: a word of one letter in another script. */
const MOST_BEATEN = 0.1;

function add(tallies: Map<string, Tally>, site: Site, candidate: Candidate, bestGain: number): void {
  const tally = tallies.get(candidate.chain) ?? { covered: 0, total: 0, best: 0, beaten: 0, kinds: new Map() };
  tally.covered += 1;
  tally.total += candidate.gain;
  tally.best = Math.max(tally.best, candidate.gain);
  if (bestGain >= STRONG && bestGain - candidate.gain >= BEATEN) tally.beaten += 1;
  const { units } = site.cluster;
  tally.kinds.set(units, Math.max(tally.kinds.get(units) ?? 0, candidate.gain));
  tallies.set(candidate.chain, tally);
}

function convinces({ covered, total, best, beaten, kinds }: Tally): boolean {
  if (total <= 0 || beaten > MOST_BEATEN * covered) return false;
  if (best >= STRONG) return true;
  const sum = [...kinds.values()].reduce((all, gain) => all + gain, 0);
  return kinds.size >= WEAK_KINDS && sum >= WEAK_TOTAL;
}

/** The text read back strictly: one chain explains every character beyond ASCII. `null` where none does. */
export function wholeReading(sites: readonly Site[]): Believed | null {
  const tallies = new Map<string, Tally>();
  for (const site of sites) {
    const solid = site.candidates.filter((one) => one.solid);
    const best = Math.max(...solid.map((one) => one.gain));
    for (const one of solid) add(tallies, site, one, best);
  }
  const chains = [...tallies].filter(([, tally]) => tally.covered === sites.length && convinces(tally));
  const [best] = chains.sort(([, a], [, b]) => b.total - a.total);
  if (!best) return null;
  const [chain] = best;
  const edits = sites.flatMap((site) => {
    const one = site.candidates.find((candidate) => candidate.solid && candidate.chain === chain);
    return one ? [editOf(site, one)] : [];
  });
  return { edits, chains: new Set([chain]), everywhere: false };
}
