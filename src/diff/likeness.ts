import { type Relation, relationOf } from './relation.js';
import { equalWords, inSameOrder, likeWords } from './similar-words.js';
import type { CardWords } from './words.js';

/**
 * What a person would say of two cards. `same`: one card, edited. `renamed`: the same, though its term is another
 * word now, which is worth a look. `perhaps`: they may be, and a person should choose.
 */
export type Verdict = 'same' | 'renamed' | 'perhaps';
/** `score` orders the pairs; only its order has a meaning. */
export type Likeness = { readonly verdict: Verdict; readonly score: number };

/** `between`: they stand between the same neighbours. `under`: only under the same heading. */
export type Place = 'between' | 'under' | 'elsewhere';

/** How much of the first list of words stays in the second, and how much the two are one, each 0 to 1. */
type Overlap = { readonly kept: number; readonly one: number };

/**
 * What a relation is worth in the score, from what likeness of the answers on a pair is one card, and from what
 * likeness on it may be. Found by measuring on edited decks: `tests/diff/edit-scripts.test.ts`.
 */
const WEIGH = {
  same: { worth: 1, same: 0.5, perhaps: 0.25 },
  slip: { worth: 0.9, same: 0.55, perhaps: 0.35 },
  spelling: { worth: 0.75, same: 0.8, perhaps: 0.5 },
  part: { worth: 0.7, same: 0.65, perhaps: 0.45 },
  topic: { worth: 0.7, same: 0.5, perhaps: 0.25 },
  heading: { worth: 0.7, same: 0.6, perhaps: 0.45 },
  gap: { worth: 0.7, same: 0.6, perhaps: 0.45 },
  sentence: { worth: 0.6, same: 0.6, perhaps: 0.45 },
  other: { worth: 0.2, same: Number.POSITIVE_INFINITY, perhaps: 0.7 },
} as const satisfies Record<Relation, { worth: number; same: number; perhaps: number }>;
/** Standing between the same neighbours says as much as so much likeness. */
const BETWEEN_SAYS = 0.1;
/** Without so much of the words that mean something, the small ones do not count. */
const SOME = 0.3;
/** With fewer words in common, two longer answers have nothing to do with each other, whatever slips there are. */
const STRANGERS = 0.2;
/** Fewer words that mean something prove nothing by being equal. */
const TELLING = 3;

function overlap(before: readonly string[], after: readonly string[]): Overlap {
  if (before.length === 0 || after.length === 0) {
    const both = before.length === after.length ? 1 : 0;
    return { kept: both, one: both };
  }
  const equal = equalWords(before, after);
  // Slips are looked for only where they can matter: it is dear, and most pairs are strangers.
  const isStrange = equal < STRANGERS * Math.min(before.length, after.length) && before.length > TELLING;
  const shared = isStrange ? equal : likeWords(before, after);
  return { kept: shared / before.length, one: (2 * shared) / (before.length + after.length) };
}

function likelier(a: Overlap, b: Overlap): Overlap {
  return a.kept >= b.kept ? a : b;
}

function isStatement(relation: Relation): boolean {
  return relation === 'sentence' || relation === 'gap';
}

/**
 * How like the answers are by their words that mean something. Small words are everywhere, so they count only where
 * the subject stays, or a sentence stands where it stood: it may be too short to have others.
 */
function answersAlike(before: CardWords, after: CardWords, relation: Relation, place: Place): Overlap {
  if (relation === 'spelling') {
    const order = inSameOrder(before.inOrder, after.inOrder);
    return { kept: order, one: order };
  }
  const isThere = place !== 'elsewhere';
  const answer = overlap(before.meaning, after.meaning);
  const whole = () => overlap(before.statement, after.statement);
  // Where it stood, an answer may be there without what was asked about.
  const meaning = !isStatement(relation) ? answer : isThere ? likelier(whole(), answer) : whole();
  const areSmallWordsTelling = relation === 'same' || relation === 'slip' || (isThere && relation !== 'other');
  return areSmallWordsTelling && meaning.kept >= SOME
    ? likelier(meaning, overlap(before.answer, after.answer))
    : meaning;
}

/**
 * The same question about the same thing: whatever it is answered with now, it is that card. A question that names
 * nothing but its heading ("¿Cómo son las imágenes?") can be asked about many facts, so there its answer counts.
 */
function asksTheSame(a: CardWords, b: CardWords, relation: Relation, place: Place): boolean {
  if (a.subjectKind !== b.subjectKind || a.question !== b.question || place === 'elsewhere') return false;
  return relation === 'same' || (isStatement(relation) && a.question !== '');
}

