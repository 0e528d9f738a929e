import { type CharClass, CLASS, classOf } from './char-class.js';
import { type Cluster, clustersOf, offsetOf } from './cluster.js';
import type { Edit } from './edits.js';
import { gainOf, type Place } from './evidence.js';
import { type Reading, readingsOf } from './readings.js';

/** What a part of a cluster may mean. The same object serves every cluster of the same characters in the same place. */
export type Candidate = Reading & {
  readonly gain: number;
  /** Nothing of the cluster is left over. */
  readonly solid: boolean;
};

export type Site = { readonly cluster: Cluster; readonly candidates: readonly Candidate[] };

/** Guesses are never evidence. */
const MOST_FOR_A_GUESS = 1;
const MOST_FOR_A_SAMPLE = 1.5;

/** What may touch damage without being part of it; a symbol that is left over says that the cluster is a list. */
const HARMLESS = new Set<CharClass>([
  CLASS.opening,
  CLASS.closing,
  CLASS.lowQuote,
  CLASS.inverted,
  CLASS.dash,
  CLASS.ellipsis,
  CLASS.space,
  CLASS.picture,
  CLASS.selector,
  CLASS.replacement,
  CLASS.eastern,
  CLASS.bullet,
]);

function restIsHarmless(units: string, { start, end }: Reading): boolean {
  const rest = [units.slice(0, start).slice(-2), units.slice(end).slice(0, 2)].join('');
  return [...rest].every((char) => HARMLESS.has(classOf(char.codePointAt(0) ?? 0)));
}

/** A sample of damage in a text about damage: alone between two quotes, backticks or bars. */
function isSample({ before, after }: Place): boolean {
  const [left, right] = [before.at(-1) ?? '', after.charAt(0)];
  if (left !== '' && left === right && '`"\''.includes(left)) return true;
  return (left === '“' && right === '”') || (/\|\s?$/.test(before) && /^\s?\|/.test(after));
}

const CONTEXT = 3;

/** A few characters to one side, never half a surrogate pair. */
function contextBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - CONTEXT), at).replace(/^[\udc00-\udfff]/, '');
}

function contextAfter(text: string, at: number): string {
  return text.slice(at, at + CONTEXT).replace(/[\ud800-\udbff]$/, '');
}

/** The place of a stretch; `outer` is that of its cluster. */
function placeIn(units: string, { start, end, takesBlank }: Reading, outer: Place): Place {
  const inside = contextBefore(units, start);
  const beyond = contextAfter(units, end);
  return {
    before: start < CONTEXT ? (outer.before + inside).slice(-CONTEXT) : inside,
    after: end + CONTEXT > units.length ? (beyond + outer.after.slice(takesBlank ? 1 : 0)).slice(0, CONTEXT) : beyond,
  };
}

function weigh(units: string, reading: Reading, outer: Place): Candidate {
  const raw = units.slice(reading.start, reading.end) + (reading.takesBlank ? ' ' : '');
  const place = placeIn(units, reading, outer);
  const gain = gainOf(raw, reading.between, reading.decoded, place);
  const isGuess = reading.takesBlank || !restIsHarmless(units, reading);
  const most = isGuess ? MOST_FOR_A_GUESS : isSample(place) ? MOST_FOR_A_SAMPLE : gain;
  const solid = reading.start === 0 && reading.end === units.length;
  return { ...reading, gain: Math.min(gain, most), solid };
}

/** Ã that some blank follows for sure: a second one, or what no blank stands before. */
const BLANK_FOR_NBSP = /Ã(?: {2}| [.,)\n])/;
/** Ã that lost what followed it, before what can follow nothing but `à` in French: that blank always stood there. */
const NBSP_IS_GONE =
  /Ã(?:[.,)\na-z]|$)|(?<!\p{L})Ã (?:l[ae’']|les|une?|ce|cette|m[ao]n?|s[ao]n?|nos|vos|partir|côté|cÃ)(?!\p{Ll})/u;

/** à is Ã with a no-break space, which somebody may have made a blank, or dropped. */
function blankStandsForNbsp(text: string): boolean {
  return BLANK_FOR_NBSP.test(text) || !NBSP_IS_GONE.test(text);
}

/** Where all of a cluster has a meaning, a part of it that has another is an accident. */
function solidFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  if (!candidates.some((one) => one.solid && one.gain > 0)) return candidates;
  return candidates.map((one) => (one.solid ? one : { ...one, gain: Math.min(one.gain, 0) }));
}

type Weigher = (units: string, place: Place) => readonly Candidate[];

/** Weighs each cluster once in each place: a damaged text has the same few over and over. */
function weigher(text: string): Weigher {
  const nbspBecameBlank = blankStandsForNbsp(text);
  const readings = new Map<string, readonly Reading[]>();
  const weighed = new Map<string, readonly Candidate[]>();
  return (units, place) => {
    const blankFollows = nbspBecameBlank ? place.after.startsWith(' ') : /^ (?:[^\p{L}]|$)/u.test(place.after);
    const key = `${blankFollows ? ' ' : ''}${units}`;
    const known = readings.get(key) ?? readingsOf(units, blankFollows);
    readings.set(key, known);
    if (known.length === 0) return NONE;
    const placed = `${place.before}\0${units}\0${place.after}`;
    const result = weighed.get(placed) ?? solidFirst(known.map((reading) => weigh(units, reading, place)));
    weighed.set(placed, result);
    return result;
  };
}

const NONE: readonly Candidate[] = [];

/** Every cluster of the text with what it may mean, in the order of the text. */
export function sitesOf(text: string): readonly Site[] {
  const weighed = weigher(text);
  return clustersOf(text).map((cluster) => {
    const place = { before: contextBefore(text, cluster.start), after: contextAfter(text, cluster.end) };
    return { cluster, candidates: weighed(cluster.units, place) };
  });
}

/** Writes down what a candidate means. */
export function editOf({ cluster }: Site, { start, end, takesBlank, decoded }: Candidate): Edit {
  return { start: offsetOf(cluster, start), end: offsetOf(cluster, end) + (takesBlank ? 1 : 0), decoded };
}
