import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDaily } from '../../src/bot/read-daily.js';
import { readTime } from '../../src/bot/read-time.js';

function written(typed: string): string | null {
  const time = readTime(typed);
  return time === null ? null : `${time.hour}:${String(time.minute).padStart(2, '0')}`;
}

describe('a time of day', () => {
  it.each([
    ['9', '9:00'],
    ['09', '9:00'],
    ['9:30', '9:30'],
    ['9:00', '9:00'],
    ['09:05', '9:05'],
    ['21.00', '21:00'],
    ['21,15', '21:15'],
    ['9h', '9:00'],
    ['9 h', '9:00'],
    ['9h30', '9:30'],
    ['21:30h', '21:30'],
    ['930', '9:30'],
    ['2130', '21:30'],
    ['0730', '7:30'],
    ['9am', '9:00'],
    ['9 am', '9:00'],
    ['9 AM', '9:00'],
    ['9a.m.', '9:00'],
    ['9 a. m.', '9:00'],
    ['9pm', '21:00'],
    ['9 p.m.', '21:00'],
    ['9:30 pm', '21:30'],
    ['12am', '0:00'],
    ['12:15 am', '0:15'],
    ['12 pm', '12:00'],
    ['13 pm', '13:00'],
    ['at 9', '9:00'],
    ['at 9:30 in the morning', '9:30'],
    ['8 in the evening', '20:00'],
    ['10 at night', '22:00'],
    ['every day at 7', '7:00'],
    ['9 o’clock', '9:00'],
    ["9 o'clock", '9:00'],
    ['9 sharp', '9:00'],
    ['nine', '9:00'],
    ['nine thirty', '9:30'],
    ['half past nine', '9:30'],
    ['quarter past 8', '8:15'],
    ['a quarter to ten', '9:45'],
    ['10 to 9 pm', '20:50'],
    ['noon', '12:00'],
    ['at noon', '12:00'],
    ['midday', '12:00'],
    ['midnight', '0:00'],
    ['24', '0:00'],
    ['24:00', '0:00'],
    ['0', '0:00'],
    ['las 9', '9:00'],
    ['a las 20', '20:00'],
    ['a las 20:45', '20:45'],
    ['a la 1', '1:00'],
    ['9 de la mañana', '9:00'],
    ['las 9 de la noche', '21:00'],
    ['7 de la tarde', '19:00'],
    ['7 y media de la tarde', '19:30'],
    ['12 de la mañana', '12:00'],
    ['12 del mediodía', '12:00'],
    ['12 de la noche', '0:00'],
    ['2 de la madrugada', '2:00'],
    ['1 de la noche', '1:00'],
    ['nueve y media', '9:30'],
    ['las diez menos cuarto', '9:45'],
    ['la una y cuarto', '1:15'],
    ['a las ocho en punto', '8:00'],
    ['9 horas', '9:00'],
    ['cada día a las 6', '6:00'],
    ['mediodía', '12:00'],
    ['al mediodía', '12:00'],
    ['medianoche', '0:00'],
    ['a medianoche', '0:00'],
    [' 9 ', '9:00'],
    ['9.', '9:00'],
    ['menos', null],
    ['', null],
    ['25', null],
    ['24:30', null],
    ['9:60', null],
    ['9:5', null],
    ['-3', null],
    ['21 de la mañana', null],
    ['9 CET', null],
    ['tomorrow', null],
    ['mañana', null],
    ['9 cards', null],
    ['1e1', null],
    ['9999', null],
  ])('%j is %s', (typed, time) => {
    expect(written(typed)).toBe(time);
  });

  it('reads every time of the day as it is written', () => {
    for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
      const time = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
      const text = `${time.hour}:${String(time.minute).padStart(2, '0')}`;
      expect(readTime(text)).toEqual(time);
      const half = `${time.hour % 12 === 0 ? 12 : time.hour % 12}:${text.slice(-2)} ${time.hour < 12 ? 'am' : 'pm'}`;
      expect(readTime(half)).toEqual(time);
    }
  });

  it('is on a clock, or none at all, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '9',
      '21',
      ':',
      '30',
      'h',
      'am',
      'pm',
      'las ',
      'y',
      'media',
      ' ',
      'de la noche',
      '.',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (words) => {
        const time = readTime(words);
        if (time === null) return;
        expect([time.hour, time.minute].every(Number.isInteger)).toBe(true);
        expect(time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60).toBe(true);
      }),
    );
  });
});

describe('what is said of the daily message', () => {
  const on = (hour: number, minute = 0) => ({ kind: 'on', time: { hour, minute } });

  it.each([
    ['', { kind: 'nothing' }],
    ['on', { kind: 'on', time: null }],
    ['yes', { kind: 'on', time: null }],
    ['Yes, please.', { kind: 'on', time: null }],
    ['sí', { kind: 'on', time: null }],
    ['SI', { kind: 'on', time: null }],
    ['turn it on', { kind: 'on', time: null }],
    ['encender', { kind: 'on', time: null }],
    ['actívalo', { kind: 'on', time: null }],
    ['activado', { kind: 'on', time: null }],
    ['on 9', on(9)],
    ['on 9:30', on(9, 30)],
    ['on at 9', on(9)],
    ['on, 9 pm', on(21)],
    ['sí, a las 20', on(20)],
    ['activar a las 9 de la mañana', on(9)],
    ['yes noon', on(12)],
    ['9', on(9)],
    ['9am', on(9)],
    ['las 9', on(9)],
    ['a las 9 por favor', on(9)],
    ['off', { kind: 'off' }],
    ['no', { kind: 'off' }],
    ['No, gracias', { kind: 'off' }],
    ['apagar', { kind: 'off' }],
    ['desactivado', { kind: 'off' }],
    ['turn off', { kind: 'off' }],
    ['stop', { kind: 'off' }],
    ['off 9', { kind: 'off' }],
    ['maybe', { kind: 'unclear', words: 'maybe' }],
    ['on 25', { kind: 'unclear', words: '25' }],
    ['on tuesdays', { kind: 'unclear', words: 'tuesdays' }],
    ['off mondays', { kind: 'unclear', words: 'mondays' }],
    ['none of your business', { kind: 'unclear', words: 'of your business' }],
  ])('%j', (typed, said) => {
    expect(readDaily(typed)).toEqual(said);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (typed) => typeof readDaily(typed).kind === 'string'));
  });
});
