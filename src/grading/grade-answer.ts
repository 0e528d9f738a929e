import type { Language } from '../core/language.js';
import { fold } from '../core/text.js';
import { isGivingUp } from '../language/answers.js';
import { plainMarkdown } from '../language/text.js';
import { type Alias, withAliases } from './aliases.js';
import { clashesOf } from './clashes.js';
import { type Difference, differenceOf, NO_DIFFERENCE } from './difference.js';
import { compareExactly, exactPart } from './exact-answer.js';
import { judge } from './judge.js';
import { compare, said } from './measures.js';
import { readWords } from './read-words.js';
import type { Reason, Verdict } from './verdict.js';
import { chanceOf, weightsFor } from './weigh.js';
import { answersYesOrNo } from './yes-or-no.js';

export type GradedAnswer = {
  readonly verdict: Verdict;
  /** How likely a teacher would call it correct, from 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly difference: Difference;
};

export type Grading = {
  readonly question: string;
  /** The answer of the notes, and others that are as good. Markdown. */
  readonly reference: { readonly back: string; readonly alternatives: readonly string[] };
  readonly given: string;
  /** Of the card; `null` where it is not known. */
  readonly language: Language | null;
  /** Other names that people taught. */
  readonly aliases: readonly Alias[];
};

/** An answer may be told to the end of a page; what is behind that is not read. */
const LONGEST = 4_000;
const RANK = { correct: 2, partial: 1, wrong: 0 } as const satisfies Record<Verdict, number>;

/** Grades a typed answer against the notes. Pure. Where it is unsure, it says `partial`. */
export function gradeAnswer({ question, reference, given, language, aliases }: Grading): GradedAnswer {
  const typed = given.slice(0, LONGEST).trim();
  const answers = [reference.back, ...reference.alternatives].map((answer) => answer.slice(0, LONGEST));
  const rest = { question, language, answers: answers.length };
  const graded = answers.flatMap((noted) =>
    withAliases(typed, aliases).map((reading) => gradeAgainst({ ...rest, noted, given: reading })),
  );
  return graded.reduce((best, each) => (isBetter(each, best) ? each : best));
}

function isBetter(a: GradedAnswer, b: GradedAnswer): boolean {
  const rank = RANK[a.verdict] - RANK[b.verdict];
  return rank === 0 ? a.score > b.score : rank > 0;
}

/** One answer of the notes, and what was typed. */
type Task = Pick<Grading, 'question' | 'given' | 'language'> & {
  readonly noted: string;
  /** How many answers the notes have. */
  readonly answers: number;
};

function gradeAgainst(task: Task): GradedAnswer {
  const { noted, given } = task;
  const exact = exactPart(noted);
  if (exact !== null) return gradeExactly(exact, given);
  if (keyOf(noted) === keyOf(given) && keyOf(given) !== '') {
    return {
      verdict: 'correct',
      score: 1,
      reasons: [{ kind: 'same' }],
      difference: { ...NO_DIFFERENCE, said: [noted] },
    };
  }
  if (given === '' || isGivingUp(given)) {
    return { verdict: 'wrong', score: 0, reasons: [{ kind: 'gave-up' }], difference: NO_DIFFERENCE };
  }
  return gradeProse({ ...task, noted: plainMarkdown(noted), question: plainMarkdown(task.question) });
}

function keyOf(text: string): string {
  return (
    fold(plainMarkdown(text))
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

const EXACT_SCORE = { correct: 1, partial: 0.4, wrong: 0 } as const satisfies Record<Verdict, number>;

function gradeExactly(exact: string, given: string): GradedAnswer {
  const { verdict, ...difference } = compareExactly(exact, given);
  const reasons = [{ kind: verdict === 'correct' ? 'all-said' : 'exact' }] as const;
  return { verdict, score: EXACT_SCORE[verdict], reasons, difference };
}

function gradeProse(task: Task): GradedAnswer {
  const read = (text: string) => ({ text, words: readWords(text, task.language) });
  const [question, noted, whole] = [read(task.question), read(task.noted), read(task.given)];
  const yes = answersYesOrNo(task.question, question.words, noted.words, whole.words);
  const given = yes === null ? whole : { ...whole, words: yes.rest };
  const compared = { question: question.words, noted: noted.words, given: given.words };
  const comparison = compare(compared);
  const difference = differenceOf(noted, given, comparison.pairings, comparison.strange);
  if (yes !== null && !yes.agrees) return { verdict: 'wrong', score: 0, reasons: [{ kind: 'contrary' }], difference };
  if (yes !== null && given.words.length === 0) {
    const [reasons, all] = [[{ kind: 'all-said' }] as const, { ...NO_DIFFERENCE, said: [task.noted] }];
    return { verdict: 'correct', score: 0.9, reasons, difference: all };
  }
  if (yes !== null && said(comparison.fresh) > 0.3 && clashesOf(compared, comparison).length === 0) {
    return { verdict: 'correct', score: 0.8, reasons: [{ kind: 'close' }], difference };
  }
  const chance = chanceOf(comparison.measures, weightsFor(task.answers));
  const { verdict, reasons } = judge(task, comparison, clashesOf(compared, comparison), chance);
  return { verdict, score: scoreOf(verdict, chance), reasons, difference };
}

const SCORES = {
  correct: { least: 0.6, most: 1 },
  partial: { least: 0.25, most: 0.6 },
  wrong: { least: 0, most: 0.3 },
} as const satisfies Record<Verdict, object>;

/** The score agrees with the verdict, whichever rule gave it. */
function scoreOf(verdict: Verdict, chance: number): number {
  const { least, most } = SCORES[verdict];
  return Math.round(Math.min(most, Math.max(least, chance)) * 1000) / 1000;
}
