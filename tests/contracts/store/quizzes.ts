import { beforeEach, describe, expect, it } from 'vitest';
import { type LearnerId, learnerId, type QuizId, quizId } from '../../../src/core/ids.js';
import type { Instant } from '../../../src/core/local-date.js';
import { keyOfEvent, type QuizEvent } from '../../../src/core/quiz/events.js';
import type { NewQuiz } from '../../../src/store/interfaces/quizzes.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { ANA, createWorld, LUIS, minutesAfter, NOW, type World } from './world.js';

const QUIZ = quizId('quiz');

function keyed(event: QuizEvent, attempt = 1) {
  return { key: keyOfEvent(event, attempt), event };
}

function answer(by: LearnerId, text = 'b'): QuizEvent {
  return { kind: 'answered', by, round: 0, at: minutesAfter(1), text, verdict: 'right', proof: 'chosen' };
}

const EVENTS: readonly QuizEvent[] = [
  { kind: 'joined', by: ANA, team: 'red', at: NOW },
  { kind: 'joined', by: LUIS, team: null, at: NOW },
  { kind: 'started', by: ANA, at: NOW },
  { kind: 'asked', round: 0, at: NOW, until: minutesAfter(2) },
  answer(ANA, 'ñ 🦤'),
  { kind: 'hinted', by: LUIS, round: 0, at: NOW },
  { kind: 'revealed', round: 0, at: NOW },
  { kind: 'ended', by: null, at: minutesAfter(3) },
];

