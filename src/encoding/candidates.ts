import { type CharClass, CLASS, classOf } from './char-class.js';
import { type Cluster, clustersOf, offsetOf } from './cluster.js';
import { type Decoding, findDecodings } from './decodings.js';
import { scoreGain, type TextContext } from './gain.js';
import type { TextEdit } from './text-edits.js';

/** A possible meaning of a part of a cluster. Clusters with the same characters and context share one object. */
export type RepairCandidate = Decoding & {
  readonly gain: number;
  /** It explains all characters of the cluster. */
  readonly coversCluster: boolean;
};

export type DamageSite = { readonly cluster: Cluster; readonly candidates: readonly RepairCandidate[] };

/** Gains of guesses and of samples are kept too low to count as evidence. */
const MAX_GUESS_GAIN = 1;
const MAX_SAMPLE_GAIN = 1.5;

/** Characters that may stand beside damage without being part of it. Other leftovers suggest a healthy list of symbols. */
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

function restIsHarmless(units: string, { start, end }: Decoding): boolean {
  const rest = [units.slice(0, start).slice(-2), units.slice(end).slice(0, 2)].join('');
  return [...rest].every((char) => HARMLESS.has(classOf(char.codePointAt(0) ?? 0)));
}

/** Whether this is an example in a text about damage: it stands alone between two quotes, backticks or bars. */
function isSample({ before, after }: TextContext): boolean {
  const [left, right] = [before.at(-1) ?? '', after.charAt(0)];
  if (left !== '' && left === right && '`"\''.includes(left)) return true;
  return (left === '“' && right === '”') || (/\|\s?$/.test(before) && /^\s?\|/.test(after));
}

const CONTEXT_LENGTH = 3;

/** A few characters before or after an offset, never half of a surrogate pair. */
function contextBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - CONTEXT_LENGTH), at).replace(/^[\udc00-\udfff]/, '');
}

function contextAfter(text: string, at: number): string {
  return text.slice(at, at + CONTEXT_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

/** The context of a span; `outer` is the context of its cluster. */
function contextOf(units: string, { start, end, consumesSpace }: Decoding, outer: TextContext): TextContext {
  const inside = contextBefore(units, start);
  const beyond = contextAfter(units, end);
  return {
    before: start < CONTEXT_LENGTH ? (outer.before + inside).slice(-CONTEXT_LENGTH) : inside,
    after:
      end + CONTEXT_LENGTH > units.length
        ? (beyond + outer.after.slice(consumesSpace ? 1 : 0)).slice(0, CONTEXT_LENGTH)
        : beyond,
  };
}

function scoreDecoding(units: string, decoding: Decoding, outer: TextContext): RepairCandidate {
  const raw = units.slice(decoding.start, decoding.end) + (decoding.consumesSpace ? ' ' : '');
  const context = contextOf(units, decoding, outer);
  const gain = scoreGain(raw, decoding.intermediates, decoding.decoded, context);
  const isGuess = decoding.consumesSpace || !restIsHarmless(units, decoding);
  const maxGain = isGuess ? MAX_GUESS_GAIN : isSample(context) ? MAX_SAMPLE_GAIN : gain;
  const coversCluster = decoding.start === 0 && decoding.end === units.length;
  return { ...decoding, gain: Math.min(gain, maxGain), coversCluster };
}

/** Ã followed by a space that was a no-break space: another space follows, or a sign that no space precedes. */
const SPACE_FOR_NBSP = /Ã(?: {2}| [.,)\n])/;
/** Ã that lost its no-break space: no space follows, or the space before a word that follows French `à`. */
const NBSP_DROPPED =
  /Ã(?:[.,)\na-z]|$)|(?<!\p{L})Ã (?:l[ae’']|les|une?|ce|cette|m[ao]n?|s[ao]n?|nos|vos|partir|côté|cÃ)(?!\p{Ll})/u;

/** Damaged `à` is Ã with a no-break space. Whether the text has a space in its place; else it was dropped. */
function spaceStandsForNbsp(text: string): boolean {
  return SPACE_FOR_NBSP.test(text) || !NBSP_DROPPED.test(text);
}

/** Where a decoding covers the whole cluster, decodings of a part of it are accidents. */
function preferWholeCluster(candidates: readonly RepairCandidate[]): readonly RepairCandidate[] {
  if (!candidates.some((one) => one.coversCluster && one.gain > 0)) return candidates;
  return candidates.map((one) => (one.coversCluster ? one : { ...one, gain: Math.min(one.gain, 0) }));
}

type Scorer = (units: string, place: TextContext) => readonly RepairCandidate[];

/** Scores each cluster once for each context, since a damaged text repeats the same few. */
function createScorer(text: string): Scorer {
  const nbspBecameSpace = spaceStandsForNbsp(text);
  const decodings = new Map<string, readonly Decoding[]>();
  const scored = new Map<string, readonly RepairCandidate[]>();
  return (units, context) => {
    const spaceFollows = nbspBecameSpace ? context.after.startsWith(' ') : /^ (?:[^\p{L}]|$)/u.test(context.after);
    const key = `${spaceFollows ? ' ' : ''}${units}`;
    const known = decodings.get(key) ?? findDecodings(units, spaceFollows);
    decodings.set(key, known);
    if (known.length === 0) return NO_CANDIDATES;
    const contextKey = `${context.before}\0${units}\0${context.after}`;
    const result =
      scored.get(contextKey) ?? preferWholeCluster(known.map((decoding) => scoreDecoding(units, decoding, context)));
    scored.set(contextKey, result);
    return result;
  };
}

const NO_CANDIDATES: readonly RepairCandidate[] = [];

/** Every cluster of the text with its candidates, in the order of the text. */
export function findSites(text: string): readonly DamageSite[] {
  const scoresOf = createScorer(text);
  return clustersOf(text).map((cluster) => {
    const context = { before: contextBefore(text, cluster.start), after: contextAfter(text, cluster.end) };
    return { cluster, candidates: scoresOf(cluster.units, context) };
  });
}

/** The edit that a candidate stands for. */
export function toEdit({ cluster }: DamageSite, { start, end, consumesSpace, decoded }: RepairCandidate): TextEdit {
  return { start: offsetOf(cluster, start), end: offsetOf(cluster, end) + (consumesSpace ? 1 : 0), decoded };
}
