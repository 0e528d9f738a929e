import type { Language } from '../core/language.js';
import { asksWhat } from '../language/answers.js';
import { type Clash, clashesOf } from './clashes.js';
import { type Comparison, compare, said } from './measures.js';
import { pointsOf } from './points.js';
import { readWords } from './read-words.js';
import { ALIKE } from './same-word.js';
import type { Reason, Verdict } from './verdict.js';
import { weightsFor } from './weigh.js';

type Judged = { readonly verdict: Verdict; readonly reasons: readonly Reason[] };

/** What is judged; plain text. */
export type Judging = {
  readonly question: string;
  readonly noted: string;
  readonly given: string;
  readonly language: Language | null;
  readonly answers: number;
};

/** From here on all is said, slips of the keyboard aside. */
const ALL = 0.85;
/** From here on most is said. */
const MOST = 0.55;
/** From here on a part is said. */
const PART = 0.34;
/** In so few words that say something new, each counts. */
const SHORT = 2;

/**
 * The verdict on an answer: what speaks against it first, then its points, then what is said of it, and where no rule
 * decides, how likely a teacher would take it.
 */
export function judge(task: Judging, comparison: Comparison, clashes: readonly Clash[], chance: number): Judged {
  const { fresh, addsWords } = comparison;
  const { correctFrom, partialFrom } = weightsFor(task.answers);
  const recall = said(fresh);
  if (!addsWords && recall < 0.5) return { verdict: 'wrong', reasons: [{ kind: 'repeats-question' }] };
  const clash = sureClash(comparison, clashes);
  if (clash !== null) return { verdict: 'wrong', reasons: [{ kind: 'clash', clash }] };
  const byRule = task.answers === 1 ? judgeOne(task, comparison, clashes, chance >= correctFrom) : null;
  if (byRule !== null) return byRule;
  if (task.answers === 1 && isOnlyPart(comparison) && recall >= PART)
    return { verdict: 'partial', reasons: [{ kind: 'part' }] };
  if (chance >= correctFrom)
    return { verdict: 'correct', reasons: [{ kind: recall >= ALL ? 'all-said' : 'close' }, ...slipsIn(fresh)] };
  if (chance >= partialFrom || recall >= PART) return { verdict: 'partial', reasons: [{ kind: 'part' }] };
  return { verdict: 'wrong', reasons: [{ kind: 'unlike' }] };
}

/** What is certain of an answer that the notes give in one wording; `null` where nothing is. */
function judgeOne(task: Judging, comparison: Comparison, clashes: readonly Clash[], isLikely: boolean): Judged | null {
  const { fresh, strange, measures } = comparison;
  const recall = said(fresh);
  const points = pointsOf(task.noted);
  const counted = points === null ? null : countPoints(points.points, task);
  if (points?.isList && counted !== null) return judgePoints(counted);
  const isGuessing = strange.length > fresh.length + 2;
  if (recall >= ALL && !isGuessing && clashes.length === 0) {
    return { verdict: 'correct', reasons: [{ kind: 'all-said' }, ...slipsIn(fresh)] };
  }
  if (counted !== null && counted.said > 0 && counted.said * 2 <= counted.of) return judgePoints(counted);
  if (saysWhatItIs(task, comparison) && !isGuessing)
    return { verdict: 'correct', reasons: [{ kind: 'close' }, ...slipsIn(fresh)] };
  if (fresh.length > SHORT) return null;
  if (recall >= 0.6 && isLikely) return { verdict: 'correct', reasons: [{ kind: 'close' }] };
  const isPart = recall >= PART || measures.letters >= 0.5;
  return isPart
    ? { verdict: 'partial', reasons: [{ kind: 'part' }] }
    : { verdict: 'wrong', reasons: [{ kind: 'unlike' }] };
}

/** "What is Kubernetes?": what it is stands first in the notes, and more about it behind. */
function saysWhatItIs({ question }: Judging, { fresh }: Comparison): boolean {
  const first = fresh.filter((pairing) => pairing.noted.piece === fresh[0]?.noted.piece);
  return asksWhat(question) && first.length > 1 && first.every((pairing) => pairing.likeness >= ALL);
}

function judgePoints({ said: done, of }: Counted): Judged {
  const verdict = done === of ? 'correct' : done === 0 ? 'wrong' : 'partial';
  return { verdict, reasons: [{ kind: 'points', said: done, of }] };
}

function slipsIn(fresh: Comparison['fresh']): readonly Reason[] {
  return fresh.flatMap(({ noted, given, likeness }): readonly Reason[] =>
    given !== null && likeness === ALIKE.slip ? [{ kind: 'slip', noted: noted.shown, given: given.shown }] : [],
  );
}

type Counted = { readonly said: number; readonly of: number };

const LEAD = /^(.{2,40}?)\s*(?::|=>|→|\s[–—-])\s/u;
/** So much of a point says it. */
const POINT = 0.6;

/** How many points of a list are said: most words of a point, or what stands before its colon. */
function countPoints(points: readonly string[], task: Judging): Counted {
  const question = readWords(task.question, task.language);
  const given = readWords(task.given, task.language);
  const isSaid = (text: string) => {
    const compared = { question, noted: readWords(text, task.language), given };
    const comparison = compare(compared);
    return said(comparison.fresh) >= POINT && sureClash(comparison, clashesOf(compared, comparison)) === null;
  };
  const done = points.filter((point) => [point, LEAD.exec(point)?.[1] ?? point].some(isSaid));
  return { said: done.length, of: points.length };
}

/** In long answers a denial or a number may belong to something else: in more words than these no clash is sure. */
const LONGEST_NOTED = 8;
const LONGEST_TYPED = 10;

function isShortExchange({ pairings, typed }: Comparison): boolean {
  return pairings.length <= LONGEST_NOTED && typed <= LONGEST_TYPED;
}

function sureClash(comparison: Comparison, clashes: readonly Clash[]): Clash | null {
  return isShortExchange(comparison) ? (clashes[0] ?? null) : null;
}

/** In few words half is a part, and so is all without its number. */
function isOnlyPart(comparison: Comparison): boolean {
  const { fresh } = comparison;
  const lacksNumber = fresh.some(({ noted, given }) => given === null && noted.kind !== 'content');
  const isShorter = comparison.typed <= comparison.pairings.length;
  return isShortExchange(comparison) && isShorter && (said(fresh) < MOST || lacksNumber);
}
