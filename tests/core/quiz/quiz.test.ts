import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LearnerId, learnerId } from '../../../src/core/ids.js';
import { type Instant, instant } from '../../../src/core/local-date.js';
import { dueAt, movesAt, openingOf, type Shown, stageOf, TIMES, type TimedQuiz } from '../../../src/core/quiz/clock.js';
import { keyOfEvent, type QuizEvent, type QuizMode, type QuizVerdict } from '../../../src/core/quiz/events.js';
import { missedBy, POINTS, standingsOf, teamStandings } from '../../../src/core/quiz/score.js';
import { replayQuiz, stillIn } from '../../../src/core/quiz/state.js';
import { runs } from '../../support/runs.js';

const T0 = instant(Date.UTC(2026, 10, 23, 12));
const [ANA, BEN, EVA] = ['ana', 'ben', 'eva'].map(learnerId) as [LearnerId, LearnerId, LearnerId];
const CHOICES: TimedQuiz = { mode: 'classic', questions: [{ kind: 'choice' }, { kind: 'choice' }, { kind: 'typed' }] };

const at = (seconds: number): Instant => instant(T0 + seconds * 1_000);

function joined(by: LearnerId, team: 'red' | 'blue' | null = null): QuizEvent {
  return { kind: 'joined', by, team, at: T0 };
}
function asked(round: number, from: number, seconds = 30): QuizEvent {
  return { kind: 'asked', round, at: at(from), until: at(from + seconds) };
}
function answered(round: number, by: LearnerId, seconds: number, verdict: QuizVerdict, text = `${verdict}`): QuizEvent {
  return { kind: 'answered', round, by, at: at(seconds), text, verdict, proof: 'chosen' };
}
function revealed(round: number, seconds = 60): QuizEvent {
  return { kind: 'revealed', round, at: at(seconds) };
}
function points(mode: QuizMode, events: readonly QuizEvent[]) {
  const standings = standingsOf(mode, replayQuiz(T0, events));
  return Object.fromEntries(standings.map((each) => [each.learnerId, each.points]));
}

describe('the points of a quiz', () => {
  const begun = [joined(ANA), joined(BEN), asked(0, 10)];

  it('are those of right answers, with a little for the first and the fast', () => {
    const events = [...begun, answered(0, BEN, 10, 'right'), answered(0, ANA, 39, 'right'), revealed(0)];
    expect(points('classic', events)).toEqual({ ben: 110, ana: 100 });
  });

  it('are none for what is wrong, and none for those who say nothing', () => {
    expect(points('classic', [...begun, answered(0, ANA, 12, 'wrong'), revealed(0)])).toEqual({ ana: 0, ben: 0 });
  });

  it('are less with a hint, and half for what is nearly right', () => {
    const hint = { kind: 'hinted', round: 0, by: ANA, at: at(11) } as const;
    const events = [...begun, hint, answered(0, ANA, 40, 'right'), answered(0, BEN, 40, 'partial'), revealed(0)];
    expect(points('classic', events)).toEqual({ ana: POINTS.right + POINTS.first - POINTS.hint, ben: POINTS.partial });
  });

  it('are those of the best of several tries', () => {
    const tries = [
      answered(0, ANA, 11, 'wrong'),
      answered(0, ANA, 12, 'partial', 'b'),
      answered(0, ANA, 40, 'right', 'c'),
    ];
    expect(points('classic', [...begun, ...tries, revealed(0)]).ana).toBe(POINTS.right + POINTS.first);
  });

  it('count when the answer is shown, not before', () => {
    expect(points('classic', [...begun, answered(0, ANA, 12, 'right')])).toEqual({ ana: 0, ben: 0 });
  });

  it('know no haste where there is a day', () => {
    expect(points('day', [...begun, answered(0, BEN, 10, 'right'), revealed(0)])).toEqual({ ben: 100, ana: 0 });
  });

  it('never make fewer right answers worth more, up to nine of them', () => {
    const most = 9 * (POINTS.right + POINTS.first + POINTS.fastest);
    expect(most).toBeLessThan(10 * POINTS.right);
  });

  it('of a team are the average of its people', () => {
    const events = [joined(ANA, 'red'), joined(BEN, 'red'), joined(EVA, 'blue'), asked(0, 10)];
    const all = [...events, answered(0, ANA, 40, 'right'), answered(0, EVA, 40, 'right'), revealed(0)];
    expect(teamStandings(standingsOf('teams', replayQuiz(T0, all)))).toEqual([
      { team: 'blue', points: 100, players: 1 },
      { team: 'red', points: 53, players: 2 },
    ]);
  });
});

