import type { LearnerId } from '../ids.js';
import { QUIZ_TEAMS, type QuizMode, type QuizTeam } from './events.js';
import { bestAnswer, type QuizRound, type QuizState, stillIn } from './state.js';

/** Knowing counts most: ten right answers are worth more than nine quick ones. */
export const POINTS = { right: 100, partial: 50, first: 5, fastest: 5, hint: 30 } as const;

/** What one person has at the end, or so far. */
export type QuizStanding = {
  readonly learnerId: LearnerId;
  readonly team: QuizTeam | null;
  readonly points: number;
  /** Questions answered rightly. */
  readonly right: number;
  /** Of sudden death: whether they are still in it. */
  readonly isIn: boolean;
  /** From 1; equal points share a rank. */
  readonly rank: number;
};

export type TeamStanding = { readonly team: QuizTeam; readonly points: number; readonly players: number };

/** Of the time that there was, how much was left, as points. */
function speedOf({ at: asked, until }: QuizRound, at: number): number {
  const left = Math.max(0, Math.min(1, (until - at) / (until - asked)));
  return Math.floor(POINTS.fastest * left);
}

/** What a round brought to somebody. Nobody is in a hurry where there is a day. */
export function pointsIn(mode: QuizMode, round: QuizRound, who: LearnerId): number {
  const answer = bestAnswer(round, who);
  if (answer === null || answer.verdict === 'wrong') return 0;
  const hint = round.hinted.has(who) ? POINTS.hint : 0;
  if (answer.verdict === 'partial') return POINTS.partial - hint;
  const first = round.answers.find(({ verdict }) => verdict === 'right');
  const haste = mode === 'day' ? 0 : speedOf(round, answer.at) + (first?.by === who ? POINTS.first : 0);
  return POINTS.right + haste - hint;
}

type Unranked = Omit<QuizStanding, 'rank'>;

function isBefore(a: Unranked, b: Unranked): number {
  if (a.isIn !== b.isIn) return a.isIn ? -1 : 1;
  return b.points - a.points || b.right - a.right;
}

/** Everybody's points from the rounds whose answers have been shown, the best first. */
export function standingsOf(mode: QuizMode, state: QuizState): readonly QuizStanding[] {
  const rounds = state.rounds.filter(({ isRevealed }) => isRevealed);
  const inIt = stillIn(mode, state);
  const all = [...state.players].map(([learnerId, team]): Unranked => {
    const points = rounds.reduce((sum, round) => sum + pointsIn(mode, round, learnerId), 0);
    const right = rounds.filter((round) => bestAnswer(round, learnerId)?.verdict === 'right').length;
    return { learnerId, team, points, right, isIn: inIt.has(learnerId) };
  });
  const sorted = all.sort(isBefore);
  return sorted.map((each) => ({ ...each, rank: sorted.findIndex((other) => isBefore(other, each) === 0) + 1 }));
}

/** Points of a team for each of its players, so that the larger one has no advantage; the better team first. */
export function teamStandings(standings: readonly QuizStanding[]): readonly TeamStanding[] {
  const teams = QUIZ_TEAMS.map((team) => {
    const own = standings.filter((each) => each.team === team);
    const points = own.reduce((sum, each) => sum + each.points, 0);
    return { team, players: own.length, points: own.length === 0 ? 0 : Math.round(points / own.length) };
  });
  return teams.sort((a, b) => b.points - a.points);
}

/** The rounds whose questions somebody who took part did not know. */
export function missedBy({ rounds }: QuizState, who: LearnerId): readonly number[] {
  const shown = rounds.filter(({ isRevealed }) => isRevealed);
  return shown.filter((round) => bestAnswer(round, who)?.verdict !== 'right').map(({ round }) => round);
}