function sharedMeaning(a: CardWords, b: CardWords): number {
  return likeWords(a.statement, b.statement);
}

/** Without a term, the words are all there is, and two of them are soon found in another sentence: then all count. */
function statementVerdict(before: CardWords, after: CardWords, relation: Relation, place: Place, like: number) {
  const shared = sharedMeaning(before, after);
  if (shared < (place === 'elsewhere' ? 2 : 1)) return null;
  const all = overlap(before.answer, after.answer);
  const isEnough = shared >= TELLING || (all.kept >= WEIGH[relation].same && (shared > 1 || all.one >= 0.5));
  if (like >= WEIGH[relation].same && isEnough) return 'same';
  return like >= WEIGH[relation].perhaps && shared >= 2 ? 'perhaps' : null;
}

/** Half of two words is one, which stands in many an answer. Where the term itself stays, it says enough. */
function isMoreThanAWord(before: CardWords, after: CardWords, relation: Relation): boolean {
  if (relation === 'same' || relation === 'slip' || likeWords(before.meaning, after.meaning) >= 2) return true;
  return overlap(before.answer, after.answer).kept >= WEIGH[relation].same;
}

/** Another term: the same definition where it stood may be a correction. A command is its own place. */
function otherVerdict(before: CardWords, after: CardWords, place: Place, like: number): Verdict | null {
  const isWhole = before.answer.length > TELLING && before.answer.join(' ') === after.answer.join(' ');
  if (!isWhole && sharedMeaning(before, after) < TELLING) return null;
  const isCode = before.subjectKind === 'code' && after.subjectKind === 'code';
  if (like === 1 && (place === 'between' || (isCode && place === 'under'))) return 'renamed';
  return like >= WEIGH.other.perhaps ? 'perhaps' : null;
}

/**
 * A list holds what other cards say one by one. Where answers to one question became a list, or one line is left of it,
 * the card goes on; under another question it may.
 */
function listVerdict(before: CardWords, after: CardWords, relation: Relation): Verdict | null {
  const [list, line] = before.isList ? [before, after] : [after, before];
  if (overlap(line.meaning, list.meaning).kept < 1) return null;
  const isSameThing = relation === 'same' || relation === 'topic';
  if (isSameThing && before.question === after.question) return 'same';
  return line.meaning.length > 1 ? 'perhaps' : null;
}

function verdictOf(
  before: CardWords,
  after: CardWords,
  relation: Relation,
  place: Place,
  alike: Overlap,
): Verdict | null {
  if (before.isList !== after.isList && (!(relation === 'same' || relation === 'slip') || alike.one < 0.6)) {
    return listVerdict(before, after, relation);
  }
  if (asksTheSame(before, after, relation, place)) return 'same';
  if (isStatement(relation)) return statementVerdict(before, after, relation, place, alike.kept);
  if (relation === 'other') return otherVerdict(before, after, place, alike.kept);
  const helped = alike.kept + (place === 'between' ? BETWEEN_SAYS : 0);
  if (helped >= WEIGH[relation].same && isMoreThanAWord(before, after, relation)) return 'same';
  const isSameQuestion = (relation === 'same' || relation === 'topic') && before.question === after.question;
  return isSameQuestion || helped >= WEIGH[relation].perhaps ? 'perhaps' : null;
}

/** Whether both stand under headings that share words, 0 to 1. */
function headingsAlike(a: CardWords, b: CardWords): number {
  const longest = Math.max(a.headings.length, b.headings.length);
  return longest === 0 ? 1 : likeWords(a.headings, b.headings) / longest;
}

/** Compares a stored card with one of the notes; `null` where nobody would take one for the other. */
export function likenessOf(before: CardWords, after: CardWords, place: Place): Likeness | null {
  const relation = relationOf(before, after, place === 'under' || before.heading === after.heading);
  const alike = answersAlike(before, after, relation, place);
  const verdict = verdictOf(before, after, relation, place, alike);
  if (verdict === null) return null;
  const worth = (before.subjectKind === after.subjectKind ? 1 : 0.85) * WEIGH[relation].worth;
  const score =
    0.3 * worth +
    0.25 * (alike.kept + alike.one) +
    (before.question === after.question ? 0.08 : 0) +
    (place === 'between' ? 0.06 : 0) +
    (place === 'elsewhere' ? 0 : 0.03) +
    0.03 * headingsAlike(before, after);
  return { verdict, score };
}
