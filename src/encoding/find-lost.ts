import { type Cluster, clustersOf, offsetOf } from './cluster.js';
import { type LineStarts, lineAt, lineStartsOf, positionFinder } from './lines.js';
import { oddness } from './oddness.js';
import { PAGES, type PageBytes } from './page-bytes.js';
import type { TextOrigin } from './text-edits.js';

/** A character that cannot be restored. Line and column count from 1, in the original text. */
export type LostCharacter = { readonly line: number; readonly column: number };

/** The results of the repair. */
export type Damage = {
  readonly original: string;
  readonly repaired: string;
  /** Names of the code pages in which it was misread. */
  readonly pages: ReadonlySet<string>;
  /** Nearly all of the text was misread, so that any leftover is the rest of a damaged character. */
  readonly everywhere: boolean;
  readonly origin: (offset: number) => TextOrigin;
};

/** Nobody reads a longer list. */
export const MAX_REPORTED = 1000;

const REPLACEMENT = 0xfffd;
/** Ã in Windows-1252: no word begins with it before a small letter. */
const A_TILDE = 0xc3;

/** Lead bytes of quotes, dashes and emoji, where they are letters: â, ð, Ô, Γ. */
const LONG_LEADS = new Set([0xe2, 0xf0]);

/** A lead byte this odd is the rest of a sequence. */
const MIN_ODDNESS = 0.75;

/** The byte of a character in the first page that has it, 0 in none. */
function byteIn(pages: readonly PageBytes[], code: number): number {
  for (const page of pages) {
    const byte = page.byteOf[code] ?? -1;
    if (byte >= 0) return byte;
  }
  return 0;
}

type LostContext = {
  readonly damage: Damage;
  readonly pages: readonly PageBytes[];
  readonly damagedLines: ReadonlySet<number>;
};

function isRemnant({ damage, pages, damagedLines }: LostContext, line: number, at: number, unit: string): boolean {
  const byte = byteIn(pages, unit.charCodeAt(0));
  if (byte === 0) return false;
  if (damage.everywhere) return true;
  const before = damage.repaired.slice(Math.max(0, at - 3), at).replace(/^[\udc00-\udfff]/, '');
  const after = damage.repaired.slice(at + 1, at + 4).replace(/[\ud800-\udbff]$/, '');
  const beginsWord = /(?:^|[^\p{L}])$/u.test(before) && /^\p{Ll}/u.test(after);
  if (byte === A_TILDE && unit.charCodeAt(0) === A_TILDE && beginsWord) return true;
  if (byte < 0xc2 || byte > 0xf4) return false;
  if (oddness(before, unit, after) >= MIN_ODDNESS) return true;
  const standsApart = !/\p{L}$/u.test(before) || !/^[\p{Ll}]/u.test(after);
  if (LONG_LEADS.has(byte) && /\p{L}/u.test(unit) && standsApart) return true;
  return damagedLines.has(line) && byte <= A_TILDE && !/\p{Lu}$/u.test(before) && !/^[\d\p{Lu}]/u.test(after);
}

/** Ranges of neighbouring lost units, as offsets in the repaired text. */
function findRemnants(
  cluster: Cluster,
  line: number,
  context: LostContext | null,
  damage: Damage,
): readonly [number, number][] {
  const remnants: [number, number][] = [];
  for (let i = 0; i < cluster.units.length; i += 1) {
    const start = offsetOf(cluster, i);
    const unit = cluster.units.charAt(i);
    const isLost =
      unit.charCodeAt(0) === REPLACEMENT ||
      (context !== null && !damage.origin(start).isEdited && isRemnant(context, line, start, unit));
    if (!isLost) continue;
    const end = offsetOf(cluster, i + 1);
    const last = remnants.at(-1);
    if (last?.[1] === start) last[1] = end;
    else remnants.push([start, end]);
  }
  return remnants;
}

function damagedLinesOf(damage: Damage, starts: LineStarts): ReadonlySet<number> {
  const before = damage.original.split(/\r\n|\r|\n/);
  return new Set(starts.flatMap((start, i) => (damage.repaired.startsWith(before[i] ?? '', start) ? [] : [i])));
}

/** All remnants of damaged characters, in the order of the text; `MAX_REPORTED` and one at most. */
export function findLost(damage: Damage): readonly LostCharacter[] {
  const isDamaged = damage.pages.size > 0;
  if (!isDamaged && !damage.repaired.includes('\ufffd')) return [];
  const starts = lineStartsOf(damage.repaired);
  const pages = PAGES.filter(({ name }) => damage.pages.has(name));
  const context = isDamaged ? { damage, pages, damagedLines: damagedLinesOf(damage, starts) } : null;
  const positionOf = positionFinder(damage.original, lineStartsOf(damage.original));
  const found: LostCharacter[] = [];
  for (const cluster of clustersOf(damage.repaired)) {
    for (const [start] of findRemnants(cluster, lineAt(starts, cluster.start), context, damage)) {
      found.push(positionOf(damage.origin(start).offset));
    }
    if (found.length > MAX_REPORTED) return found.slice(0, MAX_REPORTED + 1);
  }
  return found;
}
