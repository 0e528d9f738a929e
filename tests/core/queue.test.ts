import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quality } from '../../src/core/grade.js';
import { cardId } from '../../src/core/ids.js';
import { nextStep as nextOf, type SessionAnswer, summarize } from '../../src/core/queue.js';

const [a, b, c] = [cardId('a'), cardId('b'), cardId('c')];
const plan = [a, b, c];
const all = new Set(plan);

function nextStep(cards: readonly (typeof a)[], given: readonly SessionAnswer[], available: ReadonlySet<typeof a>) {
  return nextOf(cards, { answers: given, skips: [], lastTurn: given.at(-1)?.turn ?? 0 }, available);
}

function answers(...given: readonly (readonly [typeof a, Quality])[]): SessionAnswer[] {
  return given.map(([card, quality], index) => ({ turn: index + 1, cardId: card, quality }));
}

describe('a session', () => {
  it('asks every planned card once, in order', () => {
    expect(nextStep(plan, [], all)).toEqual({ kind: 'ask', cardId: a, turn: 1, position: 1, purpose: 'plan', left: 3 });
    expect(nextStep(plan, answers([a, 1]), all)).toEqual({
      kind: 'ask',
      cardId: b,
      turn: 2,
      position: 2,
      purpose: 'plan',
      left: 3,
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
    expect(nextStep(plan, [], new Set([b, c]))).toMatchObject({ cardId: b, turn: 2, position: 2 });
    expect(nextStep(plan, answers([a, 1], [b, 4], [c, 4]), new Set([b, c]))).toEqual({ kind: 'done' });
  });

  it('never gives two cards the same turn, whichever of them can be asked: a button grades its own card', () => {
    const quality = fc.constantFrom<Quality[]>(0, 1, 2, 3, 4, 5);
    fc.assert(
      fc.property(fc.array(quality, { maxLength: 6 }), fc.subarray(plan), fc.subarray(plan), (given, some, others) => {
        const soFar: SessionAnswer[] = [];
        for (const answer of given) {
          const step = nextStep(plan, soFar, all);
          if (step.kind === 'ask') soFar.push({ turn: step.turn, cardId: step.cardId, quality: answer });
        }
        const [one, other] = [nextStep(plan, soFar, new Set(some)), nextStep(plan, soFar, new Set(others))];
        if (one.kind === 'done' || other.kind === 'done') return;
        expect(one.turn === other.turn).toBe(one.cardId === other.cardId);
        expect(one.turn).toBeGreaterThan(soFar.at(-1)?.turn ?? 0);
      }),
    );
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
