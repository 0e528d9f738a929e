import { type Candidate, editOf, type Site } from './candidates.js';
import { believedChains, CERTAIN, type Chains, chainsEverywhere, remembered, strongest } from './chains.js';
import { choose } from './choose.js';
import { withoutDrawings } from './drawings.js';
import type { Edits } from './edits.js';
import { STRONG } from './evidence.js';
import { type LineStarts, lineAt } from './lines.js';

/** What is to be undone, and why. */
export type Believed = {
  readonly edits: Edits;
  readonly chains: ReadonlySet<string>;
  /** One chain explains nearly all of the text; the rest of it is what was lost. */
  readonly everywhere: boolean;
};

type Picks = readonly (readonly Candidate[])[];

/** What a chain is worth by being the one that damaged most of the text, and most of the line. */
const COMPANY = 1;

/** A chain's part in the evidence, 0 to 1. */
function shareOf(chains: Chains, chain: string): number {
  return (chains.get(chain) ?? 0) / Math.max(...chains.values());
}

/** Evidence by chain in each line that has some of its own. */
function evidenceByLine(
  sites: readonly Site[],
  chains: Chains,
  lineOf: readonly number[],
): ReadonlyMap<number, Chains> {
  const lines = new Map<number, Map<string, number>>();
  const strongestOf = remembered(strongest);
  sites.forEach(({ candidates }, i) => {
    for (const { chain, gain } of strongestOf(candidates)) {
      if (!chains.has(chain)) continue;
      const line = lines.get(lineOf[i] ?? 0) ?? new Map<string, number>();
      lines.set(lineOf[i] ?? 0, line.set(chain, (line.get(chain) ?? 0) + gain));
    }
  });
  return lines;
}

/** The best readings of each cluster, by chains that are believed: in its line, or else in the text. */
function picksOf(sites: readonly Site[], chains: Chains, lineOf: readonly number[]): Picks {
  const byLine = evidenceByLine(sites, chains, lineOf);
  const pickIn = (line: Chains) => (candidates: readonly Candidate[]) =>
    choose(
      candidates.filter((one) => chains.has(one.chain)),
      (one) => one.gain + COMPANY * (shareOf(chains, one.chain) + shareOf(line, one.chain)),
    );
  const pick = remembered(pickIn(chains));
  return sites.map(({ candidates }, i) => {
    const line = byLine.get(lineOf[i] ?? 0);
    return line ? pickIn(line)(candidates) : pick(candidates);
  });
}

type Line = {
  /** Chains with strong evidence in this line. */
  readonly strong: Set<string>;
  /** Characters that no reading explains. */
  unexplained: number;
};

/** A reading that is worse than this explains nothing. */
const WORST = -1;

function linesOf(sites: readonly Site[], picks: Picks, lineOf: readonly number[]): ReadonlyMap<number, Line> {
  const lines = new Map<number, Line>();
  sites.forEach(({ cluster }, i) => {
    const at = lineOf[i] ?? 0;
    const line = lines.get(at) ?? { strong: new Set(), unexplained: 0 };
    lines.set(at, line);
    line.unexplained += cluster.units.length;
    for (const one of picks[i] ?? []) {
      if (one.gain > WORST) line.unexplained -= one.end - one.start;
      if (one.gain >= STRONG) line.strong.add(one.chain);
    }
  });
  return lines;
}

/** A word of one letter, such as и: beside others of its kind it is no accident. */
const ONE_FOREIGN_LETTER =
  /^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}\p{Script=Han}\p{Script=Devanagari}]$/u;
const LONELIEST = -2.5;

type Grounds = { readonly chains: Chains; readonly everywhere: ReadonlySet<string> };

function isBelieved(
  { gain, chain, decoded }: Candidate,
  line: Line | undefined,
  { chains, everywhere }: Grounds,
): boolean {
  if (gain >= STRONG) return true;
  if (everywhere.has(chain)) return gain > WORST;
  if (line?.strong.has(chain)) return gain >= 0 || (gain > LONELIEST && ONE_FOREIGN_LETTER.test(decoded));
  if (line?.unexplained === 0) return gain > 0;
  return gain > 0 && (chains.get(chain) ?? 0) >= CERTAIN;
}

/** Single runs read back where the text gives strong evidence for it; all else stays. `null` where it gives none. */
export function runsReading(text: string, found: readonly Site[], starts: LineStarts): Believed | null {
  const lineOf = found.map((site) => lineAt(starts, site.cluster.start));
  const sites = withoutDrawings(found, lineOf);
  const chains = believedChains(text, sites, lineOf);
  if (chains.size === 0) return null;
  const grounds = { chains, everywhere: chainsEverywhere(sites, chains) };
  const picks = picksOf(sites, chains, lineOf);
  const lines = linesOf(sites, picks, lineOf);
  const used = new Set<string>();
  const edits = sites.flatMap((site, i) => {
    const believed = (picks[i] ?? []).filter((one) => isBelieved(one, lines.get(lineOf[i] ?? 0), grounds));
    for (const { chain } of believed) used.add(chain);
    return believed.map((one) => editOf(site, one)).toSorted((a, b) => a.start - b.start);
  });
  return edits.length === 0 ? null : { edits, chains: used, everywhere: grounds.everywhere.size > 0 };
}
