import type { CardWords } from './card-words.js';
import { type Relation, relationOf } from './relation.js';
import { equalWords, orderSimilarity, similarWords } from './similar-words.js';

/**
 * Whether two cards are one. `same`: one card, edited. `renamed`: one card whose term was replaced, which a person
 * should see. `perhaps`: a person should decide.
 */
type Verdict = 'same' | 'renamed' | 'perhaps';
/** `score` only orders the pairs. */
export type Similarity = { readonly verdict: Verdict; readonly score: number };

/** `between`: between the same neighbours. `under`: only under the same heading. */
export type Proximity = 'between' | 'under' | 'elsewhere';

/** The share of the first list's words that the second has, and Dice's coefficient of both lists, each 0 to 1. */
type Overlap = { readonly recall: number; readonly dice: number };

/**
 * For each relation: its part in the score, the recall of the answers from which a pair is one card, and the recall from
 * which it may be. Measured on edited decks: `tests/diff/edit-scripts.test.ts`.
 */
const RELATION_WEIGHTS = {
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
/** What standing between the same neighbours adds to the recall. */
const NEIGHBOUR_BONUS = 0.1;
/** Stop words count only where at least this share of the content words is there. */
const MIN_RECALL = 0.3;
/** Longer answers that share fewer of their words are unrelated, whatever typos there are. */
const MIN_SHARED = 0.2;
/** Fewer equal content words prove nothing. */
const MIN_CONTENT_WORDS = 3;

function overlapOf(before: readonly string[], after: readonly string[]): Overlap {
  if (before.length === 0 || after.length === 0) {
    const both = before.length === after.length ? 1 : 0;
    return { recall: both, dice: both };
  }
  const equal = equalWords(before, after);
  // Looking for typos is expensive and most pairs are unrelated, so it is done only where it can matter.
  const isUnrelated = equal < MIN_SHARED * Math.min(before.length, after.length) && before.length > MIN_CONTENT_WORDS;
  const shared = isUnrelated ? equal : similarWords(before, after);
  return { recall: shared / before.length, dice: (2 * shared) / (before.length + after.length) };
}

function higherRecall(a: Overlap, b: Overlap): Overlap {
  return a.recall >= b.recall ? a : b;
}

function isStatement(relation: Relation): boolean {
  return relation === 'sentence' || relation === 'gap';
}

/**
 * Compares the answers by their content words. Stop words are everywhere, so they count only where the subject or the
 * position stays: a short sentence may have no other words.
 */
function compareAnswers(before: CardWords, after: CardWords, relation: Relation, proximity: Proximity): Overlap {
  if (relation === 'spelling') {
    const order = orderSimilarity(before.answerInOrder, after.answerInOrder);
    return { recall: order, dice: order };
  }
  const isThere = proximity !== 'elsewhere';
  const answer = overlapOf(before.meaning, after.meaning);
  const statement = () => overlapOf(before.statement, after.statement);
  // At the same position the answer alone may match, without its subject.
  const meaning = !isStatement(relation) ? answer : isThere ? higherRecall(statement(), answer) : statement();
  const countStopWords = relation === 'same' || relation === 'slip' || (isThere && relation !== 'other');
  return countStopWords && meaning.recall >= MIN_RECALL
    ? higherRecall(meaning, overlapOf(before.answer, after.answer))
    : meaning;
}

/**
 * The same question about the same subject is the same card, whatever its answer is now. A question that only names its
 * heading ("¿Cómo son las imágenes?") can be about many facts, so there the answers are compared.
 */
function asksSameQuestion(a: CardWords, b: CardWords, relation: Relation, proximity: Proximity): boolean {
  if (a.subjectKind !== b.subjectKind || a.question !== b.question || proximity === 'elsewhere') return false;
  return relation === 'same' || (isStatement(relation) && a.question !== '');
}

function countSharedWords(a: CardWords, b: CardWords): number {
  return similarWords(a.statement, b.statement);
}

/** A statement has no term to compare. Two shared words are common among sentences, so then all words are compared. */
function statementVerdict(before: CardWords, after: CardWords, relation: Relation, proximity: Proximity, like: number) {
  const shared = countSharedWords(before, after);
  if (shared < (proximity === 'elsewhere' ? 2 : 1)) return null;
  const all = overlapOf(before.answer, after.answer);
  const isEnough =
    shared >= MIN_CONTENT_WORDS || (all.recall >= RELATION_WEIGHTS[relation].same && (shared > 1 || all.dice >= 0.5));
  if (like >= RELATION_WEIGHTS[relation].same && isEnough) return 'same';
  return like >= RELATION_WEIGHTS[relation].perhaps && shared >= 2 ? 'perhaps' : null;
}

/** A single shared word is found in many answers, so it is not enough unless the term itself stays. */
function sharesEnoughWords(before: CardWords, after: CardWords, relation: Relation): boolean {
  if (relation === 'same' || relation === 'slip' || similarWords(before.meaning, after.meaning) >= 2) return true;
  return overlapOf(before.answer, after.answer).recall >= RELATION_WEIGHTS[relation].same;
}

/** For different terms: the same definition at the same position may be a corrected term; a command need not stay there. */
function otherVerdict(before: CardWords, after: CardWords, proximity: Proximity, like: number): Verdict | null {
  const isSameAnswer = before.answer.length > MIN_CONTENT_WORDS && before.answer.join(' ') === after.answer.join(' ');
  if (!isSameAnswer && countSharedWords(before, after) < MIN_CONTENT_WORDS) return null;
  const isCode = before.subjectKind === 'code' && after.subjectKind === 'code';
  if (like === 1 && (proximity === 'between' || (isCode && proximity === 'under'))) return 'renamed';
  return like >= RELATION_WEIGHTS.other.perhaps ? 'perhaps' : null;
}

/**
 * A list may hold what single cards said before. Where the answers to one question became a list, or one line of a list
 * is left, it is the same card; under another question it may be.
 */
function listVerdict(before: CardWords, after: CardWords, relation: Relation): Verdict | null {
  const [list, line] = before.isList ? [before, after] : [after, before];
  if (overlapOf(line.meaning, list.meaning).recall < 1) return null;
  const isSameThing = relation === 'same' || relation === 'topic';
  if (isSameThing && before.question === after.question) return 'same';
  return line.meaning.length > 1 ? 'perhaps' : null;
}

function verdictOf(
  before: CardWords,
  after: CardWords,
  relation: Relation,
  proximity: Proximity,
  answers: Overlap,
): Verdict | null {
  if (before.isList !== after.isList && (!(relation === 'same' || relation === 'slip') || answers.dice < 0.6)) {
    return listVerdict(before, after, relation);
  }
  if (asksSameQuestion(before, after, relation, proximity)) return 'same';
  if (isStatement(relation)) return statementVerdict(before, after, relation, proximity, answers.recall);
  if (relation === 'other') return otherVerdict(before, after, proximity, answers.recall);
  const recall = answers.recall + (proximity === 'between' ? NEIGHBOUR_BONUS : 0);
  if (recall >= RELATION_WEIGHTS[relation].same && sharesEnoughWords(before, after, relation)) return 'same';
  const isSameQuestion = (relation === 'same' || relation === 'topic') && before.question === after.question;
  return isSameQuestion || recall >= RELATION_WEIGHTS[relation].perhaps ? 'perhaps' : null;
}

/** The share of words that the headings of both have in common, 0 to 1. */
function compareHeadings(a: CardWords, b: CardWords): number {
  const longest = Math.max(a.headings.length, b.headings.length);
  return longest === 0 ? 1 : similarWords(a.headings, b.headings) / longest;
}

/** Compares a stored card with one of the notes; `null` where they are different cards. */
export function compareCards(before: CardWords, after: CardWords, proximity: Proximity): Similarity | null {
  const relation = relationOf(before, after, proximity === 'under' || before.heading === after.heading);
  const answers = compareAnswers(before, after, relation, proximity);
  const verdict = verdictOf(before, after, relation, proximity, answers);
  if (verdict === null) return null;
  const worth = (before.subjectKind === after.subjectKind ? 1 : 0.85) * RELATION_WEIGHTS[relation].worth;
  const score =
    0.3 * worth +
    0.25 * (answers.recall + answers.dice) +
    (before.question === after.question ? 0.08 : 0) +
    (proximity === 'between' ? 0.06 : 0) +
    (proximity === 'elsewhere' ? 0 : 0.03) +
    0.03 * compareHeadings(before, after);
  return { verdict, score };
}
