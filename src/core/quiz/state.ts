import type { LearnerId } from '../ids.js';
import type { Instant } from '../local-date.js';
import type { QuizEvent, QuizMode, QuizTeam, QuizVerdict } from './events.js';

export type QuizAnswer = Extract<QuizEvent, { kind: 'answered' }>;

export type QuizRound = {
  readonly round: number;
  readonly at: Instant;
  readonly until: Instant;
  /** In the order in which they came. */
  readonly answers: readonly QuizAnswer[];
  readonly hinted: ReadonlySet<LearnerId>;
  readonly isRevealed: boolean;
};

/** `open`: people join · `ready`: it begins in a moment · `asking`, `revealed`: of the latest round. */
export type QuizPhase = 'open' | 'ready' | 'asking' | 'revealed' | 'ended';

/** What the events of a quiz amount to. */
export type QuizState = {
  readonly phase: QuizPhase;
  /** When the phase began. */
  readonly since: Instant;
  /** Everybody who takes part, in the order in which they came, with their team. */
  readonly players: ReadonlyMap<LearnerId, QuizTeam | null>;
  /** Those asked so far. */
  readonly rounds: readonly QuizRound[];
  /** Who stopped it before its end. */
  readonly stoppedBy: LearnerId | null;
  /** How many events there were. */
  readonly events: number;
};

function inRound(state: QuizState, round: number, change: (found: QuizRound) => QuizRound): readonly QuizRound[] {
  return state.rounds.map((each) => (each.round === round ? change(each) : each));
}

function applied(state: QuizState, event: QuizEvent): QuizState {
  switch (event.kind) {
    case 'joined':
      return { ...state, players: new Map([...state.players, [event.by, event.team]]) };
    case 'started':
      return { ...state, phase: 'ready', since: event.at };
    case 'asked': {
      const { round, at, until } = event;
      const asked = { round, at, until, answers: [], hinted: new Set<LearnerId>(), isRevealed: false };
      return { ...state, phase: 'asking', since: at, rounds: [...state.rounds, asked] };
    }
    case 'answered':
      return { ...state, rounds: inRound(state, event.round, (of) => ({ ...of, answers: [...of.answers, event] })) };
    case 'hinted': {
      const rounds = inRound(state, event.round, (of) => ({ ...of, hinted: new Set([...of.hinted, event.by]) }));
      return { ...state, rounds };
    }
    case 'revealed': {
      const rounds = inRound(state, event.round, (of) => ({ ...of, isRevealed: true }));
      return { ...state, phase: 'revealed', since: event.at, rounds };
    }
    case 'ended':
      return { ...state, phase: 'ended', since: event.at, stoppedBy: event.by };
  }
}

/** The state of a quiz is its events, replayed. */
export function replayQuiz(createdAt: Instant, events: readonly QuizEvent[]): QuizState {
  const before: QuizState = {
    phase: 'open',
    since: createdAt,
    players: new Map(),
    rounds: [],
    stoppedBy: null,
    events: 0,
  };
  return { ...events.reduce(applied, before), events: events.length };
}

/** The round that is asked, or whose answer is shown. */
export function currentRound({ rounds }: QuizState): QuizRound | null {
  return rounds.at(-1) ?? null;
}

export function answersOf({ answers }: QuizRound, who: LearnerId): readonly QuizAnswer[] {
  return answers.filter(({ by }) => by === who);
}

const WORTH = { right: 2, partial: 1, wrong: 0 } as const satisfies Record<QuizVerdict, number>;

/** The answer that counts: the best of somebody's, and of equal ones the first. `null` where they gave none. */
export function bestAnswer(round: QuizRound, who: LearnerId): QuizAnswer | null {
  let best: QuizAnswer | null = null;
  for (const answer of answersOf(round, who)) {
    if (best === null || WORTH[answer.verdict] > WORTH[best.verdict]) best = answer;
  }
  return best;
}

/** Those who are still in it. Where a round would put everybody out, nobody is. */
export function stillIn(mode: QuizMode, { players, rounds }: QuizState): ReadonlySet<LearnerId> {
  let left = [...players.keys()];
  if (mode !== 'sudden') return new Set(left);
  for (const round of rounds.filter(({ isRevealed }) => isRevealed)) {
    const right = left.filter((who) => bestAnswer(round, who)?.verdict === 'right');
    if (right.length > 0) left = right;
  }
  return new Set(left);
}
