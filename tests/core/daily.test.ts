import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DailyPreference, dailyAt, decideDaily, nextDaily } from '../../src/core/daily.js';
import { addDays, type LocalDate, localDate } from '../../src/core/local-date.js';

const today = localDate('2026-11-24');
const yesterday = localDate('2026-11-23');
const tomorrow = localDate('2026-11-25');

function at(hour: number, minute = 0, from: LocalDate | null = null): DailyPreference {
  return { kind: 'on', hour, minute, from };
}

const send = { kind: 'send', on: today };
const wait = (reason: string) => ({ kind: 'wait', reason });

describe('the daily message', () => {
  it.each([
    ['at its time', at(9), '9:00', yesterday, 3, send],
    ['at its minute', at(9, 30), '9:30', yesterday, 3, send],
    ['a minute before', at(9, 30), '9:29', yesterday, 3, wait('too-early')],
    ['in a later hour with an earlier minute', at(9, 30), '10:00', yesterday, 3, send],
    ['late, after the program was down', at(9), '23:00', null, 1, send],
    ['before its hour', at(9), '8:59', null, 3, wait('too-early')],
    ['a second time that day', at(9), '10:00', today, 3, wait('already-sent')],
    ['with nothing due', at(9), '9:00', null, 0, wait('nothing-due')],
    ['switched off', { kind: 'off' } as const, '9:00', null, 3, wait('off')],
    ['on its first date', at(9, 0, today), '9:00', null, 3, send],
    ['before its first date', at(9, 0, tomorrow), '23:59', null, 3, wait('not-yet')],
  ] as const)('%s', (_, preference, clock, last, cards, decision) => {
    const [hour, minute] = clock.split(':').map(Number);
    const shown = { date: today, hour: hour ?? 0, minute: minute ?? 0 };
    expect(decideDaily(preference, shown, last, cards)).toEqual(decision);
  });
});

describe('a time that is set', () => {
  it.each([
    ['is today’s where it is still to come', 9, 30, '9:29', today],
    ['is today’s in this very minute', 9, 30, '9:30', today],
    ['is tomorrow’s a minute later', 9, 30, '9:31', tomorrow],
    ['is tomorrow’s hours later', 9, 0, '23:59', tomorrow],
    ['is today’s at midnight', 0, 0, '0:00', today],
    ['is today’s at the last minute', 23, 59, '23:59', today],
  ] as const)('%s', (_, hour, minute, clock, from) => {
    const [shownHour = 0, shownMinute = 0] = clock.split(':').map(Number);
    const shown = { date: today, hour: shownHour, minute: shownMinute };
    expect(dailyAt({ hour, minute }, shown)).toEqual({ kind: 'on', hour, minute, from });
  });

  it('never sends at once but in its own minute', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const minute = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(hour, minute, hour, minute, (setHour, setMinute, nowHour, nowMinute) => {
        const clock = { date: today, hour: nowHour, minute: nowMinute };
        const decided = decideDaily(dailyAt({ hour: setHour, minute: setMinute }, clock), clock, null, 1);
        expect(decided.kind === 'send').toBe(setHour === nowHour && setMinute === nowMinute);
      }),
    );
  });
});

describe('the next message', () => {
  const clock = { date: today, hour: 12, minute: 0 };

  it.each([
    ['comes on no day where none is wanted', { kind: 'off' } as const, null, null],
    ['comes today where today has none', at(21), yesterday, today],
    ['comes tomorrow where today has one', at(21), today, tomorrow],
    ['comes on its first date', at(9, 0, tomorrow), null, tomorrow],
    ['comes after a date that has one already', at(9, 0, tomorrow), tomorrow, addDays(tomorrow, 1)],
    ['comes today where it is on for long', at(21, 0, localDate('2020-01-01')), null, today],
  ] as const)('%s', (_, preference, lastOn, date) => {
    expect(nextDaily(preference, clock, lastOn)).toBe(date);
  });
});
