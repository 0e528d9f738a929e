import type { QuizVerdict } from '../../core/quiz/events.js';
import { gradeAnswer } from '../../grading/grade-answer.js';
import type { Verdict } from '../../grading/verdict.js';
import { languageOf } from '../../language/language-of.js';
import type { Alias } from '../../store/interfaces/aliases.js';
import type { QuizQuestion } from './quiz.js';

const WORTH = { correct: 'right', partial: 'partial', wrong: 'wrong' } as const satisfies Record<Verdict, QuizVerdict>;

/** Judges what somebody typed, as in their reviews. */
export function judgeTyped(
  { front, back }: Pick<QuizQuestion, 'front' | 'back'>,
  given: string,
  aliases: readonly Alias[],
): QuizVerdict {
  const language = languageOf(`${front} ${back}`, 'es');
  const graded = gradeAnswer({ question: front, reference: { back, alternatives: [] }, given, language, aliases });
  return WORTH[graded.verdict];
}
