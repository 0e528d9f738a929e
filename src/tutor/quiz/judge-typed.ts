import type { Verdict } from '../../core/quiz/events.js';
import { fold } from '../../core/text.js';
import type { QuizQuestion } from './quiz.js';

/** Judges what somebody typed. */
export type JudgeTyped = (question: Pick<QuizQuestion, 'front' | 'back'>, typed: string) => Verdict;

/** The letters, digits and signs of meaning, without case, accents and marks. */
function bare(text: string): string {
  return fold(text)
    .replace(/[*_`"'«»“”]/gu, '')
    .replace(/[.,;:]+(?=\s|$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Right where it says the same words. */
export const judgeByWords: JudgeTyped = ({ back }, typed) => (bare(typed) === bare(back) ? 'right' : 'wrong');
