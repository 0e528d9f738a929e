import { editDistance } from '../core/edit-distance.js';
import { shortHash } from '../core/hash.js';
import { fold } from '../core/text.js';
import { cognateShape } from '../language/cognate.js';
import type { AnswerShape } from './answer-shape.js';
import type { CardFacts } from './card-facts.js';
import { overlap, shared } from './content-stems.js';

/** An answer, or a name, with what decides whether it can stand beside others. */
export type Candidate = {
  readonly text: string;
  readonly shape: AnswerShape;
  readonly stems: ReadonlySet<string>;
  readonly facts: CardFacts;
};

/** Stems of what stands above the options, and of that part of it which tells one question from the next. */
type Shown = { readonly shown: ReadonlySet<string>; readonly about: ReadonlySet<string> };

export const WRONG_OPTIONS = 3;
/** Of the best candidates, how many are in the draw of a day. */
const DRAWN_FROM = 8;
/** Answers that share more of their words could both be right. */
const MOST_ALIKE = 0.5;
/** Characters up to which a difference in length tells nothing. */
const SHORT = 12;
/** Cards on either side that stand near in the notes. */
const NEIGHBOURS = 8;
/** Letters that two words share in a row so as to look related, and the fewest that do. */
const LIKE_PART = 4;
const LEAST_LETTERS = 3;
/** Words up to which a question, and characters up to which an answer, are compared by the first letter. */
const FEW_SHOWN = 4;
const SHORT_ANSWER = 24;
/** How much larger one number must be than another so as not to be nearly the same. */
const APART = 1.01;

/**
 * Three wrong answers that look like the right one; `null` where there are not three.
 *
 * @param seed the same seed gives the same answers
 */
export function pickWrong(
  right: Candidate,
  candidates: readonly Candidate[],
  { shown, about, seed }: Shown & { readonly seed: string },
): readonly Candidate[] | null {
  const picked: Candidate[] = [];
  for (const each of rankWrong(right, candidates, seed)) {
    if (picked.every((other) => !isSame(other, each))) picked.push(each);
    if (picked.length === WRONG_OPTIONS) return standsOut(right, picked, { shown, about }) ? null : picked;
  }
  return null;
}

/** The candidates that look like the right answer and are none, the best ones drawn in the seed's order. */
export function rankWrong(right: Candidate, candidates: readonly Candidate[], seed: string): readonly Candidate[] {
  return candidates
    .filter((each) => looksLike(right.shape, each.shape) && !couldBeRight(right, each))
    .map((each) => ({ each, score: nearness(right.facts, each.facts) + lengthLikeness(right, each) }))
    .sort((a, b) => b.score - a.score || a.each.facts.card.position - b.each.facts.card.position)
    .slice(0, DRAWN_FROM)
    .map(({ each }) => ({ each, lot: shortHash([seed, each.facts.card.id]) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ each }) => each);
}

/** Whether looks do not tell two answers apart: their kind, how they open, their number, letters and length. */
function looksLike(a: AnswerShape, b: AnswerShape): boolean {
  if (a.kind !== b.kind || a.letters !== b.letters) return false;
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (a.kind === 'text') return a.opens === b.opens && a.isPlural === b.isPlural && long <= short * 2;
  if (a.isPlural !== b.isPlural || a.hasDigit !== b.hasDigit || a.hasBrackets !== b.hasBrackets) return false;
  return long <= SHORT || long <= short * 3;
}

/** Whether a card's answer may be right here too: it is about the same thing, or says nearly the same. */
function couldBeRight(right: Candidate, other: Candidate): boolean {
  const [a, b] = [right.facts, other.facts];
  if (a.card.id === b.card.id || isSame(right, other)) return true;
  if (isWithin(a.subject, b.subject) || isWithin(b.subject, a.subject)) return true;
  if (right.shape.kind === 'number' && !isApart(right.text, other.text)) return true;
  if (right.shape.kind === 'text' && overlap(right.stems, other.stems) >= MOST_ALIKE) return true;
  // An option that names what is asked about gives itself away, or is right as well.
  return isWithin(a.subject, other.stems) || isWithin(b.subject, a.asked);
}

