import type { Block, Control, View } from '../../chat/port.js';
import type { LearnerId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import { canJoin } from '../../core/quiz/clock.js';
import { QUIZ_TEAMS } from '../../core/quiz/events.js';
import { standingsOf, teamStandings } from '../../core/quiz/score.js';
import { bestAnswer, currentRound, type QuizRound, stillIn } from '../../core/quiz/state.js';
import type { Quiz, QuizQuestion } from '../../tutor/quiz/quiz.js';
import type { QuizToShow } from '../../tutor/quiz/run-quiz.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { quizEndView } from './quiz-end-view.js';
import { answerControls, askedBlocks, LIVE_ACTIONS } from './quiz-question.js';
import { countdown, MODE_WORDS, nameOf, namesLine, RULES } from './quiz-words.js';
import { sourceLine } from './source-line.js';

/** Of the best so far, how many are named after a question. */
const LEADING = 3;

/** What a channel is shown of a quiz, and which of the quiz's messages it is in: one for each question. */
export function quizMessage(toShow: QuizToShow): { readonly view: View; readonly message: string } {
  const { state, mode } = toShow.quiz;
  const round = currentRound(state);
  if (state.phase === 'ended') return { view: quizEndView(toShow), message: 'end' };
  if (mode === 'day') return { view: dayView(toShow), message: 'open' };
  if (round === null) return { view: openView(toShow), message: 'open' };
  const question = toShow.quiz.questions[round.round];
  if (question === undefined) throw new RangeError(`quiz ${toShow.quiz.id} has no question ${round.round}`);
  const view = state.phase === 'asking' ? askingView(toShow, round, question) : shownView(toShow, round, question);
  return { view, message: `round:${round.round}` };
}

/** "Quiz: Docker · teams". Plain text. */
function quizTitle(language: Language, { deckName, mode }: Pick<Quiz, 'deckName' | 'mode'>): string {
  const title = say(language, 'quiz.title', { named: deckName === null ? 'no' : 'yes', deck: deckName ?? '' });
  return mode === 'classic'
    ? title
    : say(language, 'quiz.title.mode', { title, mode: say(language, MODE_WORDS[mode]) });
}

function textBlock(markdown: string): Block {
  return { kind: 'text', markdown };
}

function playersLines({ quiz, names }: QuizToShow): readonly string[] {
  const { language, mode, state } = quiz;
  const players = [...state.players];
  if (mode !== 'teams') {
    return [
      say(language, 'quiz.in', {
        players: players.length,
        names: namesLine(
          language,
          names,
          players.map(([who]) => who),
        ),
      }),
    ];
  }
  return QUIZ_TEAMS.map((team) => {
    const own = players.filter(([, of]) => of === team).map(([who]) => who);
    const line = own.length === 0 ? say(language, 'quiz.nobody') : namesLine(language, names, own);
    return `**${say(language, team === 'red' ? 'quiz.red' : 'quiz.blue')}**: ${line}`;
  });
}

function joinControls({ id, language, mode, state }: Quiz): readonly Control[] {
  if (!canJoin(mode, state)) return [];
  if (mode !== 'teams') return [button(say(language, 'quiz.join'), 'quiz.join', [id], 'primary')];
  return QUIZ_TEAMS.map((team) =>
    button(say(language, team === 'red' ? 'quiz.join.red' : 'quiz.join.blue'), 'quiz.join', [id, team], 'primary'),
  );
}

function openView(toShow: QuizToShow): View {
  const { quiz, names, now } = toShow;
  const { language, mode, state, questions, id, host } = quiz;
  const isOpen = state.phase === 'open';
  const values = { host: nameOf(names, host) };
  return {
    title: quizTitle(language, quiz),
    body: [
      textBlock(`${say(language, 'quiz.questions', { questions: questions.length })} ${say(language, RULES[mode])}`),
      ...playersLines(toShow).map(textBlock),
      isOpen
        ? countdown(language, 'quiz.starts', { state, now, values })
        : { kind: 'caption', text: say(language, 'quiz.ready') },
    ],
    controls: [...joinControls(quiz), ...(isOpen ? [button(say(language, 'quiz.start'), 'quiz.start', [id])] : [])],
  };
}

function dayView({ quiz, now }: QuizToShow): View {
  const { language, state, questions, id } = quiz;
  const values = { players: state.players.size };
  return {
    title: quizTitle(language, quiz),
    body: [
      textBlock(
        `${say(language, 'quiz.questions', { questions: questions.length })} ${say(language, 'quiz.rules.day')}`,
      ),
      countdown(language, 'quiz.day.left', { state, now, values }),
    ],
    controls: [button(say(language, 'quiz.day.take'), 'quiz.day', [id], 'primary')],
  };
}

function answeredLine({ quiz }: QuizToShow, round: QuizRound): string {
  const { language, mode, state } = quiz;
  const inIt = stillIn(mode, state);
  const answered = new Set(round.answers.map(({ by }) => by).filter((who) => inIt.has(who))).size;
  return say(language, 'quiz.answered', { answered, players: inIt.size });
}

function askingView(toShow: QuizToShow, round: QuizRound, question: QuizQuestion): View {
  const { quiz, now } = toShow;
  const { language, state, questions, id } = quiz;
  const values = { round: round.round + 1, of: questions.length };
  return {
    body: [
      ...askedBlocks(language, question),
      countdown(language, 'quiz.caption', { state, now, values }),
      textBlock(answeredLine(toShow, round)),
    ],
    controls: answerControls(language, { id, round: round.round, question }, LIVE_ACTIONS),
  };
}

function whoKnew({ quiz: { language, mode, state }, names }: QuizToShow, round: QuizRound): string {
  const right = [...state.players.keys()].filter((who) => bestAnswer(round, who)?.verdict === 'right');
  if (right.length === 0) return say(language, mode === 'sudden' ? 'quiz.knew.nobody-out' : 'quiz.knew.nobody');
  const inTurn = round.answers.filter(({ verdict }) => verdict === 'right').map(({ by }) => by);
  return say(language, 'quiz.knew', { names: namesLine(language, names, [...new Set([...inTurn, ...right])]) });
}

/** How it stands, in a line: who leads, which team, or who is still in it. */
function standingLine({ quiz: { language, mode, state }, names }: QuizToShow): string | null {
  const standings = standingsOf(mode, state);
  if (mode === 'sudden') {
    const inIt: readonly LearnerId[] = standings.filter(({ isIn }) => isIn).map(({ learnerId }) => learnerId);
    return inIt.length === 0 ? null : say(language, 'quiz.still-in', { names: namesLine(language, names, inIt) });
  }
  if (mode === 'teams') {
    return teamStandings(standings)
      .map(({ team, points }) =>
        say(language, 'quiz.team.points', { team: say(language, team === 'red' ? 'quiz.red' : 'quiz.blue'), points }),
      )
      .join(' · ');
  }
  const leading = standings.filter(({ points }) => points > 0).slice(0, LEADING);
  const named = leading.map(({ learnerId, points }) =>
    say(language, 'quiz.person.points', { name: escapeInline(nameOf(names, learnerId)), points }),
  );
  return named.length === 0 ? null : named.join(' · ');
}

/** The answer, who had it, and what the notes say. */
function shownView(toShow: QuizToShow, round: QuizRound, question: QuizQuestion): View {
  const { language, questions } = toShow.quiz;
  const { front, back, headings, source, passage } = question;
  const standing = standingLine(toShow);
  const isCloze = front.includes('[…]');
  const answer: readonly Block[] = isCloze
    ? [{ kind: 'headline', markdown: front.replace('[…]', () => `**${back}**`) }]
    : [{ kind: 'headline', markdown: front }, textBlock(back)];
  const claim =
    question.kind === 'claim'
      ? [textBlock(say(language, question.right === 'yes' ? 'quiz.was-true' : 'quiz.was-false'))]
      : [];
  return {
    body: [
      ...claim,
      ...answer,
      { kind: 'caption', text: say(language, 'quiz.caption.shown', { round: round.round + 1, of: questions.length }) },
      textBlock(whoKnew(toShow, round)),
      ...(standing === null ? [] : [textBlock(standing)]),
    ],
    controls: [button(say(language, 'review.notes'), 'explain.open', [passage])],
    footer: sourceLine(language, { headings, source }),
  };
}
