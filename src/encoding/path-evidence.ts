import { memoize } from '../core/collections.js';
import { type DamageSite, type RepairCandidate, toEdit } from './candidates.js';
import { STRONG_GAIN } from './gain.js';
import { oddness } from './oddness.js';
import { pickNonOverlapping } from './pick-candidates.js';

/** How much evidence the text has for each path, which is a sequence of code pages that it was misread in. */
export type PathEvidence = ReadonlyMap<string, number>;

/** With this few signs of damage, each is checked for being an example in a text about damage, … */
const FEW_SIGNS = 20;
/** … and with this few, the lines around it are checked too. */
const VERY_FEW_SIGNS = 2;
const NEARBY_LENGTH = 200;
/** Shorter words are too common to prove anything. */
const SHORTEST_WORD = 3;

type Sign = { readonly site: DamageSite; readonly line: number; readonly candidate: RepairCandidate };

const CONTEXT_LENGTH = 3;

/** Whether the repaired word stands nearby, as it does in a text about damage. */
function isQuotedExample(text: string, { site, candidate }: Sign, isRare: boolean): boolean {
  const { start, end, decoded } = toEdit(site, candidate);
  const before = text.slice(Math.max(0, start - NEARBY_LENGTH), start);
  const after = text.slice(end, end + NEARBY_LENGTH);
  const head = /\p{L}*$/u.exec(before)?.[0] ?? '';
  const tail = /^\p{L}*/u.exec(after)?.[0] ?? '';
  const word = head + decoded + tail;
  if (word.length < SHORTEST_WORD || !/\p{L}/u.test(word)) return false;
  const sameLine = [before.split('\n').at(-1) ?? '', after.split('\n')[0] ?? ''];
  return (isRare ? [before, after] : sameLine).some((near) => near.includes(word));
}

function candidateKey({ start, end, gain, decoded }: RepairCandidate): string {
  return `${start} ${end} ${gain} ${decoded}`;
}

/**
 * The candidates that count as evidence: the best of each part of a cluster, else a half-undone misreading would count as
 * well. Pages that agree on the result share the evidence, as CP437 and CP850 often do.
 */
export function strongestCandidates(candidates: readonly RepairCandidate[]): readonly RepairCandidate[] {
  if (candidates.every((one) => one.gain < STRONG_GAIN)) return NO_CANDIDATES;
  const best = pickNonOverlapping(candidates, (one) => one.gain).filter((one) => one.gain >= STRONG_GAIN);
  const keys = new Set(best.map(candidateKey));
  return candidates.filter((one) => keys.has(candidateKey(one)));
}

const NO_CANDIDATES: readonly RepairCandidate[] = [];

/** The rest of a damaged character is odd, but that does not make the line odd. */
const REMNANT = /^[ÃÂ√¬├┬]$|\uFFFD/;

/** Lines in which the unexplained clusters are odder than the signs of damage are strong. */
function findOddLines(text: string, sites: readonly DamageSite[], lineOf: readonly number[], signs: readonly Sign[]) {
  const balance = new Map<number, number>();
  const seen = new Set<DamageSite>();
  for (const { site, line, candidate } of signs) {
    if (!seen.has(site)) balance.set(line, (balance.get(line) ?? 0) + candidate.gain);
    seen.add(site);
  }
  sites.forEach(({ cluster, candidates }, i) => {
    const left = balance.get(lineOf[i] ?? 0);
    if (
      left === undefined ||
      REMNANT.test(cluster.units) ||
      candidates.some((one) => one.coversCluster && one.gain > 0)
    )
      return;
    const before = text.slice(Math.max(0, cluster.start - CONTEXT_LENGTH), cluster.start);
    const after = text.slice(cluster.end, cluster.end + CONTEXT_LENGTH);
    balance.set(lineOf[i] ?? 0, left - oddness(before, cluster.units, after));
  });
  return new Set([...balance].flatMap(([line, left]) => (left > 0 ? [] : [line])));
}

/**
 * The paths with strong evidence somewhere in the text.
 *
 * @param lineOf the line of each site
 */
export function collectPathEvidence(
  text: string,
  sites: readonly DamageSite[],
  lineOf: readonly number[],
): PathEvidence {
  const strongestOf = memoize(strongestCandidates);
  const found = sites.flatMap((site, i) =>
    strongestOf(site.candidates).map((candidate) => ({ site, line: lineOf[i] ?? 0, candidate })),
  );
  // In a line that is odd all over, such as a list of symbols, a sign of damage proves nothing.
  const odd = findOddLines(text, sites, lineOf, found);
  const signs = found.filter(({ line }) => !odd.has(line));
  const isRare = signs.length <= VERY_FEW_SIGNS;
  const counted = signs.length > FEW_SIGNS ? signs : signs.filter((sign) => !isQuotedExample(text, sign, isRare));
  const evidence = new Map<string, number>();
  for (const { candidate } of counted) {
    evidence.set(candidate.path, (evidence.get(candidate.path) ?? 0) + candidate.gain);
  }
  return evidence;
}

/** With evidence of two strong signs, weaker signs elsewhere in the text are accepted too. */
export const CERTAIN_EVIDENCE = 2 * STRONG_GAIN;
/** The share of clusters that a path must explain before the others are taken for lost characters. */
const MIN_COVERAGE = 0.9;

/** A single sign that remains of a letter whose second byte was lost. */
const ORPHAN = /^[√¬├┬\uFFFD]$/;

/** The paths that explain nearly every cluster of the text. */
export function dominantPaths(sites: readonly DamageSite[], evidence: PathEvidence): ReadonlySet<string> {
  const pathsOf = memoize((candidates: readonly RepairCandidate[]) => new Set(candidates.map((one) => one.path)));
  const covered = new Map<string, number>();
  for (const { candidates } of sites) {
    for (const path of pathsOf(candidates)) covered.set(path, (covered.get(path) ?? 0) + 1);
  }
  const counted = sites.filter(({ cluster }) => !ORPHAN.test(cluster.units)).length;
  const found = [...evidence].filter(([path, total]) => {
    return total >= CERTAIN_EVIDENCE && (covered.get(path) ?? 0) >= MIN_COVERAGE * counted;
  });
  return new Set(found.map(([path]) => path));
}
