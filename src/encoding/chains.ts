import { type Candidate, editOf, type Site } from './candidates.js';
import { choose } from './choose.js';
import { STRONG } from './evidence.js';
import { oddness } from './oddness.js';

/** How much evidence the text has for each chain of misreadings. */
export type Chains = ReadonlyMap<string, number>;

/** In a text with so few signs each of them is looked at … */
const FEW = 20;
/** … and with so few even the lines around it. */
const VERY_FEW = 2;
const NEAR = 200;
/** Shorter words are too common to prove anything. */
const SHORTEST_WORD = 3;

type Sign = { readonly site: Site; readonly line: number; readonly candidate: Candidate };

const NEIGHBOURS = 3;

/** A text about damage shows the word as it should be beside the broken one. */
function isExplained(text: string, { site, candidate }: Sign, isRare: boolean): boolean {
  const { start, end, decoded } = editOf(site, candidate);
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const head = /\p{L}*$/u.exec(before)?.[0] ?? '';
  const tail = /^\p{L}*/u.exec(after)?.[0] ?? '';
  const word = head + decoded + tail;
  if (word.length < SHORTEST_WORD || !/\p{L}/u.test(word)) return false;
  const sameLine = [before.split('\n').at(-1) ?? '', after.split('\n')[0] ?? ''];
  return (isRare ? [before, after] : sameLine).some((near) => near.includes(word));
}

function meaningOf({ start, end, gain, decoded }: Candidate): string {
  return `${start} ${end} ${gain} ${decoded}`;
}

/**
 * Only the best reading of a place counts: a half undone misreading would else speak for itself. Pages that agree
 * share it, as CP437 and CP850 often do.
 */
export function strongest(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.every((one) => one.gain < STRONG)) return NONE;
  const best = choose(candidates, (one) => one.gain).filter((one) => one.gain >= STRONG);
  const meanings = new Set(best.map(meaningOf));
  return candidates.filter((one) => meanings.has(meaningOf(one)));
}

const NONE: readonly Candidate[] = [];

/** Remembers what a function makes of the candidates that many sites share. */
export function remembered<Result>(
  make: (candidates: readonly Candidate[]) => Result,
): (candidates: readonly Candidate[]) => Result {
  const results = new Map<readonly Candidate[], Result>();
  return (candidates) => {
    const known = results.get(candidates);
    if (known !== undefined) return known;
    const made = make(candidates);
    results.set(candidates, made);
    return made;
  };
}

/** What is left of a damaged character is odd and no argument against damage. */
const REST = /^[ÃÂ√¬├┬]$|\uFFFD/;

/** How odd the clusters are that no reading explains, by line, where a line has signs. */
function oddLines(text: string, sites: readonly Site[], lineOf: readonly number[], signs: readonly Sign[]) {
  const balance = new Map<number, number>();
  const seen = new Set<Site>();
  for (const { site, line, candidate } of signs) {
    if (!seen.has(site)) balance.set(line, (balance.get(line) ?? 0) + candidate.gain);
    seen.add(site);
  }
  sites.forEach(({ cluster, candidates }, i) => {
    const left = balance.get(lineOf[i] ?? 0);
    if (left === undefined || REST.test(cluster.units) || candidates.some((one) => one.solid && one.gain > 0)) return;
    const before = text.slice(Math.max(0, cluster.start - NEIGHBOURS), cluster.start);
    const after = text.slice(cluster.end, cluster.end + NEIGHBOURS);
    balance.set(lineOf[i] ?? 0, left - oddness(before, cluster.units, after));
  });
  return new Set([...balance].flatMap(([line, left]) => (left > 0 ? [] : [line])));
}

/**
 * Chains with strong evidence somewhere in the text.
 *
 * @param lineOf the line of each site
 */
export function believedChains(text: string, sites: readonly Site[], lineOf: readonly number[]): Chains {
  const strongestOf = remembered(strongest);
  const found = sites.flatMap((site, i) =>
    strongestOf(site.candidates).map((candidate) => ({ site, line: lineOf[i] ?? 0, candidate })),
  );
  // In a line that is odd all over, a list of signs for one, a sign of damage proves nothing.
  const odd = oddLines(text, sites, lineOf, found);
  const signs = found.filter(({ line }) => !odd.has(line));
  const isRare = signs.length <= VERY_FEW;
  const counted = signs.length > FEW ? signs : signs.filter((sign) => !isExplained(text, sign, isRare));
  const chains = new Map<string, number>();
  for (const { candidate } of counted) {
    chains.set(candidate.chain, (chains.get(candidate.chain) ?? 0) + candidate.gain);
  }
  return chains;
}

/** Two strong signs: so much damage that weaker signs are believed away from it. */
export const CERTAIN = 2 * STRONG;
/** The share of clusters that a chain must explain before what is left is taken for lost characters. */
const NEARLY_ALL = 0.9;

/** A sign by itself that is what is left of a letter whose second byte is gone. */
const ORPHAN = /^[√¬├┬\uFFFD]$/;

/** Chains that explain nearly every cluster of the text. */
export function chainsEverywhere(sites: readonly Site[], chains: Chains): ReadonlySet<string> {
  const chainsOf = remembered((candidates) => new Set(candidates.map((one) => one.chain)));
  const covered = new Map<string, number>();
  for (const { candidates } of sites) {
    for (const chain of chainsOf(candidates)) covered.set(chain, (covered.get(chain) ?? 0) + 1);
  }
  const counted = sites.filter(({ cluster }) => !ORPHAN.test(cluster.units)).length;
  const found = [...chains].filter(([chain, evidence]) => {
    return evidence >= CERTAIN && (covered.get(chain) ?? 0) >= NEARLY_ALL * counted;
  });
  return new Set(found.map(([chain]) => chain));
}
