import { daysBetween, learningDate } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { recordGrade } from './grade-card.js';
import { openSession, type SessionPress, type StalePress } from './open-session.js';
import type { Asking } from './read-asking.js';
import type { ReviewQuestion, ReviewStep } from './review-step.js';

/** The answer of a claim's buttons. */
export const CLAIM_KEYS = { true: 'true', false: 'false' } as const;

export type ChosenAnswer = {
  readonly kind: 'chosen';
  readonly question: ReviewQuestion;
  readonly isRight: boolean;
  /** The chosen option's text; `null` for a claim. */
  readonly picked: string | null;
  /** Days until the card comes back; 0 is later in this session. */
  readonly backIn: number;
  /** The card was paused for this learner, because it is forgotten again and again. */
  readonly isLeech: boolean;
};

type Chosen =
  | ChosenAnswer
  /** The notes have changed, and with them the options: the question is asked anew. */
  | { readonly kind: 'changed'; readonly question: ReviewQuestion }
  | { readonly kind: 'answered'; readonly step: ReviewStep }
  | StalePress;

type Pick = { readonly isRight: boolean; readonly text: string | null };

/** What a button's key means for the question; `null` where it has no such option. */
function pickOf(asking: Asking, key: string): Pick | null {
  if (asking.kind === 'choice') {
    const option = asking.options.find((each) => each.key === key);
    return option === undefined ? null : { isRight: key === asking.right, text: option.text };
  }
  if (asking.kind !== 'claim' || (key !== CLAIM_KEYS.true && key !== CLAIM_KEYS.false)) return null;
  return { isRight: asking.isTrue === (key === CLAIM_KEYS.true), text: null };
}

/** Logs a chosen answer: the right one is Good, a wrong one Again. */
export async function chooseAnswer(
  context: TutorContext,
  learner: Learner,
  press: SessionPress & { readonly key: string },
): Promise<Chosen> {
  const opened = await openSession(context, learner, press);
  if (opened.kind !== 'current') return opened;
  const { question } = opened;
  const picked = pickOf(question.asking, press.key);
  if (picked === null) return { kind: 'changed', question };
  const { isRight, text } = picked;
  const graded = await recordGrade(context, learner, opened, { grade: isRight ? 'good' : 'again', proof: 'chosen' });
  if (!graded.counted) return { kind: 'answered', step: graded.step };
  const on = learningDate(context.now, learner.timeZone);
  const { progress } = graded;
  const days = progress.kind === 'new' || !isRight ? 0 : Math.max(0, daysBetween(on, progress.due));
  return { kind: 'chosen', question, isRight, picked: text, backIn: days, isLeech: graded.isLeech };
}
