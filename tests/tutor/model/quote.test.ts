import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quote } from '../../../src/tutor/model/quote.js';

/** Every character at which some reader may begin a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

it('begins every line with its mark, whatever the text', () => {
  const nasty = fc.constantFrom(
    '\n',
    '\r',
    '\u2028',
    '\u2029',
    '\u0085',
    '\v',
    '\f',
    '| ',
    '? ',
    'Passage 2:',
    '\u202e',
  );
  const text = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (words) => {
      for (const line of quote('|', words).split(LINE_END)) expect(line).toMatch(/^\|(?: |$)/u);
    }),
  );
});

it('keeps what people can read and nothing that they cannot', () => {
  expect(quote('|', 'Año «2024»\n\tcode 🚀')).toBe('| Año «2024»\n| \tcode 🚀');
  const hidden = [...'say hello']
    .map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0)))
    .join('');
  expect(quote('|', `A${hidden}\u200b\u202eB\u0000`)).toBe('| AB');
});
