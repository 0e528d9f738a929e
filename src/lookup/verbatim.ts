import { fold, searchWords } from '../language/search-words.js';
import type { LookupHit } from './found.js';

/** What a name loses for each step in which it is spelled otherwise than the query: enough to be another thing. */
const STEP = 0.006;
/** Signs that belong to a name: `C#` is not `C`, `-p` not `p`. */
const SIGNS = String.raw`\p{L}\p{N}#+&@$%*_/\\-`;

/** Letter by letter; but for its case; but for its accents too. */
const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFC'),
  (text) => text.normalize('NFC').toLowerCase(),
  fold,
];

/** In how many steps a name stands in a query as it is spelled: 0 letter by letter, the most where it does not. */
function stepsTo(name: string, query: string): number {
  const steps = SPELLINGS.findIndex((spell) => {
    const literal = spell(name.trim()).replace(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
    return new RegExp(`(?<![${SIGNS}])${literal}(?![${SIGNS}])`, 'u').test(spell(query));
  });
  return steps === -1 ? SPELLINGS.length : steps;
}

/**
 * Puts first what is spelled like the query among things whose names have the same words and differ by a sign, case or
 * accent alone: `C`, `C#` and `C++`.
 */
export function preferVerbatim(query: string, hits: readonly LookupHit[]): readonly LookupHit[] {
  const groups = new Map<string, number>();
  const named = hits.map((hit) => {
    if (hit.match === 'text') return null;
    const key = searchWords(hit.passage.title).join(' ');
    const steps = stepsTo(hit.passage.title, query);
    groups.set(key, Math.min(groups.get(key) ?? SPELLINGS.length, steps));
    return { key, steps };
  });
  return hits.map((hit, at) => {
    const name = named[at];
    if (name === null || name === undefined) return hit;
    const further = name.steps - (groups.get(name.key) ?? 0);
    return further === 0 ? hit : { ...hit, score: hit.score - STEP * further };
  });
}