describe('sudden death', () => {
  const begun = [joined(ANA), joined(BEN), joined(EVA), asked(0, 10)];

  it('leaves those in who were right', () => {
    const state = replayQuiz(T0, [...begun, answered(0, ANA, 12, 'right'), answered(0, BEN, 12, 'wrong'), revealed(0)]);
    expect([...stillIn('sudden', state)]).toEqual([ANA]);
    const quiz: TimedQuiz = { ...CHOICES, mode: 'sudden' };
    expect(movesAt(quiz, state, at(60 + TIMES.revealed / 1_000))).toMatchObject([{ kind: 'ended' }]);
  });

  it('puts nobody out where nobody was right', () => {
    const state = replayQuiz(T0, [...begun, answered(0, BEN, 12, 'wrong'), revealed(0)]);
    expect(stillIn('sudden', state).size).toBe(3);
  });
});

describe('what somebody missed', () => {
  it('is every question that was shown and that they did not know', () => {
    const state = replayQuiz(T0, [
      joined(ANA),
      asked(0, 10),
      answered(0, ANA, 12, 'right'),
      revealed(0),
      asked(1, 70),
      answered(1, ANA, 72, 'wrong'),
      revealed(1),
      asked(2, 130),
    ]);
    expect(missedBy(state, ANA)).toEqual([1]);
  });
});

/** Runs a quiz by its clock alone, writing down each moment at which something was shown. */
function play(quiz: TimedQuiz, act: (round: number, now: Instant) => readonly QuizEvent[] = () => []) {
  const events = [...openingOf(quiz, ANA, T0)];
  let shown: Shown = { stage: null, at: T0, events: 0 };
  const writes: { at: number; stage: string }[] = [];
  const acted = new Set<number>();
  for (let steps = 0; steps < 1_000; steps += 1) {
    const due = dueAt(quiz, replayQuiz(T0, events), shown);
    if (due === null) return { events, writes, state: replayQuiz(T0, events) };
    const before = replayQuiz(T0, events);
    if (shown.stage === stageOf(before)) events.push(...movesAt(quiz, before, due));
    const state = replayQuiz(T0, events);
    writes.push({ at: due, stage: stageOf(state) });
    shown = { stage: stageOf(state), at: due, events: state.events };
    const round = state.rounds.at(-1)?.round;
    if (state.phase === 'asking' && round !== undefined && !acted.has(round)) {
      acted.add(round);
      events.push(...act(round, instant(due + 2_000)));
    }
  }
  throw new Error('the quiz never ends');
}

