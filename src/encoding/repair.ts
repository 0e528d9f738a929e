import { findSites } from './candidates.js';
import { pagesInPath } from './decodings.js';
import { findLost, type LostCharacter } from './find-lost.js';
import { repairLatinAsMac } from './latin-as-mac.js';
import { lineStartsOf } from './lines.js';
import { type RepairPlan, repairClusters } from './repair-clusters.js';
import { repairWhole } from './repair-whole.js';
import { restoreLostBytes } from './restore-lost.js';
import { applyTextEdits, createTracer, type TextEdits, type TextOrigin } from './text-edits.js';

export type RepairedText = {
  readonly text: string;
  /** Such as `UTF-8 read as Mac Roman`; `null` where the text was healthy. */
  readonly damage: string | null;
  /** Lines that differ from the original text. */
  readonly changedLines: number;
  /** Remnants of damaged characters that cannot be restored. */
  readonly lost: readonly LostCharacter[];
};

/** Each round undoes all misreadings of wholly damaged clusters; nested damage takes another round. */
const MAX_ROUNDS = 4;

function repairRound(text: string): RepairPlan | null {
  const sites = findSites(text);
  if (sites.every((site) => site.candidates.length === 0)) return null;
  return repairWhole(sites) ?? repairClusters(text, sites, lineStartsOf(text));
}

type RepairState = { readonly text: string; readonly rounds: readonly RepairPlan[] };

function undoMisreadings(text: string, rounds: readonly RepairPlan[] = []): RepairState {
  const next = rounds.length < MAX_ROUNDS ? repairRound(text) : null;
  return next ? undoMisreadings(applyTextEdits(text, next.edits), [...rounds, next]) : { text, rounds };
}

function countChangedLines(before: string, after: string): number {
  const afterLines = after.split('\n');
  return before.split('\n').filter((line, index) => line !== afterLines[index]).length;
}

function describeDamage(path: string): string {
  return `UTF-8 read as ${pagesInPath(path).toReversed().join(', then as ')}`;
}

/** Finds the origin of an offset in the original text, through all edits. */
function traceOrigin(steps: readonly TextEdits[]): (offset: number) => TextOrigin {
  let tracers: readonly ((offset: number) => TextOrigin)[] | null = null;
  return (offset) => {
    tracers ??= steps.map(createTracer).toReversed();
    return tracers.reduce<TextOrigin>(
      (origin, trace) => {
        const earlier = trace(origin.offset);
        return { offset: earlier.offset, isEdited: origin.isEdited || earlier.isEdited };
      },
      { offset, isEdited: false },
    );
  };
}

/**
 * Undoes misreadings of UTF-8 in other code pages, also repeated ones. Tries the whole text first, then single clusters,
 * both only on strong evidence, so that healthy text stays as it is. Never throws; takes linear time.
 */
export function repairText(text: string): RepairedText {
  const restored = restoreLostBytes(text);
  const undone = undoMisreadings(applyTextEdits(text, restored));
  // Restored bytes are only kept where the repair needed them.
  if (restored.length > 0 && undone.rounds.length === 0) return toRepairedText(text, text, [], undone.rounds);
  return toRepairedText(text, undone.text, [restored, ...undone.rounds.map(({ edits }) => edits)], undone.rounds);
}

function toRepairedText(
  original: string,
  undone: string,
  steps: readonly TextEdits[],
  rounds: readonly RepairPlan[],
): RepairedText {
  const paths = [...new Set(rounds.flatMap((one) => [...one.paths]))];
  const mended = repairLatinAsMac(undone);
  const text = mended ?? undone;
  const damages = [...paths.map(describeDamage), ...(mended === null ? [] : ['Latin-1 read as Mac Roman'])];
  return {
    text,
    damage: damages.length === 0 ? null : damages.join('; '),
    changedLines: text === original ? 0 : countChangedLines(original, text),
    lost: findLost({
      original,
      repaired: text,
      pages: new Set(paths.flatMap(pagesInPath)),
      everywhere: rounds.some((one) => one.everywhere),
      origin: traceOrigin(steps),
    }),
  };
}
