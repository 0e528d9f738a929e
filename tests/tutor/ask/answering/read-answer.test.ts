import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, saysNoAnswer } from '../../../../src/tutor/ask/answering/read-answer.js';

const read = (text: string) => readAnswer(text, 'en').map((one) => [one.text, one.citations]);

describe('what a model wrote', () => {
  it.each<[string, string, readonly (readonly [string, readonly number[]])[]]>([
    ['cites before the stop', 'Layers are cached [1].', [['Layers are cached.', [1]]]],
    [
      'cites after the stop',
      'Layers are cached. [1] They are shared. [2]',
      [
        ['Layers are cached.', [1]],
        ['They are shared.', [2]],
      ],
    ],
    [
      'cites several',
      'So it is [1, 2][3]. And so [2][2].',
      [
        ['So it is.', [1, 2, 3]],
        ['And so.', [2]],
      ],
    ],
    [
      'cites in other ways',
      'So it is【2】. And so [^1].',
      [
        ['So it is.', [2]],
        ['And so.', [1]],
      ],
    ],
    ['cites nothing', 'Trust me.', [['Trust me.', []]]],
    [
      'writes a list',
      '## Answer\n- **Layers** are cached [1].\n> 2. `docker run` starts one [2].',
      [
        ['Answer', []],
        ['Layers are cached.', [1]],
        ['docker run starts one.', [2]],
      ],
    ],
    ['links', 'See [the docs](https://evil.example/x) now [1].', [['See the docs now.', [1]]]],
    ['hides a link in a citation', 'It is so [1](https://evil.example).', [['It is so 1.', []]]],
    ['shows a picture', '![Layers](https://evil.example/p.png?q=secret) are cached [1].', [['are cached.', [1]]]],
    [
      'writes addresses',
      'Go to https://evil.example/a?b or <https://evil.example> or www.evil.example now [1].',
      [['Go to or or now.', [1]]],
    ],
    ['writes HTML', 'It is <b onclick="x()">so</b> <img src=x onerror=y> [1].', [['It is so.', [1]]]],
    ['writes a block of code', '```sh\nrm -rf / [1]\n```', [['rm -rf /', [1]]]],
    ['writes nothing', ' \n ** \n [1]', []],
  ])('is read where it %s', (_, text, sentences) => {
    expect(read(text)).toEqual(sentences);
  });

  it('is not taken to the end where it was cut', () => {
    expect(readAnswer('One is so [1]. Two is n', 'en', true)).toEqual([{ text: 'One is so.', citations: [1] }]);
    expect(readAnswer('Una es así [1]. '.repeat(2_000), 'es').length).toBeLessThan(260);
  });

  it.each([
    'NO_ANSWER',
    ' **NO_ANSWER**.',
    'NO\\_ANSWER',
    '"NO_ANSWER"\n',
  ])('says with %j that it does not know', (text) => {
    expect(saysNoAnswer(text)).toBe(true);
  });

  it.each(['Layers [1].', 'It is NO_ANSWER.', 'NO_ANSWERS', ''])('does not say so with %j', (text) => {
    expect(saysNoAnswer(text)).toBe(false);
  });

  it('is one line of text a sentence, without addresses, whatever it is', () => {
    const parts = ['[1]', '](', 'https://x.example', '<img src=x>', '![', '`', '**', '\n', '. ', '> ', '- ', 'word '];
    const text = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(text, (pieces) => {
        for (const sentence of readAnswer(pieces.join(''), 'en')) {
          expect(sentence.text).not.toMatch(/\n|https?:\/\/\S/u);
          expect(sentence.citations.every((number) => number >= 0 && number < 1_000)).toBe(true);
        }
      }),
    );
  });

  it.each(['>', '- ', '[', '*', '![](', '<a '])('ends in time with thousands of %j', (mark) => {
    expect(readAnswer(`${mark.repeat(20_000)} so [1].`, 'en').length).toBeLessThan(3);
  });
});
