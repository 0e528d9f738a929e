import type { ActionEvent, SubmitEvent, View } from '../../chat/port.js';
import type { LearnerId } from '../../core/ids.js';
import { answersOf, type QuizRound } from '../../core/quiz/state.js';
import { type AnsweredQuiz, answerQuiz } from '../../tutor/quiz/answer-quiz.js';
import { type Quiz, readQuiz } from '../../tutor/quiz/quiz.js';
import type { Call, Feature } from '../feature.js';
import type { MessageKey } from '../messages/say.js';
import { chooseArg, quizArg, roundArg } from '../quiz-args.js';
import { noticeView } from '../views/notice-view.js';
import { answeredView, dayQuestionView, typeForm } from '../views/quiz-own-view.js';

/** The first question that somebody has not answered. */
function nextFor({ state }: Quiz, who: LearnerId): QuizRound | null {
  return state.rounds.find((round) => answersOf(round, who).length === 0) ?? null;
}

function nextView({ language, learner }: Call<unknown>, quiz: Quiz, notice: MessageKey | null): View {
  if (quiz.state.phase === 'ended') return noticeView(language, 'neutral', 'quiz.over', { team: 'none' });
  return dayQuestionView(language, quiz, nextFor(quiz, learner.id), notice);
}

async function take(call: Call<ActionEvent>): Promise<View> {
  const quiz = await readQuiz(call.context, call.learner, quizArg(call.event));
  return quiz === null ? noticeView(call.language, 'warning', 'quiz.gone') : nextView(call, quiz, null);
}

/** Whether an answer was right is told to nobody before the day is over. */
function afterAnswer(call: Call<unknown>, answered: AnsweredQuiz, round: number): View {
  if (answered.kind === 'kept') return nextView(call, answered.quiz, 'quiz.day.kept');
  if (answered.kind === 'before') return nextView(call, answered.quiz, 'quiz.day.before');
  return answeredView(call.language, answered, round);
}

async function choose(call: Call<ActionEvent>): Promise<View> {
  const reply = { ...chooseArg(call.event), isTyped: false };
  return afterAnswer(call, await answerQuiz(call.context, call.learner, reply), reply.round);
}

async function typed(call: Call<SubmitEvent>): Promise<View> {
  const reply = { ...roundArg(call.event), text: call.event.values.answer ?? '', isTyped: true };
  return afterAnswer(call, await answerQuiz(call.context, call.learner, reply), reply.round);
}

/** Answering in private, one question after the other, when it suits one. */
export const DAY_QUIZ_ACTIONS: Feature['actions'] = {
  'quiz.day': { answer: 'private', handle: take },
  'quiz.day-choose': { answer: 'replace', handle: choose },
  'quiz.day-type': {
    answer: 'form',
    async open({ context, learner, language, event }) {
      const { quiz: id, round } = roundArg(event);
      const quiz = await readQuiz(context, learner, id);
      return typeForm(language, { id, round, question: quiz?.questions[round] ?? null }, 'quiz.day-typed');
    },
  },
};

export const DAY_QUIZ_SUBMISSIONS: Feature['submissions'] = {
  'quiz.day-typed': { answer: 'replace', handle: typed },
};
