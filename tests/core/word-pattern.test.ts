import { describe, expect, it } from 'vitest';
import { eitherCase, pattern } from '../../src/core/word-pattern.js';

describe('a pattern of words', () => {
  const asks = pattern('iu')`^${['qué es', "don't", 'a.b']}\s(.+)$`;

  it.each([
    ['Qué es Docker', 'Docker'],
    ['que es Docker', 'Docker'],
    ["don't stop", 'stop'],
    ['don’t stop', 'stop'],
    ['a.b c', 'c'],
  ])('finds “%s”, with or without accents, whatever its apostrophe', (text, rest) =>
    expect(asks().exec(text)?.[1]).toBe(rest));

  it.each(['axb c', 'qué Docker', ' qué es x'])('does not find “%s”', (text) => expect(asks().test(text)).toBe(false));

  it('takes the longest word, in whatever order they stand', () => {
    for (const words of [
      ['dato', 'dato curioso'],
      ['dato curioso', 'dato'],
    ]) {
      expect('dato curioso: uno'.replace(pattern('u')`^${words}`(), '')).toBe(': uno');
    }
  });

  it('finds nothing by an empty list', () => {
    expect(pattern('u')`^a${[]}`().test('a')).toBe(false);
    expect(pattern('u')`^(?:a|${[]})$`().test('a')).toBe(true);
  });

  it('takes text as a part of the expression, and either case of a first letter', () => {
    expect(pattern('u')`^${'[ab]+'}$`().test('abba')).toBe(true);
    const student = pattern('u')`^${eitherCase(['student'])}$`;
    expect(['student', 'Student', 'STUDENT'].filter((word) => student().test(word))).toEqual(['student', 'Student']);
  });

  it('reads a list when it is first used, and once', () => {
    let reads = 0;
    const lazy = pattern('u')`^${() => {
      reads += 1;
      return ['a'];
    }}$`;
    expect(reads).toBe(0);
    lazy().test('a');
    lazy().test('a');
    expect(reads).toBe(1);
  });
});
