import { markdownToPlainText } from '../../chat/plain-text.js';
import type {
  ActionEvent,
  CommandEvent,
  Form,
  Person,
  Place,
  SubmitEvent,
  SuggestEvent,
  View,
} from '../../chat/port.js';
import type { QuizId } from '../../core/ids.js';
import { QUIZ_MODES, type QuizMode } from '../../core/quiz/events.js';
import { answerQuiz, hintQuiz } from '../../tutor/quiz/answer-quiz.js';
import { joinQuiz, startQuiz, stopQuiz } from '../../tutor/quiz/join-quiz.js';
import { openQuiz, placeName, USUAL_ROUNDS } from '../../tutor/quiz/open-quiz.js';
import { readQuiz } from '../../tutor/quiz/quiz.js';
import { addMisses, readMisses } from '../../tutor/quiz/quiz-misses.js';
import { hintFor } from '../../tutor/review/hint.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { understandDeck } from '../deck-words.js';
import { type Call, feature, type Options } from '../feature.js';
import { stripMarkdown } from '../markdown.js';
import { sayAll } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { chooseArg, joinArg, openArg, quizArg, roundArg } from '../quiz-args.js';
import { suggestDecks } from '../suggest-decks.js';
import { noticeView } from '../views/notice-view.js';
import {
  answeredView,
  joinedView,
  keptMissesView,
  missesView,
  quizAloneView,
  quizHereView,
  quizHintView,
  quizOfferView,
  statusView,
  steeredView,
  typeForm,
} from '../views/quiz-own-view.js';
import { MODE_WORDS } from '../views/quiz-words.js';
import { noDeckView } from '../views/start-view.js';
import { DAY_QUIZ_ACTIONS, DAY_QUIZ_SUBMISSIONS } from './quiz-day.js';

type Acting = { readonly person: Person; readonly place: Place };

type Wish = { readonly deck: string | null; readonly rounds: number; readonly mode: QuizMode };

/** Where a quiz is played, of the place where somebody acts. */
function placeOf({ event }: Call<Acting>) {
  const { channel } = event.place;
  return channel === null ? null : { channel, name: `${channel.platform}:${channel.id}` };
}

async function open(call: Call<Acting>, wish: Wish): Promise<View> {
  const { context, learner, language } = call;
  const place = placeOf(call);
  if (place === null) return quizAloneView(language);
  const opened = await openQuiz(context, learner, { ...wish, place });
  switch (opened.kind) {
    case 'opened':
      return quizHereView(language, opened.quiz.id, 'quiz.opened');
    case 'busy':
      return quizHereView(language, opened.id, 'quiz.busy');
    case 'no-cards':
      return noticeView(language, 'warning', 'quiz.no-cards');
    case 'no-such-deck':
      return noDeckView(language, opened.asked, opened.decks, { action: 'quiz.open', args: [wish.mode] });
  }
}

/** The quiz that is open where somebody acts; a live one before one for a day. */
async function openHere(call: Call<Acting>): Promise<QuizId | null> {
  const place = placeOf(call);
  if (place === null) return null;
  const { store } = call.context;
  const { workspaceId } = call.learner;
  const live = await store.quizzes.openIn(workspaceId, placeName(place, 'classic'));
  return live ?? store.quizzes.openIn(workspaceId, placeName(place, 'day'));
}

async function offer(call: Call<Acting>): Promise<View> {
  if (placeOf(call) === null) return quizAloneView(call.language);
  const id = await openHere(call);
  return id === null ? quizOfferView(call.language) : quizHereView(call.language, id, 'quiz.busy');
}

async function stop(call: Call<Acting>, quiz: QuizId | null): Promise<View> {
  const { context, learner, language } = call;
  if (quiz === null) return noticeView(language, 'neutral', 'quiz.none');
  const stopped = await stopQuiz(context, learner, { quiz, manages: await mayChange(call) });
  return steeredView(language, stopped, { done: 'quiz.stopped', past: 'quiz.over' });
}

async function start(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const started = await startQuiz(context, learner, { quiz: quizArg(event), manages: await mayChange(call) });
  return steeredView(language, started, { done: 'quiz.started', past: 'quiz.started.before' });
}

function modeOf(value: string | undefined): QuizMode {
  return QUIZ_MODES.find((mode) => mode === value) ?? 'classic';
}