describe('the clock of a quiz', () => {
  it('opens, asks, shows and ends by itself, and counts down in steps', () => {
    const { writes, state } = play({ mode: 'classic', questions: [{ kind: 'choice' }] });
    expect(writes.map(({ at: when, stage }) => [(when - T0) / 1_000, stage])).toEqual([
      [0, 'open'],
      [30, 'open'],
      [40, 'open'],
      [50, 'open'],
      [55, 'open'],
      [60, 'ready'],
      [64, 'asking:0'],
      [74, 'asking:0'],
      [84, 'asking:0'],
      [89, 'asking:0'],
      [95.5, 'revealed:0'],
      [104.5, 'ended'],
    ]);
    expect(state.phase).toBe('ended');
  });

  it('shows the answer as soon as everybody has said something', () => {
    const { writes } = play({ mode: 'classic', questions: [{ kind: 'choice' }] }, (round, now) => [
      { kind: 'answered', round, by: ANA, at: now, text: 'a', verdict: 'wrong', proof: 'chosen' },
    ]);
    const [asking, shown] = writes.filter(({ stage }) => /:0$/.test(stage));
    expect([asking?.stage, shown?.stage]).toEqual(['asking:0', 'revealed:0']);
    expect((shown?.at ?? 0) - (asking?.at ?? 0)).toBe(TIMES.gap);
  });

  it('never writes more often than a channel takes, whatever people do', () => {
    const kinds = fc.constantFrom('choice', 'claim', 'typed' as const);
    const people = fc.array(fc.constantFrom(ANA, BEN, EVA), { maxLength: 12 });
    const mode = fc.constantFrom<QuizMode>('classic', 'sudden', 'teams', 'day');
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: kinds }), { minLength: 1, maxLength: 4 }),
        people,
        mode,
        (questions, who, of) => {
          const { writes, state } = play({ mode: of, questions }, (round, now) =>
            who.map((by, n) => answered(round, by, (now - T0) / 1_000 + n / 10, 'right', `${n}`)),
          );
          expect(state.phase).toBe('ended');
          for (const [n, write] of writes.entries()) {
            if (n > 0) expect(write.at - (writes[n - 1]?.at ?? 0)).toBeGreaterThanOrEqual(TIMES.gap);
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('goes on for nobody where it stood still for too long', () => {
    const state = replayQuiz(T0, [joined(ANA)]);
    expect(movesAt(CHOICES, state, at(4_000))).toMatchObject([{ kind: 'ended', by: null }]);
    expect(movesAt(CHOICES, state, at(70))).toMatchObject([{ kind: 'started', by: null }]);
  });

  it('lets a quiz of a day be open for a day, and shows all of it at once', () => {
    const { events, state, writes } = play({ mode: 'day', questions: [{ kind: 'choice' }, { kind: 'typed' }] });
    const kinds = events.map(({ kind }) => kind);
    expect(kinds).toEqual(['started', 'asked', 'asked', 'revealed', 'revealed', 'ended']);
    expect(state.since - T0).toBeGreaterThanOrEqual(TIMES.day);
    expect(writes.length).toBeLessThan(8);
  });
});

/** Histories of joins, answers, hints and reveals, in any order that a quiz can have. */
const histories = fc
  .array(
    fc.record({
      kind: fc.constantFrom('answered', 'hinted', 'joined'),
      by: fc.constantFrom(ANA, BEN, EVA),
      round: fc.nat({ max: 2 }),
      verdict: fc.constantFrom<QuizVerdict>('right', 'partial', 'wrong'),
      seconds: fc.nat({ max: 29 }),
    }),
    { maxLength: 60 },
  )
  .map((steps): readonly QuizEvent[] => {
    const rounds = [0, 1, 2].flatMap((round) => {
      const own = steps.filter((step) => step.round === round);
      const inRound = own.map((step): QuizEvent => {
        if (step.kind === 'joined') return joined(step.by);
        if (step.kind === 'hinted') return { kind: 'hinted', round, by: step.by, at: at(round * 60 + step.seconds) };
        return answered(round, step.by, round * 60 + step.seconds, step.verdict, `${step.seconds}`);
      });
      return [asked(round, round * 60), ...inRound, revealed(round, round * 60 + 40)];
    });
    return [joined(ANA), joined(BEN), joined(EVA), ...rounds];
  });

describe('points are a replay of what happened', () => {
  it('equal to what is counted by hand, question by question', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const expected = new Map([ANA, BEN, EVA].map((who) => [who, 0]));
        for (const round of [0, 1, 2]) {
          const answers = events.flatMap((event) =>
            event.kind === 'answered' && event.round === round ? [event] : [],
          );
          const first = answers.find(({ verdict }) => verdict === 'right')?.by;
          for (const who of expected.keys()) {
            const own = answers.filter(({ by }) => by === who);
            const right = own.find(({ verdict }) => verdict === 'right');
            const near = own.some(({ verdict }) => verdict === 'partial');
            const hint = events.some((each) => each.kind === 'hinted' && each.round === round && each.by === who)
              ? 30
              : 0;
            const left = right === undefined ? 0 : 30 - (right.at - at(round * 60)) / 1_000;
            const bonus = Math.floor((5 * left) / 30) + (first === who ? 5 : 0);
            const gained = right !== undefined ? 100 + bonus - hint : near ? 50 - hint : 0;
            expected.set(who, (expected.get(who) ?? 0) + gained);
          }
        }
        expect(points('classic', events)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: runs(500) },
    );
  });

  it('in order, where equal ones share a rank', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const standings = standingsOf('classic', replayQuiz(T0, events));
        for (const { points: own, right, rank } of standings) {
          const better = standings.filter((each) => each.points > own || (each.points === own && each.right > right));
          expect(rank).toBe(better.length + 1);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the name of an event', () => {
  it('is the same for what can happen once, and another for each try', () => {
    const answer = answered(1, ANA, 12, 'right');
    expect(keyOfEvent(answer)).toBe(keyOfEvent({ ...answer, at: at(20) }));
    expect(keyOfEvent(answer, 2)).not.toBe(keyOfEvent(answer, 1));
    expect(keyOfEvent(answered(1, BEN, 12, 'right'))).not.toBe(keyOfEvent(answer));
    expect(keyOfEvent(joined(ANA, 'red'))).toBe(keyOfEvent(joined(ANA, 'blue')));
  });
});
