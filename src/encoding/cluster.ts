/**
 * Consecutive characters beyond ASCII. Damage turns one character into several neighbouring ones, so a cluster is the unit
 * of repair. An ASCII letter belongs to it where a combining accent follows (NFD).
 */
export type Cluster = {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The characters, with accents composed onto their letters. */
  readonly units: string;
  /** Where each unit begins, counted from `start`, and where the last ends; `null` where units are the text itself. */
  readonly offsets: readonly number[] | null;
};

const COMBINING = /[\u0300-\u036f]/;
const CLUSTERS = /[^\0-\x7f]+/g;
const CLUSTERS_WITH_MARKS = /(?:[\0-\x7f][\u0300-\u036f]|[^\0-\x7f])+/g;

function composeAccents(raw: string): { units: string; offsets: number[] | null } {
  if (!COMBINING.test(raw)) return { units: raw, offsets: null };
  const units: string[] = [];
  const offsets: number[] = [];
  let i = 0;
  while (i < raw.length) {
    const pair = raw.slice(i, i + 2);
    const one = COMBINING.test(pair.charAt(1)) ? pair.normalize('NFC') : '';
    units.push(one.length === 1 ? one : raw.charAt(i));
    offsets.push(i);
    i += one.length === 1 ? 2 : 1;
  }
  return { units: units.join(''), offsets: [...offsets, raw.length] };
}

export function clustersOf(text: string): readonly Cluster[] {
  const pattern = COMBINING.test(text) ? CLUSTERS_WITH_MARKS : CLUSTERS;
  return Array.from(text.matchAll(pattern), ({ 0: raw, index }) => {
    return { start: index, end: index + raw.length, ...composeAccents(raw) };
  });
}

/** Offset in the text of a unit of the cluster. */
export function offsetOf(cluster: Cluster, unit: number): number {
  return cluster.start + (cluster.offsets?.[unit] ?? unit);
}
