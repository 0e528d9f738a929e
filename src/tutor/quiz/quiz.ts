import { z } from 'zod';
import { type CardId, cardId, type PassageId, passageId, type QuizId } from '../../core/ids.js';
import { dueAt, type Shown } from '../../core/quiz/clock.js';
import { keyOfEvent, type QuizEvent } from '../../core/quiz/events.js';
import { type QuizState, replayQuiz } from '../../core/quiz/state.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { QuizLog, StoredQuiz } from '../../store/interfaces/quizzes.js';
import type { TutorContext } from '../context.js';

/** What is asked. It is kept as it was when the quiz was opened, whatever becomes of its card. */
export type QuizQuestion = {
  readonly kind: 'choice' | 'claim' | 'typed';
  /** Markdown. Of a claim, what is claimed of `term`. */
  readonly prompt: string;
  readonly term: string | null;
  /** Answers to choose from; none where it is typed or a claim is judged. */
  readonly options: readonly { readonly key: string; readonly text: string }[];
  /** The key of the right choice; of a claim `yes` or `no`. */
  readonly right: string;
  /** The card, for the explanation. Markdown. */
  readonly front: string;
  readonly back: string;
  readonly headings: readonly string[];
  readonly source: { readonly file: string; readonly line: number };
  readonly card: CardId;
  readonly passage: PassageId;
};

const questionSchema: z.ZodType<QuizQuestion> = z.object({
  kind: z.enum(['choice', 'claim', 'typed']),
  prompt: z.string(),
  term: z.string().nullable(),
  options: z.array(z.object({ key: z.string(), text: z.string() })),
  right: z.string(),
  front: z.string(),
  back: z.string(),
  headings: z.array(z.string()),
  source: z.object({ file: z.string(), line: z.number() }),
  card: z.string().transform(cardId),
  passage: z.string().transform(passageId),
});
const questionsSchema = z.array(questionSchema);

/** A quiz as it stands, with what is asked. */
export type Quiz = Omit<StoredQuiz, 'questions'> & {
  readonly questions: readonly QuizQuestion[];
  readonly state: QuizState;
};

/** Throws a `ZodError` for questions that no version of this program has written. */
export function quizOf({ quiz, events }: QuizLog): Quiz {
  const questions = questionsSchema.parse(quiz.questions);
  return { ...quiz, questions, state: replayQuiz(quiz.createdAt, events) };
}

export async function readQuiz(
  { store }: TutorContext,
  { workspaceId }: Pick<Learner, 'workspaceId'>,
  id: QuizId,
): Promise<Quiz | null> {
  const log = await store.quizzes.read(workspaceId, id);
  return log === null ? null : quizOf(log);
}

type Change<Outcome> = {
  readonly events: readonly { readonly event: QuizEvent; readonly attempt?: number }[];
  readonly outcome: Outcome;
  readonly shown?: Shown;
  readonly released?: true;
};

/** What a decision came to, and the quiz after it. */
export type Changed<Outcome> = { readonly outcome: Outcome; readonly quiz: Quiz };

/** Changes a quiz by what it is at that moment, one after the other. `null` where there is none. */
export async function changeQuiz<Outcome>(
  { store }: TutorContext,
  { workspaceId, id }: Pick<StoredQuiz, 'workspaceId' | 'id'>,
  decide: (quiz: Quiz) => Change<Outcome>,
): Promise<Changed<Outcome> | null> {
  const outcomes: Outcome[] = [];
  const log = await store.quizzes.change(
    workspaceId,
    id,
    (before) => {
      const { events, outcome, ...others } = decide(quizOf(before));
      outcomes.push(outcome);
      return { ...others, events: events.map(({ event, attempt }) => ({ key: keyOfEvent(event, attempt), event })) };
    },
    (after) => {
      const quiz = quizOf(after);
      return dueAt(quiz, quiz.state, quiz.shown);
    },
  );
  const [outcome] = outcomes;
  return log === null || outcome === undefined ? null : { outcome, quiz: quizOf(log) };
}

/** No quiz of that name is kept. */
export type Gone = { readonly kind: 'gone' };
export const GONE: Gone = { kind: 'gone' };
