import { type Cluster, clustersOf, offsetOf } from './cluster.js';
import type { Origin } from './edits.js';
import { type LineStarts, lineAt, lineStartsOf, placeFinder } from './lines.js';
import { oddness } from './oddness.js';
import { PAGES, type PageBytes } from './page-bytes.js';

/** A character that is damaged for good. Line and column count from 1, in the text as it came. */
export type Lost = { readonly line: number; readonly column: number; readonly found: string };

/** What the repair found out about the damage. */
export type Damage = {
  /** As it came. */
  readonly original: string;
  readonly repaired: string;
  /** Names of the code pages that it was misread in. */
  readonly pages: ReadonlySet<string>;
  /** Nearly all of the text was misread, so whatever is left over is the rest of something. */
  readonly everywhere: boolean;
  readonly origin: (offset: number) => Origin;
};

/** More than this is no list that anybody reads. */
export const MOST_NAMED = 1000;

const REPLACEMENT = 0xfffd;
/** Ã in Windows-1252: no word begins with it and goes on with a small letter. */
const A_TILDE = 0xc3;

/** What quotes, dashes and emoji begin with, where that is a letter: â, ð, Ô, Γ. */
const LONG_LEADS = new Set([0xe2, 0xf0]);

/** Odd enough not to be anything but the rest of a sequence. */
const ODD = 0.75;

/** The byte that a character was in one of the pages, 0 in none. */
function byteIn(pages: readonly PageBytes[], code: number): number {
  for (const page of pages) {
    const byte = page.byteOf[code] ?? -1;
    if (byte >= 0) return byte;
  }
  return 0;
}

type Look = {
  readonly damage: Damage;
  readonly pages: readonly PageBytes[];
  readonly damagedLines: ReadonlySet<number>;
};

function isRest({ damage, pages, damagedLines }: Look, line: number, at: number, unit: string): boolean {
  const byte = byteIn(pages, unit.charCodeAt(0));
  if (byte === 0) return false;
  if (damage.everywhere) return true;
  const before = damage.repaired.slice(Math.max(0, at - 3), at).replace(/^[\udc00-\udfff]/, '');
  const after = damage.repaired.slice(at + 1, at + 4).replace(/[\ud800-\udbff]$/, '');
  const beginsWord = /(?:^|[^\p{L}])$/u.test(before) && /^\p{Ll}/u.test(after);
  if (byte === A_TILDE && unit.charCodeAt(0) === A_TILDE && beginsWord) return true;
  if (byte < 0xc2 || byte > 0xf4) return false;
  if (oddness(before, unit, after) >= ODD) return true;
  const standsApart = !/\p{L}$/u.test(before) || !/^[\p{Ll}]/u.test(after);
  if (LONG_LEADS.has(byte) && /\p{L}/u.test(unit) && standsApart) return true;
  return damagedLines.has(line) && byte <= A_TILDE && !/\p{Lu}$/u.test(before) && !/^[\d\p{Lu}]/u.test(after);
}

/** Neighbouring units that are lost together, as offsets in the repaired text. */
function restsOf(cluster: Cluster, line: number, look: Look | null, damage: Damage): readonly [number, number][] {
  const rests: [number, number][] = [];
  for (let i = 0; i < cluster.units.length; i += 1) {
    const start = offsetOf(cluster, i);
    const unit = cluster.units.charAt(i);
    const isLost =
      unit.charCodeAt(0) === REPLACEMENT ||
      (look !== null && !damage.origin(start).written && isRest(look, line, start, unit));
    if (!isLost) continue;
    const end = offsetOf(cluster, i + 1);
    const last = rests.at(-1);
    if (last?.[1] === start) last[1] = end;
    else rests.push([start, end]);
  }
  return rests;
}

function damagedLinesOf(damage: Damage, starts: LineStarts): ReadonlySet<number> {
  const before = damage.original.split(/\r\n|\r|\n/);
  return new Set(starts.flatMap((start, i) => (damage.repaired.startsWith(before[i] ?? '', start) ? [] : [i])));
}

/** All that looks like the rest of a damaged character, in the order of the text; `MOST_NAMED` and one at most. */
export function lostIn(damage: Damage): readonly Lost[] {
  const isDamaged = damage.pages.size > 0;
  if (!isDamaged && !damage.repaired.includes('\ufffd')) return [];
  const starts = lineStartsOf(damage.repaired);
  const pages = PAGES.filter(({ name }) => damage.pages.has(name));
  const look = isDamaged ? { damage, pages, damagedLines: damagedLinesOf(damage, starts) } : null;
  const placeOf = placeFinder(damage.original, lineStartsOf(damage.original));
  const found: Lost[] = [];
  for (const cluster of clustersOf(damage.repaired)) {
    for (const [start, end] of restsOf(cluster, lineAt(starts, cluster.start), look, damage)) {
      found.push({ ...placeOf(damage.origin(start).offset), found: damage.repaired.slice(start, end) });
    }
    if (found.length > MOST_NAMED) return found.slice(0, MOST_NAMED + 1);
  }
  return found;
}
