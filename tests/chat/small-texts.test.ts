import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outsideCode } from '../../src/chat/outside-code.js';
import { unquoted } from '../../src/chat/unquoted.js';
import { visibleText } from '../../src/chat/visible-text.js';

const shout = (words: string): string => words.toUpperCase();

describe('what is outside of code', () => {
  it.each([
    ['run `docker ps` now', 'RUN `docker ps` NOW'],
    ['```\nselect *\n``` and `*`', '```\nselect *\n``` AND `*`'],
    ['``a `tick` in it`` b', '``a `tick` in it`` B'],
    ['a lone ` stays a word', 'A LONE ` STAYS A WORD'],
    ['``` without an end', '``` WITHOUT AN END'],
    ['', ''],
  ])('is all that changes of %j', (text, changed) => {
    expect(outsideCode(text, shout)).toBe(changed);
  });

  it('is everything where nothing is changed, for any text', () => {
    const texts = fc.string({ unit: fc.constantFrom('`', '``', '```', 'a', '\n', ' ', '*') });
    fc.assert(
      fc.property(texts, (text) => {
        expect(outsideCode(text, (words) => words)).toBe(text);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    outsideCode('`a``b```c````'.repeat(4_000), shout);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('quotation marks around a value', () => {
  it.each([
    ['"layers"', 'layers'],
    ['“layers”', 'layers'],
    ['„layers“', 'layers'],
    ['«las capas»', 'las capas'],
    ['« las capas »', 'las capas'],
    ['‘layers’', 'layers'],
    ["'layers'", 'layers'],
    ['「層」', '層'],
  ])('are none of it: %s', (text, value) => {
    expect(unquoted(text)).toBe(value);
  });

  it.each([
    'layers',
    '"layers" and "images"',
    'the "layers"',
    '"layers',
    '""',
    '"',
    '5"',
    "it's and that's'",
    '“layers"',
    "'it's'",
  ])('stay where they are part of it: %s', (text) => {
    expect(unquoted(text)).toBe(text);
  });
});

describe('what people see of a text', () => {
  it.each([
    ['lay\u200bers', 'layers'],
    ['\ufefflayers\u2060', 'layers'],
    ['lay\u00aders', 'layers'],
    ['\u202elayers\u202c', 'layers'],
    ['lay\u200ders', 'layers'],
    ['\u3164 \u2800layers\u00a0of\u3000it', 'layers of it'],
    ['a\u0007b\u0000c', 'abc'],
    ['  two\t words \r\n of mine  ', 'two words\nof mine'],
    ['👩\u200d💻 and 🏳️\u200d🌈', '👩\u200d💻 and 🏳️\u200d🌈'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ])('%j is %j', (text, seen) => {
    expect(visibleText(text)).toBe(seen);
  });

  it('is the same when it is looked at again, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const seen = visibleText(text);
        expect(visibleText(seen)).toBe(seen);
      }),
    );
  });
});
