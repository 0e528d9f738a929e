import { memoize } from '../core/collections.js';
import { type DamageSite, type RepairCandidate, toEdit } from './candidates.js';
import { discountDrawings } from './drawings.js';
import { STRONG_GAIN } from './gain.js';
import { type LineStarts, lineAt } from './lines.js';
import {
  CERTAIN_EVIDENCE,
  collectPathEvidence,
  dominantPaths,
  type PathEvidence,
  strongestCandidates,
} from './path-evidence.js';
import { pickNonOverlapping } from './pick-candidates.js';
import type { TextEdits } from './text-edits.js';

/** The edits of a repair, and the misreadings that they undo. */
export type RepairPlan = {
  readonly edits: TextEdits;
  readonly paths: ReadonlySet<string>;
  /** One path explains nearly all of the text; other clusters are lost characters. */
  readonly everywhere: boolean;
};

type PickedCandidates = readonly (readonly RepairCandidate[])[];

/** The bonus of the path with the most evidence, in the text and in the line. */
const PATH_BONUS = 1;

/** A path's share of the strongest evidence, 0 to 1. */
function shareOf(evidence: PathEvidence, path: string): number {
  return (evidence.get(path) ?? 0) / Math.max(...evidence.values());
}

/** Evidence for each path in each line that has some. */
function evidenceByLine(
  sites: readonly DamageSite[],
  evidence: PathEvidence,
  lineOf: readonly number[],
): ReadonlyMap<number, PathEvidence> {
  const lines = new Map<number, Map<string, number>>();
  const strongestOf = memoize(strongestCandidates);
  sites.forEach(({ candidates }, i) => {
    for (const { path, gain } of strongestOf(candidates)) {
      if (!evidence.has(path)) continue;
      const line = lines.get(lineOf[i] ?? 0) ?? new Map<string, number>();
      lines.set(lineOf[i] ?? 0, line.set(path, (line.get(path) ?? 0) + gain));
    }
  });
  return lines;
}

/** The best candidates of each cluster, by the evidence for their paths in its line, or else in the text. */
function pickCandidates(
  sites: readonly DamageSite[],
  evidence: PathEvidence,
  lineOf: readonly number[],
): PickedCandidates {
  const byLine = evidenceByLine(sites, evidence, lineOf);
  const pickIn = (line: PathEvidence) => (candidates: readonly RepairCandidate[]) =>
    pickNonOverlapping(
      candidates.filter((one) => evidence.has(one.path)),
      (one) => one.gain + PATH_BONUS * (shareOf(evidence, one.path) + shareOf(line, one.path)),
    );
  const pick = memoize(pickIn(evidence));
  return sites.map(({ candidates }, i) => {
    const line = byLine.get(lineOf[i] ?? 0);
    return line ? pickIn(line)(candidates) : pick(candidates);
  });
}

type LineEvidence = {
  /** Paths with strong evidence in this line. */
  readonly strong: Set<string>;
  /** Characters that no candidate explains. */
  unexplained: number;
};

/** A candidate with a lower gain explains nothing. */
const MIN_GAIN = -1;

function evidenceOfLines(
  sites: readonly DamageSite[],
  picks: PickedCandidates,
  lineOf: readonly number[],
): ReadonlyMap<number, LineEvidence> {
  const lines = new Map<number, LineEvidence>();
  sites.forEach(({ cluster }, i) => {
    const at = lineOf[i] ?? 0;
    const line = lines.get(at) ?? { strong: new Set(), unexplained: 0 };
    lines.set(at, line);
    line.unexplained += cluster.units.length;
    for (const one of picks[i] ?? []) {
      if (one.gain > MIN_GAIN) line.unexplained -= one.end - one.start;
      if (one.gain >= STRONG_GAIN) line.strong.add(one.path);
    }
  });
  return lines;
}

/** A word of one letter, such as и, is no accident in a line with others of its script. */
const ONE_FOREIGN_LETTER =
  /^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}\p{Script=Han}\p{Script=Devanagari}]$/u;
const MIN_LONE_LETTER_GAIN = -2.5;

type TextEvidence = { readonly paths: PathEvidence; readonly everywhere: ReadonlySet<string> };

function isAccepted(
  { gain, path, decoded }: RepairCandidate,
  line: LineEvidence | undefined,
  { paths, everywhere }: TextEvidence,
): boolean {
  if (gain >= STRONG_GAIN) return true;
  if (everywhere.has(path)) return gain > MIN_GAIN;
  if (line?.strong.has(path)) return gain >= 0 || (gain > MIN_LONE_LETTER_GAIN && ONE_FOREIGN_LETTER.test(decoded));
  if (line?.unexplained === 0) return gain > 0;
  return gain > 0 && (paths.get(path) ?? 0) >= CERTAIN_EVIDENCE;
}

/** Repairs single clusters where the text gives strong evidence; `null` where it gives none. */
export function repairClusters(text: string, found: readonly DamageSite[], starts: LineStarts): RepairPlan | null {
  const lineOf = found.map((site) => lineAt(starts, site.cluster.start));
  const sites = discountDrawings(found, lineOf);
  const paths = collectPathEvidence(text, sites, lineOf);
  if (paths.size === 0) return null;
  const evidence = { paths, everywhere: dominantPaths(sites, paths) };
  const picks = pickCandidates(sites, paths, lineOf);
  const lines = evidenceOfLines(sites, picks, lineOf);
  const used = new Set<string>();
  const edits = sites.flatMap((site, i) => {
    const accepted = (picks[i] ?? []).filter((one) => isAccepted(one, lines.get(lineOf[i] ?? 0), evidence));
    for (const { path } of accepted) used.add(path);
    return accepted.map((one) => toEdit(site, one)).toSorted((a, b) => a.start - b.start);
  });
  return edits.length === 0 ? null : { edits, paths: used, everywhere: evidence.everywhere.size > 0 };
}
