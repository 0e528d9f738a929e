import { sitesOf } from './candidates.js';
import { applyEdits, type Edits, type Origin, tracerOf } from './edits.js';
import { repairLatinAsMac } from './latin-as-mac.js';
import { lineStartsOf } from './lines.js';
import { type Lost, lostIn } from './lost.js';
import { pagesOf } from './readings.js';
import { lostBytes } from './restore-lost.js';
import { type Believed, runsReading } from './runs.js';
import { wholeReading } from './whole.js';

export type RepairedText = {
  readonly text: string;
  /** What had happened, such as `UTF-8 read as Mac Roman`; `null` where the text was healthy. */
  readonly damage: string | null;
  /** Lines that differ from the text as it came. */
  readonly changedLines: number;
  /** Characters that look like the rest of a damaged one and cannot be restored. */
  readonly lost: readonly Lost[];
};

/** Each round undoes all misreadings of a run that is damaged through and through; what is nested takes another. */
const MAX_ROUNDS = 4;

function round(text: string): Believed | null {
  const sites = sitesOf(text);
  if (sites.every((site) => site.candidates.length === 0)) return null;
  return wholeReading(sites) ?? runsReading(text, sites, lineStartsOf(text));
}

type Undone = { readonly text: string; readonly rounds: readonly Believed[] };

function undo(text: string, rounds: readonly Believed[] = []): Undone {
  const next = rounds.length < MAX_ROUNDS ? round(text) : null;
  return next ? undo(applyEdits(text, next.edits), [...rounds, next]) : { text, rounds };
}

function countChangedLines(before: string, after: string): number {
  const afterLines = after.split('\n');
  return before.split('\n').filter((line, index) => line !== afterLines[index]).length;
}

function damageOf(chain: string): string {
  return `UTF-8 read as ${pagesOf(chain).toReversed().join(', then as ')}`;
}

/** Back through all edits to the text as it came. */
function originThrough(steps: readonly Edits[]): (offset: number) => Origin {
  let tracers: readonly ((offset: number) => Origin)[] | null = null;
  return (offset) => {
    tracers ??= steps.map(tracerOf).toReversed();
    return tracers.reduce<Origin>(
      (origin, trace) => {
        const earlier = trace(origin.offset);
        return { offset: earlier.offset, written: origin.written || earlier.written };
      },
      { offset, written: false },
    );
  };
}

/**
 * Undoes "UTF-8 read as something else", once or several times over. Healthy text is returned as it came: a reading
 * is believed as a whole first, then by runs, and both only on strong evidence. Never throws, linear time.
 */
export function repairText(text: string): RepairedText {
  const restored = lostBytes(text);
  const undone = undo(applyEdits(text, restored));
  // What was put back is worth nothing where the repair did not need it.
  if (restored.length > 0 && undone.rounds.length === 0) return repaired(text, text, [], undone.rounds);
  return repaired(text, undone.text, [restored, ...undone.rounds.map(({ edits }) => edits)], undone.rounds);
}

function repaired(
  original: string,
  undone: string,
  steps: readonly Edits[],
  rounds: readonly Believed[],
): RepairedText {
  const chains = [...new Set(rounds.flatMap((one) => [...one.chains]))];
  const mended = repairLatinAsMac(undone);
  const text = mended ?? undone;
  const damages = [...chains.map(damageOf), ...(mended === null ? [] : ['Latin-1 read as Mac Roman'])];
  return {
    text,
    damage: damages.length === 0 ? null : damages.join('; '),
    changedLines: text === original ? 0 : countChangedLines(original, text),
    lost: lostIn({
      original,
      repaired: text,
      pages: new Set(chains.flatMap(pagesOf)),
      everywhere: rounds.some((one) => one.everywhere),
      origin: originThrough(steps),
    }),
  };
}
