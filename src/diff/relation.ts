import type { CardWords } from './card-words.js';
import { equalWords, isMisspelling, isSlip, similarWords } from './similar-words.js';

/**
 * How the subjects of two cards are related:
 *
 * - `same`; `slip`: a typo apart; `spelling`: as far apart as Promitius and Prometheus;
 * - `part`: one is in the other (LXC, LXC (Linux container));
 * - `topic`: the same, because it is the topic of their heading; `heading`: it was the heading's topic and is another now;
 * - `gap`: two sentences hide the same words; `sentence`: there is no term to compare, only statements;
 * - `other`: two different things.
 */
export type Relation = 'same' | 'slip' | 'spelling' | 'part' | 'topic' | 'heading' | 'gap' | 'sentence' | 'other';

function onlyIn(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.filter((word) => !b.some((other) => isSlip(word, other)));
}

function isIn(words: readonly string[], headings: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => headings.some((heading) => isSlip(word, heading)));
}

/** Two terms that each have a word of their own are not parts of each other. */
function relateTerms(a: readonly string[], b: readonly string[]): Relation {
  const equal = equalWords(a, b);
  if (equal === a.length && equal === b.length) return 'same';
  const alike = similarWords(a, b);
  if (alike === a.length && alike === b.length) return 'slip';
  if (alike === Math.min(a.length, b.length)) return 'part';
  const [left, right] = [onlyIn(a, b), onlyIn(b, a)];
  return left.length === 1 && right.length === 1 && isMisspelling(left[0] ?? '', right[0] ?? '') ? 'spelling' : 'other';
}

/** Questions without a term are related where they share most of their words. */
function relateQuestions(a: readonly string[], b: readonly string[]): Relation {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 'other';
  if (equalWords(a, b) === longest) return 'same';
  const shared = similarWords(a, b);
  if (shared === longest) return 'slip';
  return shared >= 0.6 * longest ? 'part' : 'other';
}

function relateSubjects(before: CardWords, after: CardWords): Relation {
  const [a, b] = [before.subject, after.subject];
  if (before.subjectKind === 'code' || after.subjectKind === 'code')
    return a.join(' ') === b.join(' ') ? 'same' : 'other';
  if (before.subjectKind === 'term' && after.subjectKind === 'term') return relateTerms(a, b);
  const relation = relateQuestions(a, b);
  return relation === 'other' && before.subjectKind !== after.subjectKind ? 'sentence' : relation;
}

/** @param isUnderSame whether both stand under the same heading */
export function relationOf(before: CardWords, after: CardWords, isUnderSame: boolean): Relation {
  if (before.subjectKind === 'gap' && after.subjectKind === 'gap') {
    return before.subject.join(' ') === after.subject.join(' ') ? 'gap' : 'sentence';
  }
  if (before.subjectKind === 'gap' || after.subjectKind === 'gap') return 'sentence';
  const relation = relateSubjects(before, after);
  const isTopic = before.subjectKind === 'term' && isIn(before.subject, before.headings);
  if (!isTopic) return relation;
  if (relation === 'same' && isIn(after.subject, after.headings)) return 'topic';
  const isOther = !isUnderSame || !isIn(after.subject, after.headings);
  return relation === 'other' && isOther ? 'heading' : relation;
}
