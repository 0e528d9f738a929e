import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptName, cleanName, lookOf } from '../../../src/chat/web/names.js';

describe('a name as it is kept', () => {
  it.each([
    ['A\u200Bna', 'Ana'],
    ['An\u00ADa\u2060', 'Ana'],
    ['A\u200Dn\u200Ca', 'Ana'],
    ['Ana\u202Egnimaof', 'Anagnimaof'],
    ['Ana\uFEFF \u{E0041}', 'Ana'],
    ['👩\u200D🚀 Ana', '👩\u200D🚀 Ana'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['Z\u0351\u0351\u0351\u0351\u0351oe', 'Z\u0351\u0351\u0351oe'],
    ['José', 'José'],
    ['Jose\u0301', 'José'],
    ['\u3164', null],
    ['\u200B\u200D', null],
    ['...', null],
    ['李明', '李明'],
  ])('%j is %j', (typed, name) => {
    expect(cleanName(typed)).toBe(name);
  });

  it('has nothing invisible, and is the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const name = cleanName(typed);
        if (name === null) return;
        expect(name).not.toMatch(/[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\u00AD]/);
        expect(cleanName(name)).toBe(name);
      }),
    );
  });
});

describe('a name that deceives', () => {
  it.each([
    'Repaso',
    'repaso',
    'RЕPАSО',
    'R e p a s o',
    'Répaso',
    'Rep\u200Baso',
    'Repas0',
    'Ｒｅｐａｓｏ',
    '𝐑𝐞𝐩𝐚𝐬𝐨',
    'Repaso.',
  ])('is %j, for the bot', (typed) => {
    expect(acceptName(typed, 'Repaso')).toHaveProperty('problem');
  });

  it.each(['Аna', 'Anа', 'Lυis', 'Pаblo García'])('mixes alphabets in a word: %j', (typed) => {
    expect(acceptName(typed, 'Repaso')).toEqual({ problem: 'mixed' });
  });

  it.each(['ANA', 'Ána', 'Аnа', '4na'.replace('4', 'A'), 'Ana '])('looks like somebody who is here: %j', (typed) => {
    expect(acceptName(typed, 'Repaso', ['Ana'])).toHaveProperty('problem');
  });

  it.each([
    'Анна',
    'Ιωάννης',
    'Ana M.',
    'Repasadora',
    'Ana Иванова',
    'Łukasz',
    '李明',
    '🦊',
    'عائشة',
  ])('is none: %j', (typed) => {
    expect(acceptName(typed, 'Repaso', ['Ana'])).toEqual({ name: typed });
  });

  it('is told by its look alone', () => {
    expect(lookOf('Ｉliа')).toBe(lookOf('llia'));
    expect(lookOf('Ana')).not.toBe(lookOf('Anna'));
  });
});
