import type { Block, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { type QuizStanding, standingsOf, teamStandings } from '../../core/quiz/score.js';
import { bestAnswer } from '../../core/quiz/state.js';
import { refOf } from '../../core/short-ref.js';
import type { Learner } from '../../tutor/people/meet-learner.js';
import type { QuizToShow } from '../../tutor/quiz/run-quiz.js';
import { button } from '../controls.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { percent, shortenLabel } from '../words.js';
import { noticeView } from './notice-view.js';
import { nameOf } from './quiz-words.js';

const PLACES = 10;
const QUESTION_LABEL = 60;

function podium({ quiz: { language }, names }: QuizToShow, standings: readonly QuizStanding[]): Block {
  const most = Math.max(1, ...standings.map(({ points }) => points));
  return {
    kind: 'meters',
    meters: standings.slice(0, PLACES).map(({ learnerId, rank, points, right }) => ({
      label: say(language, 'quiz.place', { rank, name: nameOf(names, learnerId) }),
      value: points,
      max: most,
      text: say(language, 'quiz.points', { points, right }),
    })),
  };
}

/** Of each question, the share of right answers among those who took part. */
function shares({ quiz: { language, questions, state } }: QuizToShow): Block {
  const players = [...state.players.keys()];
  const meters = state.rounds.flatMap((round) => {
    const question = questions[round.round];
    if (question === undefined) return [];
    const right = players.filter((who) => bestAnswer(round, who)?.verdict === 'right').length;
    return {
      label: `${round.round + 1}. ${shortenLabel(stripMarkdown(question.front), QUESTION_LABEL)}`,
      value: right,
      max: Math.max(1, players.length),
      text: percent(language, players.length === 0 ? 0 : right / players.length),
    };
  });
  return { kind: 'meters', meters };
}

function teamsLine(language: Language, standings: readonly QuizStanding[]): string {
  const [first, second] = teamStandings(standings);
  if (first === undefined || second === undefined) return '';
  const winner = say(language, first.team === 'red' ? 'quiz.red' : 'quiz.blue');
  const values = { winner, points: first.points, others: second.points };
  return say(language, first.points === second.points ? 'quiz.teams.equal' : 'quiz.teams.won', values);
}

/** Who won, and how to keep what one missed. */
export function quizEndView(toShow: QuizToShow): View {
  const { quiz, names } = toShow;
  const { language, mode, state, deckName, id } = quiz;
  const standings = standingsOf(mode, state);
  const isPlayed = state.rounds.some(({ isRevealed, answers }) => isRevealed && answers.length > 0);
  const by = state.stoppedBy;
  const stopped = by === null ? [] : [say(language, 'quiz.stopped.by', { name: escapeInline(nameOf(names, by)) })];
  const lines = [...stopped, ...(isPlayed ? [] : [say(language, 'quiz.unplayed')])];
  const teams = isPlayed && mode === 'teams' ? [teamsLine(language, standings)] : [];
  // A name that is too long for a button would not find its deck.
  const deck = deckName !== null && refOf(deckName) === deckName ? [deckName] : [];
  const again = button(say(language, 'quiz.again'), 'quiz.open', [mode, ...deck]);
  const missed = button(say(language, 'quiz.missed'), 'quiz.misses', [id], 'primary');
  return {
    title: say(language, 'quiz.ended', { named: deckName === null ? 'no' : 'yes', deck: deckName ?? '' }),
    body: [
      ...[...lines, ...teams].map((markdown) => ({ kind: 'text', markdown }) as const),
      ...(isPlayed ? [podium(toShow, standings)] : []),
      ...(isPlayed && mode === 'day' ? [shares(toShow)] : []),
    ],
    controls: isPlayed ? [missed, again] : [again],
    ...(isPlayed ? { footer: say(language, 'quiz.note') } : {}),
  };
}

/** Tells the host of a quiz that the bot may not write where it was to be played. */
export function unwritableView({ language }: Learner): View {
  return noticeView(language, 'warning', 'quiz.unwritable');
}
