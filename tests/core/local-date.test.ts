import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  instant,
  isTimeZone,
  learningDate,
  localDate,
  wallClock,
  weekNumber,
  weekStart,
} from '../../src/core/local-date.js';

const at = (iso: string) => instant(Date.parse(iso));
const anyDate = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));

describe('local dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-11-24T00:00'])('refuses %j', (value) => {
    expect(() => localDate(value)).toThrow(RangeError);
  });

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2026-11-24', '2026-11-23', 48],
    ['2026-11-29', '2026-11-23', 48],
    ['2027-01-03', '2026-12-28', 53],
    ['2027-01-04', '2027-01-04', 1],
    ['2024-12-30', '2024-12-30', 1],
  ])('%s is in the ISO week that begins on %s, number %i', (date, monday, week) => {
    expect([weekStart(localDate(date)), weekNumber(localDate(date))]).toEqual([monday, week]);
  });
});

describe('the learner’s day', () => {
  it.each([
    ['03:59 is still yesterday', '2026-11-24T02:59:00Z', 'Europe/Madrid', '2026-11-23'],
    ['04:00 is today', '2026-11-24T03:00:00Z', 'Europe/Madrid', '2026-11-24'],
    ['far east', '2026-11-23T20:30:00Z', 'Pacific/Auckland', '2026-11-24'],
    ['far west', '2026-11-24T09:00:00Z', 'Pacific/Honolulu', '2026-11-23'],
    ['half-hour zone', '2026-11-23T22:29:00Z', 'Asia/Kolkata', '2026-11-23'],
    ['half-hour zone, after the rollover', '2026-11-23T22:31:00Z', 'Asia/Kolkata', '2026-11-24'],
    ['the night the clocks go forward', '2026-03-29T01:30:00Z', 'Europe/Madrid', '2026-03-28'],
    ['after it', '2026-03-29T02:00:00Z', 'Europe/Madrid', '2026-03-29'],
    ['the night the clocks go back', '2026-10-25T02:59:00Z', 'Europe/Madrid', '2026-10-24'],
    ['after that', '2026-10-25T03:00:00Z', 'Europe/Madrid', '2026-10-25'],
  ])('%s', (_, iso, zone, date) => {
    expect(learningDate(at(iso), zone)).toBe(date);
  });

  it('reads the clock on the wall', () => {
    expect(wallClock(at('2026-11-23T23:05:00Z'), 'Europe/Madrid')).toEqual({ date: '2026-11-24', hour: 0, minute: 5 });
  });

  it('never goes back as time goes on, whatever the clocks do', () => {
    const zones = ['Europe/Madrid', 'America/Santiago', 'Australia/Lord_Howe', 'UTC', 'Asia/Kathmandu'];
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') }),
        fc.integer({ min: 0, max: 48 * 3_600_000 }),
        fc.constantFrom(...zones),
        (start, later, zone) => {
          expect(learningDate(instant(start), zone) <= learningDate(instant(start + later), zone)).toBe(true);
        },
      ),
    );
  });

  it('knows real time zones', () => {
    expect(['Europe/Madrid', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});
