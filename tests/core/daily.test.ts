import { describe, expect, it } from 'vitest';
import { decideDaily } from '../../src/core/daily.js';
import { localDate } from '../../src/core/local-date.js';

const today = localDate('2026-11-24');
const yesterday = localDate('2026-11-23');

describe('the daily message', () => {
  it.each([
    {
      name: 'at its hour',
      on: { kind: 'on', hour: 9 },
      hour: 9,
      last: yesterday,
      cards: 3,
      decision: { kind: 'send', on: today },
    },
    {
      name: 'late, after the program was down',
      on: { kind: 'on', hour: 9 },
      hour: 23,
      last: null,
      cards: 1,
      decision: { kind: 'send', on: today },
    },
    {
      name: 'before its hour',
      on: { kind: 'on', hour: 9 },
      hour: 8,
      last: null,
      cards: 3,
      decision: { kind: 'wait', reason: 'too-early' },
    },
    {
      name: 'a second time that day',
      on: { kind: 'on', hour: 9 },
      hour: 10,
      last: today,
      cards: 3,
      decision: { kind: 'wait', reason: 'already-sent' },
    },
    {
      name: 'with nothing due',
      on: { kind: 'on', hour: 9 },
      hour: 9,
      last: null,
      cards: 0,
      decision: { kind: 'wait', reason: 'nothing-due' },
    },
    {
      name: 'switched off',
      on: { kind: 'off' },
      hour: 9,
      last: null,
      cards: 3,
      decision: { kind: 'wait', reason: 'off' },
    },
  ] as const)('$name: $decision.kind', ({ on, hour, last, cards, decision }) => {
    expect(decideDaily(on, { date: today, hour, minute: 0 }, last, cards)).toEqual(decision);
  });
});
