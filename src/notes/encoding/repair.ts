import { repairLatinAsMac } from './latin-as-mac.js';
import { MISREAD_PAGES, type MisreadPage, reread, type Scan, scanMisreads } from './misread.js';

export type RepairedText = {
  readonly text: string;
  /** What had happened, outermost first, such as `UTF-8 read as Mac Roman`; `null` where the text was healthy. */
  readonly damage: string | null;
  /** Lines that differ from the text as it came. */
  readonly changedLines: number;
  /** Characters that look like the rest of a damaged one and cannot be restored. Line and column from 1. */
  readonly lost: readonly { readonly line: number; readonly column: number; readonly found: string }[];
};

/** Enough to convince: one unmistakable sequence, or several likely ones. */
const CONVINCING = 2;
/** Text damaged more often than this is not seen; the bound keeps the work linear. */
const MAX_ROUNDS = 4;

type Reading = { readonly page: MisreadPage; readonly text: string; readonly evidence: number };

function better(a: Reading | null, b: Reading | null): Reading | null {
  if (!a || !b) return a ?? b;
  return b.evidence > a.evidence ? b : a;
}

/** The whole text read back strictly: every character beyond ASCII takes part. */
function wholeReading(text: string, page: MisreadPage): Reading | null {
  const composed = text.normalize('NFC');
  for (const candidate of composed === text ? [text] : [text, composed]) {
    const scan = scanMisreads(candidate, page);
    if (scan.whole && scan.evidence >= CONVINCING) {
      return { page, text: reread(candidate, scan.misreads), evidence: scan.evidence };
    }
  }
  return null;
}

/** A damaged line whose letters were taken apart afterwards shows its sequences only when composed again. */
function scanLine(line: string, page: MisreadPage): { line: string; scan: Scan } {
  const scan = scanMisreads(line, page);
  const composed = line.normalize('NFC');
  if (composed === line) return { line, scan };
  const composedScan = scanMisreads(composed, page);
  return composedScan.evidence > scan.evidence ? { line: composed, scan: composedScan } : { line, scan };
}

/** Single runs read back, where the text as a whole gives strong evidence; the rest stays as it is. */
function runsReading(text: string, page: MisreadPage): Reading | null {
  let evidence = 0;
  const lines = text.split('\n').map((line) => {
    const best = scanLine(line, page);
    evidence += best.scan.evidence;
    return reread(best.line, best.scan.misreads);
  });
  return evidence >= CONVINCING ? { page, text: lines.join('\n'), evidence } : null;
}

function bestReading(text: string): Reading | null {
  if (!/[^\p{ASCII}]/u.test(text)) return null;
  const whole = MISREAD_PAGES.map((page) => wholeReading(text, page)).reduce(better, null);
  return whole ?? MISREAD_PAGES.map((page) => runsReading(text, page)).reduce(better, null);
}

function countChangedLines(before: string, after: string): number {
  const afterLines = after.split('\n');
  return before.split('\n').filter((line, index) => line !== afterLines[index]).length;
}

/** The characters that bytes 0xC2 and 0xC3 became: what is left of a letter whose second half is gone. */
function orphanPattern(pages: readonly MisreadPage[]): RegExp {
  const leads = pages.flatMap((page) => [...page.byteOf].filter(([, byte]) => byte === 0xc2 || byte === 0xc3));
  const chars = String.fromCharCode(...leads.map(([code]) => code));
  return new RegExp(`\uFFFD${chars === '' ? '' : `|[${chars}](?!\\d)`}`, 'g');
}

function findLost(text: string, pages: readonly MisreadPage[]): RepairedText['lost'] {
  const pattern = orphanPattern(pages);
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(pattern)].map((match) => ({
      line: index + 1,
      column: [...line.slice(0, match.index)].length + 1,
      found: match[0],
    })),
  );
}

/**
 * Undoes "UTF-8 read as something else", once or several times over. Healthy text is returned as it came: a reading
 * is believed as a whole first, then by runs, and both only on strong evidence. Never throws, linear time.
 */
export function repairText(text: string): RepairedText {
  const pages: MisreadPage[] = [];
  let repaired = text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const reading = bestReading(repaired);
    if (!reading) break;
    pages.push(reading.page);
    repaired = reading.text;
  }
  const damages = pages.map((page) => `UTF-8 read as ${page.name}`);
  const mended = repairLatinAsMac(repaired);
  if (mended !== null) {
    repaired = mended;
    damages.push('Latin-1 read as Mac Roman');
  }
  return {
    text: repaired,
    damage: damages.length === 0 ? null : damages.join(', '),
    changedLines: repaired === text ? 0 : countChangedLines(text, repaired),
    lost: findLost(repaired, pages),
  };
}
