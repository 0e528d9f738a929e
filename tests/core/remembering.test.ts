import fc from 'fast-check';
import { expect, it } from 'vitest';
import { remembering } from '../../src/core/remembering.js';

it('asks once for what is asked again and again', () => {
  const asked: string[] = [];
  const lengthOf = remembering((text: string) => {
    asked.push(text);
    return text.length;
  });
  expect(['a', 'bb', 'a', 'bb', 'a'].map(lengthOf)).toEqual([1, 2, 1, 2, 1]);
  expect(asked).toEqual(['a', 'bb']);
});

it('keeps what is asked for often while others pass, and lets the rest go', () => {
  const asked: number[] = [];
  const double = remembering((number: number) => {
    asked.push(number);
    return number * 2;
  }, 3);
  for (let number = 1; number <= 10; number += 1) expect([double(0), double(number)]).toEqual([0, number * 2]);
  expect(asked.filter((number) => number === 0)).toEqual([0]);
  double(1);
  expect(asked.at(-1)).toBe(1);
});

it('keeps no long text', () => {
  let times = 0;
  const long = 'x'.repeat(5_000);
  const count = remembering((_: string) => {
    times += 1;
    return times;
  });
  expect([count(long), count(long), count('x'), count('x')]).toEqual([1, 2, 3, 3]);
});

it('gives what the function itself gives', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  const property = fc.property(words, fc.integer({ min: 1, max: 4 }), (texts, most) => {
    const upper = remembering((text: string) => (text === 'a' ? null : text.toUpperCase()), most);
    expect(texts.map(upper)).toEqual(texts.map((text) => (text === 'a' ? null : text.toUpperCase())));
  });
  fc.assert(property);
});