/** Whether two options say the same, or are forms of one word: "un" and "una". */
function isSame(a: Candidate, b: Candidate): boolean {
  const [one, other] = [fold(a.text), fold(b.text)];
  const isForm = a.shape.kind === 'name' && (one.startsWith(other) || other.startsWith(one));
  return one === other || isForm || overlap(a.stems, b.stems) === 1;
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return inner.size > 0 && shared(inner, outer) === inner.size;
}

function isApart(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => Number.parseFloat(text.replace(/[^\d.]/gu, '')));
  if (one === undefined || other === undefined) return false;
  return Math.max(one, other) >= Math.min(one, other) * APART;
}

/** How near two cards stand in the notes, and in what they ask. */
function nearness(a: CardFacts, b: CardFacts): number {
  const headings = a.card.context.filter((heading, at) => heading === b.card.context[at]).length;
  const isSibling = a.card.context.length === b.card.context.length && headings === a.card.context.length;
  return (
    (a.frame === b.frame ? 3 : 0) +
    (isSibling ? 2 : 0) +
    Math.min(2, headings * 0.5) +
    (a.card.deckId === b.card.deckId ? 1 : 0) +
    2 * overlap(a.told, b.told) +
    Math.max(0, NEIGHBOURS - Math.abs(a.card.position - b.card.position)) / NEIGHBOURS
  );
}

function lengthLikeness(a: Candidate, b: Candidate): number {
  return Math.min(a.shape.length, b.shape.length) / Math.max(a.shape.length, b.shape.length, 1);
}

/**
 * Whether the right answer can be told without knowing anything: by far the longest or the shortest, or the only one
 * with words of the question.
 */
function standsOut(right: Candidate, wrong: readonly Candidate[], { shown, about }: Shown): boolean {
  const lengths = wrong.map(({ shape }) => shape.length);
  const isShort = Math.max(right.shape.length, ...lengths) <= SHORT;
  const isLongest = right.shape.length > Math.max(...lengths) * 1.5;
  const isShortest = right.shape.length * 1.8 < Math.min(...lengths);
  if (!isShort && (isLongest || isShortest)) return true;
  const echoes = ({ stems }: Candidate) =>
    [...stems].filter((stem) => [...shown].some((each) => looksRelated(stem, each))).length;
  return echoes(right) > Math.max(...wrong.map(echoes)) || isSpelledOut(right, wrong, about) || isOdd(right, wrong);
}

/** Whether a reader sees at once that two words belong together: "attic" and "ático", "renovada" and "novación". */
function looksRelated(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < LEAST_LETTERS) return a === b;
  if (short.length < LIKE_PART) return long.startsWith(short);
  if (cognateShape(a) === cognateShape(b) || editDistance(a, b, 1) <= 1) return true;
  for (let at = 0; at + LIKE_PART <= short.length; at += 1) {
    if (long.includes(short.slice(at, at + LIKE_PART))) return true;
  }
  return false;
}

/**
 * Whether the right one alone begins as what is shown does ("F (IV)": "F - A - C"), or is what an abbreviation there
 * stands for, or the other way round.
 */
function isSpelledOut(right: Candidate, wrong: readonly Candidate[], about: ReadonlySet<string>): boolean {
  const begins = ({ text }: Candidate) => [...about].some((word) => word.charAt(0) === fold(text).charAt(0));
  const spells = ({ text }: Candidate) => {
    const initials = fold(text).match(/(?<![\p{L}\p{N}])\p{L}/gu) ?? [];
    return initials.length > 1 && about.has(initials.join(''));
  };
  const isShort = about.size <= FEW_SHOWN && right.shape.length <= SHORT_ANSWER;
  return (isShort && begins(right) && !wrong.some(begins)) || spells(right);
}

/** Whether all wrong ones are of one kind by the word they begin with, and the right one is not. */
function isOdd(right: Candidate, wrong: readonly Candidate[]): boolean {
  const [kind, ...others] = wrong.map(({ stems }) => [...stems][0]);
  return kind !== undefined && others.every((other) => other === kind) && [...right.stems][0] !== kind;
}

export function candidatesOf(cards: readonly CardFacts[], of: (facts: CardFacts) => Candidate | null): Candidate[] {
  return cards.map(of).filter((each) => each !== null);
}
