import type { LearnerId } from '../../core/ids.js';
import { type Instant, instant } from '../../core/local-date.js';
import { movesAt, stageOf } from '../../core/quiz/clock.js';
import { replayQuiz } from '../../core/quiz/state.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { StoredQuiz } from '../../store/interfaces/quizzes.js';
import type { TutorContext } from '../context.js';
import { changeQuiz, type Quiz } from './quiz.js';

/** Whoever holds a quiz does one step, which takes a moment; a process that dies meanwhile holds it no longer. In milliseconds. */
const LEASE_MS = 10_000;
/** Quizzes in one round; the others come in the next, at once. */
const AT_ONCE = 50;

/** A quiz as it is to be shown, with everybody's name. */
export type QuizToShow = {
  readonly quiz: Quiz;
  readonly names: ReadonlyMap<LearnerId, string>;
  readonly now: Instant;
};

type Ref = Pick<StoredQuiz, 'workspaceId' | 'id'>;

/** The quizzes for which something is to be done now. */
export function dueQuizzes({ store, now }: TutorContext): Promise<readonly Ref[]> {
  return store.quizTurns.due(now, AT_ONCE);
}

/** When the next one is to be looked at; `null` where none is open. */
export function nextQuizAt({ store }: TutorContext): Promise<Instant | null> {
  return store.quizTurns.nextDue();
}

/**
 * Takes a quiz and does what is due: it goes on to its next phase, but only when the one before has been shown. `null`
 * where another process has it.
 */
export async function takeQuiz(context: TutorContext, ref: Ref): Promise<QuizToShow | null> {
  const { store, now } = context;
  const { workspaceId, id } = ref;
  if (!(await store.quizTurns.claim(workspaceId, id, now, instant(now + LEASE_MS)))) return null;
  const changed = await changeQuiz(context, ref, (quiz) => {
    const isShown = quiz.shown.stage === stageOf(quiz.state);
    const events = isShown ? movesAt(quiz, quiz.state, now) : [];
    return { outcome: true, events: events.map((event) => ({ event })) };
  });
  if (changed === null) return null;
  const { quiz } = changed;
  const { players, stoppedBy } = quiz.state;
  const named = new Set([...players.keys(), quiz.host, ...(stoppedBy === null ? [] : [stoppedBy])]);
  const people = await store.learners.named(workspaceId, [...named]);
  return { quiz, names: new Map(people.map((person) => [person.id, person.name])), now };
}

/** What was shown of a quiz is in its channel. */
export async function finishStep(context: TutorContext, { quiz: { state, ...quiz } }: QuizToShow): Promise<void> {
  const shown = { stage: stageOf(state), at: context.now, events: state.events };
  await changeQuiz(context, quiz, () => ({ outcome: true, events: [], shown, released: true }));
}

/** The platform takes nothing for now: the step is done again at that moment. */
export async function postponeStep(context: TutorContext, { quiz }: QuizToShow, at: Instant): Promise<void> {
  await context.store.quizTurns.postpone(quiz.workspaceId, quiz.id, at);
}

/** The quiz cannot be shown where it is played: it ends. Gives its host, who is to be told. */
export async function abandonQuiz(context: TutorContext, { quiz }: QuizToShow): Promise<Learner | null> {
  const { store, now } = context;
  await changeQuiz(context, quiz, ({ createdAt, state }) => {
    const isOver = state.phase === 'ended';
    const event = { kind: 'ended', by: null, at: now } as const;
    const ended = replayQuiz(createdAt, [event]);
    const shown = { stage: stageOf(ended), at: now, events: state.events + (isOver ? 0 : 1) };
    return { outcome: true, events: isOver ? [] : [{ event }], shown, released: true };
  });
  return store.learners.get(quiz.workspaceId, quiz.host);
}
