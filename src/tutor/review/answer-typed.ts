import type { Grade } from '../../core/grade.js';
import { learningDate } from '../../core/local-date.js';
import type { Alias } from '../../grading/aliases.js';
import { type GradedAnswer, gradeAnswer } from '../../grading/grade-answer.js';
import { proposeAlias } from '../../grading/propose-alias.js';
import type { Learner } from '../../store/interfaces/learners.js';
import { suggestAlias, teachAlias } from '../ask/teach-alias.js';
import type { TutorContext } from '../context.js';
import { recordGrade } from './grade-card.js';
import { openSession, type SessionPress, type StalePress } from './open-session.js';
import { plannerOf } from './reveal-card.js';
import { type Previews, previewGrades, type ReviewQuestion, type ReviewStep } from './review-step.js';

export type { Alias as ProposedAlias, GradedAnswer };

export type TypedAnswer = {
  readonly kind: 'typed';
  readonly question: ReviewQuestion;
  readonly given: string;
  readonly graded: GradedAnswer;
  readonly previews: Previews;
  /** Another name that the person may have meant, where a wrong answer has one. */
  readonly alias: Alias | null;
};

/** Compares what was typed with the card that a session asks. Logs nothing: the grade is the person's own to press. */
export async function answerTyped(
  context: TutorContext,
  learner: Learner,
  input: SessionPress & { readonly text: string },
): Promise<TypedAnswer | StalePress | ReviewStep> {
  const opened = await openSession(context, learner, input);
  if (opened.kind !== 'current') return opened.kind === 'answered' ? opened.step : opened;
  const { question, state } = opened;
  const { card } = question;
  const [aliases, progress, planner] = await Promise.all([
    context.store.aliases.list(learner.workspaceId),
    context.store.progress.of(learner.workspaceId, learner.id, card.id),
    plannerOf(context, learner),
  ]);
  const graded = gradeAnswer({
    question: card.front,
    reference: { back: card.back, alternatives: [] },
    given: input.text,
    language: state.decks.find(({ id }) => id === card.deckId)?.language ?? null,
    aliases,
  });
  const on = learningDate(context.now, learner.timeZone);
  const previews = previewGrades(planner, card.id, question.purpose, progress, on);
  const alias = graded.verdict === 'correct' ? null : proposeAlias(graded.difference);
  return { kind: 'typed', question, given: input.text, graded, previews, alias };
}

type TaughtByAnswer =
  /** `alias`: it is known to everybody now, waits for whoever looks after the decks, or there are too many. */
  | { readonly kind: 'graded'; readonly alias: 'taught' | 'suggested' | 'full'; readonly step: ReviewStep }
  | { readonly kind: 'answered'; readonly step: ReviewStep }
  | StalePress;

/** "I was right": the grade is corrected, and the other name goes to the team, or to those who decide about it. */
export async function teachByAnswer(
  context: TutorContext,
  learner: Learner,
  input: SessionPress & { readonly grade: Grade; readonly alias: Alias; readonly mayChange: boolean },
): Promise<TaughtByAnswer> {
  const opened = await openSession(context, learner, input);
  if (opened.kind !== 'current') return opened;
  const { step } = await recordGrade(context, learner, opened, { grade: input.grade, proof: 'self' });
  if (!input.mayChange) {
    await suggestAlias(context, learner, input.alias);
    return { kind: 'graded', alias: 'suggested', step };
  }
  const taught = await teachAlias(context, learner, input.alias);
  return { kind: 'graded', alias: taught.kind, step };
}