function run(call: Call<CommandEvent>): Promise<View> {
  const { what, deck, rounds, mode } = call.event.options;
  if (what === 'stop') return openHere(call).then((id) => stop(call, id));
  if ([what, deck, rounds, mode].every((value) => value === undefined)) return offer(call);
  return open(call, { deck: deck ?? null, rounds: Number(rounds ?? USUAL_ROUNDS), mode: modeOf(mode) });
}

async function join(call: Call<ActionEvent>): Promise<View> {
  return joinedView(call.language, await joinQuiz(call.context, call.learner, joinArg(call.event)));
}

async function choose(call: Call<ActionEvent>): Promise<View> {
  const reply = { ...chooseArg(call.event), isTyped: false };
  return answeredView(call.language, await answerQuiz(call.context, call.learner, reply), reply.round);
}

async function openForm({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
  const { quiz: id, round } = roundArg(event);
  const quiz = await readQuiz(context, learner, id);
  return typeForm(language, { id, round, question: quiz?.questions[round] ?? null }, 'quiz.typed');
}

async function typed(call: Call<SubmitEvent>): Promise<View> {
  const reply = { ...roundArg(call.event), text: call.event.values.answer ?? '', isTyped: true };
  return answeredView(call.language, await answerQuiz(call.context, call.learner, reply), reply.round);
}

async function hint({ context, learner, language, event }: Call<ActionEvent>): Promise<View> {
  const { quiz: id, round } = roundArg(event);
  const hinted = await hintQuiz(context, learner, { quiz: id, round });
  const made =
    hinted.kind === 'hinted'
      ? hintFor(markdownToPlainText(hinted.question.back), stripMarkdown(hinted.question.front))
      : '';
  return quizHintView(language, hinted, { id, round }, made);
}

async function keep({ context, learner, language, event }: Call<ActionEvent>): Promise<View> {
  const kept = await addMisses(context, learner, quizArg(event));
  return kept.kind === 'gone' ? noticeView(language, 'warning', 'quiz.gone') : keptMissesView(language, kept);
}

async function understand(call: Call<unknown>, options: Options): Promise<Options | null> {
  return options.deck === undefined ? options : understandDeck(call, options);
}

const what = [
  { value: 'start', label: sayAll('choice.start') },
  { value: 'stop', label: sayAll('choice.stop') },
];
const modes = QUIZ_MODES.map((mode) => ({ value: mode, label: sayAll(MODE_WORDS[mode]) }));

/** `/quiz`, `/quiz start docker 10 teams`, `/quiz stop`: a quiz for everybody in a channel. */
export const quizFeature = feature({
  command: commandSpec('quiz', 'command.quiz', [
    commandOption('what', 'command.quiz.what', { required: false, suggests: false, choices: what }),
    commandOption('deck', 'command.quiz.deck', { required: false, suggests: true }),
    commandOption('rounds', 'command.quiz.rounds', { required: false, suggests: false, type: 'integer' }),
    commandOption('mode', 'command.quiz.mode', { required: false, suggests: false, choices: modes }),
  ]),
  run: { answer: 'private', handle: run },
  understand,
  suggest: (call: Call<SuggestEvent>) => suggestDecks(call),
  actions: {
    'quiz.open': {
      answer: 'private',
      handle: (call) => open(call, { ...openArg(call.event), rounds: USUAL_ROUNDS }),
    },
    'quiz.join': { answer: 'private', handle: join },
    'quiz.start': { answer: 'private', handle: start },
    'quiz.stop': { answer: 'private', handle: (call) => stop(call, quizArg(call.event)) },
    'quiz.choose': { answer: 'private', handle: choose },
    'quiz.type': { answer: 'form', open: openForm },
    'quiz.hint': { answer: 'private', handle: hint },
    'quiz.status': {
      answer: 'replace',
      handle: async ({ context, learner, language, event }) =>
        statusView(language, await readQuiz(context, learner, quizArg(event)), learner.id),
    },
    'quiz.misses': {
      answer: 'private',
      handle: async ({ context, learner, language, event }) =>
        missesView(language, await readMisses(context, learner, quizArg(event))),
    },
    'quiz.keep': { answer: 'replace', handle: keep },
    ...DAY_QUIZ_ACTIONS,
  },
  submissions: { 'quiz.typed': { answer: 'private', handle: typed }, ...DAY_QUIZ_SUBMISSIONS },
});
