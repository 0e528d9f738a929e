import { type Pairing, pairUp } from './pair-up.js';
import { type AnswerWord, isMeaning } from './read-words.js';
import { ALIKE, likeness } from './same-word.js';

/** What is compared: the words of a question, of one answer of the notes, and of what was typed. */
export type Compared = {
  readonly question: readonly AnswerWord[];
  readonly noted: readonly AnswerWord[];
  readonly given: readonly AnswerWord[];
};

/** What is measured of an answer, each from 0 to 1; `words/grading/weights.json` has what each weighs. */
export const MEASURES = [
  /** How much is said of what the question does not say already, and how much of the answer that is, in one. */
  'both',
  /** How much of what is typed, beside the words of the question, is in the notes. */
  'kept',
  /** How many letters of the notes, in threes, are typed: of all words, and of those that say something new. */
  'letters',
  'newLetters',
  /** The longest run of words, others between, that both have in the same order. */
  'order',
  /** One of the two denies something, the other nothing. */
  'denial',
  /** How long the answer of the notes is, and how long what is typed. */
  'noted',
  'typed',
] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Readonly<Record<Measure, number>>;

export type Comparison = {
  /** Every word of the notes that says something, with the typed word that says it. */
  readonly pairings: readonly Pairing[];
  /** Those that the question does not say already; all of them where it says all. */
  readonly fresh: readonly Pairing[];
  /** Typed words that say something, and are in neither notes nor question. */
  readonly strange: readonly AnswerWord[];
  /** Whether something is typed that the question does not say. */
  readonly addsWords: boolean;
  /** How many typed words say something. */
  readonly typed: number;
  readonly measures: Measures;
};

/** Compares what was typed with one answer of the notes, word by word. */
export function compare({ question, noted, given }: Compared): Comparison {
  const asked = question.filter(isMeaning);
  const told = noted.filter(isMeaning);
  const typed = given.filter(isMeaning);
  const isAsked = (word: AnswerWord) => asked.some((each) => likeness(each, word) === ALIKE.same);
  const pairings = pairUp(told, typed);
  const back = pairUp(typed, told);
  const freshPairings = pairings.filter((pairing) => !isAsked(pairing.noted));
  const fresh = freshPairings.length > 0 ? freshPairings : pairings;
  const backFresh = back.filter((pairing) => !isAsked(pairing.noted));
  const strange = backFresh.filter((pairing) => pairing.given === null).map((pairing) => pairing.noted);
  const newText = textOf(fresh.map((pairing) => pairing.noted));
  return {
    pairings,
    fresh,
    strange,
    addsWords: backFresh.length > 0,
    typed: typed.length,
    measures: {
      both: Math.sqrt(said(fresh) * said(back)),
      kept: said(backFresh),
      letters: containment(textOf(noted), textOf(given)),
      newLetters: containment(newText, textOf(typed)),
      order: longestSequence(pairings, typed) / Math.max(1, told.length, typed.length),
      denial: told.some(({ isDenied }) => isDenied) === typed.some(({ isDenied }) => isDenied) ? 0 : 1,
      noted: lengthOf(told),
      typed: lengthOf(typed),
    },
  };
}

/** How much of the words is said, from 0 to 1. */
export function said(pairings: readonly Pairing[]): number {
  if (pairings.length === 0) return 0;
  return pairings.reduce((sum, pairing) => sum + pairing.likeness, 0) / pairings.length;
}

/** From 0 to 1: each word more counts less. */
function lengthOf(words: readonly AnswerWord[]): number {
  return Math.min(1, Math.log1p(words.length) / Math.log1p(LONG));
}

function textOf(words: readonly AnswerWord[]): string {
  return words.map(({ folded }) => folded).join(' ');
}

function longestSequence(pairings: readonly Pairing[], given: readonly AnswerWord[]): number {
  const places = pairings.flatMap(({ given: word }) => (word === null ? [] : [given.indexOf(word)]));
  const longest: number[] = [];
  for (const [at, place] of places.entries()) {
    const before = places.slice(0, at).map((each, index) => (each < place ? (longest[index] ?? 0) : 0));
    longest.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...longest);
}

const GRAM = 3;
/** Words of an answer that is as long as any. */
const LONG = 24;

function gramsOf(text: string): readonly string[] {
  const padded = ` ${text} `;
  return Array.from({ length: Math.max(0, padded.length - GRAM + 1) }, (_, at) => padded.slice(at, at + GRAM));
}

/** How much of one text's letters, three by three, is in the other. */
function containment(of: string, inside: string): number {
  const grams = gramsOf(of);
  const known = new Set(gramsOf(inside));
  return grams.length === 0 ? 0 : grams.filter((gram) => known.has(gram)).length / grams.length;
}
