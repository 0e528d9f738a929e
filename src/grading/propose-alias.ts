import type { Alias } from './aliases.js';
import type { Difference } from './difference.js';

/** A name has at most so many words. */
const LONGEST = 4;

function isName(piece: string | undefined): piece is string {
  return piece !== undefined && piece.trim().split(/\s+/u).length <= LONGEST;
}

/** What a person may have called something otherwise: the only piece that is strange, for the only one that is missing. */
export function proposeAlias({ missing, extra }: Difference): Alias | null {
  const [meaning, ...moreMissing] = missing;
  const [alias, ...moreStrange] = extra;
  if (moreMissing.length > 0 || moreStrange.length > 0) return null;
  return isName(meaning) && isName(alias) ? { alias, meaning } : null;
}
