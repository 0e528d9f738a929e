import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quality } from '../../src/core/grade.js';
import { cardId } from '../../src/core/ids.js';
import { nextStep, planSession, type SessionAnswer, summarize } from '../../src/core/queue.js';

const [a, b, c] = [cardId('a'), cardId('b'), cardId('c')];
const plan = [a, b, c];
const all = new Set(plan);

function answers(...given: readonly (readonly [typeof a, Quality])[]): SessionAnswer[] {
  return given.map(([card, quality], index) => ({ turn: index + 1, cardId: card, quality }));
}

describe('a session', () => {
  it('asks every planned card once, in order', () => {
    expect(nextStep(plan, [], all)).toEqual({ kind: 'ask', cardId: a, turn: 1, position: 1, purpose: 'plan' });
    expect(nextStep(plan, answers([a, 1]), all)).toEqual({
      kind: 'ask',
      cardId: b,
      turn: 2,
      position: 2,
      purpose: 'plan',
    });
  });

  it('then asks what scored under 4 again, the longest unseen first, until it scores 4', () => {
    const first = answers([a, 1], [b, 3], [c, 5]);
    expect(nextStep(plan, first, all)).toMatchObject({ cardId: a, turn: 4, purpose: 'drill' });
    const second = answers([a, 1], [b, 3], [c, 5], [a, 3]);
    expect(nextStep(plan, second, all)).toMatchObject({ cardId: b, turn: 5, purpose: 'drill' });
    const third = answers([a, 1], [b, 3], [c, 5], [a, 4], [b, 4]);
    expect(nextStep(plan, third, all)).toEqual({ kind: 'done' });
  });

  it('passes over a card that is paused meanwhile, before and after its first answer', () => {
    expect(nextStep(plan, [], new Set([b, c]))).toMatchObject({ cardId: b, turn: 1, position: 2 });
    expect(nextStep(plan, answers([a, 1], [b, 4], [c, 4]), new Set([b, c]))).toEqual({ kind: 'done' });
  });

  it('ends for every learner who knows each card in the end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Quality[]>(0, 1, 2, 3, 4, 5), { maxLength: 30 }), (early) => {
        const given: SessionAnswer[] = [];
        for (let turn = 1; turn < 60; turn += 1) {
          const step = nextStep(plan, given, all);
          if (step.kind === 'done') break;
          given.push({ turn: step.turn, cardId: step.cardId, quality: early[turn - 1] ?? 4 });
        }
        expect(nextStep(plan, given, all)).toEqual({ kind: 'done' });
        expect(new Set(given.map((answer) => answer.cardId))).toEqual(all);
      }),
    );
  });

  it('sums up what was known at the first try and what resisted', () => {
    const given = answers([a, 4], [b, 1], [c, 3], [b, 1], [c, 4], [b, 5]);
    expect(summarize(given)).toEqual({ cards: 3, firstTry: 1, hardest: [b, c] });
  });
});

describe('the plan of a session', () => {
  const ids = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => cardId(`${prefix}${index}`));

  it('puts picked cards first, then due ones, then new ones within the day’s limit', () => {
    const planned = planSession({ picked: [c], due: [a], unseen: [b, c] }, 0, { newPerDay: 1, perSession: 10 });
    expect(planned).toEqual([c, a, b]);
  });

  it.each([
    { newToday: 0, unseen: 30, expected: 10 },
    { newToday: 7, unseen: 30, expected: 3 },
    { newToday: 12, unseen: 30, expected: 0 },
  ])('meets $expected new cards after $newToday today', ({ newToday, unseen, expected }) => {
    const planned = planSession({ picked: [], due: [], unseen: ids('n', unseen) }, newToday, {
      newPerDay: 10,
      perSession: 20,
    });
    expect(planned).toHaveLength(expected);
  });

  it('never holds a card twice nor more than a session takes', () => {
    const pool = fc.subarray(ids('x', 40));
    fc.assert(
      fc.property(pool, pool, pool, fc.nat(20), (picked, due, unseen, newToday) => {
        const planned = planSession({ picked, due, unseen }, newToday);
        expect(new Set(planned).size).toBe(planned.length);
        expect(planned.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});