export function describeQuizzes(open: () => OpenStore): void {
  describe('quizzes', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(open());
      await world.meet(ANA);
      await world.meet(LUIS);
    });

    function aQuiz(change: Partial<NewQuiz> = {}): NewQuiz {
      return {
        workspaceId: world.workspace,
        id: QUIZ,
        place: 'web:lobby',
        channel: { platform: 'web', kind: 'channel', id: 'lobby' },
        mode: 'classic',
        language: 'es',
        deckName: null,
        host: ANA,
        questions: [{ prompt: '¿Qué es?' }],
        createdAt: NOW,
        ...change,
      };
    }
    const quizzes = () => world.store.quizzes;
    const turns = () => world.store.quizTurns;
    const start = (change: Partial<NewQuiz> = {}, due = NOW) => quizzes().open(aQuiz(change), [], due);
    const add = (events: readonly QuizEvent[], due: Instant | null = NOW, id: QuizId = QUIZ) =>
      quizzes().change(
        world.workspace,
        id,
        () => ({ events: events.map((event) => keyed(event)) }),
        () => due,
      );
    const read = () => quizzes().read(world.workspace, QUIZ);
    async function due(at: Instant): Promise<readonly QuizId[]> {
      const found = await turns().due(at, 1_000);
      return found.filter(({ workspaceId }) => workspaceId === world.workspace).map(({ id }) => id);
    }

    it('are kept as they were opened, with what happens in them, in order', async () => {
      expect(await quizzes().open(aQuiz(), [keyed(EVENTS[0]!)], minutesAfter(1))).toBe(true);
      await add(EVENTS.slice(1));
      const found = await read();
      expect(found?.quiz).toMatchObject({ ...aQuiz(), shown: { stage: null, at: NOW, events: 0 } });
      expect(found?.quiz.endedAt).toBe(minutesAfter(3));
      expect(found?.events).toEqual(EVENTS);
      expect(await quizzes().read(world.workspace, quizId('other'))).toBeNull();
    });

    it('are one in each place while they are open', async () => {
      const tries = await Promise.all(['a', 'b', 'c'].map((id) => start({ id: quizId(id) })));
      expect(tries.filter((isOpen) => isOpen)).toHaveLength(1);
      const id = await quizzes().openIn(world.workspace, 'web:lobby');
      expect(await quizzes().openIn(world.workspace, 'web:elsewhere')).toBeNull();
      await add([{ kind: 'ended', by: ANA, at: NOW }], null, id ?? QUIZ);
      expect(await quizzes().openIn(world.workspace, 'web:lobby')).toBeNull();
      expect(await start({ id: quizId('d') })).toBe(true);
    });

    it('keep one event of each key, however many come at once', async () => {
      await start();
      const people = Array.from({ length: 12 }, (_, n) => learnerId(n % 2 === 0 ? 'ana' : 'luis'));
      await Promise.all(people.map((by) => add([answer(by)])));
      const { events } = (await read()) ?? { events: [] };
      expect(events.map((event) => (event.kind === 'answered' ? event.by : '')).sort()).toEqual([ANA, LUIS]);
    });

    it('are changed one after the other: each sees what was written before', async () => {
      await start();
      const seen: number[] = [];
      const change = (n: number) =>
        quizzes().change(
          world.workspace,
          QUIZ,
          ({ events }) => {
            seen.push(events.length);
            return { events: [keyed(answer(ANA, `${n}`), n)] };
          },
          ({ events }) => minutesAfter(events.length),
        );
      await Promise.all(Array.from({ length: 8 }, (_, n) => change(n + 1)));
      expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect((await read())?.quiz.dueAt).toBe(minutesAfter(8));
      expect(
        await quizzes().change(
          world.workspace,
          quizId('none'),
          () => ({ events: [] }),
          () => null,
        ),
      ).toBeNull();
    });

    it('are due from their moment on, until they are given to one', async () => {
      await start({}, minutesAfter(1));
      expect([await due(NOW), await due(minutesAfter(1))]).toEqual([[], [QUIZ]]);
      const claim = () => turns().claim(world.workspace, QUIZ, minutesAfter(1), minutesAfter(2));
      expect((await Promise.all([claim(), claim(), claim()])).filter((held) => held)).toHaveLength(1);
      expect(await due(minutesAfter(1))).toEqual([]);
      // Whoever held it has died.
      expect(await due(minutesAfter(2))).toEqual([QUIZ]);
    });

    it('are free again, and due later, once the step is done', async () => {
      await start({}, NOW);
      await turns().claim(world.workspace, QUIZ, NOW, minutesAfter(9));
      const shown = { stage: 'open', at: minutesAfter(1), events: 0 };
      await quizzes().change(
        world.workspace,
        QUIZ,
        () => ({ events: [], shown, released: true }),
        () => minutesAfter(2),
      );
      expect((await read())?.quiz.shown).toEqual(shown);
      expect([await due(minutesAfter(1)), await due(minutesAfter(2))]).toEqual([[], [QUIZ]]);
      await turns().claim(world.workspace, QUIZ, minutesAfter(2), minutesAfter(9));
      await turns().postpone(world.workspace, QUIZ, minutesAfter(3));
      expect([await due(minutesAfter(2)), await due(minutesAfter(3))]).toEqual([[], [QUIZ]]);
    });

    it('say when the next one is to be looked at', async () => {
      const long = minutesAfter(-100_000);
      await start({}, long);
      expect(await turns().nextDue()).toBe(long);
      await turns().claim(world.workspace, QUIZ, long, minutesAfter(-99_999));
      expect(await turns().nextDue()).toBe(minutesAfter(-99_999));
      await add([{ kind: 'ended', by: null, at: NOW }], null);
      expect(await turns().nextDue()).not.toBe(minutesAfter(-99_999));
    });

    it('are forgotten with what happened in them, some time after their end', async () => {
      await start();
      await add(EVENTS);
      await start({ id: quizId('open'), place: 'web:other' });
      await quizzes().forget(minutesAfter(3));
      expect(await read()).not.toBeNull();
      await quizzes().forget(minutesAfter(4));
      expect(await read()).toBeNull();
      expect(await quizzes().read(world.workspace, quizId('open'))).not.toBeNull();
    });
  });
}
